//! Read: from paths to the files' contents, each part with its span.
//!
//! This pass checks the form: encoding, syntax, unknown keys, the number of cells in a row. [`resolve`](crate::resolve) gives
//! the contents their meaning.

pub(crate) mod catalog_file;
mod characters;
mod conflicts;
pub(crate) mod csv;
mod csv_shape;
mod decomposed;
pub(crate) mod language_option;
pub(crate) mod table_file;
pub(crate) mod text_option;
mod toml;
mod toml_mistakes;
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
use crate::suggest::{closest_match, similar};

/// The contents of a catalog's files.
#[derive(Debug)]
pub(crate) struct CatalogFiles {
    /// The name of the catalog's file.
    pub name: String,
    pub source: SourceId,
    pub catalog: CatalogFile,
    pub glossary: Option<Grid>,
    pub tables: Vec<TableFiles>,
}

/// The contents of a table's two files.
#[derive(Debug)]
pub(crate) struct TableFiles {
    /// As the catalog names it: `lianlian/return-code`.
    pub name: Cell,
    pub source: SourceId,
    pub description: TableFile,
    pub grid: Grid,
}

/// Reads the catalog and all files that it names; `None` if the catalog is invalid.
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

impl Reader<'_> {
    fn catalog(&mut self, path: &Path) -> Option<CatalogFiles> {
        let source = self.file(path, None)?;
        let folder = path.parent().unwrap_or(Path::new(""));
        let Some(catalog) = self.toml::<CatalogFile>(source) else {
            // The files of the tables may have mistakes as well, which need no catalog to be found.
            let names = toml::texts(source, self.sources, "tables");
            self.tables(source, folder, &names);
            return None;
        };
        let glossary = catalog.glossary.as_ref().and_then(|name| {
            let name = cell(source, name);
            let is_relative = check_relative(&name, self.report);
            is_relative.then(|| self.csv(&folder.join(&name.text), Some(name.span)))?
        });
        let tables = self.tables(source, folder, &catalog.tables);
        let name = path.file_name().unwrap_or_default();
        Some(CatalogFiles {
            name: sanitized_path(Path::new(name)),
            source,
            catalog,
            glossary,
            tables,
        })
    }

    fn tables(
        &mut self,
        source: SourceId,
        folder: &Path,
        names: &[Spanned<String>],
    ) -> Vec<TableFiles> {
        let mut first_names: BTreeMap<PathBuf, Span> = BTreeMap::new();
        let mut tables = Vec::new();
        for (index, name) in names.iter().enumerate() {
            let name = cell(source, name);
            if self.limits.tables.is_exceeded_by(index + 1) {
                self.report
                    .error(name.span, self.limits.tables.message())
                    .help("split the catalog");
                break;
            }
            let path = tidy(Path::new(&name.text));
            if let Some(first) = first_names.get(&path) {
                self.report
                    .error(name.span, format!("duplicate table `{}`", name.text))
                    .related(*first, "first listed here")
                    .help("remove one of them");
                continue;
            }
            first_names.insert(path, name.span);
            if check_relative(&name, self.report) {
                tables.extend(self.table(folder, name));
            }
        }
        tables
    }

    /// Reads `NAME.toml` and `NAME.csv`, both even if one is invalid, so that one run reports the mistakes of both.
    fn table(&mut self, folder: &Path, name: Cell) -> Option<TableFiles> {
        let path = |extension: &str| {
            let mut path = folder.join(&name.text).into_os_string();
            path.push(format!(".{extension}"));
            PathBuf::from(path)
        };
        let mention = Some(name.span);
        let (description, rows) = (self.read(&path("toml")), self.read(&path("csv")));
        if let (Err(toml), Err(csv)) = (&description, &rows)
            && toml.is_not_found()
            && csv.is_not_found()
        {
            let suggestion = self.similar_file(&path("toml"));
            let suggestion = suggestion.map(|file| {
                let table = Path::new(&name.text).with_file_name(file.trim_end_matches(".toml"));
                similar("table", &sanitized_path(&table).to_string())
            });
            let [toml, csv] = [path("toml"), path("csv")].map(|path| sanitized_path(&tidy(&path)));
            self.report
                .error(name.span, format!("table `{}` does not exist", name.text))
                .note(format!("neither `{toml}` nor `{csv}` exists"))
                .help(suggestion.unwrap_or_else(|| {
                    "create the files, or correct the name of the table".to_owned()
                }));
            return None;
        }
        let source = self.accept(&path("toml"), mention, description);
        let description = source.and_then(|source| self.toml(source));
        let rows = self.accept(&path("csv"), mention, rows);
        let grid = rows.and_then(|rows| csv::parse(rows, self.sources, self.limits, self.report));
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

    fn csv(&mut self, path: &Path, mention: Option<Span>) -> Option<Grid> {
        let source = self.file(path, mention)?;
        csv::parse(source, self.sources, self.limits, self.report)
    }

    /// Reads a file as text. An error about the file as a whole is at its mention: the place that names the file.
    fn file(&mut self, path: &Path, mention: Option<Span>) -> Option<SourceId> {
        let result = self.read(path);
        self.accept(path, mention, result)
    }

    fn read(&mut self, path: &Path) -> Result<SourceId, Unreadable> {
        self.sources.read(self.files, path, &self.limits.file_size)
    }

    /// Reports what is wrong with a file as text.
    fn accept(
        &mut self,
        path: &Path,
        mention: Option<Span>,
        result: Result<SourceId, Unreadable>,
    ) -> Option<SourceId> {
        match result {
            Ok(id) => self.check_text(id).then_some(id),
            Err(unreadable) => {
                self.report_unreadable(&tidy(path), mention, unreadable);
                None
            }
        }
    }

    /// Reports what is wrong with the text of a file as a whole; returns `true` if nothing is.
    fn check_text(&mut self, id: SourceId) -> bool {
        if !conflicts::check(id, self.sources, self.report) {
            return false;
        }
        let has_valid_characters = characters::check(id, self.sources, self.report);
        decomposed::check(id, self.sources, self.report) && has_valid_characters
    }

    fn report_unreadable(&mut self, path: &Path, mention: Option<Span>, unreadable: Unreadable) {
        let displayed = sanitized_path(path);
        match unreadable {
            Unreadable::Read(ReadError::Io(error)) => {
                let message = format!("failed to read `{displayed}`: {error}");
                match mention {
                    Some(span) => {
                        let suggestion = self.similar_file(path);
                        self.report
                            .error(span, message)
                            .note("paths are relative to the catalog")
                            .maybe_help(suggestion.map(|file| similar("file", &file)));
                    }
                    None => {
                        self.report
                            .file_error(path, message)
                            .help("pass the path of a catalog, usually `catalog.toml`; `codegen init` creates one");
                    }
                }
            }
            Unreadable::Read(ReadError::TooLarge) => {
                let message = self.limits.file_size.message();
                let finding = match mention {
                    Some(span) => self.report.error(span, format!("`{displayed}`: {message}")),
                    None => self.report.file_error(path, message),
                };
                finding.help("check that this is the right file, or split the table");
            }
            Unreadable::NotUtf8 { guess, at } => {
                // A workbook has no text at all, so its place is the file.
                let at = if guess.is_some_and(|guess| guess.contains("workbook")) {
                    Span::new(at.source, 0..0)
                } else {
                    at
                };
                let message = match guess {
                    Some(guess) => format!("file is not UTF-8; it looks like {guess}"),
                    None => "file is not UTF-8".to_owned(),
                };
                self.report
                    .error(at, message)
                    .help("save the file as UTF-8: in a spreadsheet, as `CSV UTF-8`");
            }
        }
    }

    /// Returns a file with a similar name in the same directory.
    fn similar_file(&self, path: &Path) -> Option<String> {
        let mut names = self.files.names_beside(path);
        names.retain(|name| Path::new(name).extension() == path.extension());
        let name = path.file_name()?.to_str()?;
        closest_match(name, names.iter().map(String::as_str)).map(str::to_owned)
    }
}

/// Reports an absolute path. A catalog works in any directory, and an error must not quote any file of the machine.
pub(crate) fn check_relative(path: &Cell, report: &mut Report) -> bool {
    let is_relative = !Path::new(&path.text).has_root();
    if !is_relative {
        let message = format!("absolute path `{}` is not allowed", path.text);
        report
            .error(path.span, message)
            .help("use a path relative to the directory of the catalog");
    }
    is_relative
}

/// Returns a text of a TOML file with its span.
pub(crate) fn cell(source: SourceId, value: &Spanned<String>) -> Cell {
    Cell {
        text: value.get_ref().clone(),
        span: span(source, value),
    }
}

/// Returns the span of a value of a TOML file.
pub(crate) fn span<T>(source: SourceId, value: &Spanned<T>) -> Span {
    Span::new(source, value.span())
}

/// Returns the entries of a TOML table in the order of the file instead of the alphabet.
pub(crate) fn in_order<T>(
    table: &BTreeMap<Spanned<String>, T>,
) -> impl Iterator<Item = (&Spanned<String>, &T)> {
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    entries.into_iter()
}
