//! `codegen init`: create a sample catalog.

use std::path::PathBuf;

use crate::failure::{ExitStatus, Failure};
use crate::terminal::Terminal;
use crate::terminal::shell::path_argument;
use codegen::files;
use codegen::text::sanitized_path;

/// The options of `init`.
#[derive(Debug, clap::Args)]
pub(crate) struct Options {
    /// Directory to create the catalog in; created if it does not exist
    #[arg(default_value = "codes-data", value_name = "DIR")]
    folder: PathBuf,
}

const GIT_ATTRIBUTES: &str = ".gitattributes";

/// The files, by name. A test checks that the catalog generates without warnings.
const FILES: [(&str, &str); 4] = [
    (GIT_ATTRIBUTES, include_str!("init/gitattributes")),
    ("catalog.toml", include_str!("init/catalog.toml")),
    ("return-code.toml", include_str!("init/return-code.toml")),
    ("return-code.csv", include_str!("init/return-code.csv")),
];

pub(crate) fn run(options: &Options, terminal: &mut Terminal<'_>) -> Result<ExitStatus, Failure> {
    let folder = &terminal.path(&options.folder);
    // A file with attributes for other files may exist. It is complete without these.
    let is_wanted = |name| name != GIT_ATTRIBUTES || !folder.join(name).exists();
    let files = FILES.into_iter().filter(|(name, _)| is_wanted(*name));
    let files = files.map(|(name, text)| (name.to_owned(), text));
    let written = files::write_all(&[files::OutputDir::new_files(folder, files)])?;
    for path in written {
        terminal.note(format_args!("wrote {}", sanitized_path(&path)));
    }
    let catalog = folder.join("catalog.toml");
    terminal.note(format_args!(
        "next: edit the tables, then run `codegen --catalog {}`",
        path_argument(&catalog)
    ));
    Ok(ExitStatus::Clean)
}
