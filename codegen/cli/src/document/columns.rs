//! The meaning of the columns of a document's table.

use super::Table;
use super::codes::plain_code;
use codegen::text::is_han;

/// The name of a column whose messages are in several languages.
pub(crate) const MESSAGE: &str = "message";

/// Headers without spaces, hyphens and underscores. The first one that fits decides.
const CODE: [&str; 14] = [
    "返回码",
    "状态码",
    "错误码",
    "响应码",
    "应答码",
    "结果码",
    "错误代码",
    "返回代码",
    "编码",
    "代码",
    "code",
    "returncode",
    "errorcode",
    "status",
];
const SCOPE: [&str; 6] = ["分类", "范围", "请求方法", "scope", "method", "category"];
const MESSAGES: [&str; 14] = [
    "描述", "说明", "信息", "消息", "含义", "中文", "英文", "msg", "message", "desc", "meaning",
    "english", "chinese", "text",
];

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

    /// Returns the name of a column of the document.
    pub(crate) fn name(&self, index: usize) -> Option<&str> {
        let found = self.named.iter().find(|(_, known)| *known == index);
        found.map(|(name, _)| name.as_str())
    }

    /// Returns the printed texts of a row, by column.
    pub(crate) fn printed(&self, cells: &[String]) -> Vec<(String, String)> {
        let cell = |(name, index): &(String, usize)| {
            let text = cells[*index].clone();
            let name = if name == MESSAGE {
                self.language_of(&text)
            } else {
                name
            };
            (name.to_owned(), text)
        };
        self.named.iter().map(cell).collect()
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

/// Guesses the columns from their headers, and the column of the codes also from its cells.
pub(crate) fn guess_columns(table: &Table, languages: &[String], attributes: &[String]) -> Columns {
    let headers: Vec<String> = table.header.iter().map(|header| plain(header)).collect();
    let among = |names: &[&str]| {
        let exact = |name: &&str| headers.iter().position(|header| header == name);
        let within = |name: &&str| headers.iter().position(|header| header.contains(name));
        names
            .iter()
            .find_map(exact)
            .or(names.iter().find_map(within))
    };
    let mut named = Vec::new();
    let code = among(&CODE).filter(|index| codes_share(table, *index) > 0);
    let code = code.or_else(|| (0..headers.len()).find(|index| codes_share(table, *index) > 60));
    named.extend(code.map(|index| ("code".to_owned(), index)));
    for attribute in attributes {
        let found = headers
            .iter()
            .position(|header| *header == plain(attribute));
        named.extend(found.map(|index| (attribute.clone(), index)));
    }
    let free =
        |named: &[(String, usize)], index: usize| named.iter().all(|(_, taken)| *taken != index);
    if let Some(scope) = among(&SCOPE).filter(|index| free(&named, *index)) {
        named.push(("scope".to_owned(), scope));
    }
    let is_message = |index: &usize| MESSAGES.iter().any(|name| headers[*index].contains(name));
    let messages: Vec<usize> = (0..headers.len())
        .filter(|index| free(&named, *index))
        .filter(is_message)
        .collect();
    match messages.as_slice() {
        [only] if languages.len() > 1 => named.push((MESSAGE.to_owned(), *only)),
        several => name_languages(table, several, languages, &mut named),
    }
    named.sort_by_key(|(_, index)| *index);
    Columns {
        named,
        languages: languages.to_vec(),
    }
}

/// Names the language of each column of messages, judged by its header or by most of its cells.
fn name_languages(
    table: &Table,
    messages: &[usize],
    languages: &[String],
    named: &mut Vec<(String, usize)>,
) {
    let mut free: Vec<&String> = languages.iter().collect();
    for index in messages {
        let header = table.header[*index].to_lowercase();
        let cells = || {
            table
                .rows
                .iter()
                .map(|row| &row[*index])
                .filter(|cell| !cell.is_empty())
        };
        let chinese = if header.contains("中文") || header.contains("chinese") {
            true
        } else if header.contains("英文") || header.contains("english") {
            false
        } else {
            cells().filter(|cell| is_chinese(cell)).count() * 2 > cells().count()
        };
        let fits = |tag: &&String| tag.starts_with("zh") == chinese;
        if let Some(at) = free.iter().position(fits) {
            named.push((free.remove(at).clone(), *index));
        }
    }
}

/// Returns a header in lower case without spaces, hyphens and underscores.
fn plain(header: &str) -> String {
    header.to_lowercase().replace([' ', '_', '-'], "")
}

/// Returns the percentage of cells that look like codes: text without white space that has a digit or no lower-case letter.
fn codes_share(table: &Table, index: usize) -> usize {
    let is_code = |cell: &&String| {
        let code = plain_code(cell);
        code.chars().all(|c| c.is_ascii_graphic())
            && (code.contains(|c: char| c.is_ascii_digit())
                || !code.contains(|c: char| c.is_ascii_lowercase()))
    };
    let cells = || {
        table
            .rows
            .iter()
            .map(|row| &row[index])
            .filter(|cell| !cell.is_empty())
    };
    cells().filter(is_code).count() * 100 / cells().count().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(header: &[&str], rows: &[&[&str]]) -> String {
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
        let table = Table {
            title: String::new(),
            place: String::new(),
            header: row(header),
            rows: rows.iter().map(|cells| row(cells)).collect(),
        };
        let languages = ["zh".to_owned(), "en".to_owned()];
        let columns = guess_columns(&table, &languages, &["reason".to_owned()]);
        let names = columns
            .named
            .iter()
            .map(|(name, index)| format!("{name}={index}"));
        names.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn columns_are_guessed_from_headers_and_cells() {
        assert_eq!(
            columns(&["返回码", "描述"], &[&["1", "成功"]]),
            "code=0 message=1"
        );
        assert_eq!(
            columns(
                &["分类", "状态码", "名称", "说明"],
                &[&["GET", "200", "OK", "好"]]
            ),
            "scope=0 code=1 message=3"
        );
        assert_eq!(
            columns(
                &["ret_msg", "description", "ret_code"],
                &[&["成功", "Success", "[00]"]]
            ),
            "zh=0 en=1 code=2"
        );
        assert_eq!(
            columns(
                &["English", "No.", "中文说明", "Reason"],
                &[&["Lost", "E-1", "Lost", "LOST"]]
            ),
            "en=0 code=1 zh=2 reason=3"
        );
        assert_eq!(columns(&["a", "b"], &[&["some text", "other text"]]), "");
    }
}
