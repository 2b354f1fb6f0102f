//! One version of a catalog: on disk, or in a git revision.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::context::Context;
use crate::failure::Failure;
use crate::terminal::{Terminal, diagnostics};
use codegen::Catalog;
use codegen::Errors;
use codegen::text::sanitized_path;

/// Loads the catalog of the working tree.
pub(crate) fn working_tree(
    context: &Context,
    terminal: &mut Terminal<'_>,
) -> Result<Catalog, Failure> {
    on_disk(&context.catalog, "the working tree", terminal)
}

/// Loads a version that an argument names: the path of a catalog or of its directory, a revision, or REVISION:PATH.
pub(crate) fn read(
    given: &str,
    context: &Context,
    terminal: &mut Terminal<'_>,
) -> Result<Catalog, Failure> {
    let version = format!("`{given}`");
    let path = terminal.path(Path::new(given));
    let in_directory = path.join("catalog.toml");
    let paths = [path, in_directory];
    if let Some(path) = paths.iter().find(|path| path.is_file()) {
        return on_disk(path, &version, terminal);
    }
    let git = Git::of(&context.catalog)?;
    let (revision, path) = match given.split_once(':') {
        Some((revision, path)) => (revision, path.to_owned()),
        None => (given, git.path(&context.catalog)?),
    };
    git.verify(revision, given)?;
    let read = terminal.wait_for(format_args!("reading {version}"), || {
        in_revision(&git, revision, &path)
    });
    read.map_err(|errors| {
        unreadable(&version, &errors, terminal).with_help(
            "compare with a newer revision, or pass REVISION:PATH if the catalog has moved",
        )
    })
}

fn on_disk(path: &Path, version: &str, terminal: &mut Terminal<'_>) -> Result<Catalog, Failure> {
    let read = terminal.wait_for(format_args!("reading {version}"), || Catalog::load(path));
    read.map_err(|errors| unreadable(version, &errors, terminal).with_help("fix the errors first"))
}

/// Prints the errors of a version and returns the failure. An invalid version is never taken for an empty one.
fn unreadable(version: &str, errors: &Errors, terminal: &mut Terminal<'_>) -> Failure {
    diagnostics::print_all(errors.iter(), terminal);
    Failure::new(format_args!("failed to load the catalog of {version}"))
}

/// Loads the catalog of a revision: `catalog.toml`, then the files that it names, until no further file is needed.
fn in_revision(git: &Git, revision: &str, path: &str) -> Result<Catalog, Errors> {
    let prefix = format!("{revision}:");
    let root = PathBuf::from(format!("{prefix}{path}"));
    let mut files: BTreeMap<PathBuf, Vec<u8>> = BTreeMap::new();
    let mut requested: Vec<PathBuf> = Vec::new();
    loop {
        let result = Catalog::load_from(&root, files.clone());
        let inputs = match &result {
            Ok(catalog) => catalog.inputs(),
            Err(errors) => errors.inputs(),
        };
        let new: Vec<PathBuf> = inputs
            .iter()
            .filter(|path| !requested.contains(path))
            .cloned()
            .collect();
        if new.is_empty() {
            return result;
        }
        for path in new {
            let name = path.to_string_lossy().replace('\\', "/");
            let bytes = git.show(revision, name.strip_prefix(&prefix).unwrap_or(&name));
            files.extend(bytes.map(|bytes| (path.clone(), bytes)));
            requested.push(path);
        }
    }
}

/// The repository that the catalog is in.
struct Git {
    folder: PathBuf,
}

impl Git {
    fn of(catalog: &Path) -> Result<Self, Failure> {
        let folder = catalog
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let git = Git {
            folder: folder.unwrap_or(Path::new(".")).to_owned(),
        };
        match git.run(&["rev-parse", "--is-inside-work-tree"]) {
            Ok(_) => Ok(git),
            Err(error) => Err(Failure::new(format_args!(
                "failed to read the git repository of `{}`: {error}",
                sanitized_path(&git.folder)
            ))
            .with_help(
                "compare with the path of another catalog, such as `codegen diff OLD/catalog.toml`",
            )),
        }
    }

    /// Returns the path of the catalog from the root of the repository, with `/`.
    fn path(&self, catalog: &Path) -> Result<String, Failure> {
        let prefix = self
            .run(&["rev-parse", "--show-prefix"])
            .map_err(Failure::new)?;
        let name = catalog.file_name().unwrap_or_default().to_string_lossy();
        Ok(format!(
            "{}{name}",
            String::from_utf8_lossy(&prefix).trim_end_matches('\n')
        ))
    }

    fn verify(&self, revision: &str, given: &str) -> Result<(), Failure> {
        let commit = format!("{revision}^{{commit}}");
        let known = self.run(&[
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &commit,
        ]);
        known.map(drop).map_err(|_| {
            Failure::new(format_args!("unknown revision or catalog `{given}`")).with_help(
                "pass a branch, tag, commit or catalog path; a shallow clone may need `git fetch --unshallow`",
            )
        })
    }

    /// Returns a file of a revision by its path from the root, or `None` if the revision does not have it.
    fn show(&self, revision: &str, path: &str) -> Option<Vec<u8>> {
        self.run(&["cat-file", "blob", &format!("{revision}:{path}")])
            .ok()
    }

    fn run(&self, arguments: &[&str]) -> Result<Vec<u8>, String> {
        let mut command = Command::new("git");
        // In a git hook, these name the repository of the hook, which need not be that of the catalog.
        for variable in [
            "GIT_DIR",
            "GIT_WORK_TREE",
            "GIT_COMMON_DIR",
            "GIT_INDEX_FILE",
            "GIT_OBJECT_DIRECTORY",
            "GIT_ALTERNATE_OBJECT_DIRECTORIES",
            "GIT_NAMESPACE",
            "GIT_PREFIX",
        ] {
            command.env_remove(variable);
        }
        let output = command.arg("-C").arg(&self.folder).args(arguments).output();
        let output = output.map_err(|error| format!("failed to run git: {error}"))?;
        if output.status.success() {
            Ok(output.stdout)
        } else {
            let stderr = String::from_utf8_lossy(&output.stderr);
            // Some errors have further lines, with what to do.
            match stderr.trim() {
                "" => Err("git failed".to_owned()),
                error => Err(error.to_owned()),
            }
        }
    }
}
