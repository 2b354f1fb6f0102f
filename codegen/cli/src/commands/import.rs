//! `codegen import DOCUMENT`: a first draft of a table, from the document that prints it.

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::path::{Component, Path, PathBuf};

use crate::catalog_columns::CatalogColumns;
use crate::context::Context;
use crate::document::{self, Columns, Table, table_by_number};
use crate::draft::Draft;
use crate::failure::{ExitStatus, Failure};
use crate::terminal::{Terminal, diagnostics};
use codegen::catalog::raw;
use codegen::files;
use codegen::text::{Sanitized, sanitized_path};

/// What `import` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Markdown, HTML, CSV, TSV or XLSX
    document: PathBuf,

    /// Which of the document's tables to write; without it, they are listed
    #[arg(long, value_name = "N")]
    table: Option<usize>,

    /// What the table is to be called: NAME.toml and NAME.csv beside the catalog [default: the document's name]
    #[arg(long, value_name = "NAME", requires = "table")]
    name: Option<String>,

    /// What the document's columns hold, where the guess is wrong: `code=返回码,zh=描述`, or by number, `en=3`
    #[arg(long, value_name = "NAME=HEADER", value_delimiter = ',')]
    columns: Vec<String>,
}

pub(crate) fn run(
    context: &Context,
    options: &Options,
    terminal: &mut Terminal<'_>,
) -> Result<ExitStatus, Failure> {
    let catalog = context.catalog.as_path();
    // Whether its other tables are sound does not matter here.
    let shared = CatalogColumns::new(&raw::Catalog::read(catalog)?);
    let document = terminal.path(&options.document);
    let tables = document::tables(&document)?;
    let Some(number) = options.table else {
        list(&tables, &shared, &document, terminal)?;
        return Ok(ExitStatus::Clean);
    };
    let table = table_by_number(&tables, number, &document)?;
    let columns = columns(table, &shared, &options.columns)?;
    let name = match &options.name {
        Some(name) => name.clone(),
        None => default_name(&document),
    };
    let draft = Draft::new(&name, table, &columns, &shared, &document)?;
    write(catalog, &name, &draft)?;
    report_draft(catalog, &name, table, &columns, &draft, terminal);
    Ok(ExitStatus::Clean)
}

fn columns(table: &Table, shared: &CatalogColumns, given: &[String]) -> Result<Columns, Failure> {
    let columns = if given.is_empty() {
        document::guess_columns(table, &shared.languages, &shared.attributes())
    } else {
        document::columns_from_args(given, table, &shared.languages, &shared.columns())?
    };
    if columns.index("code").is_none() {
        return Err(Failure::new(format_args!(
            "it cannot be told which column holds the codes: {}\n  help: name it, `--columns code=HEADER,{}=HEADER`",
            table.header.join(" | "),
            shared.languages[0]
        )));
    }
    Ok(columns)
}

/// Prints the tables, one a line, and what their columns are taken for.
fn list(
    tables: &[Table],
    shared: &CatalogColumns,
    document: &Path,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let mut text = String::new();
    for (index, table) in tables.iter().enumerate() {
        let columns = document::guess_columns(table, &shared.languages, &shared.attributes());
        let header = (table.header.iter().enumerate())
            .map(|(at, header)| match columns.name(at) {
                Some(name) => format!("{} = {name}", Sanitized(header)),
                None => Sanitized(header).to_string(),
            })
            .collect::<Vec<_>>()
            .join(" | ");
        let _ = writeln!(text, "{:>3}  {table}\n     {header}", index + 1);
    }
    terminal.print(&text)?;
    terminal.say(format_args!(
        "`codegen import {} --table N --name NAME` makes a table of one of them",
        sanitized_path(document)
    ));
    Ok(())
}

fn default_name(document: &Path) -> String {
    let stem = document.file_stem().unwrap_or_default().to_string_lossy();
    heck::ToKebabCase::to_kebab_case(&*stem)
}

/// Writes both files or neither. What is there already is never overwritten.
fn write(catalog: &Path, name: &str, draft: &Draft) -> Result<(), Failure> {
    let path = Path::new(name);
    let is_plain = (path.components()).all(|part| matches!(part, Component::Normal(_)));
    let last = path.file_name().and_then(OsStr::to_str);
    let Some(last) = last.filter(|_| is_plain) else {
        return Err(Failure::new(format_args!(
            "`{name}` cannot be the name of a table\n  help: it is a path below the catalog's folder, `shop/return-code`"
        )));
    };
    let folder = (catalog.parent().unwrap_or(Path::new(""))).join(path.with_file_name(""));
    let file = |extension: &str| format!("{last}.{extension}");
    let there = ["toml", "csv"].map(|extension| folder.join(file(extension)));
    if let Some(there) = there.iter().find(|path| path.exists()) {
        return Err(Failure::new(format_args!(
            "{} is there already\n  help: give another `--name`; `codegen reconcile {name} DOCUMENT` holds a table against a new edition",
            sanitized_path(there)
        )));
    }
    let files = [(file("csv"), &*draft.csv), (file("toml"), &*draft.toml)];
    files::write_all(&[files::OutputDir::new_files(&folder, files)])?;
    Ok(())
}

/// Says what was written, what was left out, and what is to be done now.
fn report_draft(
    catalog: &Path,
    name: &str,
    table: &Table,
    columns: &Columns,
    draft: &Draft,
    terminal: &mut Terminal<'_>,
) {
    for (index, header) in table.header.iter().enumerate() {
        if columns.name(index).is_none() {
            let warning = format!(
                "the column `{header}` is left out\n  help: `--columns NAME={header}`, with all the others, keeps it as `printed.NAME`"
            );
            diagnostics::print_warning(&warning, terminal);
        }
    }
    for row in &draft.left_out {
        diagnostics::print_warning(&format!("left out: {row}"), terminal);
    }
    let name = Sanitized(name).to_string();
    terminal.say(format_args!(
        "wrote {name}.toml and {name}.csv: {} rows, each marked in `review`\n\
         now add \"{name}\" to `tables` in {}, go through the rows, and empty their marks",
        draft.rows,
        sanitized_path(catalog)
    ));
}
