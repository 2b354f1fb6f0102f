//! Runs of the command line, in this process or in another one.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

use anstream::StripStream;
use codegen_cli::Terminal;

/// The result of a run.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// Runs the command line in this process as if in a directory. Paths in the output are relative to the directory.
pub(crate) fn in_process(directory: &Path, arguments: &[&str]) -> Run {
    let arguments = ["codegen"].iter().chain(arguments).map(OsString::from);
    let mut out = StripStream::new(Vec::new());
    let mut err = StripStream::new(Vec::new());
    let mut terminal = Terminal::new(directory, &mut out, &mut err);
    let status = codegen_cli::run_with(arguments, &mut terminal);
    let prefix = format!("{}/", directory.display());
    let text = |printed: StripStream<Vec<u8>>| {
        let text = String::from_utf8(printed.into_inner()).unwrap();
        text.replace(&prefix, "")
    };
    Run {
        status: status.into(),
        stdout: text(out),
        stderr: text(err),
    }
}

impl Run {
    /// Runs a command and waits for it.
    pub(crate) fn of(command: &mut Command) -> Self {
        let output = command.output().unwrap();
        Run {
            status: output.status.code().expect("it was not killed"),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Asserts the exit status, and that the outputs contain these texts.
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

    /// Asserts exit status 0 and returns the standard output.
    #[track_caller]
    pub(crate) fn clean(self) -> String {
        assert_eq!(self.status, 0, "{}{}", self.stdout, self.stderr);
        self.stdout
    }
}
