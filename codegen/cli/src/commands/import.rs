//! `codegen import DOCUMENT`: list the tables in a document, or draft a table from one of them.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::catalog_columns::CatalogColumns;
use crate::context::Context;
use crate::document::{self, Columns, HeaderRow, Table, table_by_number};
use crate::draft::{Draft, name_list};
use crate::failure::{ExitStatus, Failure};
use crate::plural::counted;
use crate::terminal::shell::path_argument;
use crate::terminal::{Terminal, diagnostics};
use codegen::catalog::raw;
use codegen::files;
use codegen::text::{Sanitized, is_identifier, sanitized_path};

/// The options of `import`.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Document to read: Markdown, HTML, reStructuredText, CSV, TSV or XLSX
    document: PathBuf,

    /// Number of the table to import, or numbers of several to join (`1,3`); omit to list the tables
    #[arg(long, value_name = "N", value_delimiter = ',')]
    table: Vec<usize>,

    /// Override the detected columns: `code=返回码,zh=描述`, or by number, `en=3`; `printed.module=模块` keeps another column
    #[arg(
        long,
        value_name = "NAME=HEADER",
        value_delimiter = ',',
        requires = "table"
    )]
    columns: Vec<String>,

    /// CSV file with the columns `code` and `name`, as `export --format csv` writes it
    #[arg(long, value_name = "FILE", requires = "table")]
    names: Option<PathBuf>,

    /// Read the first row of each table as data
    #[arg(long)]
    no_header: bool,

    /// Name of the new table; writes NAME.toml and NAME.csv next to the catalog [default: the document's file name]
    #[arg(long, value_name = "NAME", requires = "table")]
    name: Option<String>,
}

pub(crate) fn run(
    context: Result<Context, Failure>,
    options: &Options,
    terminal: &mut Terminal<'_>,
) -> Result<ExitStatus, Failure> {
    // The raw catalog, so that errors in its tables do not prevent the import of another one.
    let read = |context: &Context| raw::Catalog::read(&context.catalog);
    let catalog_columns = match &context {
        Ok(context) => CatalogColumns::new(&read(context)?),
        Err(_) => CatalogColumns::without_catalog(),
    };
    let document = terminal.path(&options.document);
    let tables = terminal.wait_for("reading the document", || {
        document::tables(&document, HeaderRow::unless(options.no_header))
    })?;
    if options.table.is_empty() {
        list(&tables, &catalog_columns, &document, terminal)?;
        return Ok(ExitStatus::Clean);
    }
    let context = context?;
    let catalog = context.catalog.as_path();
    let mut chosen = Vec::new();
    for number in &options.table {
        let table = table_by_number(&tables, *number, &document)?;
        chosen.push((table, columns(table, &catalog_columns, &options.columns)?));
    }
    let pairs: Vec<(&Table, &Columns)> = (chosen.iter())
        .map(|(table, columns)| (*table, columns))
        .collect();
    let joined = document::join(&pairs);
    let (table, columns) = match (pairs.as_slice(), &joined) {
        ([(table, columns)], _) => (*table, *columns),
        (_, Some((table, columns))) => (table, columns),
        (_, None) => return Ok(ExitStatus::Clean),
    };
    let name = match &options.name {
        Some(name) => name.clone(),
        None => default_name(&document),
    };
    let names = match &options.names {
        Some(path) => name_list::read(&terminal.path(path), &name)?,
        None => HashMap::new(),
    };
    let draft = Draft::new(&name, table, columns, &catalog_columns, names, &document)?;
    write(catalog, &name, &draft)?;
    report_draft(catalog, &name, &pairs, &draft, terminal);
    Ok(ExitStatus::Clean)
}

/// Returns the meaning of the columns: given, or else detected. Errs if no column holds the codes.
fn columns(
    table: &Table,
    catalog_columns: &CatalogColumns,
    given: &[String],
) -> Result<Columns, Failure> {
    let given = document::given_columns(given, table, &catalog_columns.columns())?;
    let columns = document::columns(table, catalog_columns, &given);
    if columns.index("code").is_none() {
        return Err(Failure::new(format_args!(
            "cannot tell which column holds the codes: {}",
            table.header.join(" | ")
        ))
        .with_help(catalog_columns.columns_help()));
    }
    Ok(columns)
}

/// Prints the tables, and for each column what it seems to hold.
fn list(
    tables: &[Table],
    catalog_columns: &CatalogColumns,
    document: &Path,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let mut text = String::new();
    for (index, table) in tables.iter().enumerate() {
        let columns = document::columns(table, catalog_columns, &[]);
        let header = (0..table.header.len())
            .map(|at| match columns.name(at) {
                Some(name) => format!("{} = {name}", table.label(at)),
                None => table.label(at),
            })
            .collect::<Vec<_>>()
            .join(" | ");
        let _ = writeln!(text, "{:>3}  {table}\n     {header}", index + 1);
    }
    terminal.print(&text)?;
    terminal.note(format_args!(
        "to import one: `codegen import {} --table N --name NAME`",
        path_argument(document)
    ));
    Ok(())
}

/// Returns the file name as the name of a table: ASCII words that become a Rust module.
fn default_name(document: &Path) -> String {
    let stem = document.file_stem().unwrap_or_default().to_string_lossy();
    let ascii: String = (stem.chars())
        .map(|c| if c.is_ascii() { c } else { ' ' })
        .collect();
    let name = heck::ToKebabCase::to_kebab_case(ascii.as_str());
    if is_identifier(&name.replace('-', "_")) {
        name
    } else {
        format!("codes-{name}").trim_end_matches('-').to_owned()
    }
}

/// Writes both files or neither. Errs if one of them exists.
fn write(catalog: &Path, name: &str, draft: &Draft) -> Result<(), Failure> {
    let path = Path::new(name);
    let last = path.file_name().and_then(OsStr::to_str);
    let is_valid = name.split('/').all(files::is_portable_file_name);
    let Some(last) = last.filter(|_| is_valid) else {
        return Err(
            Failure::new(format_args!("invalid table name `{}`", Sanitized(name)))
                .with_help("use a path relative to the catalog's directory, such as `shop/return-code`, of names that are valid on every system"),
        );
    };
    let folder = (catalog.parent().unwrap_or(Path::new(""))).join(path.with_file_name(""));
    let file = |extension: &str| format!("{last}.{extension}");
    let paths = ["toml", "csv"].map(|extension| folder.join(file(extension)));
    if let Some(existing) = paths.iter().find(|path| path.exists()) {
        return Err(
            Failure::new(format_args!("`{}` already exists", sanitized_path(existing))).with_help(
                format_args!(
                    "pass another `--name`, or run `codegen reconcile {} DOCUMENT` to compare the table with a new edition",
                    path_argument(path)
                ),
            ),
        );
    }
    let files = [(file("csv"), &*draft.csv), (file("toml"), &*draft.toml)];
    files::write_all(&[files::OutputDir::new_files(&folder, files)])?;
    Ok(())
}

/// Prints what was written, what was skipped, and what to do next.
fn report_draft(
    catalog: &Path,
    name: &str,
    tables: &[(&Table, &Columns)],
    draft: &Draft,
    terminal: &mut Terminal<'_>,
) {
    let mut ignored: Vec<String> = Vec::new();
    for (table, columns) in tables {
        let unnamed = (0..table.header.len()).filter(|index| columns.name(*index).is_none());
        let labels = unnamed.map(|index| match table.header[index].as_str() {
            "" => table.label(index),
            header => format!("`{header}`"),
        });
        for label in labels {
            if !ignored.contains(&label) {
                ignored.push(label);
            }
        }
    }
    if !ignored.is_empty() {
        let count = counted(ignored.len(), "column");
        let warning = format!("{count} ignored: {}", ignored.join(", "));
        let help = "to keep a column, pass `--columns printed.NAME=HEADER`";
        diagnostics::print_warning(&warning, Some(help), terminal);
    }
    for warning in tables
        .iter()
        .filter_map(|(table, _)| table.warning.as_ref())
    {
        let help = "in the spreadsheet, format these cells as text with the content that they show";
        diagnostics::print_warning(warning, Some(help), terminal);
    }
    if let Some(summary) = document::skipped_summary(&draft.skipped) {
        diagnostics::print_warning(&summary, None, terminal);
    }
    if !draft.replaced.is_empty() {
        let placeholders = draft.replaced.iter().map(|(mark, names)| {
            let names: Vec<String> = names.iter().map(|name| format!("`{{{name}}}`")).collect();
            format!("\n  `{}` -> {}", Sanitized(mark), names.join(", "))
        });
        let warning = format!(
            "placeholders were renamed:{}",
            placeholders.collect::<String>()
        );
        diagnostics::print_warning(
            &warning,
            Some("choose better names in the messages"),
            terminal,
        );
    }
    let name = Sanitized(name).to_string();
    terminal.note(format_args!(
        "wrote {name}.toml and {name}.csv ({} to review)\n\
         next: add \"{name}\" to `tables` in {}, then review each row and clear its `review` cell",
        counted(draft.rows, "row"),
        sanitized_path(catalog)
    ));
}
