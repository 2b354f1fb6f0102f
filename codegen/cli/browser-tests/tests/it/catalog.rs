//! Catalogs to try things on.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// The catalog of this workspace.
pub(crate) fn ours() -> PathBuf {
    fs::canonicalize(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../codes-data/catalog.toml"))
        .unwrap()
}

/// What every catalog here has in common.
const HEAD: &str = r#"
languages = ["zh", "en"]
display = "en"
tables = ["shop"]

[http]

[attribute.outcome]
doc = "What may be concluded."

[attribute.outcome.values]
success = "It was carried out."
failure = "It was not carried out."
"#;

const TABLE: &str = "module = \"shop\"\ntype = \"ReturnCode\"\n";

/// A catalog of a test's own, with one table.
pub(crate) struct Catalog(TempDir);

impl Catalog {
    /// With rows of `code,name,zh,en,http,outcome,printed.zh,note`, and more for `catalog.toml` and `shop.toml`.
    pub(crate) fn new(rows: &str, head: &str, table: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let write = |file: &str, text: String| fs::write(folder.path().join(file), text).unwrap();
        write("catalog.toml", format!("{HEAD}{head}"));
        write("shop.toml", format!("{TABLE}{table}"));
        write(
            "shop.csv",
            format!("code,name,zh,en,http,outcome,printed.zh,note\n{rows}"),
        );
        Catalog(folder)
    }

    pub(crate) fn folder(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder().join("catalog.toml")
    }
}

/// How a run of the tool ended.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Runs the tool on a catalog.
pub(crate) fn codegen(catalog: &Path, arguments: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_codegen"))
        .args(arguments)
        .arg(format!("--catalog={}", catalog.display()))
        .output()
        .unwrap();
    Run {
        status: output.status.code().unwrap(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

impl Run {
    /// The standard output of a run that found nothing to report.
    #[track_caller]
    pub(crate) fn clean(self) -> String {
        assert_eq!(self.status, 0, "{}", self.stderr);
        self.stdout
    }
}
