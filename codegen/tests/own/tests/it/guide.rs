//! `codegen/docs/own.md`, followed to the letter: the files that it shows are written, and its commands run in a shell, in its order.
//! The result is a crate like this one. `UPDATE_TRANSCRIPTS=1` writes the outputs of the commands into the document.
//!
//! A command with a `# remark` shows no output. Comments prepare the next command, as in the transcripts of the other documents:
//! `<!-- edit FILE: OLD => NEW -->`, `<!-- add FILE: LINE -->`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use test_support::Folder;

pub(crate) const GUIDE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/own.md");

#[test]
fn the_guide_leads_to_this_crate() {
    let guide = fs::read_to_string(GUIDE).unwrap();
    let reader = Reader::new();
    let fresh = reader.follow(&guide);
    if std::env::var_os("UPDATE_TRANSCRIPTS").is_some() {
        fs::write(GUIDE, &fresh).unwrap();
    } else {
        let differs = guide
            .lines()
            .zip(fresh.lines())
            .find(|(old, new)| old != new);
        assert!(
            guide == fresh,
            "{differs:?}: to update it, run with UPDATE_TRANSCRIPTS=1"
        );
    }

    // Its files are those of this crate, with fewer rows.
    for path in [
        "tables/catalog.toml",
        "tables/error-code.toml",
        "tables/delivery-code.toml",
        "src/lib.rs",
        "examples/server.rs",
    ] {
        assert_eq!(
            file(&guide, path),
            fs::read_to_string(path).unwrap(),
            "{path}"
        );
    }
    for path in ["tables/error-code.csv", "tables/delivery-code.csv"] {
        let table = fs::read_to_string(path).unwrap();
        for row in file(&guide, path).lines() {
            assert!(table.lines().any(|line| line == row), "{path}: {row}");
        }
    }

    // The four lines that a published crate needs, according to the README of `codegen`, are in these files.
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../..");
    let readme = fs::read_to_string(format!("{root}/codegen/README.md")).unwrap();
    let workflow = fs::read_to_string(format!("{root}/.github/workflows/codes.yml")).unwrap();
    for (line, text) in [
        (
            "out = \"../src/generated\"",
            file(&guide, "tables/catalog.toml"),
        ),
        (
            "include!(\"generated/mod.rs\");",
            file(&guide, "src/lib.rs"),
        ),
        ("include = [\"/src\"]", file(&guide, "Cargo.toml")),
        ("- run: codegen --check", workflow),
    ] {
        assert!(readme.contains(&format!("`{line}`")), "README shows {line}");
        assert!(text.lines().any(|shown| shown.trim() == line), "no {line}");
    }

    // The package has the generated code, and cargo has built it from that.
    let package = reader.target.join("package/shop-errors-0.2.0");
    assert!(package.join("src/generated/mod.rs").is_file());
    assert!(!package.join("tables").exists());
}

/// Returns the text of a file that the guide shows.
fn file(guide: &str, path: &str) -> String {
    let start = format!("\n`{path}`\n\n```");
    let (_, rest) = guide
        .split_once(&start)
        .unwrap_or_else(|| panic!("it shows {path}"));
    let (_, rest) = rest.split_once('\n').unwrap();
    rest.split_once("\n```\n").unwrap().0.to_owned() + "\n"
}

/// Somebody who follows the guide, in a new directory.
struct Reader {
    folder: Folder,
    target: PathBuf,
    /// The environment variable with the directory of the tool.
    path: String,
}

impl Reader {
    fn new() -> Self {
        let tool = tool();
        let path = std::env::var("PATH").unwrap();
        Reader {
            folder: Folder::new(),
            target: Path::new(env!("CARGO_TARGET_TMPDIR")).join("guide"),
            path: format!("{}:{path}", tool.parent().unwrap().display()),
        }
    }

    /// Follows the guide; returns it with the outputs of the commands.
    fn follow(&self, guide: &str) -> String {
        let mut fresh = String::new();
        let mut directory = String::new();
        let mut lines = guide.lines();
        let mut shown_path = None;
        while let Some(line) = lines.next() {
            fresh.extend([line, "\n"]);
            if let Some(comment) = line.strip_prefix("<!-- ") {
                self.prepare(&directory, comment.strip_suffix(" -->").unwrap());
            } else if line == "```console" {
                let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
                for lines in block.chunk_by(|_, next| !next.starts_with("$ ")) {
                    fresh.extend([lines[0], "\n"]);
                    let command = lines[0]
                        .strip_prefix("$ ")
                        .expect("a block starts with a command");
                    if let Some(name) = command.strip_prefix("cd ") {
                        directory = format!("{name}/");
                    } else if !command.starts_with("cargo install ") {
                        fresh.push_str(&self.run(&directory, command));
                    }
                }
                fresh.push_str("```\n");
            } else if line.starts_with("```") {
                let block = lines.by_ref().take_while(|line| *line != "```");
                let text: String = block.flat_map(|line| [line, "\n"]).collect();
                if let Some(path) = shown_path.take() {
                    self.folder.write(&format!("{directory}{path}"), &text);
                }
                fresh.extend([text.as_str(), "```\n"]);
            } else if !line.is_empty() {
                let path = line
                    .strip_prefix('`')
                    .and_then(|line| line.strip_suffix('`'));
                shown_path = path.filter(|path| !path.contains(' '));
            }
        }
        fresh
    }

    /// Runs a command, and returns the output that the guide shows.
    fn run(&self, directory: &str, command: &str) -> String {
        let (command, remark) = match command.split_once("   # ") {
            Some((command, remark)) => (command, Some(remark)),
            None => (command, None),
        };
        let directory = self.folder.path().join(directory);
        let lock = directory.join("Cargo.lock");
        if directory.join("Cargo.toml").exists() && !lock.exists() {
            // The versions of this workspace, so that cargo downloads nothing.
            let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..");
            fs::copy(workspace.join("Cargo.lock"), lock).unwrap();
        }
        let output = Command::new("bash")
            .args(["-c", command])
            .current_dir(directory)
            .env("PATH", &self.path)
            .env("CARGO_NET_OFFLINE", "true")
            .env("CARGO_TARGET_DIR", &self.target)
            .env("CARGO_TERM_COLOR", "never")
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .envs(["AUTHOR", "COMMITTER"].into_iter().flat_map(|who| {
                [
                    (format!("GIT_{who}_NAME"), "A Person"),
                    (format!("GIT_{who}_EMAIL"), "person@example.org"),
                ]
            }))
            .output()
            .unwrap();
        let printed = [output.stdout, output.stderr].concat();
        let printed = String::from_utf8(printed).unwrap();
        // The guide shows what `codegen` says about mistakes.
        if !command.starts_with("codegen ") && command != "codegen" {
            assert!(output.status.success(), "{command}: {printed}");
        }
        match remark {
            Some(_) => String::new(),
            None if printed.trim().is_empty() => String::new(),
            None => printed.trim_end().to_owned() + "\n",
        }
    }

    /// Does what a comment says.
    fn prepare(&self, directory: &str, comment: &str) {
        if let Some(edit) = comment.strip_prefix("edit ") {
            let (file, change) = edit.split_once(": ").expect("FILE: OLD => NEW");
            let (old, new) = change.split_once(" => ").expect("OLD => NEW");
            self.folder.edit(&format!("{directory}{file}"), old, new);
        } else if let Some(add) = comment.strip_prefix("add ") {
            let (file, line) = add.split_once(": ").expect("FILE: LINE");
            let file = format!("{directory}{file}");
            let text = self.folder.read(&file);
            self.folder.write(&file, format!("{text}{line}\n"));
        }
    }
}

/// Builds `codegen` and returns its path.
fn tool() -> PathBuf {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../..");
    let output = Command::new(env!("CARGO"))
        .args(["build", "--offline", "--quiet", "--message-format=json"])
        .args(["--bin", "codegen"])
        .current_dir(root)
        .stderr(Stdio::inherit())
        .output()
        .unwrap();
    let messages = String::from_utf8(output.stdout).unwrap();
    let messages = messages
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    let mut programs =
        messages.filter_map(|message: Value| Some(message["executable"].as_str()?.into()));
    programs.next_back().expect("cargo has built the program")
}
