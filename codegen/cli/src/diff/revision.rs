//! One side of a comparison: a catalog on disk, or as it was in a git revision.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::context::Context;
use crate::failure::Failure;
use crate::terminal::{Terminal, diagnostics};
use codegen::Catalog;
use codegen::Errors;
use codegen::text::sanitized_path;

/// The catalog as it is now.
pub(crate) fn working_tree(
    context: &Context,
    terminal: &mut Terminal<'_>,
) -> Result<Catalog, Failure> {
    Catalog::load(&context.catalog)
        .map_err(|errors| unreadable("the working tree", &errors, context, terminal))
}

/// What somebody named: the path of a catalog or of its folder, a revision, or REVISION:PATH.
pub(crate) fn read(
    given: &str,
    context: &Context,
    terminal: &mut Terminal<'_>,
) -> Result<Catalog, Failure> {
    let path = terminal.path(Path::new(given));
    let in_folder = path.join("catalog.toml");
    let on_disk = [path, in_folder].into_iter().find(|path| path.is_file());
    if let Some(path) = on_disk {
        return Catalog::load(path).map_err(|errors| unreadable(given, &errors, context, terminal));
    }
    let git = Git::of(&context.catalog)?;
    let (revision, path) = match given.split_once(':') {
        Some((revision, path)) => (revision, path.to_owned()),
        None => (given, git.path(&context.catalog)?),
    };
    git.verify(revision, given)?;
    in_revision(&git, revision, &path)
        .map_err(|errors| unreadable(given, &errors, context, terminal))
}

/// Says that a side cannot be read. It is never taken for an empty one: that would pass where nothing was compared.
fn unreadable(
    side: &str,
    errors: &Errors,
    context: &Context,
    terminal: &mut Terminal<'_>,
) -> Failure {
    diagnostics::print_all(errors.iter(), context.format, terminal);
    Failure::new(format_args!(
        "`{side}` cannot be read by today's rules; nothing was compared\n  help: put it right, or compare with a revision since which the data read: another BASE, or REVISION:PATH where the catalog was elsewhere"
    ))
}

/// Reads the catalog of a revision: its file, then those that it names, until nothing else is asked for.
fn in_revision(git: &Git, revision: &str, path: &str) -> Result<Catalog, Errors> {
    let prefix = format!("{revision}:");
    let root = PathBuf::from(format!("{prefix}{path}"));
    let mut files: BTreeMap<PathBuf, Vec<u8>> = BTreeMap::new();
    let mut asked: Vec<PathBuf> = Vec::new();
    loop {
        let result = Catalog::load_from(&root, files.clone());
        let inputs = match &result {
            Ok(catalog) => catalog.inputs(),
            Err(errors) => errors.inputs(),
        };
        let new: Vec<PathBuf> = inputs
            .iter()
            .filter(|path| !asked.contains(path))
            .cloned()
            .collect();
        if new.is_empty() {
            return result;
        }
        for path in new {
            let name = path.to_string_lossy().replace('\\', "/");
            let bytes = git.show(revision, name.strip_prefix(&prefix).unwrap_or(&name));
            files.extend(bytes.map(|bytes| (path.clone(), bytes)));
            asked.push(path);
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
                "{} is in no git repository: {error}\n  help: compare with the path of another catalog, `codegen diff OLD/catalog.toml`",
                sanitized_path(&git.folder)
            ))),
        }
    }

    /// The catalog's path from the repository's root, with `/`.
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
            Failure::new(format_args!(
                "`{given}` is neither a catalog nor a revision that git knows here\n  help: name a branch, a tag or a commit (`git fetch` gets those of the server; a shallow clone lacks old ones), or the path of a catalog"
            ))
        })
    }

    /// A file of a revision, by its path from the root; `None` where it has none of that path.
    fn show(&self, revision: &str, path: &str) -> Option<Vec<u8>> {
        self.run(&["cat-file", "blob", &format!("{revision}:{path}")])
            .ok()
    }

    fn run(&self, arguments: &[&str]) -> Result<Vec<u8>, String> {
        let output = Command::new("git")
            .arg("-C")
            .arg(&self.folder)
            .args(arguments)
            .output();
        let output = output.map_err(|error| format!("cannot run git: {error}"))?;
        if output.status.success() {
            Ok(output.stdout)
        } else {
            let said = String::from_utf8_lossy(&output.stderr);
            Err(said.lines().next().unwrap_or("git failed").to_owned())
        }
    }
}
