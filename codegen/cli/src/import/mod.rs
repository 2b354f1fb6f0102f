//! `codegen import DOCUMENT`: a first draft of a table, from the document that prints it.

pub(super) mod draft;
pub(super) mod propose;

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Component, Path, PathBuf};

use self::draft::{Draft, Shared};
use super::document::{self, Columns, Table};
use super::{Context, Failure, Outcome, render};
use codegen::diagnostic::Errors;
use codegen::limits::Limits;
use codegen::output;
use codegen::read;
use codegen::report::Report;
use codegen::sanitize::{Sanitized, sanitized_path};
use codegen::source::{FileSource, Sources};

/// What `import` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
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

pub(super) fn run(context: &Context, options: &Options) -> Result<Outcome, Failure> {
    let catalog = context.catalog.as_path();
    let shared = shared(catalog)?;
    let tables = document::tables(&options.document)?;
    let Some(number) = options.table else {
        list(&tables, &shared, &options.document);
        return Ok(Outcome::Clean);
    };
    let table = nth(&tables, number, &options.document)?;
    let columns = columns(table, &shared, &options.columns)?;
    let name = match &options.name {
        Some(name) => name.clone(),
        None => default_name(&options.document),
    };
    let draft = Draft::new(&name, table, &columns, &shared, &options.document)?;
    write(catalog, &name, &draft)?;
    say(catalog, &name, table, &columns, &draft);
    Ok(Outcome::Clean)
}

/// What the catalog says of all its tables. Whether the others are sound does not matter here.
fn shared(catalog: &Path) -> Result<Shared, Failure> {
    let (mut sources, mut report) = (Sources::default(), Report::default());
    match read::catalog(
        catalog,
        &FileSource::Disk,
        &Limits::default(),
        &mut sources,
        &mut report,
    ) {
        Some(files) => Ok(Shared::new(&files.catalog)),
        None => Err(Errors::new(report.resolve(&sources), Vec::new()).into()),
    }
}

/// A table of the document, by its number from 1.
pub(super) fn nth<'a>(
    tables: &'a [Table],
    number: usize,
    document: &Path,
) -> Result<&'a Table, Failure> {
    let found = number.checked_sub(1).and_then(|index| tables.get(index));
    found.ok_or_else(|| {
        let count = tables.len();
        let plural = if count == 1 { "table" } else { "tables" };
        Failure::new(format_args!(
            "{} has {count} {plural}, and no table {number}\n  help: `codegen import {0}` lists them",
            sanitized_path(document)
        ))
    })
}

fn columns(table: &Table, shared: &Shared, given: &[String]) -> Result<Columns, Failure> {
    let columns = if given.is_empty() {
        document::guess(table, &shared.languages, &shared.attributes())
    } else {
        document::named(given, table, &shared.languages, &shared.columns())?
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
fn list(tables: &[Table], shared: &Shared, document: &Path) {
    let mut stdout = anstream::stdout().lock();
    for (index, table) in tables.iter().enumerate() {
        let columns = document::guess(table, &shared.languages, &shared.attributes());
        let header = (table.header.iter().enumerate())
            .map(|(at, header)| match columns.name(at) {
                Some(name) => format!("{} = {name}", Sanitized(header)),
                None => Sanitized(header).to_string(),
            })
            .collect::<Vec<_>>()
            .join(" | ");
        let _ = writeln!(stdout, "{:>3}  {table}\n     {header}", index + 1);
    }
    let _ = stdout.flush();
    let _ = writeln!(
        anstream::stderr(),
        "`codegen import {} --table N --name NAME` makes a table of one of them",
        sanitized_path(document)
    );
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
    output::write_all(&[output::OutputDir::new_files(&folder, files)])?;
    Ok(())
}

/// Says what was written, what was left out, and what is to be done now.
fn say(catalog: &Path, name: &str, table: &Table, columns: &Columns, draft: &Draft) {
    for (index, header) in table.header.iter().enumerate() {
        if columns.name(index).is_none() {
            render::warning(&format!(
                "the column `{header}` is left out\n  help: `--columns NAME={header}`, with all the others, keeps it as `printed.NAME`"
            ));
        }
    }
    for row in &draft.left_out {
        render::warning(&format!("left out: {row}"));
    }
    let mut stderr = anstream::stderr().lock();
    let name = Sanitized(name).to_string();
    let _ = writeln!(
        stderr,
        "wrote {name}.toml and {name}.csv: {} rows, each marked in `review`\n\
         now add \"{name}\" to `tables` in {}, go through the rows, and empty their marks",
        draft.rows,
        sanitized_path(catalog)
    );
}
