//! Placeholders of printed texts, with the names that messages need.

use heck::ToSnakeCase;

use codegen::message::placeholders;

/// A message whose placeholders have names.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) text: String,
    /// The placeholders of the printed text that were replaced, each with its name.
    pub(crate) replaced: Vec<(String, String)>,
}

/// Returns a message for a printed text; `None` if the printed text is a valid message without placeholders of another form.
///
/// `%s`, `%d`, `%1$s`, `$1`, `{}`, `{0}` and `{参数名}` become placeholders. Other braces become literal.
pub(crate) fn named(printed: &str) -> Option<Named> {
    let mut named = Named::default();
    let mut at = 0;
    while let Some(c) = printed[at..].chars().next() {
        let rest = &printed[at..];
        let before = printed[..at].chars().next_back();
        let is_doubled = rest.starts_with("{{") || rest.starts_with("}}");
        let length = if is_doubled {
            named.text.push_str(&rest[..2]);
            2
        } else if let Some((length, name)) = braces(rest) {
            named.add(&rest[..length], name);
            length
        } else if let Some((length, name)) = conversion(rest, before).or(argument(rest, before)) {
            named.add(&rest[..length], name);
            length
        } else {
            named.text.push(c);
            if matches!(c, '{' | '}') {
                named.text.push(c);
            }
            c.len_utf8()
        };
        at += length;
    }
    let is_message = named.replaced.is_empty() && placeholders(printed).is_some();
    (!is_message).then_some(named)
}

impl Named {
    /// Adds a placeholder. Another one of the same name gets a number.
    fn add(&mut self, printed: &str, name: String) {
        let name =
            if printed == format!("{{{name}}}") || name.ends_with(|c: char| c.is_ascii_digit()) {
                name
            } else {
                let same = |known: &str| {
                    let number = known.strip_prefix(name.as_str());
                    number.is_some_and(|number| number.is_empty() || number.starts_with('_'))
                };
                match self
                    .replaced
                    .iter()
                    .filter(|(_, known)| same(known))
                    .count()
                {
                    0 => name,
                    count => format!("{name}_{}", count + 1),
                }
            };
        self.text.push_str(&format!("{{{name}}}"));
        if printed != format!("{{{name}}}") {
            self.replaced.push((printed.to_owned(), name));
        }
    }
}

/// Returns the length and the name of a placeholder in braces: `{}`, `{0}`, `{orderId}`, `{参数名}`.
fn braces(rest: &str) -> Option<(usize, String)> {
    let inside = rest.strip_prefix('{')?;
    let end = inside.find(['{', '}'])?;
    let content = &inside[..end];
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ');
    if !inside[end..].starts_with('}') || !content.chars().all(is_word) {
        return None;
    }
    let snake: String = content
        .to_snake_case()
        .chars()
        .filter(char::is_ascii)
        .collect();
    let snake = snake.trim_matches('_');
    let name = if content.bytes().all(|byte| byte.is_ascii_digit()) {
        format!("value{content}")
    } else if snake.starts_with(|c: char| c.is_ascii_lowercase()) {
        snake.to_owned()
    } else {
        "value".to_owned()
    };
    Some((end + 2, name))
}

/// Returns the length and the name of a conversion of `printf`: `%s`, `%-5d`, `%.2f`, `%1$s`.
fn conversion(rest: &str, before: Option<char>) -> Option<(usize, String)> {
    let spec = rest.strip_prefix('%')?;
    if before.is_some_and(|c| c.is_ascii_digit() || c == '%') {
        return None;
    }
    let digits = spec.find(|c: char| !c.is_ascii_digit())?;
    let (position, options) = match spec[digits..].strip_prefix('$') {
        Some(options) if digits > 0 => (&spec[..digits], options),
        _ => ("", spec),
    };
    let is_option = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '#' | '.' | 'l' | 'h');
    let letter = options.trim_start_matches(is_option);
    let name = match letter.chars().next()? {
        's' | 'c' | 'v' | '@' => "text",
        'd' | 'i' | 'u' | 'f' | 'x' | 'X' => "number",
        _ => return None,
    };
    let after = letter[1..].chars().next();
    let is_end = !after.is_some_and(|c| c.is_ascii_alphanumeric());
    is_end.then(|| (rest.len() - letter.len() + 1, format!("{name}{position}")))
}

/// Returns the length and the name of an argument by number: `$1`. An amount has more digits.
fn argument(rest: &str, before: Option<char>) -> Option<(usize, String)> {
    let mut following = rest.strip_prefix('$')?.chars();
    let digit = following.next().filter(char::is_ascii_digit)?;
    let mut following = following.peekable();
    let is_amount = match following.next() {
        Some('.' | ',') => following.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_ascii_alphanumeric() || c == '%',
        None => false,
    };
    let is_word = before.is_some_and(|c| c.is_ascii_alphanumeric());
    (!is_amount && !is_word).then(|| (2, format!("value{digit}")))
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn placeholders_of_each_form_get_names() {
        for (printed, message) in [
            (
                "The parcel %s is late because %s.",
                Some("The parcel {text} is late because {text_2}."),
            ),
            (
                "Order %d has {n} parcels.",
                Some("Order {number} has {n} parcels."),
            ),
            ("%1$s of %2$d, %.2f", Some("{text1} of {number2}, {number}")),
            ("{0} and {1}", Some("{value0} and {value1}")),
            ("参数{参数名}为空，{}", Some("参数{value}为空，{value_2}")),
            ("order {orderId}", Some("order {order_id}")),
            ("$1 is not $2", Some("{value1} is not {value2}")),
            ("at least $5.00, $10 or 5%", None),
            ("100%d, 50% off, %%s, %show", None),
            ("send {\"a\": 1}", Some("send {{\"a\": 1}}")),
            ("an open {", Some("an open {{")),
            ("{{literal}} {name}", None),
            ("", None),
        ] {
            let text = named(printed).map(|named| named.text);
            assert_eq!(text.as_deref(), message, "{printed}");
        }
    }
}
