//! Checks that any document is imported and compared, or rejected.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Cursor, Write as _};
use std::path::{Path, PathBuf};

use codegen_cli::Terminal;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::catalog;

const CATALOG: &str = r#"
languages = ["zh", "en"]
tables = ["held", "drafted"]
[http]
[attribute.reason]
doc = "Why."
kind = "text"
optional = true
"#;

const HELD: [(&str, &str); 2] = [
    (
        "held.toml",
        "module = \"shop\"\ntype = \"ReturnCode\"\ncode = { charset = \"digits\" }\n",
    ),
    (
        "held.csv",
        "code,name,zh,en,http,printed.code,printed.zh,printed.en\n\
         1000,order paid,,,200,[1000],成功,The order was paid\n\
         1001-1003,order lost,,,404,1001–1003,订单不存在,The order is lost\n\
         1004,order open,\"未支付, 等待\",,202,,,Not paid\n",
    ),
];

/// A catalog on disk, shared by all inputs.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        let place = Place(TempDir::new().expect("there is a folder for temporary files"));
        place.write("catalog.toml", CATALOG.as_bytes());
        place
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        fs::write(self.0.path().join(name), bytes).expect("the folder may be written to");
    }

    /// Runs the command line and returns its exit status.
    fn run(&self, arguments: &[&str]) -> u8 {
        let catalog = self.0.path().join("catalog.toml");
        let mut line: Vec<OsString> = vec!["codegen".into(), "--catalog".into(), catalog.into()];
        line.extend(arguments.iter().map(OsString::from));
        let (mut out, mut err) = (io::sink(), io::sink());
        let mut terminal = Terminal::new(self.0.path(), &mut out, &mut err);
        codegen_cli::run_with(line, &mut terminal)
    }
}

/// Reads the document with an unknown file extension, and with `.csv`. Several files in one input are the parts of a workbook.
pub fn check(input: &[u8]) {
    thread_local!(static PLACE: Place = Place::new());
    let parts = catalog::files(input);
    let workbook = (!parts.is_empty()).then(|| zipped(&parts));
    PLACE.with(|place| {
        for name in ["document.txt", "document.csv"] {
            place.write(name, workbook.as_deref().unwrap_or(input));
            let path = place.0.path().join(name);
            read(place, path.to_str().expect("the path is ours"));
        }
    });
}

/// Returns a ZIP archive of these files, because a fuzzer cannot compute checksums.
fn zipped(files: &BTreeMap<PathBuf, Vec<u8>>) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        let name = path.to_string_lossy();
        let started = archive.start_file(name, SimpleFileOptions::default());
        started.expect("the archive is in memory");
        archive.write_all(bytes).expect("the archive is in memory");
    }
    let archive = archive.finish().expect("the archive is in memory");
    archive.into_inner()
}

fn read(place: &Place, document: &str) {
    if place.run(&["import", document]) != 0 {
        return;
    }
    for extension in ["toml", "csv"] {
        let _ = fs::remove_file(drafted(place.0.path(), extension));
    }
    let import = ["import", document, "--table", "1", "--name", "drafted"];
    if place.run(&import) == 0 {
        // Without messages, the columns of the document are ambiguous.
        place.run(&["reconcile", "drafted", document, "--table", "1"]);
    }
    for (name, text) in HELD {
        place.write(name, text.as_bytes());
    }
    let reconcile = ["reconcile", "held", document, "--table", "1"];
    let before = place.run(&reconcile);
    let write = [&reconcile[..], &["--write"]].concat();
    if place.run(&write) == 0 {
        let after = place.run(&reconcile);
        assert_ne!(after, 2, "the written file is not a table");
        assert!(
            before != 0 || after == 0,
            "nothing differed, and now it does"
        );
    }
}

fn drafted(folder: &Path, extension: &str) -> PathBuf {
    folder.join(format!("drafted.{extension}"))
}
