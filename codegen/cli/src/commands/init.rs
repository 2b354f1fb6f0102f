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

    /// Create a catalog without tables, to import documents
    #[arg(long)]
    empty: bool,

    /// Languages of the empty catalog: BCP 47 tags, separated by commas [default: en]
    #[arg(long, value_name = "TAG", value_delimiter = ',', requires = "empty")]
    languages: Vec<String>,
}

const EMPTY: &str = include_str!("init/empty.toml");

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
    let empty = empty(&options.languages)?;
    let files = if options.empty {
        vec![
            (GIT_ATTRIBUTES, FILES[0].1),
            ("catalog.toml", empty.as_str()),
        ]
    } else {
        FILES.to_vec()
    };
    let files = files.into_iter().filter(|(name, _)| is_wanted(*name));
    let files = files.map(|(name, text)| (name.to_owned(), text));
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
