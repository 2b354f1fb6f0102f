/// A row of a table: its scope and its texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    scope: Option<&'static str>,
    messages: [&'static str; Lang::ALL.len()],
    /// The language of each message.
    langs: [Lang; Lang::ALL.len()],
    columns: &'static [&'static str],
    printed: &'static [&'static str],
    placeholders: &'static [&'static str],
    /// Further texts with placeholders, in rows that have placeholders.
    templates: &'static [&'static str],
}

/// Every language, for rows with a message in each.
const LANGS: [Lang; Lang::ALL.len()] = {
    let mut langs = [Lang::DISPLAY; Lang::ALL.len()];
    let mut index = 0;
    while index < langs.len() {
        langs[index] = Lang::ALL[index];
        index += 1;
    }
    langs
};

impl Entry {
    /// Returns the scope of the row; `None` in a table without scopes.
    #[inline]
    #[must_use]
    pub const fn scope(&self) -> Option<&'static str> {
        self.scope
    }

    /// Returns the message of the row in a language.
    #[inline]
    #[must_use]
    pub const fn message(&self, lang: Lang) -> &'static str {
        self.messages[lang as usize]
    }

    /// Returns the language in which `message` returns the message: a fallback if the row has no message in this language.
    #[inline]
    #[must_use]
    pub const fn message_lang(&self, lang: Lang) -> Lang {
        self.langs[lang as usize]
    }

    /// Returns the names of the message's placeholders, in alphabetical order.
    #[inline]
    #[must_use]
    pub const fn placeholders(&self) -> &'static [&'static str] {
        self.placeholders
    }

    /// Returns the message of the row with arguments in place of its placeholders.
    #[inline]
    #[must_use]
    pub const fn render<'a>(
        &self,
        lang: Lang,
        arguments: &'a [(&'a str, &'a dyn ::core::fmt::Display)],
    ) -> Rendered<'a> {
        Rendered {
            template: self.message(lang),
            arguments,
        }
    }

    /// Returns the further text of the row in a column; `None` if there is none.
    #[inline]
    const fn column_text(&self, column: &str) -> Option<&'static str> {
        let mut index = 0;
        while index < self.columns.len() {
            if const_str_eq(self.columns[index], column) && !self.printed[index].is_empty() {
                return Some(self.printed[index]);
            }
            index += 1;
        }
        None
    }
}

/// The rows of one code, at least one, in the order of the table.
#[derive(Clone, Debug)]
pub struct Entries {
    first: Option<Entry>,
    rest: &'static [Entry],
}

impl Entries {
    #[inline]
    const fn new(first: Entry, rest: &'static [Entry]) -> Self {
        Entries {
            first: Some(first),
            rest,
        }
    }
}

impl Iterator for Entries {
    type Item = Entry;

    #[inline]
    fn next(&mut self) -> Option<Entry> {
        self.first.take().or_else(|| {
            let (first, rest) = self.rest.split_first()?;
            self.rest = rest;
            Some(*first)
        })
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        let length = usize::from(self.first.is_some()) + self.rest.len();
        (length, Some(length))
    }
}

impl ExactSizeIterator for Entries {}

impl ::core::iter::FusedIterator for Entries {}
