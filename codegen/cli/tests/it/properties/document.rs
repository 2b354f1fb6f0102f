//! Documents with a table, in the formats that providers publish.

/// The format of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Markdown,
    Html,
    Csv,
    Tsv,
}

impl Format {
    pub(crate) const ALL: [Format; 4] = [Format::Markdown, Format::Html, Format::Csv, Format::Tsv];

    /// Returns the file name of a document.
    pub(crate) fn file(self) -> &'static str {
        match self {
            Format::Markdown | Format::Html => "document.txt",
            Format::Csv => "document.csv",
            Format::Tsv => "document.tsv",
        }
    }

    /// Returns a document with these rows, the first of which is the header.
    pub(crate) fn document(self, rows: &[Vec<String>]) -> String {
        let lines = rows.iter().map(|row| self.line(row));
        let lines: Vec<String> = lines.collect();
        match self {
            Format::Markdown => {
                let rule = "| --- ".repeat(rows[0].len()) + "|";
                let (header, rest) = (&lines[0], lines[1..].join("\n"));
                format!("# Interface\n\nCodes\n\n{header}\n{rule}\n{rest}\n\nThat was all.\n")
            }
            Format::Html => format!("# Codes\n\n<table>\n{}\n</table>\n", lines.join("\n")),
            Format::Csv | Format::Tsv => lines.join("\r\n"),
        }
    }

    fn line(self, cells: &[String]) -> String {
        let cells = cells.iter().map(|cell| self.cell(cell));
        let cells: Vec<String> = cells.collect();
        match self {
            Format::Markdown => format!("| {} |", cells.join(" | ")),
            Format::Html => format!("<tr><td>{}</td></tr>", cells.join("</td><td>")),
            Format::Csv => cells.join(","),
            Format::Tsv => cells.join("\t"),
        }
    }

    /// Returns a text as it is written in a cell.
    fn cell(self, text: &str) -> String {
        match self {
            Format::Markdown => {
                let mut escaped = String::new();
                for c in text.chars() {
                    if c.is_ascii_punctuation() {
                        escaped.push('\\');
                    }
                    escaped.push(c);
                }
                escaped
            }
            Format::Html => text
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('>', "&gt;"),
            Format::Csv | Format::Tsv if text.contains(['"', ',']) => {
                format!("\"{}\"", text.replace('"', "\"\""))
            }
            Format::Csv | Format::Tsv => text.to_owned(),
        }
    }
}
