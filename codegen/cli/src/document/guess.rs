//! Guesses what the columns of a document's table hold, from their headers and cells.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::column::Column;
use super::columns::{Columns, MESSAGE};
use super::headers::{Kind, words};
use super::table::Table;
use crate::catalog_columns::CatalogColumns;

/// Returns the given columns, and guesses those of all other names.
pub(crate) fn columns(
    table: &Table,
    catalog_columns: &CatalogColumns,
    given: &[(String, usize)],
) -> Columns {
    let columns = (0..table.header.len()).map(|index| Column::new(table, index));
    let mut guess = Guess {
        table,
        columns: columns.collect(),
        named: given.to_vec(),
    };
    guess.name_attributes(catalog_columns);
    guess.name_languages(&catalog_columns.languages);
    let code = guess.name_code();
    if let Some(code) = code {
        if catalog_columns.http.is_some() {
            guess.name_best("http", Column::rank_of_statuses);
        }
        guess.name_best("name", Column::rank_of_names);
        guess.name_scope(code);
    }
    guess.name_messages(&catalog_columns.languages, code.is_some());
    let mut named = guess.named;
    named.sort_by_key(|(_, index)| *index);
    Columns {
        named,
        languages: catalog_columns.languages.clone(),
    }
}

struct Guess<'a> {
    table: &'a Table,
    columns: Vec<Column>,
    named: Vec<(String, usize)>,
}

impl Guess<'_> {
    /// Returns the columns without a name.
    fn free(&self) -> impl Iterator<Item = &Column> {
        let is_free = |column: &&Column| self.named.iter().all(|(_, taken)| *taken != column.index);
        self.columns.iter().filter(is_free)
    }

    fn name(&mut self, name: &str, index: usize) {
        self.named.push((name.to_owned(), index));
    }

    fn index(&self, name: &str) -> Option<usize> {
        let found = self.named.iter().find(|(known, _)| known == name);
        found.map(|(_, index)| *index)
    }

    fn name_best(&mut self, name: &str, rank: fn(&Column) -> Option<u8>) {
        if self.index(name).is_some() {
            return;
        }
        let ranked = self
            .free()
            .filter_map(|column| Some((rank(column)?, column.index)));
        if let Some((_, index)) = ranked.max_by_key(|(rank, index)| (*rank, Reverse(*index))) {
            self.name(name, index);
        }
    }

    /// Names the columns whose header is the name of an attribute.
    fn name_attributes(&mut self, catalog_columns: &CatalogColumns) {
        for attribute in catalog_columns.attributes.keys() {
            if self.index(attribute).is_some() {
                continue;
            }
            let is_attribute = |column: &&Column| {
                words(&self.table.header[column.index]).concat() == words(attribute).concat()
            };
            let found = self.free().find(is_attribute).map(|column| column.index);
            self.named
                .extend(found.map(|index| (attribute.clone(), index)));
        }
    }

    /// Names the columns whose header is a language tag: `en`, or `en-US` if the catalog has `en`.
    fn name_languages(&mut self, languages: &[String]) {
        for is_tag in [is_same_tag, is_same_language] {
            for tag in languages {
                if self.index(tag).is_some() {
                    continue;
                }
                let is_its = |column: &&Column| is_tag(&self.table.header[column.index], tag);
                let found = self.free().find(is_its).map(|column| column.index);
                self.named.extend(found.map(|index| (tag.clone(), index)));
            }
        }
    }

    /// Names the column of the codes. Without a header that says so, the cells decide. Unique values are better than others.
    fn name_code(&mut self) -> Option<usize> {
        if let Some(given) = self.index("code") {
            return Some(given);
        }
        let best = |rank: fn(&Column) -> Option<u8>| {
            let ranked = self
                .free()
                .filter_map(|column| Some((column, rank(column)?)));
            let best = ranked.max_by_key(|(column, rank)| {
                (
                    column.is_unique(),
                    *rank,
                    column.has_other_codes(),
                    Reverse(column.index),
                )
            });
            best.map(|(column, _)| column.index)
        };
        let code = best(Column::rank_of_header).or_else(|| best(Column::rank_of_cells))?;
        self.name("code", code);
        if let Some(second) = self.second_code(code) {
            self.name("code", second);
        }
        Some(code)
    }

    /// Returns the column that has the code in the rows where the first one has a dash: documents with two levels of codes.
    fn second_code(&self, first: usize) -> Option<usize> {
        let has_text = |row: &Vec<String>, index: usize| row[index].contains(char::is_alphanumeric);
        let is_dash =
            |row: &Vec<String>, index: usize| !row[index].is_empty() && !has_text(row, index);
        let complements = |column: &&Column| {
            column.kind == Some(Kind::Code)
                && column.is_unique()
                && self
                    .table
                    .rows
                    .iter()
                    .any(|row| is_dash(row, first) && has_text(row, column.index))
                && self
                    .table
                    .rows
                    .iter()
                    .all(|row| !has_text(row, first) || !has_text(row, column.index))
        };
        self.free().find(complements).map(|column| column.index)
    }

    /// Names the column of the scope. A column that groups the codes is one only if the codes are not unique without it.
    fn name_scope(&mut self, code: usize) {
        if self.index("scope").is_some() {
            return;
        }
        let pairs = |index: usize| {
            let pairs = self.table.rows.iter().map(|row| (&row[code], &row[index]));
            pairs.collect::<HashSet<_>>().len()
        };
        let codes = pairs(code);
        let is_scope = |column: &&Column| match column.kind {
            Some(Kind::Scope) => true,
            Some(Kind::Group) => codes < self.table.rows.len() && pairs(column.index) > codes,
            _ => false,
        };
        let best = self.free().filter(is_scope).max_by_key(|column| {
            (
                !column.is_constant(),
                column.kind == Some(Kind::Scope),
                pairs(column.index),
                Reverse(column.index),
            )
        });
        if let Some(index) = best.map(|column| column.index) {
            self.name("scope", index);
        }
    }

    /// Names the columns of the messages: those whose header says so, or else other texts.
    fn name_messages(&mut self, languages: &[String], has_code: bool) {
        if self.index(MESSAGE).is_some() {
            return;
        }
        let tiers: [fn(&Column) -> bool; 4] = [
            |column| column.kind == Some(Kind::Message),
            |column| column.kind == Some(Kind::Name) && column.is_chinese(),
            |column| matches!(column.kind, Some(Kind::Remark | Kind::Symbol)),
            |column| column.kind.is_none() && column.is_text(),
        ];
        let tier = |is_message: fn(&Column) -> bool| -> Vec<usize> {
            self.free()
                .filter(|column| is_message(column))
                .map(|column| column.index)
                .collect()
        };
        // Without codes, the table may be any table.
        let tiers = tiers.into_iter().take(if has_code { 4 } else { 1 });
        let messages = tiers.map(tier).find(|tier| !tier.is_empty());
        let messages = messages.unwrap_or_default();
        let mut free: Vec<&String> = languages.iter().collect();
        free.retain(|tag| self.named.iter().all(|(name, _)| name != *tag));
        if messages.len() == 1 && free.len() == languages.len() && free.len() > 1 {
            self.name(MESSAGE, messages[0]);
            return;
        }
        for index in messages {
            let is_its = self.language_test(index);
            if let Some(at) = free.iter().position(|tag| is_its(tag)) {
                let tag = free.remove(at);
                self.named.push((tag.clone(), index));
            }
        }
    }

    /// Returns a test for the language of a column, which its header names or most of its cells have.
    fn language_test(&self, index: usize) -> impl Fn(&str) -> bool + use<> {
        let words = words(&self.table.header[index]);
        let has = |names: [&str; 2]| {
            words
                .iter()
                .any(|word| names.iter().any(|name| word.contains(name)))
        };
        let chinese = if has(["中文", "chinese"]) {
            true
        } else if has(["英文", "english"]) {
            false
        } else {
            self.columns[index].is_chinese()
        };
        move |tag: &str| {
            let language = primary(tag);
            words.contains(&language) || (language == "zh") == chinese
        }
    }
}

/// Returns the primary language of a tag: `zh` of `zh-Hans`.
fn primary(tag: &str) -> String {
    tag.split(['-', '_'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase()
}

fn is_same_tag(header: &str, tag: &str) -> bool {
    header.replace('_', "-").eq_ignore_ascii_case(tag)
}

/// Returns `true` for a header that is a tag of the same language.
fn is_same_language(header: &str, tag: &str) -> bool {
    let is_tag = |part: &str| {
        (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    header.split(['-', '_']).all(is_tag) && primary(header) == primary(tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(header: &str, rows: &[&str]) -> String {
        let row = |cells: &str| cells.split('|').map(str::to_owned).collect();
        let table = Table {
            title: String::new(),
            place: String::new(),
            header: row(header),
            rows: rows.iter().map(|cells| row(cells)).collect(),
            warning: None,
        };
        let catalog_columns = CatalogColumns {
            languages: vec!["zh".to_owned(), "en".to_owned()],
            http: Some(false),
            attributes: [("advice".to_owned(), false)].into(),
        };
        let columns = super::columns(&table, &catalog_columns, &[]);
        let names = columns
            .named
            .iter()
            .map(|(name, index)| format!("{name}={index}"));
        names.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn headers_and_cells_tell_what_columns_hold() {
        for (header, rows, expected) in [
            ("返回码|描述", &["1|成功"][..], "code=0 message=1"),
            (
                "分类|状态码|名称|说明",
                &["GET|200|OK|好"],
                "scope=0 code=1 name=2 message=3",
            ),
            (
                "ret_msg|description|ret_code",
                &["成功|Success|[00]"],
                "zh=0 en=1 code=2",
            ),
            (
                "English|No.|中文说明|Advice",
                &["Lost|E-1|Lost|wait"],
                "en=0 code=1 zh=2 advice=3",
            ),
            ("錯誤代碼|說明", &["E1|遺失"], "code=0 message=1"),
            (
                "code|name|zh|en|http|scope",
                &["1|LOST|丢失|Lost|404|GET"],
                "code=0 name=1 zh=2 en=3 http=4 scope=5",
            ),
            ("Code|zh-CN|en_US", &["1|丢失|Lost"], "code=0 zh=1 en=2"),
            ("a|b", &["some text|other text"], ""),
            ("|", &["7001|标签无效", "7002|尺寸无效"], "code=0 message=1"),
            (
                "||",
                &["Fine|0x00|All is well", "Lost|0x80|It is lost"],
                "name=0 code=1 message=2",
            ),
        ] {
            assert_eq!(columns(header, rows), expected, "{header}");
        }
    }

    #[test]
    fn a_row_number_is_not_the_code() {
        for (header, expected) in [
            ("序号|值|含义", "code=1 message=2"),
            ("#|编号|含义", "code=1 message=2"),
            ("Nr|Wert|Bedeutung", "code=1 message=2"),
            ("No.|Code|Text", "code=1 message=2"),
            // A number that is the only candidate may be the code.
            ("No.|Color|Text", "code=0 message=2"),
            ("序号|Color|Text", "message=2"),
        ] {
            let color = ["1|red|a b", "2|blue|c d"];
            let number = ["1|0|a b", "2|7|c d"];
            let rows = if header.contains("Color") {
                color
            } else {
                number
            };
            assert_eq!(columns(header, &rows), expected, "{header}");
        }
    }

    #[test]
    fn a_column_of_codes_has_unique_values() {
        for (header, rows, expected) in [
            (
                "Status Code|Error Codes|Message",
                ["400|P.1|a", "400|P.2|b"],
                "http=0 code=1 message=2",
            ),
            (
                "code|reason|message",
                ["400|ParcelLost|a b", "400|ParcelLate|c d"],
                "http=0 code=1 message=2",
            ),
            (
                "Status Code|Meaning",
                ["404|Lost", "500|Broken"],
                "code=0 message=1",
            ),
            (
                "Error|Code|Text",
                ["PARCEL_LOST|-1|a b", "NONE|0|c d"],
                "name=0 code=1 message=2",
            ),
            (
                "Code|Id|Text",
                ["LOST|1|a b", "LATE|2|c d"],
                "code=0 message=2",
            ),
            // A document may list a code several times.
            (
                "Carrier|Code|Text",
                ["north|1|a b", "south|1|c d"],
                "scope=0 code=1 message=2",
            ),
            (
                "Carrier|Code|Text",
                ["north|1|a b", "south|2|c d"],
                "code=1 message=2",
            ),
            (
                "main_code|sub_code|Text",
                ["M1|-|a b", "-|S1|c d"],
                "code=0 code=1 message=2",
            ),
        ] {
            assert_eq!(columns(header, &rows), expected, "{header}");
        }
    }

    #[test]
    fn symbols_are_codes_if_the_header_says_so() {
        for (header, expected) in [
            ("Error code|Description", "code=0 message=1"),
            ("错误码|描述", "code=0 message=1"),
            ("Reason|Description", "code=0 message=1"),
            ("Color|Description", "message=1"),
        ] {
            let rows = ["order.missing|a b", "badAmount|c d"];
            assert_eq!(columns(header, &rows), expected, "{header}");
        }
    }
}
