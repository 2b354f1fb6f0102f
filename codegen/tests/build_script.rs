//! A crate with tables of its own, built by cargo as people build theirs.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The crate `dependent`, in a folder where it may be changed.
struct Dependent(PathBuf);

impl Dependent {
    fn new() -> Self {
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("dependent");
        for part in ["src", "data"] {
            let _ = fs::remove_dir_all(folder.join(part));
            fs::create_dir_all(folder.join(part)).unwrap();
        }
        for file in [
            "Cargo.toml",
            "build.rs",
            "src/main.rs",
            "data/catalog.toml",
            "data/status.toml",
            "data/status.csv",
        ] {
            let text = fs::read_to_string(package.join("tests/dependent").join(file)).unwrap();
            let path = package.to_str().unwrap().replace('\\', "/");
            fs::write(folder.join(file), text.replace("CODEGEN", &path)).unwrap();
        }
        // The versions that this workspace uses: they are on this machine already.
        fs::copy(package.join("../Cargo.lock"), folder.join("Cargo.lock")).unwrap();
        Dependent(folder)
    }

    fn edit(&self, file: &str, from: &str, to: &str) {
        let path = self.0.join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(path, text.replace(from, to)).unwrap();
    }

    /// Runs cargo; whether it succeeded, and what it and the program said.
    fn cargo(&self, arguments: &[&str]) -> (bool, String, String) {
        let output = Command::new(env!("CARGO"))
            .args(arguments)
            .current_dir(&self.0)
            .env("CARGO_TARGET_DIR", self.0.join("target"))
            .env("CARGO_TERM_COLOR", "never")
            .env_remove("RUSTFLAGS")
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (
            output.status.success(),
            text(output.stdout),
            text(output.stderr),
        )
    }

    #[track_caller]
    fn run(&self, code: &str) -> String {
        let (success, stdout, stderr) = self.cargo(&["run", "--offline", "--quiet", "--", code]);
        assert!(success, "{stderr}");
        stdout
    }

    /// Builds; whether the build script ran for it.
    #[track_caller]
    fn build_reruns(&self) -> bool {
        let (success, _, stderr) = self.cargo(&["build", "--offline", "-vv"]);
        assert!(success, "{stderr}");
        stderr.contains("build-script-build`")
    }
}

// One test: the steps are those of one person, and cargo would make others wait anyway.
#[test]
fn a_build_follows_the_data() {
    let dependent = Dependent::new();
    assert_eq!(
        dependent.run("IT"),
        "IT The parcel is on its way | final: false\n"
    );
    assert_eq!(dependent.run("it"), "carrier::Status has no code \"it\"\n");

    // An edited cell shows with no other step.
    dependent.edit("data/status.csv", "was delivered", "has arrived");
    assert_eq!(
        dependent.run("DL"),
        "DL The parcel has arrived | final: true\n"
    );

    // What was not read does not matter; a new table does.
    assert!(!dependent.build_reruns());
    fs::write(dependent.0.join("data/notes.txt"), "for later").unwrap();
    fs::write(
        dependent.0.join("data/reason.toml"),
        "module = \"carrier\"\ntype = \"Reason\"\ncode = { charset = \"digits\" }\n",
    )
    .unwrap();
    fs::write(
        dependent.0.join("data/reason.csv"),
        "code,name,en,is_final\n7,lost,The parcel was lost,true\n",
    )
    .unwrap();
    assert!(!dependent.build_reruns());
    dependent.edit(
        "data/catalog.toml",
        "[\"status\"]",
        "[\"status\", \"reason\"]",
    );
    assert!(dependent.build_reruns());
    dependent.edit("data/reason.csv", "was lost", "is lost");
    assert!(dependent.build_reruns());

    // Mistakes fail the build, all of them with their places.
    dependent.edit("data/status.csv", "true", "yes");
    dependent.edit("data/reason.csv", "7,lost", "seven,lost");
    let (success, _, stderr) = dependent.cargo(&["build", "--offline"]);
    assert!(!success);
    for text in [
        "data/status.csv:3:37: error: `yes` is no value of `is_final`",
        "it is `true` or `false`",
        "data/reason.csv:2:1: error: the code `seven` has `s` in it; codes here are digits",
    ] {
        assert!(stderr.contains(text), "no {text:?} in\n{stderr}");
    }
    assert!(!stderr.contains("panicked"), "{stderr}");

    // Put right, it builds again.
    dependent.edit("data/status.csv", "yes", "true");
    dependent.edit("data/reason.csv", "seven,lost", "8,lost");
    assert_eq!(
        dependent.run("DL"),
        "DL The parcel has arrived | final: true\n"
    );
}
