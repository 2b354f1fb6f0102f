//! A small catalog to run the tool on.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const CATALOG: &str = r#"
languages = ["zh", "en"]
display = "en"
tables = ["shop"]

[rust]
out = "out"
command = "make codes"

[http]

[attribute.outcome]
doc = "What may be concluded."

[attribute.outcome.values]
success = "It was carried out."
failure = "It was not carried out."
"#;

const TABLE: &str =
    "module = \"shop\"\ntype = \"ReturnCode\"\ncode = { charset = \"digits\", width = 4 }\n";

const ROWS: &str = "\
code,name,zh,en,http,outcome,printed.code,printed.zh
0000,succeeded,,Succeeded,200,success,0000,成功
0042,order not found,订单{id}不存在,Order {id} does not exist,404,failure,[0042],订单{}不存在
0050-0051,stock locked,库存已锁定,The stock is locked,409,failure,0050-0051,
";

/// A catalog of its own for each test.
pub(crate) struct Catalog(TempDir);

impl Catalog {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("catalog.toml"), CATALOG).unwrap();
        fs::write(folder.path().join("shop.toml"), TABLE).unwrap();
        fs::write(folder.path().join("shop.csv"), ROWS).unwrap();
        Catalog(folder)
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    /// Replaces text in a file.
    pub(crate) fn edit(&self, file: &str, from: &str, to: &str) {
        let path = self.path().join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(path, text.replace(from, to)).unwrap();
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        Run::new(
            Command::new(env!("CARGO_BIN_EXE_codegen"))
                .args(arguments)
                .current_dir(self.path()),
        )
    }
}

/// How a run ended.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    pub(crate) fn new(command: &mut Command) -> Self {
        let Output {
            status,
            stdout,
            stderr,
        } = command.output().unwrap();
        Run {
            status: status.code().unwrap(),
            stdout: String::from_utf8(stdout).unwrap(),
            stderr: String::from_utf8(stderr).unwrap(),
        }
    }

    #[track_caller]
    pub(crate) fn assert(&self, status: i32, stdout: &[&str], stderr: &[&str]) {
        let all = format!("status {}\n{}\n{}", self.status, self.stdout, self.stderr);
        assert_eq!(self.status, status, "{all}");
        stdout
            .iter()
            .for_each(|text| assert!(self.stdout.contains(text), "no {text:?} in\n{all}"));
        stderr
            .iter()
            .for_each(|text| assert!(self.stderr.contains(text), "no {text:?} in\n{all}"));
        assert!(
            !all.contains('\u{1b}'),
            "colour where there is no terminal: {all}"
        );
    }
}
