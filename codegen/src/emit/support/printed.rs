/// Returns the index of each language's printed column; the number of printed columns if it has none.
#[inline]
const fn printed_languages(columns: &[&str]) -> [usize; Lang::ALL.len()] {
    let mut indices = [columns.len(); Lang::ALL.len()];
    let mut lang = 0;
    while lang < indices.len() {
        let mut column = 0;
        while column < columns.len() {
            if const_str_eq(columns[column], Lang::ALL[lang].tag()) {
                indices[lang] = column;
            }
            column += 1;
        }
        lang += 1;
    }
    indices
}

/// Returns the printed text of a column; `None` if there is no such column, or if it is empty.
#[inline]
const fn printed_text(texts: &[&'static str], column: usize) -> Option<&'static str> {
    if column < texts.len() && !texts[column].is_empty() {
        Some(texts[column])
    } else {
        None
    }
}

/// The texts of the document that the table comes from.
impl Entry {
    /// Returns the printed message, misprints included; `None` if the document has none in this language.
    #[inline]
    #[must_use]
    pub const fn printed(&self, lang: Lang) -> Option<&'static str> {
        self.printed_column(lang.tag())
    }

    /// Returns the printed text of a column: `code`, the tag of a language, or another of
    /// [`printed_columns`](Self::printed_columns). `None` if the document prints nothing there.
    #[inline]
    #[must_use]
    pub const fn printed_column(&self, column: &str) -> Option<&'static str> {
        self.column_text(column)
    }

    /// Returns the names of the columns that have printed texts.
    #[inline]
    #[must_use]
    pub const fn printed_columns(&self) -> &'static [&'static str] {
        self.columns
    }
}
