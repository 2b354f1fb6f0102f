//! Characters that data must not have are errors with a location, in each format of diagnostics.

use crate::support::{Folder, Run};
use test_support::hostile::{DISALLOWED, TEXTS, assert_sanitized, csv, toml};

const FORMATS: [&str; 3] = ["human", "json", "github"];

fn small() -> Folder {
    let folder = Folder::new();
    folder.write(
        "catalog.toml",
        "languages = [\"en\"]\ntables = [\"codes\"]\n[rust]\nout = \"out\"\n",
    );
    folder.write("codes.toml", "module = \"shop\"\ntype = \"ReturnCode\"\ncode = { charset = \"ascii\" }\ntitle = { en = \"Codes\" }\n");
    folder.write(
        "codes.csv",
        "code,name,en\n1,order paid,The order was paid\n",
    );
    folder
}

/// Asserts for each format of diagnostics that the run fails, names the place and writes nothing.
#[track_caller]
fn assert_refused(folder: &Folder, file: &str, line: usize) {
    for format in FORMATS {
        let run = folder.codegen(&["--message-format", format]);
        assert!(
            run.status == 2 && run.stdout.is_empty(),
            "{} {}",
            run.status,
            run.stderr
        );
        assert!(!folder.path().join("out").exists());
        assert_printed(&run, format, file, line);
    }
}

#[track_caller]
fn assert_printed(run: &Run, format: &str, file: &str, line: usize) {
    let place = match format {
        "human" => format!("{file}:{line}:"),
        "json" => format!("\"path\":\"{file}\""),
        _ => format!("::error file={file},line={line},"),
    };
    assert!(run.stderr.contains(&place), "no {place} in {}", run.stderr);
    if format == "github" {
        for line in run.stderr.lines() {
            let rest = line
                .strip_prefix("::error file=")
                .unwrap_or_else(|| panic!("{line}"));
            assert_sanitized(rest);
        }
    } else {
        assert_sanitized(&run.stderr);
    }
    if format == "json" {
        for line in run.stderr.lines() {
            serde_json::from_str::<serde_json::Value>(line).unwrap();
        }
    }
}

#[test]
fn control_and_invisible_characters_are_refused() {
    for c in DISALLOWED {
        let folder = small();
        folder.write(
            "codes.csv",
            format!("code,name,en\n1,order paid,The order{c} was paid\n"),
        );
        assert_refused(&folder, "codes.csv", 2);
    }
    for (file, text) in [
        ("codes.csv", "co\u{1b}[31mde,name,en\n"),
        ("codes.toml", "# \u{202e}\n"),
        ("catalog.toml", "languages = [\"\u{9b}31m\"]\n"),
    ] {
        let folder = small();
        folder.write(file, text);
        assert_refused(&folder, file, 1);
    }
}

#[test]
fn escapes_of_refused_characters_are_refused() {
    let escapes = DISALLOWED.map(|c| format!("\\U{:08x}", u32::from(c)));
    for escape in escapes
        .iter()
        .map(String::as_str)
        .chain(["\\n", "\\r", "\\t", "\\u00a0"])
    {
        let folder = small();
        folder.edit("codes.toml", "Codes", &format!("a{escape}::error::b"));
        assert_refused(&folder, "codes.toml", 4);
    }
    for (from, to) in [
        (
            "out = \"out\"",
            "out = \"out\"\ncommand = \"\"\"a\nfn main() {}\"\"\"",
        ),
        (
            "out = \"out\"",
            "out = \"out\"\n[module]\n\"a\\u001b\" = \"\"",
        ),
        ("\"codes\"", "\"codes\", \"a\\n::error::b\""),
    ] {
        let folder = small();
        folder.edit("catalog.toml", from, to);
        let line = match to {
            _ if to.contains("module") => 6,
            _ if to.contains("command") => 5,
            _ => 2,
        };
        assert_refused(&folder, "catalog.toml", line);
    }
}

#[test]
fn lookalikes_are_refused() {
    for (row, message) in [
        ("А1,order late,Late", "invalid character `А` (U+0410)"),
        ("１,order late,Late", "invalid character `１` (U+FF11)"),
        ("2,оrder late,Late", "invalid character `о` (U+043E)"),
        ("2,order paid,Late", "both become `OrderPaid`"),
        ("2,0rder paid,Late", "which starts with a digit"),
        ("2,order pa1d,Late\n3,order paId,Late", "look alike"),
    ] {
        let folder = small();
        folder.write(
            "codes.csv",
            format!("code,name,en\n1,order paid,Paid\n{row}\n"),
        );
        let run = folder.codegen(&[]);
        run.assert(2, &[], &[message, "codes.csv:"]);
    }
    let folder = small();
    folder.edit("catalog.toml", "[\"codes\"]", "[\"codes\", \"more\"]");
    folder.write(
        "more.toml",
        "module = \"sh0p\"\ntype = \"ReturnCode\"\ncode = { charset = \"ascii\" }\n",
    );
    folder.write("more.csv", folder.read("codes.csv"));
    folder.codegen(&[]).assert(0, &[], &[]);
    folder.edit("more.toml", "sh0p", "l0g");
    folder.edit("codes.toml", "shop", "lOg");
    folder.codegen(&[]).assert(
        2,
        &[],
        &["invalid module name `lOg`", "`lOg` and `l0g` look alike"],
    );
}

#[test]
fn hostile_texts_in_diagnostics_are_sanitized() {
    for (index, text) in TEXTS.into_iter().enumerate() {
        // In a code with two spaces, a name, a column, a value, a language, a module, a type, a feature and a table.
        let places = [
            (
                "codes.csv",
                "1,",
                format!("{},", csv(&format!("{text}  {text}"))),
            ),
            ("codes.csv", "order paid", csv(&format!("{text} é"))),
            ("codes.csv", ",en\n", format!(",{}\n", csv(text))),
            ("codes.toml", "\"shop\"", toml(text)),
            ("codes.toml", "\"ReturnCode\"", toml(text)),
            ("codes.toml", "\"ascii\"", toml(text)),
            ("codes.toml", "title", toml(text)),
            ("catalog.toml", "\"en\"", toml(text)),
            ("catalog.toml", "\"codes\"", toml(&format!("{text}.no"))),
            (
                "catalog.toml",
                "out = ",
                format!("serde = {}\nout = ", toml(&format!("{text} "))),
            ),
        ];
        for (place, (file, from, to)) in places.into_iter().enumerate() {
            let folder = small();
            folder.edit(file, from, &to);
            // Each place and each text meet all formats.
            let format = FORMATS[(index + place) % FORMATS.len()];
            let run = folder.codegen(&["--message-format", format]);
            assert_eq!(run.status, 2, "{text} in {file}: {}", run.stderr);
            for line in run.stderr.lines() {
                let command = line.strip_prefix("::error file=");
                assert_sanitized(command.filter(|_| format == "github").unwrap_or(line));
            }
        }
    }
}
