//! The columns of a table's CSV file.

use super::languages::is_language_tag;
use super::table_languages::may_lack_messages;
use crate::model::{Catalog, HttpSource, Kind, Table};
use crate::names::COLUMNS;
use crate::report::Report;
use crate::source::{Cell, Span};
use crate::suggest::{and, closest_match, similar};

/// A plain column and its printed one: `zh` and `printed.zh`.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Column {
    plain: Option<usize>,
    printed: Option<usize>,
}

impl Column {
    /// Returns the plain cell or, if it is empty, the printed one.
    pub(super) fn cell<'a>(&self, cells: &'a [Cell]) -> Option<&'a Cell> {
        let at = |index: Option<usize>| index.and_then(|index| cells.get(index));
        let full = |cell: &&Cell| !cell.text.is_empty();
        at(self.plain)
            .filter(full)
            .or(at(self.printed).filter(full))
    }

    /// Returns the plain cell, even if it is empty; the printed one if there is no plain column.
    pub(super) fn place<'a>(&self, cells: &'a [Cell]) -> Option<&'a Cell> {
        self.plain
            .or(self.printed)
            .and_then(|index| cells.get(index))
    }

    /// Returns the printed cell if it is not empty.
    pub(super) fn printed<'a>(&self, cells: &'a [Cell]) -> Option<&'a Cell> {
        self.printed
            .and_then(|index| cells.get(index))
            .filter(|cell| !cell.text.is_empty())
    }

    /// Returns the plain cell and the printed one if neither is empty.
    pub(super) fn both<'a>(&self, cells: &'a [Cell]) -> Option<(&'a Cell, &'a Cell)> {
        let plain = self.plain.and_then(|index| cells.get(index));
        let plain = plain.filter(|cell| !cell.text.is_empty())?;
        Some((plain, self.printed(cells)?))
    }
}

/// The columns of a table.
#[derive(Debug)]
pub(super) struct TableColumns {
    pub(super) code: Column,
    pub(super) name: Column,
    pub(super) renamed: Column,
    pub(super) scope: Option<Column>,
    pub(super) http: Option<Column>,
    /// In the order of the languages.
    pub(super) messages: Vec<Column>,
    /// The indices of the attributes with a column, in the catalog's order.
    pub(super) attributes: Vec<(usize, Column)>,
    pub(super) retired: Column,
    pub(super) review: Column,
    /// The name after `printed.` and the index of each printed column, in the order of the file.
    pub(super) printed: Vec<(String, usize)>,
    pub(super) note: Option<usize>,
    /// The columns `note.TAG`, in the order of the languages.
    pub(super) translated_notes: Vec<Option<usize>>,
    /// `false` if a column is unknown, missing or without a header.
    pub(super) are_valid: bool,
    /// The indices of the languages without any message, because their columns are new.
    pub(super) untranslated: Vec<usize>,
}

impl TableColumns {
    /// Finds the columns by the header. A missing column is reported once, not in each row.
    pub(super) fn find(
        header: &[Cell],
        table: &Table,
        has_scopes: bool,
        catalog: &Catalog,
        report: &mut Report,
    ) -> Self {
        let names = known(table, has_scopes, catalog);
        // A misspelt column is read as the one that was meant, so that its cells are checked too.
        let mut meant: Vec<String> = header.iter().map(|cell| cell.text.clone()).collect();
        // Columns whose case is wrong.
        let mut in_other_case: Vec<(&Cell, String)> = Vec::new();
        let mut unclear: Vec<(&Cell, Unclear)> = Vec::new();
        for (index, cell) in header.iter().enumerate() {
            if cell.text.is_empty() {
                unclear.push((cell, Unclear::Unnamed));
            } else if let Some(first) = header[..index].iter().find(|first| first.text == cell.text)
            {
                unclear.push((cell, Unclear::Duplicate(first.span)));
            } else if let Some(column) = in_known_case(&cell.text, &names, catalog) {
                meant[index].clone_from(&column);
                in_other_case.push((cell, column));
            } else if !is_known(&cell.text, &names, catalog) {
                let similar = similar_column(cell, &names, catalog);
                if similar.is_none() && !is_explained(&cell.text, catalog) {
                    unclear.push((cell, Unclear::Unknown));
                } else {
                    report_unknown_column(cell, similar.as_deref(), catalog, report);
                }
                meant[index] = similar.unwrap_or_default();
            }
        }
        report_case(&in_other_case, report);
        let printed = meant
            .iter()
            .enumerate()
            .filter_map(|(index, name)| Some((name.strip_prefix("printed.")?.to_owned(), index)))
            .collect();
        let position = |wanted: &str| meant.iter().position(|name| name == wanted);
        let note = position("note");
        let translated_notes = (catalog.tags())
            .map(|tag| position(&format!("note.{tag}")))
            .collect();
        let column = |name: &str| Column {
            plain: position(name),
            printed: position(&format!("printed.{name}")),
        };
        let mut missing: Vec<(String, String)> = Vec::new();
        let mut required = |name: &str, reason: &str| {
            let column = column(name);
            if column.plain.is_none() && column.printed.is_none() {
                missing.push((name.to_owned(), reason.to_owned()));
            }
            column
        };
        let code = required("code", "it holds the codes");
        let name = required("name", "it holds the names of the variants");
        let messages = (catalog.tags().enumerate())
            .map(|(index, tag)| {
                if table.requires_language(index) {
                    required(tag, "it holds the messages in this language")
                } else if table.has_language(index) {
                    column(tag)
                } else {
                    Column::default()
                }
            })
            .collect();
        let scope = has_scopes
            .then(|| required("scope", "the table's TOML file declares `[scope.values]`"));
        let http_is_required = catalog.http.as_ref().is_some_and(|http| !http.optional);
        let http = match table.http {
            HttpSource::Column { .. } if http_is_required => Some(required(
                "http",
                "`[http]` is not `optional` in the catalog",
            )),
            HttpSource::Column { .. } => Some(column("http")),
            HttpSource::Absent | HttpSource::Code => None,
        };
        let mut attributes = Vec::new();
        let declared = catalog.attributes.iter().enumerate();
        for (index, attribute) in declared.filter(|(_, attribute)| !attribute.is_derived) {
            let name = &attribute.name.text;
            let is_broken = matches!(&attribute.kind, Kind::Enum(values) if values.is_empty());
            if !attribute.optional && !is_broken {
                let reason = "the attribute is not `optional` in the catalog";
                attributes.push((index, required(name, reason)));
            } else if meant.contains(name) {
                attributes.push((index, column(name)));
            }
        }
        let are_valid = unclear.is_empty() && missing.is_empty() && !meant.contains(&String::new());
        // A column that seems to be missing is likely to be one whose header is wrong.
        for (cell, kind) in unclear {
            let is_other = matches!(kind, Unclear::Unknown) && could_be_language(&cell.text);
            let name = (!is_other && !missing.is_empty()).then(|| missing.remove(0).0);
            kind.report(cell, name.as_deref(), &names, catalog, report);
        }
        let end = header.last().map_or(table.name.span, |last| Span {
            start: last.span.end,
            ..last.span
        });
        for (name, reason) in missing {
            let language = catalog.tags().position(|tag| tag == name);
            let may_lack_messages = |language| may_lack_messages(language, table, catalog);
            report
                .error(end, format!("missing column `{name}`"))
                .note(reason)
                .help("add the column, with a cell in each row")
                .maybe_help(language.and_then(may_lack_messages));
        }
        TableColumns {
            code,
            name,
            renamed: column("renamed"),
            scope,
            http,
            messages,
            attributes,
            retired: column("retired"),
            review: column("review"),
            printed,
            note,
            translated_notes,
            are_valid,
            untranslated: Vec::new(),
        }
    }

    /// Finds the languages without any message.
    pub(super) fn find_untranslated(&mut self, rows: &[Vec<Cell>]) {
        let languages = self.messages.iter().enumerate();
        let is_empty = |column: &Column| rows.iter().all(|row| column.cell(row).is_none());
        let untranslated = languages.filter(|(_, column)| is_empty(column));
        self.untranslated = untranslated.map(|(language, _)| language).collect();
    }
}

/// A header that is wrong in a way that hides which column it is.
enum Unclear {
    Unnamed,
    /// The same as another one, which is at this place.
    Duplicate(Span),
    Unknown,
}

impl Unclear {
    /// Reports the header; `missing` is the name of a missing column, which it may be.
    fn report(
        &self,
        cell: &Cell,
        missing: Option<&str>,
        names: &[&str],
        catalog: &Catalog,
        report: &mut Report,
    ) {
        let finding = report.error(
            cell.span,
            match self {
                Unclear::Unnamed => "column has no header".to_owned(),
                Unclear::Duplicate(_) => format!("duplicate column `{}`", cell.text),
                Unclear::Unknown => format!("unknown column `{}`", cell.text),
            },
        );
        let finding = match self {
            Unclear::Duplicate(first) => finding.related(*first, "first defined here"),
            _ => finding,
        };
        let finding = match missing {
            Some(name) => finding.note(format!("column `{name}` is missing")),
            None => finding,
        };
        match (self, missing) {
            (Unclear::Unnamed, Some(name)) => {
                finding.help(format!("if the column holds `{name}`, add the header"))
            }
            (_, Some(name)) => finding.help(format!(
                "if the column holds `{name}`, correct its header; otherwise, delete it"
            )),
            (Unclear::Unnamed, None) => finding.help("add a header, or delete the column"),
            (Unclear::Duplicate(_), None) => finding.help("delete one of the columns"),
            (Unclear::Unknown, None) => {
                let finding = finding.note(available(names, catalog));
                if could_be_language(&cell.text) {
                    let tag = &cell.text;
                    finding.help(format!(
                        "if it is a language, add `\"{tag}\"` to `languages` in the catalog"
                    ))
                } else if is_other(&cell.text, names) {
                    let name = &cell.text;
                    finding.help(format!(
                        "correct the header, delete the column, or keep it as `printed.{name}`"
                    ))
                } else {
                    finding.help("correct the header, or delete the column")
                }
            }
        };
    }
}

/// Returns the plain columns that the table may have.
fn known<'a>(table: &Table, has_scopes: bool, catalog: &'a Catalog) -> Vec<&'a str> {
    let mut names = vec!["code", "name", "note", "renamed", "retired", "review"];
    let tags = catalog.tags().enumerate();
    names.extend(tags.filter_map(|(index, tag)| table.has_language(index).then_some(tag)));
    names.extend(
        catalog
            .attributes
            .iter()
            .filter(|attribute| !attribute.is_derived)
            .map(|attribute| attribute.name.text.as_str()),
    );
    if has_scopes {
        names.push("scope");
    }
    if matches!(table.http, HttpSource::Column { .. }) {
        names.push("http");
    }
    names
}

fn is_known(name: &str, names: &[&str], catalog: &Catalog) -> bool {
    if let Some(language) = name.strip_prefix("note.") {
        return catalog.tags().any(|tag| tag == language);
    }
    match name.strip_prefix("printed.") {
        Some("note" | "renamed" | "retired" | "review") => false,
        Some(of) => names.contains(&of) || is_other(of, names),
        None => names.contains(&name),
    }
}

/// Returns the column that an unknown one would be in another case: `printed.en` for `Printed.EN`.
fn in_known_case(name: &str, names: &[&str], catalog: &Catalog) -> Option<String> {
    let (prefix, of) = name.rsplit_once('.').unwrap_or(("", name));
    let known = match names.iter().find(|known| known.eq_ignore_ascii_case(of)) {
        Some(known) => (*known).to_owned(),
        None => of.to_ascii_lowercase(),
    };
    let column = match prefix.to_ascii_lowercase() {
        prefix if prefix.is_empty() => known,
        prefix => format!("{prefix}.{known}"),
    };
    (column != name && !is_known(name, names, catalog) && is_known(&column, names, catalog))
        .then_some(column)
}

/// Reports the columns whose case is wrong, each with the known column. They have one cause.
fn report_case(columns: &[(&Cell, String)], report: &mut Report) {
    let [(first, _), more @ ..] = columns else {
        return;
    };
    let found: Vec<&str> = columns.iter().map(|(cell, _)| cell.text.as_str()).collect();
    let known: Vec<&str> = columns.iter().map(|(_, column)| column.as_str()).collect();
    let plural = if more.is_empty() { "" } else { "s" };
    report
        .error(
            first.span,
            format!("unknown column{plural} {}", and(&found)),
        )
        .note("the names of columns are case-sensitive")
        .help(format!("write {}", and(&known)));
}

/// Returns `true` if a table may keep another column of the document under this name: it is in lower case, and differs from each
/// known column by more than one character.
fn is_other(name: &str, names: &[&str]) -> bool {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-');
    let is_misspelt = |known: &&str| strsim::damerau_levenshtein(name, known) == 1;
    !name.is_empty()
        && name.chars().all(is_plain)
        && !COLUMNS.contains(&name)
        && !names.iter().any(is_misspelt)
}

/// Returns `true` for a language tag whose first part has the length of most: `fr`, `pt-BR`.
fn could_be_language(name: &str) -> bool {
    is_language_tag(name) && name.split('-').next().is_some_and(|first| first.len() <= 3)
}

/// Returns the name of a column that is similar to an unknown one.
fn similar_column(cell: &Cell, names: &[&str], catalog: &Catalog) -> Option<String> {
    if is_derived(&cell.text, catalog) {
        return None;
    }
    let printed: Vec<String> = names.iter().map(|name| format!("printed.{name}")).collect();
    let notes: Vec<String> = catalog.tags().map(|tag| format!("note.{tag}")).collect();
    let prefixed = printed.iter().chain(&notes).map(String::as_str);
    closest_match(&cell.text, names.iter().copied().chain(prefixed)).map(str::to_owned)
}

/// Returns `true` if the name of an unknown column says which column it is.
fn is_explained(name: &str, catalog: &Catalog) -> bool {
    matches!(name, "scope" | "http")
        || is_derived(name, catalog)
        || catalog.tags().any(|tag| tag == name)
}

fn is_derived(name: &str, catalog: &Catalog) -> bool {
    let mut attributes = catalog.attributes.iter();
    attributes.any(|attribute| attribute.is_derived && attribute.name.text == name)
}

/// Returns the note that lists the columns.
fn available(names: &[&str], catalog: &Catalog) -> String {
    let notes: Vec<String> = catalog.tags().map(|tag| format!("note.{tag}")).collect();
    let names: Vec<&str> = (names.iter().copied())
        .chain(notes.iter().map(String::as_str))
        .collect();
    format!(
        "available columns: `{}`, and `printed.` followed by the name of a column",
        names.join("`, `")
    )
}

/// Reports an unknown column whose name says which column it is, or is similar to one.
fn report_unknown_column(
    cell: &Cell,
    similar_column: Option<&str>,
    catalog: &Catalog,
    report: &mut Report,
) {
    if is_derived(&cell.text, catalog) {
        let message = format!("derived attribute `{}` cannot have a column", cell.text);
        report
            .error(cell.span, message)
            .note("its values follow from the other columns")
            .help("delete the column");
        return;
    }
    let finding = report.error(cell.span, format!("unknown column `{}`", cell.text));
    match (cell.text.as_str(), similar_column) {
        ("scope", _) => {
            finding.help("declare `[scope.values]` in the table's TOML file, or delete the column")
        }
        ("http", _) if catalog.http.is_none() => {
            finding.help("add `[http]` to the catalog, or delete the column")
        }
        ("http", _) => finding
            .note("the table's TOML file sets `http = { same_as = \"code\" }`")
            .help("delete the column"),
        (_, Some(name)) if !catalog.tags().any(|tag| tag == cell.text) => {
            finding.help(similar("column", name))
        }
        (tag, _) => finding
            .note("the table's TOML file does not list this language")
            .help(format!(
                "add `\"{tag}\"` to `languages` in the table's TOML file, or delete the column"
            )),
    };
}
