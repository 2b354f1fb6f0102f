//! From a catalog's path to its Rust files.

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Errors};
use crate::limits::Limits;
use crate::output::{Output, TableSummary};
use crate::report::Report;
use crate::source::{Cell, FileSource, Sources, tidy};
use crate::{check, emit, lower, model, read, resolve};

/// Generates the Rust of a catalog.
///
/// In a `build.rs`, [`compile`](Self::compile) is all that is needed:
///
/// ```no_run
/// // The whole of a build.rs.
/// fn main() -> Result<(), codegen::Errors> {
///     codegen::Builder::new("data/catalog.toml").compile()
/// }
/// ```
///
/// and in the crate, `include!(concat!(env!("OUT_DIR"), "/mod.rs"));`.
#[derive(Clone, Debug)]
pub struct Builder {
    catalog: PathBuf,
    files: FileSource,
    limits: Limits,
    out_dir: Option<PathBuf>,
    emit_rerun_if_changed: bool,
}

/// A catalog that has been read and checked.
#[derive(Debug)]
pub struct CheckedCatalog {
    pub model: model::Catalog,
    pub sources: Sources,
    pub inputs: Vec<PathBuf>,
    pub warnings: Vec<Diagnostic>,
}

impl Builder {
    /// A generation from the catalog at a path. Relative paths are seen from the current folder: in a `build.rs`,
    /// that is the package's.
    pub fn new(catalog: impl Into<PathBuf>) -> Self {
        Builder {
            catalog: catalog.into(),
            files: FileSource::Disk,
            limits: Limits::default(),
            out_dir: None,
            emit_rerun_if_changed: true,
        }
    }

    /// Takes the files from memory, by path, instead of from disk.
    pub fn files(mut self, files: BTreeMap<PathBuf, Vec<u8>>) -> Self {
        let tidied = files.into_iter().map(|(path, bytes)| (tidy(&path), bytes));
        self.files = FileSource::Memory(tidied.collect());
        self
    }

    /// Sets how much of everything there may be.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Sets the folder that [`compile`](Self::compile) writes to; without it, cargo's `OUT_DIR`.
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// Sets whether [`compile`](Self::compile) prints cargo's `rerun-if-changed`. Without it, cargo runs the build
    /// script whenever a file of the package changes, unless the script prints others of its own.
    pub fn emit_rerun_if_changed(mut self, emit: bool) -> Self {
        self.emit_rerun_if_changed = emit;
        self
    }

    /// Reads the catalog and its tables, checks them, and makes the Rust. Nothing is written or printed.
    ///
    /// # Errors
    ///
    /// All that is wrong with the data, in one run.
    pub fn generate(&self) -> Result<Output, Errors> {
        Ok(self.output(&self.check()?))
    }

    /// The second half of the way: from the model to the files.
    pub fn output(&self, checked: &CheckedCatalog) -> Output {
        let lowered = lower::catalog(&checked.model);
        let files = emit::files(&lowered);
        let rust = &checked.model.rust;
        let folder = self.catalog.parent().unwrap_or(Path::new(""));
        let beside = |path: &Cell| tidy(&folder.join(&path.text));
        Output {
            files,
            tables: lowered.tables.iter().map(summary).collect(),
            checked_in: rust.out.as_ref().map(beside),
            schemas: checked.model.schema_out.as_ref().map(beside),
            command: rust.command.clone(),
            reference: checked.model.reference.markdown.as_ref().map(beside),
            inputs: checked.inputs.clone(),
            warnings: checked.warnings.clone(),
        }
    }

    /// The first half of the way: from files to a model that holds together.
    pub fn check(&self) -> Result<CheckedCatalog, Errors> {
        let limits = &self.limits;
        let (mut sources, mut report) = (Sources::default(), Report::new(limits.findings));
        let files = read::catalog(
            &self.catalog,
            &self.files,
            limits,
            &mut sources,
            &mut report,
        );
        let model = files.map(|files| resolve::catalog(&files, limits, &mut report));
        if let Some(model) = &model {
            check::catalog(model, limits, &mut report);
        }
        let (inputs, has_errors) = (sources.paths().to_vec(), report.has_errors());
        let findings = report.resolve(&sources);
        match model {
            Some(model) if !has_errors => Ok(CheckedCatalog {
                model,
                sources,
                inputs,
                warnings: findings,
            }),
            _ => Err(Errors::new(findings, inputs)),
        }
    }

    /// All that a `build.rs` has to do: generates, writes what changed to `OUT_DIR` (or the
    /// [`out_dir`](Self::out_dir)), and tells cargo about it, on standard output:
    ///
    /// - `cargo::rerun-if-changed` for each file that was read, and no other,
    /// - `cargo::warning` for what is worth correcting in the data.
    ///
    /// # Errors
    ///
    /// All that is wrong with the data, or with the folder that is written to. A `main` that returns the errors fails the
    /// build, and cargo shows each of them. Where there is no folder, because neither cargo nor
    /// [`out_dir`](Self::out_dir) names one, that is an error too.
    pub fn compile(&self) -> Result<(), Errors> {
        let result = self.generate().and_then(|output| {
            let cargos = env::var_os("OUT_DIR").map(PathBuf::from);
            output.write_to(self.compile_dir(cargos)?)?;
            Ok(output)
        });
        let (inputs, warnings) = match &result {
            Ok(output) => (output.inputs(), output.warnings()),
            Err(errors) => (errors.inputs(), [].as_slice()),
        };
        print!("{}", self.directives(inputs, warnings));
        result.map(drop)
    }

    /// The folder that [`compile`](Self::compile) writes to; `cargos` is what cargo says.
    fn compile_dir(&self, cargos: Option<PathBuf>) -> Result<PathBuf, Errors> {
        self.out_dir.clone().or(cargos).ok_or_else(|| {
            let help = "`compile` is for a build.rs, where cargo sets OUT_DIR; elsewhere, name the folder with `out_dir`";
            let message = "there is no folder to write to";
            Errors::about_file(&self.catalog, message, Some(help.to_owned()))
        })
    }

    /// The lines that tell cargo about the generation: text with several lines cannot be taken for a directive of its own.
    fn directives(&self, inputs: &[PathBuf], warnings: &[Diagnostic]) -> String {
        let mut directives = String::new();
        let mut add = |directive: &str, text: String| {
            for line in text.lines() {
                let _ = writeln!(directives, "cargo::{directive}={line}");
            }
        };
        for input in inputs.iter().filter(|_| self.emit_rerun_if_changed) {
            add("rerun-if-changed", input.display().to_string());
        }
        for warning in warnings {
            add("warning", warning.to_string());
        }
        directives
    }
}

fn summary(table: &lower::Table<'_>) -> TableSummary {
    TableSummary {
        name: table.model.name.text.clone(),
        path: table.path(),
        file: emit::module_file(&table.model.module),
        codes: table.codes.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_folder_compile_is_an_error() {
        let builder = Builder::new("catalog.toml");
        let errors = builder.compile_dir(None).unwrap_err();
        let expected = "codegen failed with 1 error\ncatalog.toml: error: there is no folder to write to\n  help: ";
        assert!(format!("{errors:?}").starts_with(expected), "{errors:?}");
        let cargos = || Some(PathBuf::from("target"));
        assert_eq!(builder.compile_dir(cargos()), Ok("target".into()));
        let builder = builder.out_dir("src");
        assert_eq!(builder.compile_dir(cargos()), Ok("src".into()));
        assert_eq!(builder.compile_dir(None), Ok("src".into()));
    }

    #[test]
    fn cargo_is_told_a_line_for_each_input() {
        let builder = Builder::new("catalog.toml");
        let inputs = ["catalog.toml".into(), "shop.csv".into()];
        assert_eq!(
            builder.directives(&inputs, &[]),
            "cargo::rerun-if-changed=catalog.toml\ncargo::rerun-if-changed=shop.csv\n"
        );
        let builder = builder.emit_rerun_if_changed(false);
        assert_eq!(builder.directives(&inputs, &[]), "");
    }
}
