//! The files of a catalog, in the layout of a careful author or of a spreadsheet.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use crate::catalog::{Attribute, Catalog, Kind, Row, Table};

/// The layout of files, which does not change their meaning.
#[derive(Clone, Copy, Debug, Default)]
pub struct Layout {
    /// A byte order mark, Windows line ends, empty cells and lines at the end.
    pub is_of_a_spreadsheet: bool,
    /// Quotes around each cell.
    pub quotes_all: bool,
    /// Columns in the opposite order, except for printed ones.
    pub turns_columns: bool,
}

/// Returns the files, by path.
pub fn files(catalog: &Catalog, folder: &str, layout: Layout) -> BTreeMap<PathBuf, Vec<u8>> {
    let path = |file: &str| PathBuf::from(format!("{folder}{file}"));
    let mut files = BTreeMap::from([(path("catalog.toml"), catalog_toml(catalog).into_bytes())]);
    for table in &catalog.tables {
        let (toml, csv) = (table_toml(table, catalog), csv(table, catalog, layout));
        files.insert(path(&format!("{}.toml", table.name)), toml.into_bytes());
        files.insert(path(&format!("{}.csv", table.name)), csv.into_bytes());
    }
    files
}

fn catalog_toml(catalog: &Catalog) -> String {
    let list = |texts: &mut dyn Iterator<Item = &String>| {
        texts
            .map(|text| quoted(text))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let mut toml = format!(
        "languages = [{}]\ndisplay = {}\ntables = [{}]\n",
        list(&mut catalog.languages.iter()),
        quoted(&catalog.languages[catalog.display]),
        list(&mut catalog.tables.iter().map(|table| &table.name)),
    );
    if catalog.features {
        toml.push_str("\n[rust]\nserde = \"serde\"\nhttp = \"http\"\n");
    }
    if let Some(http) = &catalog.http {
        let _ = writeln!(
            toml,
            "\n[http]\ndoc = {}\noptional = {}",
            quoted(&http.doc),
            http.optional
        );
        if let Some(status) = http.undocumented {
            let _ = writeln!(toml, "undocumented = {status}");
        }
    }
    for attribute in &catalog.attributes {
        attribute_toml(attribute, &mut toml);
    }
    toml
}

fn attribute_toml(attribute: &Attribute, toml: &mut String) {
    let (name, doc) = (&attribute.name, quoted(&attribute.doc));
    let _ = writeln!(
        toml,
        "\n[attribute.{name}]\ndoc = {doc}\noptional = {}",
        attribute.optional
    );
    let kind = match &attribute.kind {
        Kind::Words(_) => None,
        Kind::Text => Some("text"),
        Kind::Url => Some("url"),
        Kind::Integer(_) => Some("integer"),
        Kind::Flag => Some("flag"),
    };
    if let Some(kind) = kind {
        let _ = writeln!(toml, "kind = \"{kind}\"");
    }
    if let Kind::Integer(integer_type) = &attribute.kind {
        let _ = writeln!(toml, "type = \"{integer_type}\"");
    }
    if let Some(value) = &attribute.undocumented {
        let value = match &attribute.kind {
            // TOML has no integers of 64 bits without a sign.
            Kind::Words(_) | Kind::Text | Kind::Url | Kind::Integer("u64") => quoted(value),
            Kind::Integer(_) | Kind::Flag => value.clone(),
        };
        let _ = writeln!(toml, "undocumented = {value}");
    }
    let Kind::Words(words) = &attribute.kind else {
        return;
    };
    let first = quoted(&words[0].0);
    if attribute.decides {
        let _ = writeln!(toml, "success = [{first}]");
    }
    if let Some(predicate) = &attribute.predicate {
        let _ = writeln!(
            toml,
            "predicates = {{ {predicate} = {{ values = [{first}], doc = {doc} }} }}"
        );
    }
    let _ = writeln!(toml, "[attribute.{name}.values]");
    for (word, doc) in words {
        let _ = writeln!(toml, "{word} = {}", quoted(doc));
    }
}

fn table_toml(table: &Table, catalog: &Catalog) -> String {
    let mut toml = format!(
        "module = \"{}\"\ntype = \"{}\"\n",
        table.module, table.type_name
    );
    let width = table
        .width
        .map_or(String::new(), |width| format!(", width = {width}"));
    let _ = writeln!(
        toml,
        "code = {{ charset = \"{}\"{width} }}",
        table.charset.name()
    );
    if let Some(title) = &table.title {
        let tag = &catalog.languages[catalog.display];
        let _ = writeln!(toml, "title = {{ {tag} = {} }}", quoted(title));
        let _ = writeln!(toml, "doc = {{ {tag} = {} }}", quoted(title));
    }
    if let Some(document) = &table.document {
        let _ = writeln!(
            toml,
            "source = {{ document = {0}, version = {0} }}",
            quoted(document)
        );
    }
    let marks: Vec<String> = table.marks.iter().map(|mark| quoted(mark)).collect();
    let _ = writeln!(toml, "printed_placeholders = [{}]", marks.join(", "));
    if !table.repeated.is_empty() {
        toml.push_str("\n[repeated]\n");
        for code in &table.repeated {
            let _ = writeln!(toml, "{} = \"listed twice\"", quoted(code));
        }
    }
    if !table.scopes.is_empty() {
        toml.push_str("\n[scope.values]\n");
        for (scope, doc) in &table.scopes {
            let _ = writeln!(toml, "{scope} = {}", quoted(doc));
        }
    }
    toml
}

/// Returns the rows of a table as CSV.
pub fn csv(table: &Table, catalog: &Catalog, layout: Layout) -> String {
    let mut columns: Vec<Column> = vec![Column::of("code", |row| row.code.clone())];
    columns.push(Column::of("name", |row| row.name.clone()));
    columns.push(Column::of("renamed", |row| row.renamed.clone()));
    if !table.scopes.is_empty() {
        columns.push(Column::of("scope", |row| row.scope.clone()));
    }
    for (at, tag) in catalog.languages.iter().enumerate() {
        columns.push(Column::of(tag, move |row| row.messages[at].clone()));
    }
    if catalog.http.is_some() {
        columns.push(Column::of("http", |row| row.http.clone()));
    }
    for (at, attribute) in catalog.attributes.iter().enumerate() {
        columns.push(Column::of(&attribute.name, move |row| {
            row.attributes[at].clone()
        }));
    }
    columns.push(Column::of("retired", |row| row.retired.clone()));
    columns.push(Column::of("note", |row| row.note.clone()));
    if layout.turns_columns {
        columns.reverse();
    }
    if table.is_printed {
        columns.push(Column::of("printed.code", |row| row.printed[0].clone()));
        for (at, tag) in catalog.languages.iter().enumerate() {
            let printed = format!("printed.{tag}");
            columns.push(Column::of(&printed, move |row| row.printed[at + 1].clone()));
        }
    }
    let mut lines = vec![line(
        columns.iter().map(|column| column.name.clone()),
        layout,
    )];
    for row in &table.rows {
        lines.push(line(
            columns.iter().map(|column| (column.cell)(row)),
            layout,
        ));
    }
    if layout.is_of_a_spreadsheet {
        format!("\u{feff}{},,\r\n,,,\r\n\r\n", lines.join(",,\r\n"))
    } else {
        lines.join("\n") + "\n"
    }
}

/// The name of a column, and its cell in a row.
struct Column {
    name: String,
    cell: Box<dyn Fn(&Row) -> String>,
}

impl Column {
    fn of(name: &str, cell: impl Fn(&Row) -> String + 'static) -> Self {
        Column {
            name: name.to_owned(),
            cell: Box::new(cell),
        }
    }
}

fn line(cells: impl Iterator<Item = String>, layout: Layout) -> String {
    let cell = |cell: String| {
        if layout.quotes_all || cell.contains([',', '"']) {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell
        }
    };
    cells.map(cell).collect::<Vec<_>>().join(",")
}

/// Returns a text as TOML writes it.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
