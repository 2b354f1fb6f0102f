/// What a received message says beyond its wording: the arguments in the place of its placeholders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arguments<'t> {
    entry: Entry,
    values: alloc::vec::Vec<(&'static str, &'t str)>,
}

impl<'t> Arguments<'t> {
    /// The argument of a placeholder; `None` where the wording that was received does not have it.
    #[inline]
    pub fn get(&self, placeholder: &str) -> Option<&'t str> {
        let argument = |(name, value): &(&str, &'t str)| (*name == placeholder).then_some(*value);
        self.values.iter().find_map(argument)
    }

    /// The placeholders and their arguments, in the order in which they came.
    #[inline]
    pub fn as_slice(&self) -> &[(&'static str, &'t str)] {
        &self.values
    }

    /// The row of the document that has the wording.
    #[inline]
    pub fn entry(&self) -> Entry {
        self.entry
    }

    /// The row's message in a language, with these arguments.
    #[inline]
    pub fn render(&self, lang: Lang) -> alloc::string::String {
        let arguments: alloc::vec::Vec<(&str, &dyn ::core::fmt::Display)> =
            (self.values.iter().map(|(name, value)| (*name, value as _))).collect();
        alloc::format!("{}", self.entry.render(lang, &arguments))
    }
}

/// Matches a received message against every wording of a code: those of each row, plain and printed, in every language.
///
/// A wording that fits to the letter is preferred to one that fits but for white space and final punctuation; then the
/// one with the most fixed text, which says the most; then the first.
#[inline]
fn extract<'t>(entries: Entries, text: &'t str) -> Option<Arguments<'t>> {
    for is_tolerant in [false, true] {
        let mut best: Option<(usize, Arguments<'t>)> = None;
        for entry in entries.clone() {
            for wording in entry.wordings(is_tolerant) {
                let length = wording.fixed_length();
                if best.as_ref().is_some_and(|(longest, _)| *longest >= length) {
                    continue;
                }
                if let Some(values) = wording.arguments(text) {
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
    /// Every wording of the row, plain and printed.
    #[inline]
    fn wordings(self, is_tolerant: bool) -> impl Iterator<Item = Wording> {
        let messages = Lang::ALL.iter().map(move |lang| self.message(*lang));
        let templates = messages.chain(self.templates.iter().copied());
        // Where the messages have placeholders, what is printed is among the templates.
        let printed = Lang::ALL
            .iter()
            .filter(move |_| self.placeholders.is_empty());
        let printed = printed.filter_map(move |lang| self.printed(*lang));
        (templates.map(move |template| Wording::of_template(template, is_tolerant)))
            .chain(printed.map(move |text| Wording::of_text(text, is_tolerant)))
    }
}

/// How many places are tried for one wording in which a placeholder stands twice. An argument can end at any of them, and
/// each leaves all the others to try for the next one.
const MOST_TRIALS: u32 = 100_000;

/// A wording to hold a received message against.
struct Wording {
    /// The placeholders, each with the fixed text before it.
    placeholders: alloc::vec::Vec<(alloc::string::String, &'static str)>,
    /// The fixed text at the end.
    last: alloc::string::String,
    /// Whether white space and final punctuation do not count.
    is_tolerant: bool,
    /// Whether a placeholder stands in it more than once.
    has_repeats: bool,
}

impl Wording {
    /// A message as the table writes it, with placeholders and doubled braces.
    #[inline]
    fn of_template(template: &'static str, is_tolerant: bool) -> Self {
        let mut wording = Wording::of_text("", is_tolerant);
        for piece in Pieces(template) {
            match piece {
                Piece::Text(text) => wording.last.push_str(text),
                Piece::Placeholder(name) => {
                    wording.has_repeats |= wording.position(name).is_some();
                    let before = ::core::mem::take(&mut wording.last);
                    wording.placeholders.push((before, name));
                }
            }
        }
        wording.fold();
        wording
    }

    /// A text in which nothing varies.
    #[inline]
    fn of_text(text: &str, is_tolerant: bool) -> Self {
        let mut wording = Wording {
            placeholders: alloc::vec::Vec::new(),
            last: text.into(),
            is_tolerant,
            has_repeats: false,
        };
        wording.fold();
        wording
    }

    /// Takes out what does not count.
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

    /// The arguments with which the wording is the text.
    #[inline]
    fn arguments<'t>(&self, text: &'t str) -> Option<alloc::vec::Vec<(&'static str, &'t str)>> {
        let text = if self.is_tolerant {
            text.trim_start().trim_end_matches(is_final)
        } else {
            text
        };
        let mut values = alloc::vec::Vec::new();
        let mut trials = MOST_TRIALS;
        let start = self.fixed(text, self.text_before(0))?;
        (self.fill(0, &text[start..], &mut values, &mut trials)).then_some(values)
    }

    /// The fixed text before a placeholder, or at the end.
    #[inline]
    fn text_before(&self, index: usize) -> &str {
        (self.placeholders.get(index)).map_or(self.last.as_str(), |(text, _)| text.as_str())
    }

    /// How much of the start of a text is this fixed text.
    #[inline]
    fn fixed(&self, text: &str, fixed: &str) -> Option<usize> {
        if !self.is_tolerant {
            return text.starts_with(fixed).then_some(fixed.len());
        }
        let mut rest = text;
        for c in fixed.chars() {
            rest = rest.trim_start().strip_prefix(c)?;
        }
        Some(text.len() - rest.len())
    }

    /// Finds the arguments from one placeholder on: each as short as can be, the first one before the others.
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
        let start = self.blank(text);
        let known = (values.iter().find(|(own, _)| own == name)).map(|(_, value)| *value);
        if let Some(value) = known {
            // It says the same again.
            let end = start + value.len();
            return text[start..].starts_with(value)
                && (self.fixed(&text[end..], next)).is_some_and(|length| {
                    self.fill(index + 1, &text[end + length..], values, trials)
                });
        }
        let mut is_after_blank = false;
        let ends = (text.char_indices().map(|(end, c)| (end, Some(c)))).chain([(text.len(), None)]);
        for (end, c) in ends {
            if self.has_repeats {
                let Some(left) = trials.checked_sub(1) else {
                    return false;
                };
                *trials = left;
            }
            // Within white space, all places are as good as the first one.
            let is_tried = !(self.is_tolerant && is_after_blank);
            is_after_blank = c.is_some_and(char::is_whitespace);
            let fixed = (is_tried.then(|| self.fixed(&text[end..], next))).flatten();
            let Some(length) = fixed else {
                continue;
            };
            let value = &text[start.min(end)..end];
            values.push((name, value));
            if self.fill(index + 1, &text[end + length..], values, trials) {
                return true;
            }
            values.pop();
            // What follows could take up all that a longer argument would: it fails for all if it fails for one,
            // unless it is tied to this argument, or has to end where the text does.
            if !self.has_repeats && index + 1 < self.placeholders.len() {
                return false;
            }
        }
        false
    }

    /// How much of the start of a text does not count.
    #[inline]
    fn blank(&self, text: &str) -> usize {
        if self.is_tolerant {
            text.len() - text.trim_start().len()
        } else {
            0
        }
    }
}

/// White space, and punctuation that may end a sentence or be left over at its end.
#[inline]
fn is_final(c: char) -> bool {
    c.is_whitespace() || ".。．｡,，、;；:：!！?？…".contains(c)
}
