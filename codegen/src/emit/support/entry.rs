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

    #[inline]
    const fn is_in(&self, scope: &str) -> bool {
        match self.scope {
            Some(own) => same_text(own, scope),
            None => false,
        }
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
            if same_text(self.columns[index], column) && !self.printed[index].is_empty() {
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

    /// The row for a scope; without one, the row for `any`.
    #[allow(dead_code)] // Only tables with scopes call it.
    #[inline]
    const fn in_scope(&self, scope: &str) -> Option<Entry> {
        match self.find(scope) {
            Some(entry) => Some(entry),
            None => self.find("any"),
        }
    }

    #[inline]
    const fn find(&self, scope: &str) -> Option<Entry> {
        if matches!(self.first, Some(entry) if entry.is_in(scope)) {
            return self.first;
        }
        let mut index = 0;
        while index < self.rest.len() {
            if self.rest[index].is_in(scope) {
                return Some(self.rest[index]);
            }
            index += 1;
        }
        None
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

/// What only a few codes have some of; `rows` is in the order of the codes' indices.
#[allow(dead_code)] // Only tables with such codes call it.
#[inline]
const fn sparse<T>(rows: &'static [(usize, &'static [T])], code: usize) -> &'static [T] {
    // The first row of this code or a later one.
    let (mut low, mut high) = (0, rows.len());
    while low < high {
        let middle = (low + high) / 2;
        if rows[middle].0 < code {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if low < rows.len() && rows[low].0 == code {
        rows[low].1
    } else {
        &[]
    }
}
