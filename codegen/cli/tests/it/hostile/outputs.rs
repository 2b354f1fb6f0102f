//! The outputs for valid data with hostile texts: parsers of Markdown, HTML and JSON read them back, and terminals and CI logs get
//! no commands.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use scraper::{Html, Selector};

use super::hostile;
use test_support::hostile::all;
use test_support::hostile::{CODES, TEXTS, assert_sanitized, message};

/// Parses Markdown and returns the text of each block: paragraphs, items, headings and cells.
fn blocks(markdown: &str) -> BTreeSet<String> {
    let (mut blocks, mut block) = (BTreeSet::new(), String::new());
    for event in Parser::new_ext(markdown, Options::all()) {
        match event {
            Event::Text(text) | Event::Code(text) => block.push_str(&text),
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(
                    dest_url.starts_with('#')
                        || dest_url.ends_with(".md")
                        || dest_url.contains(".md#"),
                    "a link to {dest_url}"
                );
            }
            Event::End(TagEnd::Link) | Event::Start(Tag::Strong) | Event::End(TagEnd::Strong) => {}
            // A line of a cell, after its label.
            Event::InlineHtml(html) if &*html == "<br>" => {
                blocks.insert(std::mem::take(&mut block));
            }
            Event::InlineHtml(html) => {
                let is_anchor = html.starts_with("<a id=\"")
                    && !html[7..].trim_end_matches("\">").contains(['"', '<', '>']);
                assert!(is_anchor || &*html == "</a>", "{html}");
            }
            Event::Html(html) => assert!(
                html.starts_with("<!-- ") && html.trim_end().ends_with(" -->"),
                "{html}"
            ),
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            Event::Start(
                Tag::Paragraph
                | Tag::Heading { .. }
                | Tag::List(None)
                | Tag::Item
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell,
            )
            | Event::End(_) => {
                blocks.insert(std::mem::take(&mut block));
            }
            other => panic!("{other:?} behind {block:?}"),
        }
    }
    let labeled: Vec<String> = blocks
        .iter()
        .filter_map(|block| Some(block.split_once(": ")?.1.to_owned()))
        .collect();
    blocks.extend(labeled);
    // Undo the typography of the parser.
    let plain = |text: &String| text.replace(['“', '”'], "\"").replace(['‘', '’'], "'");
    blocks.iter().map(plain).collect()
}

#[test]
fn markdown_shows_every_text() {
    let folder = hostile();
    let run = folder.codegen(&["export", "--format=markdown"]);
    run.assert(0, &[], &[]);
    assert_sanitized(&run.stdout);
    let blocks = blocks(&run.stdout);
    for text in TEXTS {
        assert!(blocks.contains(text), "{text}");
        assert!(blocks.contains(&format!("中{text}")), "{text}");
        assert!(
            blocks.contains(&format!("Source: {text} · {text} · {text}")),
            "{text}"
        );
        assert!(
            blocks.contains(&format!("Retired: since V1: {text}")),
            "{text}"
        );
    }
    for code in CODES {
        assert!(blocks.contains(code), "{code}");
    }
    assert!(blocks.contains(&format!("HTTP: {}", all())));
}

#[test]
fn headers_of_markdown_files_stay_comments() {
    let folder = hostile();
    folder.codegen(&[]).assert(0, &[], &[]);
    folder.codegen(&["--check"]).assert(0, &[], &[]);
    for name in ["README.md", "t0.md", "codes.md"] {
        let text = folder.read(&format!("markdown/{name}"));
        blocks(&text);
        let header: Vec<&str> = text.lines().take_while(|line| !line.is_empty()).collect();
        assert_eq!(header.len(), 2, "{header:?}");
        for line in header {
            assert_eq!(
                (line.find("-->"), line.find("--!>")),
                (Some(line.len() - 3), None),
                "{line}"
            );
        }
    }
}

#[test]
fn the_page_escapes_every_text() {
    let folder = hostile();
    let run = folder.codegen(&["export", "--format=html"]);
    run.assert(0, &[], &[]);
    let page = Html::parse_document(&run.stdout);
    assert_eq!(page.select(&Selector::parse("script").unwrap()).count(), 3);
    for element in page.root_element().descendent_elements() {
        let name = element.value().name();
        assert!(
            !["img", "iframe", "object", "embed", "base", "svg", "math"].contains(&name),
            "{}",
            element.html()
        );
        for (attribute, value) in element.value().attrs() {
            assert!(!attribute.starts_with("on"), "{}", element.html());
            let is_address = ["href", "src", "action", "formaction", "srcdoc"].contains(&attribute);
            assert!(
                !is_address || value.starts_with('#') || value == "data:,",
                "{value}"
            );
        }
    }
    let texts = |selector: &str| -> BTreeSet<String> {
        let elements = Selector::parse(selector).unwrap();
        page.select(&elements)
            .map(|element| element.text().collect())
            .collect()
    };
    let (rows, notes) = (texts(".message"), texts("dd.note"));
    let (titles, printed, codes) = (texts("section.codes h2"), texts("dd"), texts("tbody th a"));
    for text in TEXTS {
        assert!(rows.contains(text) || text.contains('{'), "{text}");
        assert!(notes.contains(text), "{text}");
        assert!(titles.iter().any(|title| title.contains(text)), "{text}");
        assert!(printed.contains(text), "{text}");
    }
    assert!(CODES.iter().all(|code| codes.contains(*code)), "{codes:?}");
    // The texts of the catalog that the script shows.
    let island: serde_json::Value = serde_json::from_str(
        &texts("script[type='application/json']")
            .pop_first()
            .unwrap(),
    )
    .unwrap();
    for (index, text) in TEXTS.iter().enumerate() {
        assert_eq!(island["en"][format!("value.word.w-{index}.doc")], *text);
        assert_eq!(island["zh"][format!("value.word.w-{index}")], *text);
    }
}

#[test]
fn json_has_every_text() {
    let run = hostile().codegen(&["export", "--format=json"]);
    run.assert(0, &[], &[]);
    assert_sanitized(&run.stdout);
    let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    for (index, text) in TEXTS.iter().enumerate() {
        let code = &json["tables"][index + 1]["codes"][0];
        assert_eq!(code["messages"]["en"], message(text));
        assert_eq!(code["attributes"]["hint"], *text);
        assert_eq!(code["entries"][0]["printed"]["zh"], *text);
    }
}

#[test]
fn output_for_people_is_sanitized() {
    let folder = hostile();
    // Codes that would be commands at the start of a line, and some others.
    for code in ["::error::a", "##[error]a", "<b>", "\\"] {
        let run = folder.codegen(&["explain", "--", code]);
        run.assert(0, &[" in codes\n"], &[]);
        assert_sanitized(&run.stdout);
    }
    for query in ["1", "a thing", "中", "error", "nothing like it"] {
        let run = folder.codegen(&["explain", query]);
        assert_sanitized(&run.stdout);
        assert_sanitized(&run.stderr);
    }
    let run = folder.codegen(&[]);
    run.assert(0, &[], &["wrote"]);
    assert_sanitized(&run.stderr);
    // `--check` shows a limited number of lines: change the texts that a CI log would act on.
    let is_command = |text: &str| text.contains("::") || text.contains("##");
    for index in (0..TEXTS.len()).filter(|index| is_command(TEXTS[*index])) {
        folder.edit(&format!("t{index}.csv"), "a thing,\"", "a thing,\"now ");
    }
    for format in ["human", "json"] {
        let run = folder.codegen(&["--check", "--message-format", format]);
        run.assert(1, &["error file=a.rs"], &["out of date"]);
        assert_sanitized(&run.stdout);
        assert_sanitized(&run.stderr);
    }
}

#[test]
fn changes_are_sanitized_in_each_format() {
    let (before, after) = (hostile(), hostile());
    for (index, text) in TEXTS.iter().enumerate() {
        // Change each message, and remove all codes of the other table but one.
        let file = format!("t{index}.csv");
        after.edit(&file, "a thing,\"", "a thing,\"now ");
        assert!(after.read(&file).contains("now "), "{text}");
    }
    let rows = after.read("codes.csv");
    after.write(
        "codes.csv",
        rows.lines().take(2).collect::<Vec<_>>().join("\n"),
    );
    let catalog = before.path().join("catalog.toml");
    let diff = |format: &str| {
        let run = after.codegen(&["diff", catalog.to_str().unwrap(), "--format", format]);
        assert_eq!(run.status, 1, "{}", run.stderr);
        run.stdout
    };
    let count = TEXTS.len() + CODES.len() - 1;
    let text = diff("text");
    assert_sanitized(&text);
    assert_eq!(text.lines().count(), count + 1, "{text}");
    let json = diff("json");
    assert_sanitized(&json);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["changes"].as_array().unwrap().len(), count);
    let markdown = diff("markdown");
    assert_sanitized(&markdown);
    let blocks = blocks(&markdown);
    for text in TEXTS {
        assert!(
            blocks
                .iter()
                .any(|block| block.contains("now") && block.ends_with(&message(text))),
            "{text}: {blocks:?}"
        );
    }
    let annotations = diff("github");
    assert_eq!(annotations.lines().count(), count + 1, "{annotations}");
    for line in annotations.lines() {
        let (command, _) = line[2..].split_once("::").unwrap();
        let (name, properties) = command.split_once(' ').unwrap();
        assert!(["error", "warning", "notice"].contains(&name), "{line}");
        let names = properties
            .split(',')
            .map(|property| property.split_once('=').unwrap().0);
        assert!(
            names
                .clone()
                .all(|name| ["file", "line", "title"].contains(&name)),
            "{line}"
        );
        assert!(line.starts_with("::") && !line.contains("##["), "{line}");
    }
}
