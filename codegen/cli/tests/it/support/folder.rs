//! Temporary folders in which the command line runs.

use std::ops::Deref;
use std::process::Command;

use super::run::{self, Run};

/// A temporary folder of one test.
pub(crate) struct Folder(test_support::Folder);

impl Deref for Folder {
    type Target = test_support::Folder;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl From<test_support::Folder> for Folder {
    fn from(folder: test_support::Folder) -> Self {
        Folder(folder)
    }
}

impl Folder {
    pub(crate) fn new() -> Self {
        Folder(test_support::Folder::new())
    }

    /// Runs the command line in the folder, in this process.
    pub(crate) fn codegen(&self, arguments: &[&str]) -> Run {
        run::in_process(self.path(), arguments)
    }

    /// Runs the program in the folder, in a process of its own. Tests of git need it.
    pub(crate) fn codegen_process(&self, arguments: &[&str]) -> Run {
        Run::of(self.program().args(arguments))
    }

    /// Returns the command of the program, to start in the folder.
    pub(crate) fn program(&self) -> Command {
        self.command(env!("CARGO_BIN_EXE_codegen"))
    }

    /// Runs git and asserts that it succeeds.
    #[track_caller]
    pub(crate) fn git(&self, arguments: &[&str]) {
        let run = Run::of(self.command("git").args(arguments));
        assert_eq!(run.status, 0, "git {arguments:?}: {}", run.stderr);
    }

    /// Initializes a git repository.
    pub(crate) fn init(&self) {
        self.git(&["init", "--quiet", "--initial-branch=main"]);
    }

    /// Commits all files.
    pub(crate) fn commit(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    /// Returns a command to start in the folder, without the git configuration of the machine.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
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
            }));
        command
    }
}
