//! Read: from paths to the files' contents, with a place for everything.
//!
//! What is looked at here is form: encoding, syntax, unknown keys, rows that are too long. What the contents mean is
//! left to [`resolve`](crate::resolve).

pub(crate) mod catalog_file;
mod characters;
pub(crate) mod csv;
pub(crate) mod table_file;
mod toml;
pub(crate) mod translation;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use ::toml::Spanned;
use serde::de::DeserializeOwned;

use self::catalog_file::CatalogFile;
use self::csv::Grid;
use self::table_file::TableFile;
use crate::limits::Limits;
use crate::report::Report;
use crate::sanitize::sanitized_path;
use crate::source::{Cell, FileSource, ReadError, SourceId, Sources, Span, Unreadable, tidy};
use crate::suggest::suggestion;

/// A catalog's files, as they were read.
#[derive(Debug)]
pub(crate) struct CatalogFiles {
    pub source: SourceId,
    pub catalog: CatalogFile,
    pub glossary: Option<Grid>,
    pub tables: Vec<TableFiles>,
}

/// A table's two files.
#[derive(Debug)]
pub(crate) struct TableFiles {
    /// As the catalog names it: `lianlian/return-code`.
    pub name: Cell,
    pub source: SourceId,
    pub description: TableFile,
    pub grid: Grid,
}

/// Reads the catalog and all files that it names.
pub(crate) fn catalog(
    path: &Path,
    files: &FileSource,
    limits: &Limits,
    sources: &mut Sources,
    report: &mut Report,
) -> Option<CatalogFiles> {
    let mut reader = Reader {
        files,
        limits,
        sources,
        report,
    };
    reader.catalog(path)
}

struct Reader<'a> {
    files: &'a FileSource,
    limits: &'a Limits,
    sources: &'a mut Sources,
    report: &'a mut Report,
}

/// The place that names a file, and what the file is to it: `the table`.
type Mention<'a> = (Span, &'a str);

impl Reader<'_> {
    fn catalog(&mut self, path: &Path) -> Option<CatalogFiles> {
        let source = self.file(path, None)?;
        let catalog: CatalogFile = self.toml(source)?;
        let folder = path.parent().unwrap_or(Path::new(""));
        let glossary = catalog.glossary.as_ref().and_then(|name| {
            let mention = Some((span(source, name), "the glossary"));
            self.csv(&folder.join(name.get_ref()), mention)
        });
        let mut names: BTreeMap<PathBuf, Span> = BTreeMap::new();
        let mut tables = Vec::new();
        for (index, name) in catalog.tables.iter().enumerate() {
            let name = cell(source, name);
            if self.limits.tables.is_exceeded_by(index + 1) {
                self.report
                    .error(name.span, self.limits.tables.message())
                    .help("make several catalogs of it");
                break;
            }
            let path = tidy(Path::new(&name.text));
            if let Some(first) = names.get(&path) {
                self.report
                    .error(name.span, format!("the table `{}` stands twice", name.text))
                    .related(*first, "first here");
                continue;
            }
            names.insert(path, name.span);
            tables.extend(self.table(folder, name));
        }
        Some(CatalogFiles {
            source,
            catalog,
            glossary,
            tables,
        })
    }

    /// Reads `NAME.toml` and `NAME.csv`, both even if one is no good, so that all errors are seen.
    fn table(&mut self, folder: &Path, name: Cell) -> Option<TableFiles> {
        let path = |extension: &str| {
            PathBuf::from(format!("{}.{extension}", folder.join(&name.text).display()))
        };
        let mention = Some((name.span, "the table"));
        let source = self.file(&path("toml"), mention);
        let description = source.and_then(|source| self.toml(source));
        let grid = self.csv(&path("csv"), mention);
        Some(TableFiles {
            name,
            source: source?,
            description: description?,
            grid: grid?,
        })
    }

    fn toml<T: DeserializeOwned>(&mut self, source: SourceId) -> Option<T> {
        toml::parse(source, self.sources, &self.limits.nesting, self.report)
    }

    fn csv(&mut self, path: &Path, mention: Option<Mention<'_>>) -> Option<Grid> {
        let source = self.file(path, mention)?;
        csv::parse(source, self.sources, self.limits, self.report)
    }

    /// Reads one file as text; where it cannot be read, the error is at the place that names it.
    fn file(&mut self, path: &Path, mention: Option<Mention<'_>>) -> Option<SourceId> {
        match self.sources.read(self.files, path, &self.limits.file_size) {
            Ok(id) => characters::check(id, self.sources, self.report).then_some(id),
            Err(unreadable) => {
                self.unreadable(&tidy(path), mention, unreadable);
                None
            }
        }
    }

    fn unreadable(&mut self, path: &Path, mention: Option<Mention<'_>>, unreadable: Unreadable) {
        match unreadable {
            Unreadable::Read(ReadError::Io(error)) => {
                let message = format!("cannot read {}: {error}", sanitized_path(path));
                match mention {
                    Some((span, what)) => {
                        let suggestion = self.suggestion(path);
                        self.report
                            .error(span, message)
                            .help(format!(
                                "paths are relative to the catalog; create the file, or put right the name of {what}"
                            ))
                            .maybe_help(suggestion);
                    }
                    None => {
                        self.report
                            .file_error(path, message)
                            .help("name the catalog's file, `catalog.toml` as a rule");
                    }
                }
            }
            Unreadable::Read(ReadError::TooLarge) => {
                let message = self.limits.file_size.message();
                let finding = match mention {
                    Some((span, _)) => {
                        let message = format!("{}: {message}", sanitized_path(path));
                        self.report.error(span, message)
                    }
                    None => self.report.file_error(path, message),
                };
                finding.help("check that it is the right file; split the table");
            }
            Unreadable::NotUtf8 { guess, at } => {
                let message = match guess {
                    Some(guess) => format!("the file is not UTF-8; it looks like {guess}"),
                    None => "the file is not UTF-8".to_owned(),
                };
                self.report
                    .error(at, message)
                    .help("save it as UTF-8: in a spreadsheet, choose `CSV UTF-8` when saving");
            }
        }
    }

    /// The help that names a file of a similar name in the same folder.
    fn suggestion(&self, path: &Path) -> Option<String> {
        let mut names = self.files.names_beside(path);
        names.retain(|name| Path::new(name).extension() == path.extension());
        suggestion(
            path.file_name()?.to_str()?,
            names.iter().map(String::as_str),
        )
    }
}

/// A value of a TOML file, with its place.
pub(crate) fn cell(source: SourceId, value: &Spanned<String>) -> Cell {
    Cell {
        text: value.get_ref().clone(),
        span: span(source, value),
    }
}

/// The place of a value of a TOML file.
pub(crate) fn span<T>(source: SourceId, value: &Spanned<T>) -> Span {
    Span::new(source, value.span())
}

/// Returns the entries of a TOML table in the file's order rather than the alphabet's.
pub(crate) fn in_order<T>(
    table: &BTreeMap<Spanned<String>, T>,
) -> impl Iterator<Item = (&Spanned<String>, &T)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries.into_iter()
}
