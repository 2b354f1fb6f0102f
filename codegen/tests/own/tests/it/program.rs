//! Programs of this workspace that tests run.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

/// Builds a program with cargo and returns its path.
pub(crate) fn build(target: &[&str]) -> PathBuf {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--offline", "--quiet", "--message-format=json"])
        .args(target)
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
