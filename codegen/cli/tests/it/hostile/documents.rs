//! Hostile documents and file names in `import` and `reconcile`.

use crate::support::Folder;
use test_support::hostile::{DISALLOWED, TEXTS, assert_sanitized, csv};

fn catalog() -> Folder {
    let folder = Folder::new();
    folder.write(
        "catalog.toml",
        "languages = [\"en\"]\ntables = []\n[lints]\nreview = \"allow\"\n",
    );
    folder
}

/// Returns a document with each hostile text in a cell, and with invisible characters in and between them.
fn document(changed: &str) -> String {
    let strange: String = DISALLOWED
        .into_iter()
        .filter(|c| !matches!(c, '\0' | '\u{b}' | '\u{c}' | '\u{2028}' | '\u{85}'))
        .collect();
    let rows = TEXTS.iter().enumerate().map(|(index, text)| {
        format!(
            "{},{},{strange}{}\n",
            1000 + index,
            csv(&format!("{text}{changed}{strange}")),
            csv(text)
        )
    });
    format!(
        "code,message,::error::{strange}remarks\n{}",
        rows.collect::<String>()
    )
}

/// Returns the cells of a CSV file by RFC 4180.
fn cells(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let record = |record: Result<csv::StringRecord, csv::Error>| {
        record.unwrap().iter().map(str::to_owned).collect()
    };
    reader.records().map(record).collect()
}

#[test]
fn printed_texts_are_kept_and_are_not_formulas() {
    let folder = catalog();
    folder.write("document.csv", document(""));
    let run = folder.codegen(&["import", "document.csv"]);
    run.assert(0, &["code", "53 rows"], &[]);
    assert_sanitized(&run.stdout);
    let run = folder.codegen(&[
        "import",
        "document.csv",
        "--table=1",
        "--name=shop",
        "--columns=code=code,en=message",
    ]);
    run.assert(0, &[], &["2 columns ignored: `::error::"]);
    assert_sanitized(&run.stderr);

    let table = cells(&folder.read("shop.csv"));
    let column = table[0]
        .iter()
        .position(|name| name == "printed.en")
        .unwrap();
    for (row, text) in table[1..].iter().zip(TEXTS) {
        assert_eq!(row[column].trim(), text);
        for cell in row {
            assert!(
                !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
                "{cell}"
            );
        }
    }

    // The same document has no differences, and a new edition has none after `--write`.
    folder.edit("catalog.toml", "[]", "[\"shop\"]");
    let reconcile = |arguments: &[&str]| {
        folder.codegen(&[&["reconcile", "shop", "document.csv"], arguments].concat())
    };
    reconcile(&[]).assert(0, &["53 unchanged"], &[]);
    folder.write("document.csv", document(" changed"));
    let run = reconcile(&[]);
    run.assert(1, &["53 changed"], &[]);
    assert_sanitized(&run.stdout);
    assert_sanitized(&run.stderr);
    assert_sanitized(&reconcile(&["--write"]).stdout);
    reconcile(&[]).assert(0, &["53 unchanged"], &[]);
    for row in &cells(&folder.read("shop.csv"))[1..] {
        assert!(
            row.iter()
                .all(|cell| !cell.starts_with(['=', '+', '-', '@'])),
            "{row:?}"
        );
    }
}

#[test]
fn markup_in_documents_is_sanitized() {
    for (name, text) in [
        (
            "a.md",
            "# ::error::title\n\n| code | ::error::header |\n|---|---|\n| 1 | \u{1b}[31m<b>::error::a</b> |\n| ::error::2 | b |\n",
        ),
        (
            "a.html",
            "<h2>##[error]title</h2><table><tr><th>code<th>&#27;[31m##[error]header<tr><td>1<td>&#x9b;31m##[error]a<tr><td>x y<td>##[error]b</table>",
        ),
    ] {
        let folder = catalog();
        folder.write(name, text);
        for arguments in [
            &["import", name][..],
            &[
                "import",
                name,
                "--table=1",
                "--name=shop",
                "--columns=code=code,en=2",
            ],
        ] {
            let run = folder.codegen(arguments);
            run.assert(0, &[], &[]);
            assert_sanitized(&run.stdout);
            assert_sanitized(&run.stderr);
        }
        folder.edit("catalog.toml", "[]", "[\"shop\"]");
        let run = folder.codegen(&[
            "reconcile",
            "shop",
            name,
            "--table=1",
            "--columns=code=code,en=nothing",
        ]);
        assert!(run.status == 2, "{}", run.stdout);
        assert_sanitized(&run.stderr);
    }
}

// Other systems do not allow such file names.
#[cfg(unix)]
#[test]
fn file_names_are_sanitized() {
    for name in [
        "\u{1b}[31m\u{9b}red",
        "a\n::error::b",
        "##[error]c",
        "\u{202e}d",
        "::error::e",
        "-f <b>",
    ] {
        let folder = catalog();
        let path = format!("./{name}");
        folder.write(
            &format!("{name}/document.csv"),
            "code,message\n1,a\nx y,b\n",
        );
        folder.write(
            &format!("{name}/catalog.toml"),
            "languages = [\"en\"]\ntables = [\"no\"]\n",
        );
        folder.write(&format!("{name}.csv"), "code,message\n1,a\n");
        for arguments in [
            &["--catalog", &format!("{path}/catalog.toml")][..],
            &[
                "--catalog",
                &format!("{path}/catalog.toml"),
                "--message-format=json",
            ],
            &["--catalog", &format!("{path}/no.toml")],
            &[
                "--catalog=catalog.toml",
                "import",
                &format!("{path}/document.csv"),
            ],
            &[
                "--catalog=catalog.toml",
                "import",
                &format!("{path}/no.csv"),
            ],
            &[
                "--catalog=catalog.toml",
                "import",
                &format!("{path}.csv"),
                "--table=1",
            ],
            &[
                "--catalog=catalog.toml",
                "import",
                &format!("{path}/document.csv"),
                "--table=2",
            ],
            &[
                "--catalog=catalog.toml",
                "reconcile",
                "no",
                &format!("{path}/document.csv"),
            ],
            &[
                "--catalog=catalog.toml",
                "diff",
                &format!("{path}/catalog.toml"),
                &format!("{path}/no.toml"),
            ],
            &["init", &path],
            &["init", &format!("{path}/new")],
            &["explain", "1"],
        ] {
            let run = folder.codegen(arguments);
            assert_sanitized(&run.stdout);
            assert_sanitized(&run.stderr);
            assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
        }
        let run = folder.codegen(&[
            "--catalog",
            &format!("{path}/catalog.toml"),
            "--message-format=github",
        ]);
        let lines: Vec<&str> = run.stderr.lines().collect();
        assert!(
            lines.len() == 1 && lines.iter().all(|line| line.starts_with("::error file=")),
            "{}",
            run.stderr
        );
    }
}
