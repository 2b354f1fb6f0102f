//! Commands that read a catalog.

use std::fmt::Write as _;

use crate::Case;
use crate::folder::{Folder, PROGRAM};

pub(crate) const CASES: &[Case] = &[
    Case {
        name: "generate: rows",
        size: 4_000,
        prepare: |folder, size| catalog(folder, &[&rows(size, "")], ""),
        arguments: "generate",
    },
    Case {
        name: "generate --check: rows",
        size: 4_000,
        prepare: |folder, size| {
            catalog(folder, &[&rows(size, "")], "");
            folder.run(PROGRAM, "generate");
        },
        arguments: "generate --check",
    },
    Case {
        name: "generate: tables",
        size: 200,
        prepare: |folder, size| {
            let rows = rows(5, "");
            catalog(folder, &vec![rows.as_str(); size], "");
        },
        arguments: "generate",
    },
    Case {
        name: "generate: languages",
        size: 20,
        prepare: languages,
        arguments: "generate",
    },
    Case {
        name: "generate: attributes",
        size: 100,
        prepare: attributes,
        arguments: "generate",
    },
    Case {
        name: "generate: a range of codes",
        size: 4_000,
        prepare: |folder, size| {
            let last = size - 1;
            let row =
                format!("0000000-{last:07},order lost,订单不存在,The order is lost,200,success\n");
            catalog(folder, &[&row], "");
        },
        arguments: "generate",
    },
    Case {
        name: "generate: scopes of a code",
        size: 1_000,
        prepare: |folder, size| scopes(folder, 1, size),
        arguments: "generate",
    },
    Case {
        name: "generate: codes in scopes",
        size: 2_000,
        prepare: |folder, size| scopes(folder, size, 3),
        arguments: "generate",
    },
    Case {
        name: "generate: repeated codes",
        size: 2_000,
        prepare: |folder, size| {
            let row = rows(size, "");
            catalog(folder, &[&format!("{row}{row}")], &repeated(size));
        },
        arguments: "generate",
    },
    Case {
        name: "generate: rows of a code",
        size: 4_000,
        prepare: |folder, size| {
            catalog(folder, &[&rows(1, "").repeat(size)], &repeated(1));
        },
        arguments: "generate",
    },
    Case {
        name: "generate: cautious codes",
        size: 4_000,
        prepare: |folder, size| {
            let codes: Vec<String> = (0..size).map(|code| format!("\"{code:07}\"")).collect();
            let cautious = format!("[cautious]\noutcome = [{}]\n", codes.join(", "));
            let rows = rows(size, "").replace("success", "pending");
            catalog(folder, &[&rows], &cautious);
        },
        arguments: "generate",
    },
    Case {
        name: "generate: rows and terms of the glossary",
        size: 4_000,
        prepare: |folder, size| {
            let mut terms = String::from("zh,en\n");
            for number in 0..size {
                let _ = writeln!(terms, "订单{number}号,order x{number}");
            }
            folder.write("glossary.csv", terms);
            catalog(folder, &[&rows(size, "")], "");
            folder.edit("catalog.toml", "[http]", "[http]\n");
            folder.edit(
                "catalog.toml",
                "tables",
                "glossary = \"glossary.csv\"\ntables",
            );
        },
        arguments: "generate",
    },
    Case {
        name: "generate: rows and rules",
        size: 500,
        prepare: |folder, size| {
            catalog(folder, &[&rows(size, "")], "");
            let mut text = folder.read("catalog.toml");
            for number in 0..size {
                let _ = write!(
                    text,
                    "[[rule]]\ndoc = \"x{number}\"\nwhen = {{ name = [\"x{number} lost\"] }}\nexpect = {{ outcome = [\"success\"] }}\n"
                );
            }
            folder.write("catalog.toml", text);
        },
        arguments: "generate",
    },
    Case {
        name: "generate: rows and spellings",
        size: 500,
        prepare: |folder, size| {
            catalog(folder, &[&rows(size, "")], "");
            let words: Vec<String> = (0..size).map(|word| format!("\"x{word}\"")).collect();
            let spellings = format!("spellings = [{}]\ntables", words.join(", "));
            folder.edit("catalog.toml", "tables", &spellings);
        },
        arguments: "generate",
    },
    Case {
        name: "generate: former names",
        size: 4_000,
        prepare: |folder, size| {
            let renamed = |number| format!(",former {number}");
            renamed_rows(folder, size, renamed);
        },
        arguments: "generate",
    },
    Case {
        name: "explain: a code",
        size: 4_000,
        prepare: |folder, size| catalog(folder, &[&rows(size, "")], ""),
        arguments: "explain 0000007",
    },
    Case {
        name: "explain: words",
        size: 4_000,
        prepare: |folder, size| catalog(folder, &[&rows(size, "")], ""),
        arguments: "explain order lots",
    },
    Case {
        name: "explain: all codes of a value",
        size: 4_000,
        prepare: |folder, size| catalog(folder, &[&rows(size, "")], ""),
        arguments: "explain outcome:success",
    },
    Case {
        name: "explain: length of the text",
        size: 4_000,
        prepare: |folder, size| {
            catalog(folder, &[&rows(200, "")], "");
            let words: Vec<String> = (0..size).map(|word| format!("word{word}")).collect();
            folder.write("term", words.join(" "));
        },
        arguments: "explain TERM",
    },
    Case {
        name: "explain: length of a word",
        size: 2_000,
        prepare: |folder, size| {
            catalog(folder, &[&rows(200, "")], "");
            folder.write("term", "order".repeat(size / 5));
        },
        arguments: "explain TERM",
    },
    Case {
        name: "export: json",
        size: 4_000,
        prepare: |folder, size| catalog(folder, &[&rows(size, "")], ""),
        arguments: "export --format json",
    },
    Case {
        name: "export: html",
        size: 4_000,
        prepare: |folder, size| catalog(folder, &[&rows(size, "")], ""),
        arguments: "export --format html",
    },
    Case {
        name: "export: html, tables",
        size: 200,
        prepare: |folder, size| catalog(folder, &vec![rows(5, "").as_str(); size], ""),
        arguments: "export --format html",
    },
    Case {
        name: "export: markdown",
        size: 4_000,
        prepare: |folder, size| catalog(folder, &[&rows(size, "")], ""),
        arguments: "export --format markdown --out reference",
    },
    Case {
        name: "export: csv",
        size: 4_000,
        prepare: |folder, size| {
            let rows = rows(size, "")
                .replace(",order x", ",")
                .replace(" lost,", ",");
            catalog(folder, &[&rows], "");
        },
        arguments: "export --format csv",
    },
    Case {
        name: "diff: changed rows",
        size: 2_000,
        prepare: |folder, size| {
            old_catalog(folder, &rows(size, ""));
            let new = rows(size, "")
                .replace("is lost", "was lost")
                .replace(",200,", ",201,");
            catalog(folder, &[&new], "");
        },
        arguments: "diff old/catalog.toml",
    },
    Case {
        name: "diff: added and removed rows",
        size: 2_000,
        prepare: |folder, size| {
            old_catalog(folder, &rows(size, ""));
            catalog(
                folder,
                &[&rows(size, "").replace("\n0", "\n1").replace(" x", " y")],
                "",
            );
        },
        arguments: "diff old/catalog.toml",
    },
];

/// Returns rows; `more` ends each of them.
fn rows(count: usize, more: &str) -> String {
    let mut rows = String::new();
    for number in 0..count {
        let _ = writeln!(
            rows,
            "{number:07},order x{number} lost,订单{number}号丢失,Order x{number} is lost,200,success{more}"
        );
    }
    rows
}

/// Writes a catalog with tables of these rows; `toml` is added to the description of each.
fn catalog(folder: &Folder, tables: &[&str], toml: &str) {
    let names: Vec<String> = (0..tables.len())
        .map(|number| format!("\"t{number}\""))
        .collect();
    folder.write(
        "catalog.toml",
        format!(
            "languages = [\"zh\", \"en\"]\ntables = [{}]\n\n[rust]\nout = \"out\"\n\n[markdown]\nout = \"reference\"\n\n[http]\n\n\
             [attribute.outcome]\ndoc = \"The outcome.\"\ncautious = [\"pending\"]\n\n[attribute.outcome.values]\nsuccess = \"Done.\"\npending = \"Not yet.\"\n",
            names.join(", ")
        ),
    );
    for (number, rows) in tables.iter().enumerate() {
        let description = format!(
            "module = \"shop::m{number}\"\ntype = \"ReturnCode\"\ncode = {{ charset = \"digits\", width = 7 }}\n"
        );
        folder.write(&format!("t{number}.toml"), format!("{description}{toml}"));
        let csv = format!("code,name,zh,en,http,outcome\n{rows}");
        folder.write(&format!("t{number}.csv"), csv);
    }
}

/// Writes the old version of a catalog with one table to `old`.
fn old_catalog(folder: &Folder, rows: &str) {
    catalog(folder, &[rows], "");
    for file in ["catalog.toml", "t0.toml", "t0.csv"] {
        folder.write(&format!("old/{file}"), folder.read(file));
    }
}

/// Returns the declaration of codes that occur several times.
fn repeated(codes: usize) -> String {
    let codes: Vec<String> = (0..codes)
        .map(|code| format!("\"{code:07}\" = \"listed twice\""))
        .collect();
    format!("repeated = {{ {} }}\n", codes.join(", "))
}

fn scopes(folder: &Folder, codes: usize, scopes: usize) {
    let mut values = String::from("[scope.values]\n");
    let mut rows = String::new();
    for scope in 0..scopes {
        let _ = writeln!(values, "s{scope} = \"Requests of kind {scope}.\"");
    }
    for code in 0..codes {
        for scope in 0..scopes {
            let _ = writeln!(
                rows,
                "{code:07},order x{code} lost,订单{code}号丢失,Order x{code} is lost in {scope},200,success,s{scope}"
            );
        }
    }
    catalog(folder, &[&rows], &values);
    folder.edit("t0.csv", "http,outcome\n", "http,outcome,scope\n");
}

fn renamed_rows(folder: &Folder, count: usize, renamed: fn(usize) -> String) {
    let rows: String = rows(count, "")
        .lines()
        .enumerate()
        .map(|(number, row)| format!("{row}{}\n", renamed(number)))
        .collect();
    catalog(folder, &[&rows], "");
    folder.edit("t0.csv", "http,outcome\n", "http,outcome,renamed\n");
}

/// Writes a catalog with as many languages.
fn languages(folder: &Folder, count: usize) {
    const LETTERS: &[u8] = b"bcdghkmnprstvwz";
    let letter = |index: usize| char::from(LETTERS[index % LETTERS.len()]);
    let tag = |number| {
        [letter(number / LETTERS.len()), letter(number)]
            .iter()
            .collect()
    };
    let tags: Vec<String> = (0..count).map(tag).collect();
    catalog(folder, &[""], "");
    let list = format!("[\"{}\"]", tags.join("\", \""));
    folder.edit("catalog.toml", "[\"zh\", \"en\"]", &list);
    let mut csv = format!("code,name,http,outcome,{}\n", tags.join(","));
    for row in 0..200 {
        let _ = write!(csv, "{row:07},order x{row} lost,200,success");
        for tag in &tags {
            let _ = write!(csv, ",Order {row} in {tag}");
        }
        csv.push('\n');
    }
    folder.write("t0.csv", csv);
}

fn attributes(folder: &Folder, count: usize) {
    catalog(folder, &[""], "");
    let mut toml = folder.read("catalog.toml");
    let mut csv = String::from("code,name,zh,en,http,outcome");
    for number in 0..count {
        let _ = write!(
            toml,
            "\n[attribute.a{number}]\ndoc = \"Number {number}.\"\nkind = \"integer\"\n"
        );
        let _ = write!(csv, ",a{number}");
    }
    csv.push('\n');
    for row in rows(200, "").lines() {
        csv.push_str(row);
        for number in 0..count {
            let _ = write!(csv, ",{number}");
        }
        csv.push('\n');
    }
    folder.write("catalog.toml", toml);
    folder.write("t0.csv", csv);
}
