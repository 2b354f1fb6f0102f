//! What every command works on.

use std::fs;
use std::path::{Path, PathBuf};

use codegen::Catalog;
use codegen::text::sanitized_path;

use crate::failure::Failure;
use crate::terminal::Terminal;
use crate::terminal::diagnostics::{self, Format};

/// What every command works on.
pub(crate) struct Context {
    /// The catalog's path.
    pub(crate) catalog: PathBuf,
    /// How diagnostics are printed.
    pub(crate) format: Format,
}

impl Context {
    /// Reads and checks the catalog; prints what is worth mending in it.
    pub(crate) fn load(&self, terminal: &mut Terminal<'_>) -> Result<Catalog, Failure> {
        let catalog = Catalog::load(&self.catalog)?;
        diagnostics::print_all(catalog.warnings(), self.format, terminal);
        Ok(catalog)
    }
}

/// `catalog.toml` here, or in the one folder below that has it.
pub(crate) fn find_catalog(terminal: &Terminal<'_>) -> Result<PathBuf, Failure> {
    const NAME: &str = "catalog.toml";
    if terminal.path(Path::new(NAME)).is_file() {
        return Ok(NAME.into());
    }
    let folders = fs::read_dir(terminal.path(Path::new(".")))
        .map_err(|error| Failure::new(format_args!("cannot read this folder: {error}")))?;
    let mut found: Vec<PathBuf> = (folders.filter_map(Result::ok))
        .map(|folder| Path::new(&folder.file_name()).join(NAME))
        .filter(|path| terminal.path(path).is_file())
        .collect();
    found.sort();
    match found.as_slice() {
        [only] => Ok(only.clone()),
        [] => Err(Failure::new(
            "there is no catalog.toml here, nor one folder down\n  help: name it, `--catalog FILE`",
        )),
        several => {
            let list = several
                .iter()
                .map(|path| format!("\n  {}", sanitized_path(path)))
                .collect::<String>();
            Err(Failure::new(format_args!(
                "there are several catalogs:{list}\n  help: name one, `--catalog FILE`"
            )))
        }
    }
}
