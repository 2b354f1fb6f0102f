//! Documents, whatever is in them, are imported and held against tables, or turned down.

use std::ffi::OsString;
use std::fs;
use std::path::Path;

use tempfile::TempDir;

const CATALOG: &str = r#"
languages = ["zh", "en"]
tables = ["held"]
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

/// A catalog on disk that is there for all inputs.
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

    /// Runs the tool; its exit status.
    fn run(&self, arguments: &[&str]) -> u8 {
        let catalog = self.0.path().join("catalog.toml");
        let mut line: Vec<OsString> = vec!["codegen".into(), "--catalog".into(), catalog.into()];
        line.extend(arguments.iter().map(OsString::from));
        codegen::cli::run_with(line)
    }
}

/// Reads the document under a name that says nothing, and under one that says CSV.
pub fn check(bytes: &[u8]) {
    thread_local!(static PLACE: Place = Place::new());
    PLACE.with(|place| {
        for name in ["document.txt", "document.csv"] {
            place.write(name, bytes);
            let path = place.0.path().join(name);
            read(place, path.to_str().expect("the path is ours"));
        }
    });
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
        let reconcile = ["reconcile", "drafted", document, "--table", "1"];
        assert_ne!(place.run(&reconcile), 2, "what was drafted is no table");
    }
    for (name, text) in HELD {
        place.write(name, text.as_bytes());
    }
    let reconcile = ["reconcile", "held", document, "--table", "1"];
    let before = place.run(&reconcile);
    let write = [&reconcile[..], &["--write"]].concat();
    if place.run(&write) == 0 {
        let after = place.run(&reconcile);
        assert_ne!(after, 2, "what was written is no table");
        assert!(before != 0 || after == 0, "nothing differed, and now it does");
    }
}

fn drafted(folder: &Path, extension: &str) -> std::path::PathBuf {
    folder.join(format!("drafted.{extension}"))
}
