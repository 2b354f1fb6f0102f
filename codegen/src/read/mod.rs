//! Read: from paths to the files' contents, with a place for everything.
//!
//! What is looked at here is form: encoding, syntax, keys that nobody knows, rows that are too long. What
//! the contents mean is left to [`model`](crate::model).

pub mod catalog;
mod characters;
pub mod csv;
mod placed;
pub mod table;
mod toml;
pub mod translation;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use self::catalog::CatalogFile;
use self::csv::Grid;
pub use self::placed::Placed;
use self::table::TableFile;
use crate::diagnostic::{Report, inert_path};
use crate::limits;
use crate::source::{Cell, Files, SourceId, Sources, Span, Unreadable, tidy};

/// A catalog's files, as they were read.
#[derive(Debug)]
pub struct CatalogFiles {
    pub source: SourceId,
    pub catalog: CatalogFile,
    pub glossary: Option<Grid>,
    pub tables: Vec<TableFiles>,
}

/// A table's two files.
#[derive(Debug)]
pub struct TableFiles {
    /// As the catalog names it: `lianlian/return-code`.
    pub name: Cell,
    pub source: SourceId,
    pub description: TableFile,
    pub grid: Grid,
}

/// Reads the catalog and all files that it names.
pub fn catalog(
    path: &Path,
    files: &Files,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<CatalogFiles> {
    let source = read(path, None, files, sources, report)?;
    let catalog: CatalogFile = toml::parse(source, sources, report)?;
    let folder = path.parent().unwrap_or(Path::new(""));

    let glossary = catalog.glossary.as_ref().and_then(|name| {
        let named = Some((cell(source, name).span, "the glossary"));
        let id = read(&folder.join(name.get_ref()), named, files, sources, report)?;
        csv::parse(id, sources, report)
    });
    let mut names: BTreeMap<PathBuf, Span> = BTreeMap::new();
    let mut tables = Vec::new();
    for (index, name) in catalog.tables.iter().enumerate() {
        let name = cell(source, name);
        if limits::TABLES.is_passed_by(index + 1) {
            (report.error(name.span, limits::TABLES.passed())).help("make several catalogs of it");
            break;
        }
        let path = tidy(Path::new(&name.text));
        if let Some(first) = names.get(&path) {
            report
                .error(name.span, format!("the table `{}` stands twice", name.text))
                .related(*first, "first here");
            continue;
        }
        names.insert(path, name.span);
        tables.extend(table(folder, name, files, sources, report));
    }
    Some(CatalogFiles {
        source,
        catalog,
        glossary,
        tables,
    })
}

/// Reads `NAME.toml` and `NAME.csv`, both even if one is no good, so that all errors are seen.
fn table(
    folder: &Path,
    name: Cell,
    files: &Files,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<TableFiles> {
    let path = |extension: &str| {
        PathBuf::from(format!("{}.{extension}", folder.join(&name.text).display()))
    };
    let named = Some((name.span, "the table"));
    let source = read(&path("toml"), named, files, sources, report);
    let description = source.and_then(|id| toml::parse(id, sources, report));
    let grid = read(&path("csv"), named, files, sources, report)
        .and_then(|id| csv::parse(id, sources, report));
    Some(TableFiles {
        name,
        source: source?,
        description: description?,
        grid: grid?,
    })
}

/// Reads one file; says who named it (and as what) where it cannot be read.
fn read(
    path: &Path,
    named: Option<(Span, &str)>,
    files: &Files,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<SourceId> {
    let unreadable = match sources.read(files, path) {
        Ok(id) => return characters::check(id, sources, report).then_some(id),
        Err(unreadable) => unreadable,
    };
    let path = tidy(path);
    match unreadable {
        Unreadable::Io(error) => {
            let message = format!("cannot read {}: {error}", inert_path(&path));
            match named {
                Some((span, what)) => {
                    let finding = report.error(span, message).help(format!(
                        "paths are relative to the catalog; create the file, or put right the name of {what}"
                    ));
                    finding.maybe_help(files.nearest(&path));
                }
                None => {
                    report
                        .file_error(&path, message)
                        .help("name the catalog's file, `catalog.toml` as a rule");
                }
            }
        }
        Unreadable::TooLarge => {
            let message = limits::FILE_SIZE.passed();
            let finding = match named {
                Some((span, _)) => report.error(span, format!("{}: {message}", inert_path(&path))),
                None => report.file_error(&path, message),
            };
            finding.help("check that it is the right file; split the table");
        }
        Unreadable::NotUtf8 { guess, at } => {
            let message = match guess {
                Some(guess) => format!("the file is not UTF-8; it looks like {guess}"),
                None => "the file is not UTF-8".to_owned(),
            };
            report
                .error(at, message)
                .help("save it as UTF-8: in a spreadsheet, choose `CSV UTF-8` when saving");
        }
    }
    None
}

/// A value of a TOML file, with its place.
pub fn cell(source: SourceId, value: &Placed<String>) -> Cell {
    Cell {
        text: value.get_ref().clone(),
        span: span(source, value),
    }
}

/// The place of a value of a TOML file.
pub fn span<T>(source: SourceId, value: &Placed<T>) -> Span {
    Span::new(source, value.span())
}
