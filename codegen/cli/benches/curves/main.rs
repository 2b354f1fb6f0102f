//! `cargo bench -p codegen-cli`: measures how the time of each command grows with its input.
//!
//! Each case runs twice, the second time with twice the input. A ratio above 2.3 fails: the time grows faster than the input.
//! The times are numbers of instructions, counted by valgrind, because seconds depend on what else the machine does. Arguments
//! select cases by a part of their name: `cargo bench -p codegen-cli -- import`.

mod catalogs;
mod documents;
mod folder;
#[path = "../../tests/it/support/workbook.rs"]
mod workbook;

use std::process::{Command, ExitCode, Stdio};

use folder::Folder;

/// The most that twice the input may take.
const MAX_RATIO: f64 = 2.3;

/// A command with an input whose size is given.
struct Case {
    name: &'static str,
    /// The size of the first input.
    size: usize,
    /// Writes the files.
    prepare: fn(&Folder, usize),
    /// The arguments of the command, separated by spaces. `TERM` is the text of the file `term`.
    arguments: &'static str,
}

fn main() -> ExitCode {
    let parts: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"))
        .collect();
    let is_selected = |case: &&Case| {
        parts.is_empty() || parts.iter().any(|part| case.name.contains(part.as_str()))
    };
    let cases = catalogs::CASES.iter().chain(documents::CASES);
    let mut is_linear = true;
    println!("| case | size | million instructions | for twice the size | ratio |");
    println!("| --- | --- | --- | --- | --- |");
    for case in cases.filter(is_selected) {
        let [once, twice] = [case.size, case.size * 2].map(|size| measure(case, size));
        let ratio = twice / once;
        let mark = if ratio > MAX_RATIO {
            " **too high**"
        } else {
            ""
        };
        is_linear &= ratio <= MAX_RATIO;
        println!(
            "| {} | {} | {once:.0} | {twice:.0} | {ratio:.2}{mark} |",
            case.name, case.size
        );
    }
    if is_linear {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Returns the number of instructions, in millions, that a case takes.
fn measure(case: &Case, size: usize) -> f64 {
    let folder = Folder::new();
    (case.prepare)(&folder, size);
    let term = folder.term();
    let arguments = case.arguments.split(' ');
    let output = Command::new("valgrind")
        .args(["--tool=cachegrind", "--cache-sim=no"])
        .arg("--cachegrind-out-file=/dev/null")
        .arg(folder::PROGRAM)
        .args(arguments.map(|argument| if argument == "TERM" { &term } else { argument }))
        .current_dir(folder.path())
        .stdout(Stdio::null())
        .output()
        .expect("valgrind is installed");
    let text = String::from_utf8_lossy(&output.stderr);
    let status = output.status.code();
    assert!(
        matches!(status, Some(0 | 1)),
        "{} {size}: {status:?} {text}",
        case.name
    );
    let (_, count) = text
        .rsplit_once("refs:")
        .unwrap_or_else(|| panic!("{text}"));
    let digits: String = count.chars().filter(char::is_ascii_digit).collect();
    digits.parse::<f64>().expect("valgrind prints a number") / 1e6
}
