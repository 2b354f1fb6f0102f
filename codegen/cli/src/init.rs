//! `codegen init`: a small catalog to start from.

use std::io::Write as _;
use std::path::PathBuf;

use super::{Failure, Outcome};
use codegen::output;
use codegen::sanitize::sanitized_path;

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
    let files = FILES.map(|(name, text)| (name.to_owned(), text));
    let written = output::write_all(&[output::OutputDir::new_files(folder, files)])?;
    let mut stderr = anstream::stderr().lock();
    for path in written {
        let _ = writeln!(stderr, "wrote {}", sanitized_path(&path));
    }
    let catalog = folder.join("catalog.toml");
    let _ = writeln!(
        stderr,
        "now edit the tables, and run `codegen --catalog {}`",
        sanitized_path(&catalog)
    );
    Ok(Outcome::Clean)
}
