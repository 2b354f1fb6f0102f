//! Commands that read a document.

use std::fmt::Write as _;

use crate::Case;
use crate::folder::Folder;
use crate::workbook::{Sheet, Value, workbook};

pub(crate) const CASES: &[Case] = &[
    Case {
        name: "import: Markdown, rows",
        size: 4_000,
        prepare: |folder, size| {
            let head = "| Code | 描述 | Description |\n| --- | --- | --- |\n";
            document(folder, "d.md", head, size, |row| {
                format!("| {:07} | {} | {} |\n", row.code, row.zh, row.en)
            });
        },
        arguments: "import d.md --table 1 --name new",
    },
    Case {
        name: "import: Markdown, tables",
        size: 2_000,
        prepare: |folder, size| {
            document(folder, "d.md", "", size, |row| {
                format!(
                    "## Table {}\n\n| Code | 描述 |\n| --- | --- |\n| {:07} | {} |\n\n",
                    row.code, row.code, row.zh
                )
            });
        },
        arguments: "import d.md",
    },
    Case {
        name: "import: Markdown, list",
        size: 4_000,
        prepare: |folder, size| {
            document(folder, "d.md", "# Codes\n\n", size, |row| {
                format!("- `{:07}`: {}\n", row.code, row.en)
            });
        },
        arguments: "import d.md --table 1 --name new",
    },
    Case {
        name: "import: Markdown, headings",
        size: 4_000,
        prepare: |folder, size| {
            document(folder, "d.md", "# Codes\n\n", size, |row| {
                format!("## {:07}\n\n{}\n\n", row.code, row.en)
            });
        },
        arguments: "import d.md --table 1 --name new",
    },
    Case {
        name: "import: reStructuredText, grid table",
        size: 2_000,
        prepare: |folder, size| {
            const LINE: &str = "+---------+------------------------------+\n";
            let head = format!(
                "{LINE}| Code    | Description                  |\n+=========+==============================+\n"
            );
            document(folder, "d.rst", &head, size, |row| {
                format!("| {:07} | {:28} |\n{LINE}", row.code, row.en)
            });
        },
        arguments: "import d.rst --table 1 --name new",
    },
    Case {
        name: "import: reStructuredText, simple table",
        size: 4_000,
        prepare: |folder, size| {
            let line = "======= ==========================\n";
            let head = format!("{line}Code    Description\n{line}");
            document(folder, "d.rst", &head, size, |row| {
                format!("{:07} {}\n", row.code, row.en)
            });
        },
        arguments: "import d.rst --table 1 --name new",
    },
    Case {
        name: "import: reStructuredText, list-table",
        size: 4_000,
        prepare: |folder, size| {
            let head =
                ".. list-table:: Codes\n   :header-rows: 1\n\n   * - Code\n     - Description\n";
            document(folder, "d.rst", head, size, |row| {
                format!("   * - {:07}\n     - {}\n", row.code, row.en)
            });
        },
        arguments: "import d.rst --table 1 --name new",
    },
    Case {
        name: "import: reStructuredText, csv-table",
        size: 4_000,
        prepare: |folder, size| {
            let head = ".. csv-table:: Codes\n   :header: Code, Description\n\n";
            document(folder, "d.rst", head, size, |row| {
                format!("   {:07},{}\n", row.code, row.en)
            });
        },
        arguments: "import d.rst --table 1 --name new",
    },
    Case {
        name: "import: reStructuredText, tables",
        size: 1_000,
        prepare: |folder, size| {
            document(folder, "d.rst", "", size, |row| {
                format!(
                    "Table {}\n----------\n\n======= ============\nCode    Description\n======= ============\n{:07} {}\n======= ============\n\n",
                    row.code, row.code, row.en
                )
            });
        },
        arguments: "import d.rst",
    },
    Case {
        name: "import: HTML, rows",
        size: 2_000,
        prepare: |folder, size| {
            let head = "<table><tr><th>Code<th>描述<th>Description\n";
            document(folder, "d.html", head, size, |row| {
                format!("<tr><td>{:07}<td>{}<td>{}\n", row.code, row.zh, row.en)
            });
        },
        arguments: "import d.html --table 1 --name new",
    },
    Case {
        name: "import: HTML, tables",
        size: 1_000,
        prepare: |folder, size| {
            document(folder, "d.html", "", size, |row| {
                format!(
                    "<h2>Table {}</h2><table><tr><th>Code<th>Text<tr><td>{:07}<td>{}</table>\n",
                    row.code, row.code, row.en
                )
            });
        },
        arguments: "import d.html",
    },
    Case {
        name: "import: CSV",
        size: 4_000,
        prepare: |folder, size| csv(folder, size),
        arguments: "import d.csv --table 1 --name new",
    },
    Case {
        name: "import: TSV",
        size: 4_000,
        prepare: |folder, size| {
            document(folder, "d.tsv", "Code\t描述\tDescription\n", size, |row| {
                format!("{:07}\t{}\t{}\n", row.code, row.zh, row.en)
            });
        },
        arguments: "import d.tsv --table 1 --name new",
    },
    Case {
        name: "import: XLSX",
        size: 1_000,
        prepare: xlsx,
        arguments: "import d.xlsx --table 1 --name new",
    },
    Case {
        name: "import: codes of one text",
        size: 2_000,
        prepare: |folder, size| {
            document(folder, "d.csv", "Code,Description\n", size, |row| {
                format!("{:07},The order is lost\n", row.code)
            });
        },
        arguments: "import d.csv --table 1 --name new",
    },
    Case {
        name: "import: several codes in a cell",
        size: 2_000,
        prepare: |folder, size| {
            document(folder, "d.csv", "Code,Description\n", size, |row| {
                let first = row.code * 2;
                format!("{first:07}、{:07},{}\n", first + 1, row.en)
            });
        },
        arguments: "import d.csv --table 1 --name new",
    },
    Case {
        name: "reconcile: same rows",
        size: 4_000,
        prepare: |folder, size| {
            csv(folder, size);
            table(folder, rows(0, size));
        },
        arguments: "reconcile t d.csv",
    },
    Case {
        name: "reconcile: identical rows",
        size: 4_000,
        prepare: |folder, size| {
            let one = || std::iter::repeat_with(|| row(1)).take(size);
            empty_catalog(folder);
            let lines: String = one().map(|row| csv_line(&row)).collect();
            folder.write("d.csv", format!("Code,描述,Description\n{lines}"));
            table(folder, one());
        },
        arguments: "reconcile t d.csv",
    },
    Case {
        name: "reconcile --write: new rows",
        size: 2_000,
        prepare: |folder, size| {
            csv(folder, size);
            table(folder, rows(0, 1));
        },
        arguments: "reconcile t d.csv --write",
    },
    Case {
        name: "reconcile --write: new rows between others",
        size: 2_000,
        prepare: |folder, size| {
            csv(folder, size);
            table(folder, rows(0, size).step_by(2));
        },
        arguments: "reconcile t d.csv --write",
    },
    Case {
        name: "reconcile --write: new rows of one text",
        size: 2_000,
        prepare: |folder, size| {
            empty_catalog(folder);
            let lines: String = (0..size)
                .map(|code| format!("{code:07},丢失,Lost\n"))
                .collect();
            folder.write("d.csv", format!("Code,描述,Description\n{lines}"));
            table(folder, rows(0, 1));
        },
        arguments: "reconcile t d.csv --write",
    },
    Case {
        name: "reconcile --write: changed texts",
        size: 2_000,
        prepare: |folder, size| {
            csv(folder, size);
            folder.edit("d.csv", "is lost", "was lost");
            table(folder, rows(0, size));
        },
        arguments: "reconcile t d.csv --write",
    },
    Case {
        name: "reconcile --write: removed rows",
        size: 4_000,
        prepare: |folder, size| {
            csv(folder, size / 2);
            table(folder, rows(0, size));
        },
        arguments: "reconcile t d.csv --write",
    },
    Case {
        name: "reconcile --write: reversed rows",
        size: 2_000,
        prepare: |folder, size| {
            csv(folder, size);
            table(folder, rows(0, size).rev());
        },
        arguments: "reconcile t d.csv --write",
    },
];

/// A row of a document.
struct Row {
    code: usize,
    zh: String,
    en: String,
}

fn row(code: usize) -> Row {
    Row {
        code,
        zh: format!("订单{code}号丢失"),
        en: format!("Order {code} is lost"),
    }
}

fn rows(first: usize, end: usize) -> impl DoubleEndedIterator<Item = Row> + ExactSizeIterator {
    (first..end).map(row)
}

fn csv_line(row: &Row) -> String {
    format!("{:07},{},{}\n", row.code, row.zh, row.en)
}

/// Writes a document, and a catalog without tables.
fn document(folder: &Folder, name: &str, head: &str, size: usize, line: fn(&Row) -> String) {
    empty_catalog(folder);
    let mut text = head.to_owned();
    for row in rows(0, size) {
        text.push_str(&line(&row));
    }
    if name.ends_with(".rst") && head.starts_with('=') {
        text.push_str(head.lines().next().unwrap_or_default());
    }
    folder.write(name, text);
}

fn csv(folder: &Folder, size: usize) {
    document(folder, "d.csv", "Code,描述,Description\n", size, csv_line);
}

fn empty_catalog(folder: &Folder) {
    folder.write(
        "catalog.toml",
        "languages = [\"zh\", \"en\"]\ntables = [\"t\"]\n",
    );
}

/// Writes the table `t`, as it was imported and reviewed.
fn table(folder: &Folder, rows: impl Iterator<Item = Row>) {
    folder.write(
        "t.toml",
        "module = \"shop\"\ntype = \"ReturnCode\"\ncode = { charset = \"digits\", width = 7 }\n",
    );
    let mut csv = String::from("code,name,zh,en,printed.code,printed.zh,printed.en,review\n");
    for row in rows {
        let Row { code, zh, en } = row;
        let _ = writeln!(csv, "{code:07},order x{code} lost,,,{code:07},{zh},{en},");
    }
    folder.write("t.csv", csv);
}

fn xlsx(folder: &Folder, size: usize) {
    empty_catalog(folder);
    let headers = ["Code", "HTTP", "描述", "Description"].map(Value::Text);
    let rows: Vec<Row> = rows(0, size).collect();
    let values = rows.iter().map(|row| {
        let code = u32::try_from(row.code).expect("it is small");
        let texts = [&row.zh, &row.en].map(|text| Value::Text(text));
        [
            Value::Formatted(code, 0),
            Value::Number(500),
            texts[0],
            texts[1],
        ]
    });
    let lines: Vec<[Value; 4]> = std::iter::once(headers).chain(values).collect();
    let places: Vec<[String; 4]> = (1..=lines.len())
        .map(|line| ["A", "B", "C", "D"].map(|column| format!("{column}{line}")))
        .collect();
    let cells: Vec<(&str, Value)> = (places.iter().flatten().zip(lines.iter().flatten()))
        .map(|(place, value)| (place.as_str(), *value))
        .collect();
    let sheet = Sheet {
        name: "Codes",
        cells: &cells,
        merged: &[],
    };
    folder.write("d.xlsx", workbook(&[sheet]));
}
