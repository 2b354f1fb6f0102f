//! The meaning of the columns of a document's table.

use codegen::text::is_han;

/// The name of a column whose messages are in several languages.
pub(crate) const MESSAGE: &str = "message";

/// The columns of a document's table that are used, by their names in the catalog's tables.
#[derive(Clone, Debug)]
pub(crate) struct Columns {
    /// Each with the index of its column: `code`, `name`, `scope`, `http`, a language, an attribute, [`MESSAGE`], or the X of another
    /// column `printed.X`.
    pub(crate) named: Vec<(String, usize)>,
    /// The catalog's languages.
    pub(crate) languages: Vec<String>,
}

impl Columns {
    /// Returns the index of a column.
    pub(crate) fn index(&self, name: &str) -> Option<usize> {
        let found = self.named.iter().find(|(known, _)| known == name);
        found.map(|(_, index)| *index)
    }

    /// Returns the indexes of all columns with a name. Several may have the code: a row has it in one of them.
    pub(crate) fn all(&self, name: &str) -> impl Iterator<Item = usize> {
        let named = self.named.iter().filter(move |(known, _)| known == name);
        named.map(|(_, index)| *index)
    }

    /// Returns the name of a column of the document.
    pub(crate) fn name(&self, index: usize) -> Option<&str> {
        let found = self.named.iter().find(|(_, known)| *known == index);
        found.map(|(name, _)| name.as_str())
    }

    /// Returns the printed texts of a row, by column. Its code is in the column `code`.
    pub(crate) fn printed(&self, cells: &[String], code: usize) -> Vec<(String, String)> {
        let cell = |(name, index): &(String, usize)| {
            let text = cells[*index].clone();
            let name = if name == MESSAGE {
                self.language_of(&text)
            } else {
                name
            };
            (name.to_owned(), text)
        };
        let named = self.named.iter();
        let used = named.filter(|(name, index)| name != "code" || *index == code);
        used.map(cell).collect()
    }

    /// Returns the language of a text, judged by its characters.
    fn language_of(&self, text: &str) -> &str {
        let chinese = |tag: &&String| (tag.starts_with("zh")) == is_chinese(text);
        self.languages
            .iter()
            .find(chinese)
            .unwrap_or(&self.languages[0])
    }
}

/// Returns `true` if the text has a Chinese character.
pub(crate) fn is_chinese(text: &str) -> bool {
    text.chars().any(is_han)
}
