//! The example crate of the README, built by cargo.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The example crate of the README, in a temporary directory.
struct Parcels(PathBuf);

impl Parcels {
    fn new() -> Self {
        let package = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("parcels");
        for part in ["src", "tables"] {
            let _ = fs::remove_dir_all(folder.join(part));
            fs::create_dir_all(folder.join(part)).unwrap();
        }
        let readme = fs::read_to_string(package.join("README.md")).unwrap();
        for (path, text) in files(&readme) {
            let codegen = package.to_str().unwrap().replace('\\', "/");
            fs::write(folder.join(path), text.replace("CODEGEN", &codegen)).unwrap();
        }
        // The crate is not part of this workspace, although it is in its target directory.
        let mut manifest = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
        manifest.push_str("\n[workspace]\n");
        fs::write(folder.join("Cargo.toml"), manifest).unwrap();
        // The versions of this workspace, so that cargo downloads nothing.
        fs::copy(package.join("../Cargo.lock"), folder.join("Cargo.lock")).unwrap();
        Parcels(folder)
    }

    fn edit(&self, file: &str, from: &str, to: &str) {
        let path = self.0.join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        fs::write(path, text.replace(from, to)).unwrap();
    }

    /// Runs cargo; returns `true` if it succeeded, its standard output and its standard error.
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

    /// Builds the crate; returns `true` if the build script ran.
    #[track_caller]
    fn build_reruns(&self) -> bool {
        let (success, _, stderr) = self.cargo(&["build", "--offline", "-vv"]);
        assert!(success, "{stderr}");
        stderr.contains("build-script-build`")
    }
}

/// Returns the files in a README: a line with a path in back-quotes, then a fenced block.
fn files(readme: &str) -> Vec<(String, String)> {
    let lines: Vec<&str> = readme.lines().collect();
    let mut files = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let path = line
            .strip_prefix('`')
            .and_then(|line| line.strip_suffix('`'));
        let Some(path) = path.filter(|_| {
            lines
                .get(index + 2)
                .is_some_and(|line| line.starts_with("```"))
        }) else {
            continue;
        };
        let block = lines[index + 3..].iter().take_while(|line| **line != "```");
        files.push((
            path.to_owned(),
            block.map(|line| format!("{line}\n")).collect(),
        ));
    }
    files
}

// One test, because cargo would make others wait for the build directory.
#[test]
fn builds_follow_changes_of_the_data() {
    let parcels = Parcels::new();
    assert_eq!(
        parcels.run("IT"),
        "IT The parcel is on its way | final: false\n"
    );
    assert_eq!(parcels.run("it"), "status has no code \"it\"\n");

    // The next build has an edited cell.
    parcels.edit("tables/status.csv", "was delivered", "has arrived");
    assert_eq!(
        parcels.run("DL"),
        "DL The parcel has arrived | final: true\n"
    );

    // A new file does not rerun the build script, but a new table does.
    assert!(!parcels.build_reruns());
    fs::write(parcels.0.join("tables/notes.txt"), "for later").unwrap();
    fs::write(
        parcels.0.join("tables/reason.toml"),
        "module = \"carrier\"\ntype = \"Reason\"\ncode = { charset = \"digits\" }\n",
    )
    .unwrap();
    fs::write(
        parcels.0.join("tables/reason.csv"),
        "code,name,en,zh,is_final\n7,parcel lost,The parcel was lost,包裹丢失,true\n",
    )
    .unwrap();
    assert!(!parcels.build_reruns());
    parcels.edit(
        "tables/catalog.toml",
        "[\"status\"]",
        "[\"status\", \"reason\"]",
    );
    assert!(parcels.build_reruns());
    parcels.edit("tables/reason.csv", "was lost", "is lost");
    assert!(parcels.build_reruns());

    // Mistakes fail the build. Each is shown with its place.
    parcels.edit("tables/status.csv", "true", "yes");
    parcels.edit("tables/reason.csv", "7,parcel lost", "seven,parcel lost");
    let (success, _, stderr) = parcels.cargo(&["build", "--offline"]);
    assert!(!success);
    for text in [
        "Error: codegen failed with 2 errors\n",
        "tables/status.csv:3:50: error: invalid value `yes` for `is_final`",
        "expected `true` or `false`",
        "tables/reason.csv:2:1: error: invalid character `s` in code `seven`",
    ] {
        // Each is printed once, although cargo prints the whole output of a failing build script.
        assert_eq!(stderr.matches(text).count(), 1, "{text:?} in\n{stderr}");
    }
    assert!(!stderr.contains("panicked"), "{stderr}");

    // Once they are fixed, the crate builds again.
    parcels.edit("tables/status.csv", "yes", "true");
    parcels.edit("tables/reason.csv", "seven,parcel lost", "8,parcel lost");
    assert_eq!(
        parcels.run("DL"),
        "DL The parcel has arrived | final: true\n"
    );
}
