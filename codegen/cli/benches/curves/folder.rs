//! Temporary directories with the input of a case.

use std::ops::Deref;
use std::process::Command;

/// The command line.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_codegen");

/// A temporary directory.
pub(crate) struct Folder(test_support::Folder);

impl Deref for Folder {
    type Target = test_support::Folder;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl Folder {
    pub(crate) fn new() -> Self {
        Folder(test_support::Folder::new())
    }

    /// Runs a program, which must succeed.
    pub(crate) fn run(&self, program: &str, arguments: &str) {
        let output = Command::new(program)
            .args(arguments.split(' '))
            .current_dir(self.path())
            .output()
            .unwrap();
        let text = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{program} {arguments}: {text}");
    }

    /// Returns the text of the file `term`; empty if there is none.
    pub(crate) fn term(&self) -> String {
        std::fs::read_to_string(self.path().join("term")).unwrap_or_default()
    }
}
