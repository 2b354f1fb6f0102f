//! `codegen init`: a small catalog to start from.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

use super::{Failure, Outcome};
use crate::diagnostic::inert_path;

/// What `init` takes.
#[derive(Debug, clap::Args)]
pub(super) struct Options {
    /// The folder to write to; made where it does not exist
    #[arg(default_value = "codes-data")]
    folder: PathBuf,
}

/// The files, by name. They generate as they stand: a test sees to it.
const FILES: [(&str, &str); 3] = [
    ("catalog.toml", include_str!("init/catalog.toml")),
    ("return-code.toml", include_str!("init/return-code.toml")),
    ("return-code.csv", include_str!("init/return-code.csv")),
];

pub(super) fn run(options: &Options) -> Result<Outcome, Failure> {
    let folder = &options.folder;
    let exists = FILES
        .iter()
        .map(|(name, _)| folder.join(name))
        .find(|path| path.exists());
    if let Some(path) = exists {
        return Err(Failure::new(format_args!(
            "{} exists already\n  help: name another folder; nothing was written",
            inert_path(&path)
        )));
    }
    let failed = |path: &std::path::Path, error: std::io::Error| {
        Failure::new(format_args!("cannot write {}: {error}", inert_path(path)))
    };
    fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
    let mut stderr = anstream::stderr().lock();
    for (name, text) in FILES {
        let path = folder.join(name);
        fs::write(&path, text).map_err(|error| failed(&path, error))?;
        let _ = writeln!(stderr, "wrote {}", inert_path(&path));
    }
    let catalog = folder.join("catalog.toml");
    let _ = writeln!(
        stderr,
        "now edit the tables, and run `codegen --catalog {}`",
        inert_path(&catalog)
    );
    Ok(Outcome::Clean)
}
