//! The rows of a plan's tables.

use super::{ATTRIBUTES, Code, HttpRule, Kind, Name, Plan, Row, Table, VALUES, Word};

impl Plan {
    pub(super) fn rows(&self, table: &Table) -> String {
        let tags = self.tags();
        let [
            has_printed,
            has_code,
            has_retired,
            has_review,
            has_note,
            has_translated_note,
            has_renamed,
            lacks_values,
        ] = table.columns;
        let mut header = vec!["code".to_owned(), "name".to_owned()];
        header.extend(tags.iter().map(|tag| (*tag).to_owned()));
        if has_printed {
            header.extend(tags.iter().map(|tag| format!("printed.{tag}")));
        }
        let attributes = ATTRIBUTES.iter().zip(&self.attributes).enumerate();
        let attributes: Vec<(usize, &str, Kind)> = attributes
            .filter_map(|(index, (name, attribute))| Some((index, *name, attribute.as_ref()?.kind)))
            .filter(|_| !lacks_values)
            .collect();
        header.extend(attributes.iter().map(|(_, name, _)| (*name).to_owned()));
        let has_http = self.http.is_some() && !matches!(table.http, Some(HttpRule::SameAsCode));
        for (name, is_there) in [
            ("http", has_http),
            ("scope", table.has_scopes),
            ("printed.code", has_code),
            ("retired", has_retired),
            ("note", has_note),
            ("note.en", has_translated_note),
            ("renamed", has_renamed),
            ("review", has_review),
        ] {
            header.extend(is_there.then(|| name.to_owned()));
        }
        let mut csv = header.join(",") + "\n";
        for (number, row) in table.rows.iter().enumerate() {
            let cells: Vec<String> = (header.iter())
                .map(|column| cell(&row.cell(column, number, &tags, &attributes)))
                .collect();
            csv.push_str(&cells.join(","));
            csv.push('\n');
        }
        csv
    }
}

impl Row {
    fn cell(
        &self,
        column: &str,
        number: usize,
        tags: &[&str],
        attributes: &[(usize, &str, Kind)],
    ) -> String {
        let language = |tag: &str| tags.iter().position(|own| *own == tag).map(|at| at % 3);
        if let Some(index) = language(column) {
            return self.messages[index].text().to_owned();
        }
        if let Some(index) = column.strip_prefix("printed.").and_then(language) {
            return self.printed[index].text().to_owned();
        }
        if let Some((index, _, kind)) = attributes.iter().find(|(_, name, _)| *name == column) {
            let value = self.values[*index];
            return match kind {
                Kind::Values => VALUES[usize::from(value) % 2].to_owned(),
                Kind::Text => self.note.text().to_owned(),
                Kind::Url if value < 16 => self.note.text().to_owned(),
                Kind::Url => format!("https://example.com/{value}"),
                Kind::Integer => (i64::from(value) - 100).to_string(),
                Kind::Flag => (value % 2 == 0).to_string(),
            };
        }
        match column {
            "code" => self.code.text(),
            "printed.code" => format!("[{}]", self.code.text()),
            "name" => match &self.name {
                Name::Own => format!("order paid at step {number} then"),
                Name::Word(word) => word.text().to_owned(),
                Name::Text(text) => text.text().to_owned(),
                Name::Empty => String::new(),
            },
            "http" => (u16::from(self.http) + 199).to_string(),
            "scope" => ["get", "post", "any"][usize::from(self.scope) % 3].to_owned(),
            "retired" => match &self.retired {
                Some(code) => format!("since V2: it is gone; use {}", code.text()),
                None => String::new(),
            },
            "review" if self.has_review => "look at it".to_owned(),
            "renamed" => self.renamed.map(Word::text).unwrap_or_default().to_owned(),
            "note" | "note.en" => self.note.text().to_owned(),
            _ => String::new(),
        }
    }
}

impl Code {
    pub(super) fn text(&self) -> String {
        match self {
            Code::Number(number) => number.to_string(),
            Code::Large(number) => number.to_string(),
            Code::Padded(number) => format!("{number:04}"),
            Code::Signed(number) => number.to_string(),
            Code::Hex(number) => format!("{number:#010X}").replace('X', "x"),
            Code::SignedRange(first, count) => {
                let last = i32::from(*first) + i32::from(*count);
                format!("{first}-{last}")
            }
            Code::Range(first, count) => {
                let last = u32::from(*first) + u32::from(*count);
                format!("{first:06}-{last:06}")
            }
            Code::Text(text) => text.text().to_owned(),
        }
    }
}

/// A cell of CSV.
pub(super) fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
