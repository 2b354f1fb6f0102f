/// The arguments of a received message: the texts in place of the placeholders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arguments<'t> {
    entry: Entry,
    values: alloc::vec::Vec<(&'static str, &'t str)>,
}

impl<'t> Arguments<'t> {
    /// Returns the argument of a placeholder; `None` if the received text does not have the placeholder.
    #[inline]
    #[must_use]
    pub fn get(&self, placeholder: &str) -> Option<&'t str> {
        let argument = |(name, value): &(&str, &'t str)| (*name == placeholder).then_some(*value);
        self.values.iter().find_map(argument)
    }

    /// Returns the placeholders and their arguments, in the order of the received text.
    #[inline]
    #[must_use]
    pub fn as_slice(&self) -> &[(&'static str, &'t str)] {
        &self.values
    }

    /// Returns the row whose text matched.
    #[inline]
    #[must_use]
    pub fn entry(&self) -> Entry {
        self.entry
    }

    /// Returns the message of the row in a language, with these arguments.
    #[inline]
    #[must_use]
    pub fn render(&self, lang: Lang) -> alloc::string::String {
        let arguments: alloc::vec::Vec<(&str, &dyn ::core::fmt::Display)> =
            (self.values.iter().map(|(name, value)| (*name, value as _))).collect();
        alloc::format!("{}", self.entry.render(lang, &arguments))
    }
}

/// Matches a received message against the texts of each row, in every language.
///
/// An exact match is preferred to a tolerant one, then the pattern with the most fixed text, then the first pattern.
#[inline]
fn extract<'t>(entries: &Entries, text: &'t str) -> Option<Arguments<'t>> {
    for is_tolerant in [false, true] {
        let mut best: Option<(usize, Arguments<'t>)> = None;
        for entry in entries.clone() {
            for pattern in entry.patterns(is_tolerant) {
                let length = pattern.fixed_length();
                if best.as_ref().is_some_and(|(longest, _)| *longest >= length) {
                    continue;
                }
                if let Some(values) = pattern.arguments(text) {
                    best = Some((length, Arguments { entry, values }));
                }
            }
        }
        if let Some((_, arguments)) = best {
            return Some(arguments);
        }
    }
    None
}

impl Entry {
    /// Returns a pattern for each text of the row.
    #[inline]
    fn patterns(self, is_tolerant: bool) -> impl Iterator<Item = Pattern> {
        let messages = Lang::ALL.iter().map(move |lang| self.message(*lang));
        let templates = messages.chain(self.templates.iter().copied());
        // If the messages have placeholders, the templates include the texts of the columns.
        let printed = Lang::ALL
            .iter()
            .filter(move |_| self.placeholders.is_empty());
        let printed = printed.filter_map(move |lang| self.column_text(lang.tag()));
        (templates.map(move |template| Pattern::of_template(template, is_tolerant)))
            .chain(printed.map(move |text| Pattern::of_text(text, is_tolerant)))
    }
}

/// The most places that are tried for a pattern with a repeated placeholder. An argument can end at any of them, which leaves
/// all the others for the next argument.
const MAX_TRIALS: u32 = 100_000;

/// The text of a message with its placeholders, to match received messages against.
struct Pattern {
    /// The placeholders, each with the fixed text before it.
    placeholders: alloc::vec::Vec<(alloc::string::String, &'static str)>,
    /// The fixed text at the end.
    last: alloc::string::String,
    /// `true` to ignore white space, final punctuation, and the width of punctuation.
    is_tolerant: bool,
    /// `true` if a placeholder occurs more than once.
    has_repeats: bool,
}

impl Pattern {
    /// Returns the pattern of a message as the table writes it, with placeholders and doubled braces.
    #[inline]
    fn of_template(template: &'static str, is_tolerant: bool) -> Self {
        let mut pattern = Pattern::of_text("", is_tolerant);
        for piece in Pieces(template) {
            match piece {
                Piece::Text(text) => pattern.last.push_str(text),
                Piece::Placeholder(name) => {
                    pattern.has_repeats |= pattern.position(name).is_some();
                    let before = ::core::mem::take(&mut pattern.last);
                    pattern.placeholders.push((before, name));
                }
            }
        }
        pattern.fold();
        pattern
    }

    /// Returns the pattern of a text without placeholders.
    #[inline]
    fn of_text(text: &str, is_tolerant: bool) -> Self {
        let mut pattern = Pattern {
            placeholders: alloc::vec::Vec::new(),
            last: text.into(),
            is_tolerant,
            has_repeats: false,
        };
        pattern.fold();
        pattern
    }

    /// Removes what is ignored.
    #[inline]
    fn fold(&mut self) {
        if self.is_tolerant {
            for (text, _) in &mut self.placeholders {
                text.retain(|c| !c.is_whitespace());
            }
            self.last.retain(|c| !c.is_whitespace());
            self.last = self.last.trim_end_matches(is_final).into();
        }
    }

    #[inline]
    fn position(&self, name: &str) -> Option<usize> {
        self.placeholders.iter().position(|(_, own)| *own == name)
    }

    #[inline]
    fn fixed_length(&self) -> usize {
        self.placeholders
            .iter()
            .map(|(text, _)| text.len())
            .sum::<usize>()
            + self.last.len()
    }

    /// Returns the arguments with which the pattern equals the text; `None` if it does not match.
    #[inline]
    fn arguments<'t>(&self, text: &'t str) -> Option<alloc::vec::Vec<(&'static str, &'t str)>> {
        let text = if self.is_tolerant {
            text.trim_start().trim_end_matches(is_final)
        } else {
            text
        };
        let mut values = alloc::vec::Vec::new();
        let mut trials = MAX_TRIALS;
        let start = self.fixed(text, self.text_before(0))?;
        (self.fill(0, &text[start..], &mut values, &mut trials)).then_some(values)
    }

    /// Returns the fixed text before a placeholder, or at the end.
    #[inline]
    fn text_before(&self, index: usize) -> &str {
        (self.placeholders.get(index)).map_or(self.last.as_str(), |(text, _)| text.as_str())
    }

    /// Returns the length of the fixed text at the start of a text; `None` if the text starts with something else.
    #[inline]
    fn fixed(&self, text: &str, fixed: &str) -> Option<usize> {
        if !self.is_tolerant {
            return text.starts_with(fixed).then_some(fixed.len());
        }
        let mut rest = text;
        for c in fixed.chars() {
            let is_same = |other| half_width(other) == half_width(c);
            rest = rest.trim_start().strip_prefix(is_same)?;
        }
        Some(text.len() - rest.len())
    }

    /// Finds the arguments from a placeholder on, each as short as possible but not blank, the first one before the others.
    #[inline]
    fn fill<'t>(
        &self,
        index: usize,
        text: &'t str,
        values: &mut alloc::vec::Vec<(&'static str, &'t str)>,
        trials: &mut u32,
    ) -> bool {
        let Some((_, name)) = self.placeholders.get(index) else {
            return text.is_empty();
        };
        let next = self.text_before(index + 1);
        let blank = text.len() - text.trim_start().len();
        let start = if self.is_tolerant { blank } else { 0 };
        let known = (values.iter().find(|(own, _)| own == name)).map(|(_, value)| *value);
        if let Some(value) = known {
            // A repeated placeholder has the same argument again.
            let end = start + value.len();
            return text[start..].starts_with(value)
                && (self.fixed(&text[end..], next)).is_some_and(|length| {
                    self.fill(index + 1, &text[end + length..], values, trials)
                });
        }
        if blank == text.len() {
            return false;
        }
        let mut is_after_blank = false;
        let ends = text[blank..].char_indices().skip(1);
        let ends = ends.map(|(end, c)| (blank + end, Some(c)));
        for (end, c) in ends.chain([(text.len(), None)]) {
            if self.has_repeats {
                let Some(left) = trials.checked_sub(1) else {
                    return false;
                };
                *trials = left;
            }
            // All places within white space are equal to the first one.
            let is_tried = !(self.is_tolerant && is_after_blank);
            is_after_blank = c.is_some_and(char::is_whitespace);
            let fixed = (is_tried.then(|| self.fixed(&text[end..], next))).flatten();
            let Some(length) = fixed else {
                continue;
            };
            let value = &text[start..end];
            values.push((name, value));
            if self.fill(index + 1, &text[end + length..], values, trials) {
                return true;
            }
            values.pop();
            // The next argument can take over the text of a longer one, so the rest fails for all lengths if it fails for
            // one, unless it repeats this argument or has to end with the text.
            if !self.has_repeats && index + 1 < self.placeholders.len() {
                return false;
            }
        }
        false
    }
}

/// Returns `true` for white space, and for punctuation at the end of a sentence or left over there.
#[inline]
fn is_final(c: char) -> bool {
    c.is_whitespace() || ".。．｡,，、;；:：!！?？…".contains(c)
}

/// Returns the half-width form of a punctuation mark, and other characters unchanged.
#[inline]
fn half_width(c: char) -> char {
    match c {
        '、' => ',',
        '。' | '｡' => '.',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '【' => '[',
        '】' => ']',
        '《' => '<',
        '》' => '>',
        '！'..='～' => match char::from_u32(c as u32 - '！' as u32 + '!' as u32) {
            Some(half) if half.is_ascii_punctuation() => half,
            _ => c,
        },
        _ => c,
    }
}
