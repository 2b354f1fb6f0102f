//! `codegen init`: a small catalog to start from.

use std::path::PathBuf;

use crate::failure::{ExitStatus, Failure};
use crate::terminal::Terminal;
use codegen::files;
use codegen::text::sanitized_path;

/// What `init` takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
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

pub(crate) fn run(options: &Options, terminal: &mut Terminal<'_>) -> Result<ExitStatus, Failure> {
    let folder = &terminal.path(&options.folder);
    let files = FILES.map(|(name, text)| (name.to_owned(), text));
    let written = files::write_all(&[files::OutputDir::new_files(folder, files)])?;
    for path in written {
        terminal.say(format_args!("wrote {}", sanitized_path(&path)));
    }
    let catalog = folder.join("catalog.toml");
    terminal.say(format_args!(
        "now edit the tables, and run `codegen --catalog {}`",
        sanitized_path(&catalog)
    ));
    Ok(ExitStatus::Clean)
}
