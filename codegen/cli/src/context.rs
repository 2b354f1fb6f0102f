//! The catalog that a command works on.

use std::fs;
use std::path::{Path, PathBuf};

use codegen::Catalog;
use codegen::text::sanitized_path;

use crate::failure::Failure;
use crate::plural::counted;
use crate::terminal::Terminal;
use crate::terminal::diagnostics;

/// The catalog that a command works on.
pub(crate) struct Context {
    /// The path of `catalog.toml`.
    pub(crate) catalog: PathBuf,
}

impl Context {
    /// Loads and checks the catalog, and prints its warnings.
    pub(crate) fn load(&self, terminal: &mut Terminal<'_>) -> Result<Catalog, Failure> {
        let catalog = terminal.wait_for("loading the catalog", || Catalog::load(&self.catalog))?;
        diagnostics::print_all(catalog.warnings(), terminal);
        Ok(catalog)
    }
}

/// Returns what a check without findings says: `checked 2 tables, 60 codes`.
pub(crate) fn checked(catalog: &Catalog) -> String {
    let codes = catalog.tables().map(|table| table.codes().len()).sum();
    let tables = counted(catalog.tables().count(), "table");
    format!("checked {tables}, {}", counted(codes, "code"))
}

const NAME: &str = "catalog.toml";
const CREATE: &str = "pass `--catalog PATH`, or create a catalog with `codegen init`, or with `codegen init --own` for your own codes";

/// Returns the path of the catalog that `--catalog` names, which may be a directory that has a `catalog.toml`.
pub(crate) fn named_catalog(path: &Path, terminal: &Terminal<'_>) -> Result<PathBuf, Failure> {
    let in_directory = path.join(NAME);
    if !terminal.path(path).is_dir() {
        Ok(path.to_owned())
    } else if terminal.path(&in_directory).is_file() {
        Ok(in_directory)
    } else {
        let path = sanitized_path(path);
        Err(Failure::new(format_args!("no `catalog.toml` in `{path}`")).with_help(CREATE))
    }
}

/// Returns the path of `catalog.toml` in this directory, or in the only subdirectory that has one.
pub(crate) fn find_catalog(terminal: &Terminal<'_>) -> Result<PathBuf, Failure> {
    if terminal.path(Path::new(NAME)).is_file() {
        return Ok(NAME.into());
    }
    let folders = fs::read_dir(terminal.path(Path::new("."))).map_err(|error| {
        Failure::new(format_args!(
            "failed to read the current directory: {error}"
        ))
    })?;
    let mut found: Vec<PathBuf> = (folders.filter_map(Result::ok))
        .map(|folder| Path::new(&folder.file_name()).join(NAME))
        .filter(|path| terminal.path(path).is_file())
        .collect();
    found.sort();
    match found.as_slice() {
        [only] => Ok(only.clone()),
        [] => Err(
            Failure::new("no `catalog.toml` in this directory or one level below")
                .with_help(CREATE),
        ),
        several => {
            let list = several
                .iter()
                .map(|path| format!("\n  {}", sanitized_path(path)))
                .collect::<String>();
            Err(Failure::new(format_args!("found several catalogs:{list}"))
                .with_help("choose one with `--catalog PATH`"))
        }
    }
}
