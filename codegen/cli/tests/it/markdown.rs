//! The reference in Markdown, parsed as CommonMark with GitHub's tables.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::support::catalogs::with_rows;
use crate::support::{Folder, codegen};

/// Returns the text of each cell of each row of each table, without the tables of the legend.
fn tables(markdown: &str) -> Vec<Vec<Vec<String>>> {
    let mut tables: Vec<Vec<Vec<String>>> = Vec::new();
    let mut is_cell = false;
    for event in Parser::new_ext(
        markdown,
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_MATH,
    ) {
        match event {
            Event::Start(Tag::Table(_)) => tables.push(Vec::new()),
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                tables.last_mut().unwrap().push(Vec::new())
            }
            Event::Start(Tag::TableCell) => {
                tables
                    .last_mut()
                    .unwrap()
                    .last_mut()
                    .unwrap()
                    .push(String::new());
                is_cell = true;
            }
            Event::End(TagEnd::TableCell) => is_cell = false,
            Event::Text(text) | Event::Code(text) if is_cell => {
                tables
                    .last_mut()
                    .unwrap()
                    .last_mut()
                    .unwrap()
                    .last_mut()
                    .unwrap()
                    .push_str(&text);
            }
            Event::InlineHtml(html) => {
                assert!(
                    html.starts_with("<a id=\"") || ["</a>", "<br>"].contains(&&*html),
                    "{html}"
                )
            }
            Event::Start(Tag::Image { .. } | Tag::Strikethrough | Tag::Emphasis)
            | Event::InlineMath(_) => {
                panic!("markup in {tables:?}")
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(dest_url.starts_with('#'), "{dest_url}")
            }
            _ => {}
        }
    }
    tables.retain(|table| table[0][1] != "Meaning");
    tables
}

#[test]
fn cells_keep_every_character() {
    let texts = [
        "a | b || c",
        "`code` and ``more``",
        "<b>bold</b> <script>alert(1)</script> <!-- gone -->",
        "*a* _b_ ~~c~~ [d](e) ![f](g) $h$",
        "back\\slash \\| end\\",
        "https://example.com www.example.com a@example.com",
        "&amp; # 1. - +",
    ];
    let rows = texts.iter().enumerate().map(|(index, text)| {
        let quoted = text.replace('"', "\"\"");
        format!("{index},thing {index},\"中{quoted}\",\"{quoted}\",400,failure,\"文{quoted}\",\"{quoted}\"\n")
    });
    let catalog = with_rows(
        &rows.collect::<String>(),
        "",
        "code = { charset = \"digits\" }\n",
    );
    let markdown = catalog.codegen(&["export", "--format=markdown"]).clean();
    let tables = tables(&markdown);
    let column = |table: &[Vec<String>], column: usize| {
        table[1..]
            .iter()
            .map(|row| row[column].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(column(&tables[0], 4), texts);
    assert_eq!(column(&tables[0], 3), texts.map(|text| format!("中{text}")));
    let details = texts.map(|text| format!("Printed Chinese: 文{text}Note: {text}"));
    assert_eq!(column(&tables[0], 5), details);
    for table in &tables {
        assert!(
            table.iter().all(|row| row.len() == table[0].len()),
            "{table:?}"
        );
    }
}

#[test]
fn links_encode_special_characters() {
    let catalog = with_rows(
        "\"a|`<>\",first,一,First,400,failure,,\nb-1,second,二,Second,400,failure,,\n",
        "",
        "code = { charset = \"ascii\" }\n",
    );
    let markdown = catalog.codegen(&["export", "--format=markdown"]).clean();
    assert_eq!(tables(&markdown)[0][1][0], "a|`<>");
    assert!(
        markdown.contains("<a id=\"shop-a%7C%60%3C%3E\"></a>"),
        "{markdown}"
    );
    assert!(
        markdown.contains("<a id=\"shop-b-1\"></a>`b-1`"),
        "{markdown}"
    );
}

#[test]
fn placeholders_are_shown_as_code() {
    let catalog = with_rows(
        "1,a thing,单{id}{{x}},Order {id} {{x}},400,failure,,\n",
        "",
        "code = { charset = \"digits\" }\n",
    );
    let markdown = catalog.codegen(&["export", "--format=markdown"]).clean();
    assert!(
        markdown.contains("| 单`{id}`{x} | Order `{id}` {x} |"),
        "{markdown}"
    );
}

#[test]
fn generate_and_check_cover_the_reference() {
    let head = "\n[rust]\nout = \"out\"\n\n[markdown]\nout = \"reference\"\n";
    let catalog = with_rows(
        "1,a thing,一,One,400,failure,壹,as it was\n",
        head,
        "code = { charset = \"digits\" }\n",
    );
    let check = || catalog.codegen(&["--check"]);
    let edit = |file: &str, from: &str, to: &str| catalog.edit(file, from, to);
    assert_eq!(check().status, 1);
    let generate = || catalog.codegen(&["generate"]).clean();
    generate();
    assert_eq!(check().status, 0);
    assert!(catalog.path().join("reference/shop.md").exists());

    edit("reference/shop.md", "One", "Two");
    assert!(
        check()
            .stderr
            .contains("out of date\n--> reference/shop.md")
    );
    generate();
    // A note changes the reference but not the Rust files.
    edit("shop.csv", "as it was", "as it should be");
    let run = check();
    assert!(
        run.stderr.contains("out of date\n--> reference/shop.md"),
        "{}",
        run.stderr
    );
    assert!(!run.stderr.contains(".rs"), "{}", run.stderr);
    generate();
    catalog.write("reference/mine.md", "mine\n");
    assert!(
        check()
            .stderr
            .contains("not generated from this catalog\n--> reference/mine.md")
    );
}

#[test]
fn export_writes_the_reference_to_a_directory() {
    let folder = Folder::new();
    let out = format!("--out={}", folder.path().join("md").display());
    codegen(&["export", "--format=markdown", &out]).clean();
    assert_eq!(
        folder.files(),
        ["md/README.md", "md/cmi.md", "md/lianlian.md"]
    );
}

#[test]
fn the_doc_of_a_table_comes_first() {
    let folder = with_rows(
        "1,first thing,一,First,400,failure,,\n",
        "",
        "code = { charset = \"digits\" }\ntitle.en = \"Codes\"\ndoc = { en = \"Beware of 1.\", zh = \"小心1。\" }\n",
    );
    let markdown = folder.codegen(&["export", "--format=markdown"]).clean();
    assert!(
        markdown.contains("## <a id=\"table.shop.ReturnCode\"></a>Codes\n\nBeware of 1.\n"),
        "{markdown}"
    );
    let page = folder.codegen(&["export", "--format=html"]).clean();
    assert!(page.contains("<p class=\"doc\" data-text=\"table.shop.doc\">Beware of 1.</p>"));
    assert!(page.contains("\"table.shop.doc\":\"小心1。\""));
}

#[test]
fn sources_and_notes_are_in_all_languages() {
    let folder = with_rows(
        "",
        "",
        "code = { charset = \"digits\" }\nsource = { document = { zh = \"接口\", en = \"API\" }, version = \"V2\" }\n",
    );
    let rows =
        "code,name,zh,en,http,outcome,note,note.zh\n7,lost,丢失,Lost,404,failure,as it is,照原文\n";
    folder.write("shop.csv", rows);
    let markdown = folder.codegen(&["export", "--format=markdown"]).clean();
    let source = "Source: API · V2\n\nSource in Chinese: 接口 · V2\n";
    assert!(markdown.contains(source), "{markdown}");
    let note = "Note: as it is<br>Note in Chinese: 照原文 |";
    assert!(markdown.contains(note), "{markdown}");
}

#[test]
fn a_row_says_first_what_a_code_means_and_last_what_explains_it() {
    let folder = with_rows(
        "7,same thing,一,One,404,failure,壹,as it was\n7,same thing,二,Two,404,failure,,\n",
        "",
        "title.en = \"Codes\"\ncode = { charset = \"digits\" }\nrepeated = { \"7\" = \"the document lists it twice\" }\n",
    );
    let markdown = folder.codegen(&["export", "--format=markdown"]).clean();
    let head = "| Code | [Outcome](#legend.outcome) | [HTTP](#legend.http) | Chinese | English | Printed texts and notes | Rust variant |";
    assert!(markdown.contains(head), "{markdown}");
    let row = "</a>`7` | Failure | 404 | 一 | One | **Row 1**<br>Chinese: 一<br>English: One<br>Printed Chinese: 壹<br>Note: as it was<br>\
               **Row 2**<br>Chinese: 二<br>English: Two | `SameThing` |";
    assert!(markdown.contains(row), "{markdown}");
    // The contents come first, then the legend.
    let places = [
        "- [Legend](#legend)",
        "[Codes](#table.shop.ReturnCode)",
        "## <a id=\"legend\">",
        "## <a id=\"table.shop.",
    ];
    let places = places.map(|text| {
        markdown
            .find(text)
            .unwrap_or_else(|| panic!("{text}: {markdown}"))
    });
    assert!(places.is_sorted(), "{places:?}");
}
