//! Number formats of spreadsheets, as far as codes need them.

/// The longest format that is applied.
const MAX_LEN: usize = 100;

/// Returns a number as the spreadsheet shows it: `0007` for the format `0000`, `E07` for `"E"00`. Returns `None` for other formats.
pub(crate) fn shown(number: f64, format: &str) -> Option<String> {
    if matches!(format, "General" | "@" | "") {
        return Some(plain(number));
    }
    let (before, width, after) = parts(format)?;
    let sign = if number < 0.0 { "-" } else { "" };
    is_whole(number).then(|| format!("{sign}{before}{:0>width$.0}{after}", number.abs()))
}

/// Returns a number without a format. A whole number has no decimals: it is a code that the spreadsheet took for a number.
pub(crate) fn plain(number: f64) -> String {
    if is_whole(number) {
        format!("{number:.0}")
    } else {
        number.to_string()
    }
}

fn is_whole(number: f64) -> bool {
    number.fract() == 0.0 && number.abs() < 1e15
}

/// Returns the texts before and after the zeros of a format, and the number of zeros.
fn parts(format: &str) -> Option<(String, usize, String)> {
    let (mut before, mut width, mut after) = (String::new(), 0, String::new());
    let (mut is_quoted, mut is_escaped) = (false, false);
    for c in format.chars() {
        let is_literal = std::mem::take(&mut is_escaped);
        let is_text = is_literal || is_quoted || c == '-';
        match c {
            '"' if !is_literal => is_quoted = !is_quoted,
            c if is_text && width == 0 => before.push(c),
            c if is_text => after.push(c),
            '\\' => is_escaped = true,
            '0' if after.is_empty() => width += 1,
            _ => return None,
        }
    }
    let is_short = (1..=MAX_LEN).contains(&width) && format.len() <= MAX_LEN;
    is_short.then_some((before, width, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zeros_are_shown() {
        for (number, format, text) in [
            (7.0, "General", Some("7")),
            (0.5, "General", Some("0.5")),
            (7.0, "0", Some("7")),
            (7.0, "0000", Some("0007")),
            (-7.0, "0000", Some("-0007")),
            (12345.0, "0000", Some("12345")),
            (7.0, "\"E-\"00", Some("E-07")),
            (7.0, "\\E00\" x\"", Some("E07 x")),
            (7.5, "0000", None),
            (7.0, "0.00", None),
            (7000.0, "#,##0", None),
            (7.0, "0%", None),
            (7.0, "yyyy-mm-dd", None),
            (7.0, "0000;[Red]0000", None),
        ] {
            assert_eq!(shown(number, format).as_deref(), text, "{format}");
        }
    }
}
