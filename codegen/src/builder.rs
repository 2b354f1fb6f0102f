//! From a catalog's path to its Rust files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::diagnostic::{Diagnostic, Errors, Level, Report};
use crate::output::{Output, Summary};
use crate::source::{Cell, Files, Sources};
use crate::{check, emit, lower, model, read};

/// Generates the Rust of a catalog.
///
/// In a `build.rs`, [`compile`](Self::compile) is all that is needed:
///
/// ```no_run
/// // The whole `main` of a build.rs.
/// codegen::Builder::new("data/catalog.toml").compile();
/// ```
///
/// and in the crate, `include!(concat!(env!("OUT_DIR"), "/mod.rs"));`.
#[derive(Clone, Debug)]
pub struct Builder {
    catalog: PathBuf,
    files: Files,
    out_dir: Option<PathBuf>,
    rerun_if_changed: bool,
}

/// A catalog that has been read and checked.
#[derive(Debug)]
pub struct Checked {
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
            files: Files::Disk,
            out_dir: None,
            rerun_if_changed: true,
        }
    }

    /// Takes the files from memory, by path, instead of from disk.
    pub fn files(mut self, files: BTreeMap<PathBuf, Vec<u8>>) -> Self {
        let tidied = files
            .into_iter()
            .map(|(path, bytes)| (crate::source::tidy(&path), bytes));
        self.files = Files::Memory(tidied.collect());
        self
    }

    /// Where [`compile`](Self::compile) writes; without it, into cargo's `OUT_DIR`.
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// Whether [`compile`](Self::compile) prints cargo's `rerun-if-changed`. Without it, cargo runs the build script
    /// whenever a file of the package changes. Mistakes are always printed.
    pub fn rerun_if_changed(mut self, print: bool) -> Self {
        self.rerun_if_changed = print;
        self
    }

    /// Reads the catalog and its tables, checks them, and makes the Rust. Nothing is written.
    ///
    /// # Errors
    ///
    /// All that is wrong with the data, in one run.
    pub fn generate(&self) -> Result<Output, Errors> {
        Ok(self.output(&self.check()?))
    }

    /// The second half of the way: from the model to the files.
    pub fn output(&self, checked: &Checked) -> Output {
        let lowered = lower::catalog(&checked.model);
        let files = emit::files(&lowered);
        let rust = &checked.model.rust;
        let folder = self.catalog.parent().unwrap_or(Path::new(""));
        let beside = |path: &Cell| crate::source::tidy(&folder.join(&path.text));
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
    pub fn check(&self) -> Result<Checked, Errors> {
        let (mut sources, mut report) = (Sources::default(), Report::default());
        let files = read::catalog(&self.catalog, &self.files, &mut sources, &mut report);
        let model = files.map(|files| model::Catalog::new(&files, &mut report));
        if let Some(model) = &model {
            check::catalog(model, &mut report);
        }
        let (inputs, has_errors) = (sources.paths().to_vec(), report.has_errors());
        let findings = report.resolve(&sources);
        match model {
            Some(model) if !has_errors => Ok(Checked {
                model,
                sources,
                inputs,
                warnings: findings,
            }),
            _ => Err(Errors::new(findings, inputs)),
        }
    }

    /// All that a `build.rs` has to do: generates, writes what changed into `OUT_DIR` (or the
    /// [`out_dir`](Self::out_dir)), and tells cargo about it, on standard output:
    ///
    /// - `cargo::rerun-if-changed` for each file that was read, and no other,
    /// - `cargo::warning` for what is worth mending in the data,
    /// - `cargo::error` for what is wrong with it; cargo then fails the build.
    pub fn compile(&self) {
        print!("{}", self.directives());
    }

    fn directives(&self) -> String {
        let out_dir = self
            .out_dir
            .clone()
            .or_else(|| std::env::var_os("OUT_DIR").map(PathBuf::from));
        let result = self.generate().and_then(|output| match out_dir {
            Some(folder) => output.write_to(folder).map(|_| output),
            None => Err(Errors::about_file(
                &self.catalog,
                "there is no folder to write to",
                Some("`compile` is for a build.rs, where cargo sets OUT_DIR; elsewhere, say which: `out_dir`".to_owned()),
            )),
        });
        let mut directives = String::new();
        let mut say = |directive: &str, text: &str| {
            for line in text.lines() {
                directives.push_str(&format!("cargo::{directive}={line}\n"));
            }
        };
        let inputs = match &result {
            Ok(output) => output.inputs(),
            Err(errors) => errors.inputs(),
        };
        for input in inputs.iter().filter(|_| self.rerun_if_changed) {
            say("rerun-if-changed", &input.display().to_string());
        }
        match &result {
            Ok(output) => output
                .warnings()
                .iter()
                .for_each(|warning| say("warning", &warning.to_string())),
            Err(errors) => errors
                .iter()
                .for_each(|diagnostic| say(directive(diagnostic.level()), &diagnostic.to_string())),
        }
        directives
    }
}

fn summary(table: &lower::Table<'_>) -> Summary {
    Summary {
        name: table.model.name.text.clone(),
        path: table.path(),
        file: emit::module_file(&table.model.module),
        codes: table.codes.len(),
    }
}

fn directive(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
    }
}
