//! Signed and hexadecimal codes in every command.

use crate::support::Folder;

const CATALOG: &str = "\
languages = [\"zh\", \"en\"]
display = \"en\"
tables = [\"signed\", \"hex\"]
";

const ROWS: [(&str, &str); 2] = [
    (
        "signed",
        "\
code,name,zh,en,printed.code,printed.en
17,busy,繁忙,Busy,17,busy
-4002,name unknown,名称未知,The name is unknown,−4002,name unknown
0,succeeded,成功,Succeeded,0,succeeded
-12--10,stock locked,库存已锁定,The stock is locked,-12 ~ -10,stock locked
",
    ),
    (
        "hex",
        "\
code,name,zh,en,printed.code,printed.en
0x8001000B,card lost,卡已丢失,The card is lost,[0x8001000B],card lost
0x80010000,card expired,卡已过期,The card has expired,0x80010000,card expired
0x0000000B,card late,卡已延期,The card is late,0x0000000B,card late
",
    ),
];

/// Returns a catalog with a table of integers and one of hexadecimal codes, and a document for each.
fn catalog() -> Folder {
    let folder = Folder::new();
    folder.write("catalog.toml", CATALOG);
    for (name, charset) in [("signed", "integer"), ("hex", "hex")] {
        let head = format!("module = \"{name}\"\ntype = \"ReturnCode\"\n");
        let code = format!("code = {{ charset = \"{charset}\" }}\n");
        folder.write(&format!("{name}.toml"), head + &code);
    }
    for (name, rows) in ROWS {
        folder.write(&format!("{name}.csv"), rows);
        let printed = rows.lines().skip(1).map(|row| {
            let cells: Vec<&str> = row.split(',').collect();
            format!("| {} | {} |\n", cells[4], cells[5])
        });
        let head = "| code | text |\n| --- | --- |\n";
        folder.write(
            &format!("{name}.md"),
            head.to_owned() + &printed.collect::<String>(),
        );
    }
    folder
}

/// The codes of each table in the order of their numbers.
const IN_ORDER: [&[&str]; 2] = [
    &["-4002", "-12", "-11", "-10", "0", "17"],
    &["0x0000000B", "0x80010000", "0x8001000B"],
];

#[test]
fn codes_are_explained() {
    let folder = catalog();
    for (query, code) in [
        ("-4002", "-4002"),
        ("-0011", "-11"),
        ("-12", "-12"),
        ("017", "17"),
        ("0x80010000", "0x80010000"),
        ("0X8001000b", "0x8001000B"),
        ("0xb", "0x0000000B"),
        ("2147549184", "0x80010000"),
        ("#signed--4002", "-4002"),
        ("#hex-0x0000000B", "0x0000000B"),
    ] {
        for arguments in [&["explain", query][..], &["explain", "--", query]] {
            let run = folder.codegen(arguments).clean();
            let shown = format!("{code} in ");
            assert!(
                run.starts_with(&shown) && !run.contains("\n\n0"),
                "{query}: {run}"
            );
        }
    }
    let unknown = folder.codegen(&["explain", "-4001"]);
    unknown.assert(1, &[], &["no code matches `-4001`", "-4002"]);
}

#[test]
fn every_export_has_the_codes_in_numeric_order() {
    let folder = catalog();
    for format in ["json", "markdown", "html"] {
        let text = folder.codegen(&["export", "--format", format]).clean();
        for codes in IN_ORDER {
            let mut rest = text.as_str();
            for code in codes {
                let forms = [
                    format!("\"{code}\""),
                    format!("`{code}`"),
                    format!(">{code}<"),
                ];
                let at = forms.iter().filter_map(|form| rest.find(form)).min();
                rest = &rest[at.unwrap_or_else(|| panic!("{format}: no {code} in {rest}"))..];
            }
        }
    }
}

#[test]
fn documents_with_the_same_codes_have_no_differences() {
    let folder = catalog();
    for (name, rows) in [("signed", 4), ("hex", 3)] {
        let document = format!("{name}.md");
        let same = format!("{name}: {rows} unchanged, 0 changed, 0 added, 0 removed");
        let run = folder.codegen(&["reconcile", name, &document]);
        run.assert(0, &[&same], &[]);
    }
}

#[test]
fn new_codes_of_a_document_are_added() {
    let folder = catalog();
    for (name, printed, code) in [
        ("signed", "–7", "-7,"),
        ("signed", "-300 – -299", "\" -300--299\","),
        ("hex", "0x0000000C", "0x0000000C,"),
    ] {
        let document = format!("{name}.md");
        let text = folder.read(&document) + &format!("| {printed} | brand new |\n");
        folder.write(&document, text);
        let run = folder.codegen(&["reconcile", name, &document, "--write"]);
        run.assert(0, &["1 added"], &[]);
        let rows = folder.read(&format!("{name}.csv"));
        assert!(
            rows.lines().any(|row| row.starts_with(code)),
            "{code}: {rows}"
        );
    }
}
