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

    /// Create a catalog for codes that you receive, with printed texts (default)
    #[arg(long, group = "sample")]
    received: bool,

    /// Create a catalog for codes that you define, with constructors of errors
    #[arg(long, group = "sample")]
    own: bool,

    /// Create a catalog without tables, to import documents
    #[arg(long, group = "sample")]
    empty: bool,

    /// Languages of the empty catalog: BCP 47 tags, separated by commas [default: en]
    #[arg(long, value_name = "TAG", value_delimiter = ',', requires = "empty", conflicts_with_all = ["received", "own"])]
    languages: Vec<String>,
}

/// The files of a catalog, by name.
type Files = [(&'static str, &'static str)];

// A test checks that both catalogs generate without warnings, and that the generated code compiles.
const RECEIVED: &Files = &[
    ("catalog.toml", include_str!("init/received/catalog.toml")),
    (
        "return-code.toml",
        include_str!("init/received/return-code.toml"),
    ),
    (
        "return-code.csv",
        include_str!("init/received/return-code.csv"),
    ),
];

const OWN: &Files = &[
    ("catalog.toml", include_str!("init/own/catalog.toml")),
    ("error-code.toml", include_str!("init/own/error-code.toml")),
    ("error-code.csv", include_str!("init/own/error-code.csv")),
];

const EMPTY: &str = include_str!("init/empty.toml");

const GIT_ATTRIBUTES: &str = ".gitattributes";

pub(crate) fn run(options: &Options, terminal: &mut Terminal<'_>) -> Result<ExitStatus, Failure> {
    let folder = &terminal.path(&options.folder);
    let empty = empty(&options.languages)?;
    let mut files = match options {
        Options { empty: true, .. } => vec![("catalog.toml", empty.as_str())],
        Options { own: true, .. } => OWN.to_vec(),
        _ => RECEIVED.to_vec(),
    };
    // A file with attributes for other files may exist. It is complete without these.
    if !folder.join(GIT_ATTRIBUTES).exists() {
        files.insert(0, (GIT_ATTRIBUTES, include_str!("init/gitattributes")));
    }
    let files = files
        .into_iter()
        .map(|(name, text)| (name.to_owned(), text));
    let written = files::write_all(&[files::OutputDir::new_files(folder, files)])?;
    for path in written {
        terminal.note(format_args!("wrote {}", sanitized_path(&path)));
    }
    let catalog = folder.join("catalog.toml");
    let catalog = path_argument(&catalog);
    if options.empty {
        terminal.note(format_args!(
            "next: list the tables of a document with `codegen --catalog {catalog} import DOCUMENT`"
        ));
    } else {
        terminal.note(format_args!(
            "next: edit the tables, then run `codegen --catalog {catalog}`"
        ));
    }
    Ok(ExitStatus::Clean)
}

/// Returns the text of a catalog with these languages and without tables.
fn empty(languages: &[String]) -> Result<String, Failure> {
    let is_tag = |tag: &String| {
        !tag.is_empty()
            && tag
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    if let Some(invalid) = languages.iter().find(|tag| !is_tag(tag)) {
        return Err(
            Failure::new(format_args!("invalid language tag `{invalid}`"))
                .with_help("pass BCP 47 tags separated by commas, such as `--languages zh,pt-BR`"),
        );
    }
    let list: Vec<String> = languages.iter().map(|tag| format!("\"{tag}\"")).collect();
    Ok(match list.is_empty() {
        true => EMPTY.to_owned(),
        false => EMPTY.replacen("[\"en\"]", &format!("[{}]", list.join(", ")), 1),
    })
}
