//! Transcripts in the documents: each command that a document shows is run, and its output is compared with what the document
//! shows. `UPDATE_TRANSCRIPTS=1 cargo test -p codegen-cli --test it transcripts` writes the outputs into the documents.
//!
//! A transcript is a `console` block. Each block runs in a new folder with the tables of this repository, or with the files that the
//! document itself shows. HTML comments in front of a block prepare the folder:
//!
//! ```text
//! <!-- edit FILE: OLD => NEW -->
//! <!-- add FILE: LINE -->
//! <!-- write FILE
//! TEXT
//! -->
//! ```
//!
//! The LINE of a table is `COLUMN=CELL | COLUMN=CELL`; other cells are empty.
//!
//! If an output starts with `...`, only its last lines are shown. A command with a `# remark` shows no output: it only has to run.
//! Commands of other programs are not run.

use std::fs;
use std::path::Path;

use crate::support::{Folder, Run, repository};

const DOCUMENTS: [&str; 5] = [
    "README.md",
    "CONTRIBUTING.md",
    "codegen/README.md",
    "codegen/docs/format.md",
    "codes-data/README.md",
];

#[test]
fn documents_show_what_commands_print() {
    for document in DOCUMENTS {
        let path = repository().join(document);
        let text = fs::read_to_string(&path).unwrap();
        let fresh = refreshed(&text);
        if std::env::var_os("UPDATE_TRANSCRIPTS").is_some() {
            fs::write(&path, fresh).unwrap();
            continue;
        }
        let differs = (text.lines().zip(fresh.lines()).zip(1..)).find(|((old, new), _)| old != new);
        assert!(
            text == fresh,
            "{document}: {differs:?}\nto update it: UPDATE_TRANSCRIPTS=1 cargo test -p codegen-cli --test it transcripts"
        );
    }
}

/// Returns the document with the output that each of its commands prints now.
fn refreshed(document: &str) -> String {
    let mut fresh = String::new();
    let mut preparations = Vec::new();
    let mut lines = document.lines();
    while let Some(line) = lines.next() {
        fresh.extend([line, "\n"]);
        if let Some(comment) = line.strip_prefix("<!-- ") {
            let mut comment = comment.to_owned();
            while !comment.ends_with("-->") {
                let line = lines.next().expect("the comment ends");
                fresh.extend([line, "\n"]);
                comment.extend(["\n", line]);
            }
            preparations.push(comment.trim_end_matches("-->").trim_end().to_owned());
        } else if line == "```console" {
            let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            let folder = folder(document);
            preparations
                .drain(..)
                .for_each(|preparation| prepare(&folder, &preparation));
            fresh.push_str(&transcript(&folder, &block));
            fresh.push_str("```\n");
        }
    }
    fresh
}

/// Makes a repository with the files that the document shows, or if it shows none, with the tables of this repository.
fn folder(document: &str) -> Folder {
    let folder = Folder::new();
    let lines: Vec<&str> = document.lines().collect();
    for (index, window) in lines.windows(3).enumerate() {
        let path = window[0]
            .strip_prefix('`')
            .and_then(|line| line.strip_suffix('`'));
        if let Some(path) = path.filter(|_| window[1].is_empty() && window[2].starts_with("```")) {
            let block = lines[index + 3..].iter().take_while(|line| **line != "```");
            let text: String = block.flat_map(|line| [line, "\n"]).collect();
            folder.write(path, text);
        }
    }
    if folder.files().is_empty() {
        for part in ["codes-data", "codes/src/generated"] {
            copy(&repository().join(part), &folder.path().join(part));
        }
    }
    folder.init();
    folder.commit("Before the transcript");
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(path, target).unwrap();
        }
    }
}

/// Does what a comment in front of a transcript says; other comments are not for this test.
fn prepare(folder: &Folder, comment: &str) {
    if let Some(edit) = comment.strip_prefix("edit ") {
        let (file, change) = edit.split_once(": ").expect("FILE: OLD => NEW");
        let (old, new) = change.split_once(" => ").expect("OLD => NEW");
        folder.edit(file, old, new);
    } else if let Some(add) = comment.strip_prefix("add ") {
        let (file, line) = add.split_once(": ").expect("FILE: LINE");
        let text = folder.read(file);
        let line = if file.ends_with(".csv") {
            row(&text, line)
        } else {
            line.to_owned()
        };
        folder.write(file, format!("{text}{line}\n"));
    } else if let Some(write) = comment.strip_prefix("write ") {
        let (file, text) = write.split_once('\n').expect("the text of the file");
        folder.write(file, format!("{text}\n"));
    }
}

/// Returns a row of a table from its cells: `COLUMN=CELL | COLUMN=CELL`.
fn row(table: &str, cells: &str) -> String {
    let cells = cells.split(" | ").map(|cell| cell.split_once('='));
    let cells: Vec<(&str, &str)> = cells.map(|cell| cell.expect("COLUMN=CELL")).collect();
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let cell = |column: &str| {
        let cell = cells.iter().find(|(name, _)| *name == column);
        cell.map_or("", |(_, cell)| cell)
    };
    let row: Vec<&str> = reader.headers().unwrap().iter().map(cell).collect();
    row.join(",")
}

/// Returns the lines of a transcript with the output that its commands print now.
fn transcript(folder: &Folder, block: &[&str]) -> String {
    let mut fresh = String::new();
    let is_command = |line: &&str| line.starts_with("$ ");
    for lines in block.chunk_by(|_, next| !is_command(next)) {
        fresh.extend([lines[0], "\n"]);
        let shown = &lines[1..];
        let (command, remark) = match lines[0].split_once(" # ") {
            Some((command, remark)) => (command, Some(remark)),
            None => (lines[0], None),
        };
        let arguments = ["$ cargo codegen", "$ codegen"]
            .into_iter()
            .find_map(|name| {
                let rest = command.strip_prefix(name)?;
                (rest.is_empty() || rest.starts_with(' ')).then(|| arguments(rest))
            });
        match (arguments, remark) {
            (Some(arguments), None) => {
                let run = run(folder, &arguments);
                let printed = run.stdout + run.stderr.trim_end();
                let mut printed: Vec<&str> = printed.lines().collect();
                if let Some(("...", rest)) = shown.split_first().map(|(first, rest)| (*first, rest))
                {
                    printed.drain(..printed.len().saturating_sub(rest.len()));
                    printed.insert(0, "...");
                }
                printed.iter().for_each(|line| fresh.extend([line, "\n"]));
            }
            (Some(arguments), Some(_)) => {
                let run = run(folder, &arguments);
                assert!(
                    shown.is_empty(),
                    "{command}: a command with a remark shows no output"
                );
                assert!(run.status < 2, "{command}: {}", run.stderr);
            }
            // `cargo run -- IT` is run with the crate that codegen/README.md shows.
            (None, _) if command == "$ cargo run -- IT" => {
                shown.iter().for_each(|line| fresh.extend([line, "\n"]));
            }
            (None, _) => assert!(shown.is_empty(), "{command}: the output is not tested"),
        }
    }
    fresh
}

/// Splits the arguments of a command as a shell does; those with blanks are in double quotes.
fn arguments(command: &str) -> Vec<&str> {
    let parts = command.split('"').enumerate();
    let parts = parts.flat_map(|(index, part)| {
        if index % 2 == 0 {
            part.split_whitespace().collect()
        } else {
            vec![part]
        }
    });
    parts.collect()
}

fn run(folder: &Folder, arguments: &[&str]) -> Run {
    // Git is asked about a revision without the settings of this machine: that needs a process.
    if arguments.first() == Some(&"diff") {
        folder.codegen_process(arguments)
    } else {
        folder.codegen(arguments)
    }
}
