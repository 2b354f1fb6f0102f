/// One row of the document: where it applies, its messages, and what the document prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    scope: Option<&'static str>,
    messages: [&'static str; Lang::ALL.len()],
    columns: &'static [&'static str],
    printed: &'static [&'static str],
    placeholders: &'static [&'static str],
    /// What the document prints, as messages are written; only of rows with placeholders.
    templates: &'static [&'static str],
}

impl Entry {
    /// Where the row applies, in tables that say so.
    #[inline]
    pub const fn scope(&self) -> Option<&'static str> {
        self.scope
    }

    /// The row's message.
    #[inline]
    pub const fn message(&self, lang: Lang) -> &'static str {
        self.messages[lang as usize]
    }

    /// The names of the message's placeholders, in the order of the alphabet.
    #[inline]
    pub const fn placeholders(&self) -> &'static [&'static str] {
        self.placeholders
    }

    /// The row's message, with arguments in the place of its placeholders.
    #[inline]
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

    /// The message as the document prints it, misprints and all; `None` where it prints none in that language.
    #[inline]
    pub const fn printed(&self, lang: Lang) -> Option<&'static str> {
        self.printed_column(lang.tag())
    }

    /// What the document prints in the column: `code`, the tag of a language, or another of
    /// [`printed_columns`](Self::printed_columns). `None` where it prints nothing.
    #[inline]
    pub const fn printed_column(&self, column: &str) -> Option<&'static str> {
        let mut index = 0;
        while index < self.columns.len() {
            if const_str_eq(self.columns[index], column) && !self.printed[index].is_empty() {
                return Some(self.printed[index]);
            }
            index += 1;
        }
        None
    }

    /// The columns of the document that are kept as printed.
    #[inline]
    pub const fn printed_columns(&self) -> &'static [&'static str] {
        self.columns
    }
}

/// The rows of one code, in the document's order. There is one at least.
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
