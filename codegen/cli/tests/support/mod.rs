//! Folders of their own, and the tool run in them as people run it.

#![allow(dead_code)] // Each test file uses its own part of it.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

/// A folder that is thrown away afterwards.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        Folder(tempfile::tempdir().unwrap())
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn write(&self, file: &str, text: impl AsRef<[u8]>) {
        let path = self.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, file: &str) -> String {
        let path = self.path().join(file);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// Replaces text in a file.
    #[track_caller]
    pub(crate) fn edit(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} has no {from}");
        self.write(file, text.replace(from, to));
    }

    /// The paths of all files in it, in order.
    pub(crate) fn files(&self) -> Vec<String> {
        let mut files = Vec::new();
        let mut folders = vec![self.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let relative = path.strip_prefix(self.path()).unwrap();
                    files.push(relative.to_string_lossy().replace('\\', "/"));
                }
            }
        }
        files.sort();
        files
    }

    pub(crate) fn codegen(&self, arguments: &[&str]) -> Run {
        self.run(Command::new(env!("CARGO_BIN_EXE_codegen")).args(arguments))
    }

    /// Runs git, which must succeed. Nothing of the machine's own settings is seen.
    #[track_caller]
    pub(crate) fn git(&self, arguments: &[&str]) {
        let run = self.run(Command::new("git").args(arguments));
        assert_eq!(run.status, 0, "git {arguments:?}: {}", run.stderr);
    }

    /// Makes it a repository.
    pub(crate) fn init(&self) {
        self.git(&["init", "--quiet", "--initial-branch=main"]);
    }

    /// Commits all that is in it.
    pub(crate) fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    fn run(&self, command: &mut Command) -> Run {
        let output = command
            .current_dir(self.path())
            .env("GIT_CEILING_DIRECTORIES", self.path().parent().unwrap())
            .env("GIT_CONFIG_GLOBAL", self.path().join("no-such-file"))
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .envs(["AUTHOR", "COMMITTER"].into_iter().flat_map(|who| {
                [
                    (format!("GIT_{who}_NAME"), "A Person"),
                    (format!("GIT_{who}_EMAIL"), "person@example.org"),
                    (format!("GIT_{who}_DATE"), "2024-01-01T00:00:00Z"),
                ]
            }))
            .output()
            .unwrap();
        Run {
            status: output.status.code().expect("it was not killed"),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// How a run ended.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Run {
    /// Checks the exit status, and that these texts were printed.
    #[track_caller]
    pub(crate) fn assert(&self, status: i32, stdout: &[&str], stderr: &[&str]) {
        let all = format!("status {}\n{}\n{}", self.status, self.stdout, self.stderr);
        assert_eq!(self.status, status, "{all}");
        for (texts, printed) in [(stdout, &self.stdout), (stderr, &self.stderr)] {
            for text in texts {
                assert!(printed.contains(text), "no {text:?} in\n{all}");
            }
        }
        assert!(!all.contains("panicked"), "{all}");
    }
}

/// Holds a text to a file; `UPDATE_FIXTURES=1` writes the file instead.
#[track_caller]
pub(crate) fn expect(path: &Path, actual: &str) {
    if std::env::var_os("UPDATE_FIXTURES").is_some() {
        fs::write(path, actual).unwrap();
        return;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    let diff = similar::TextDiff::from_lines(&expected, actual);
    assert!(
        expected == actual,
        "{}:\n{}\nwhere this is meant: UPDATE_FIXTURES=1 cargo test -p codegen",
        path.display(),
        diff.unified_diff().context_radius(2)
    );
}
