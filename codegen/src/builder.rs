//! The builder: from the path of a catalog to its Rust files.

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::diagnostic::{Diagnostic, Errors};
use crate::limits::Limits;
use crate::output::{Output, TableSummary};
use crate::report::Report;
use crate::sanitize::sanitized_path;
use crate::source::{Cell, FileSource, Sources, tidy};
use crate::{check, emit, lower, model, read, resolve};

/// Generates the Rust code of a catalog.
///
/// A `build.rs` needs only [`compile`](Self::compile):
///
/// ```no_run
/// // The whole of a build.rs.
/// fn main() -> Result<(), codegen::Errors> {
///     codegen::Builder::new("data/catalog.toml").compile()
/// }
/// ```
///
/// The crate includes the generated code with `include!(concat!(env!("OUT_DIR"), "/mod.rs"));`.
#[derive(Clone, Debug)]
pub struct Builder {
    catalog: PathBuf,
    files: FileSource,
    limits: Limits,
    out_dir: Option<PathBuf>,
    emit_rerun_if_changed: bool,
    cap_lints: bool,
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
    /// Returns a builder for the catalog at a path. A relative path starts at the current directory, which is that of the
    /// package in a `build.rs`.
    pub fn new(catalog: impl Into<PathBuf>) -> Self {
        Builder {
            catalog: catalog.into(),
            files: FileSource::Disk,
            limits: Limits::default(),
            out_dir: None,
            emit_rerun_if_changed: true,
            cap_lints: false,
        }
    }

    /// Reads the files from memory, by path, instead of from disk.
    pub fn files(mut self, files: BTreeMap<PathBuf, Vec<u8>>) -> Self {
        let tidied = files.into_iter().map(|(path, bytes)| (tidy(&path), bytes));
        self.files = FileSource::Memory(tidied.collect());
        self
    }

    /// Sets the limits of what the catalog may hold.
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Sets the directory that [`compile`](Self::compile) writes to. The default is cargo's `OUT_DIR`.
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// Sets whether [`compile`](Self::compile) prints `cargo::rerun-if-changed` for each file that it reads; it does by default.
    /// If a build script prints no such line, cargo runs it after a change of any file in the package.
    pub fn emit_rerun_if_changed(mut self, emit: bool) -> Self {
        self.emit_rerun_if_changed = emit;
        self
    }

    /// Sets whether denied lints are reported as warnings; the default is `false`. The lint `review` is not affected, because the rows
    /// that it marks may be incomplete.
    pub fn cap_lints(mut self, cap: bool) -> Self {
        self.cap_lints = cap;
        self
    }

    /// Reads the catalog and its tables, checks them, and generates the Rust files, without writing or printing anything.
    ///
    /// # Errors
    ///
    /// Returns all errors in the data.
    pub fn generate(&self) -> Result<Output, Errors> {
        Ok(self.output(&self.check()?))
    }

    /// Generates the files from the model.
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

    /// Reads the files into a model and checks it.
    pub fn check(&self) -> Result<CheckedCatalog, Errors> {
        let limits = &self.limits;
        let (mut sources, mut report) = (
            Sources::default(),
            Report::new(limits.diagnostics).cap_lints(self.cap_lints),
        );
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

    /// Does all the work of a `build.rs`: generates the Rust files, writes those that changed to `OUT_DIR` (or to
    /// [`out_dir`](Self::out_dir)), and prints to standard output, for cargo:
    ///
    /// - `cargo::rerun-if-changed` for each file that was read,
    /// - `cargo::warning` for each warning about the data.
    ///
    /// # Errors
    ///
    /// Returns all errors in the data. If there are none, returns an error if
    ///
    /// - a file or directory cannot be written,
    /// - neither `OUT_DIR` nor [`out_dir`](Self::out_dir) is set, or
    /// - the process compiled another catalog into the same directory.
    ///
    /// If `main` returns the errors, the build fails and cargo shows each of them.
    pub fn compile(&self) -> Result<(), Errors> {
        let result = self.generate().and_then(|output| {
            let cargos = env::var_os("OUT_DIR").map(PathBuf::from);
            let folder = self.compile_dir(cargos)?;
            self.claim(&folder)?;
            output.write_to(folder)?;
            Ok(output)
        });
        let (inputs, warnings) = match &result {
            Ok(output) => (output.inputs(), output.warnings()),
            Err(errors) => (errors.inputs(), [].as_slice()),
        };
        print!("{}", self.directives(inputs, warnings));
        result.map(drop)
    }

    /// Returns the directory that [`compile`](Self::compile) writes to; `cargos` is `OUT_DIR`.
    fn compile_dir(&self, cargos: Option<PathBuf>) -> Result<PathBuf, Errors> {
        self.out_dir.clone().or(cargos).ok_or_else(|| {
            let help = "outside a build script, name the output directory with `out_dir`";
            let message = "`OUT_DIR` is not set";
            Errors::about_file(&self.catalog, message, Some(help.to_owned()))
        })
    }

    /// Reserves a directory for this catalog until the process ends: two catalogs would replace each other's `mod.rs`.
    fn claim(&self, folder: &Path) -> Result<(), Errors> {
        static CATALOGS: Mutex<BTreeMap<PathBuf, PathBuf>> = Mutex::new(BTreeMap::new());
        let mut catalogs = CATALOGS.lock().unwrap_or_else(PoisonError::into_inner);
        let first = catalogs
            .entry(tidy(folder))
            .or_insert_with(|| self.catalog.clone());
        if *first == self.catalog {
            return Ok(());
        }
        let message = format!(
            "`{}` and `{}` are compiled into the same directory",
            sanitized_path(first),
            sanitized_path(&self.catalog),
        );
        let help = "give each catalog its own directory with `out_dir`, such as a subdirectory of `OUT_DIR`";
        Err(Errors::about_file(folder, message, Some(help.to_owned())))
    }

    /// Returns the lines for cargo. Each line of a longer text has the prefix, so that none of them is taken for a directive.
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
    fn compile_without_an_output_directory_is_an_error() {
        let builder = Builder::new("catalog.toml");
        let errors = builder.compile_dir(None).unwrap_err();
        let expected =
            "codegen failed with 1 error\ncatalog.toml: error: `OUT_DIR` is not set\n  help: ";
        assert!(format!("{errors:?}").starts_with(expected), "{errors:?}");
        let cargos = || Some(PathBuf::from("target"));
        assert_eq!(builder.compile_dir(cargos()), Ok("target".into()));
        let builder = builder.out_dir("src");
        assert_eq!(builder.compile_dir(cargos()), Ok("src".into()));
        assert_eq!(builder.compile_dir(None), Ok("src".into()));
    }

    #[test]
    fn two_catalogs_compiled_into_one_directory_are_an_error() {
        let (first, second) = (
            Builder::new("a/catalog.toml"),
            Builder::new("b/catalog.toml"),
        );
        let folder = Path::new("target/claimed");
        assert_eq!(first.claim(folder), Ok(()));
        assert_eq!(first.claim(folder), Ok(()), "the same catalog again");
        let error = second.claim(folder).unwrap_err().to_string();
        for part in [
            "a/catalog.toml",
            "b/catalog.toml",
            "target/claimed",
            "`out_dir`",
        ] {
            assert!(error.contains(part), "{error}");
        }
        assert_eq!(second.claim(&folder.join("second")), Ok(()));
    }

    #[test]
    fn directives_have_a_line_for_each_input() {
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
