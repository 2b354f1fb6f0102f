//! The outputs of a catalog with missing messages, and with a table that lacks languages.

use crate::support::{Run, in_process, repository};

fn run(arguments: &[&str]) -> Run {
    let fixture = "codegen/tests/fixtures/pass/messages-missing";
    in_process(&repository().join(fixture), arguments)
}

#[test]
fn explain_shows_a_fallback_if_its_language_is_requested() {
    let all = run(&["explain", "03"]);
    all.assert(0, &["The order is placed"], &[]);
    assert!(!all.stdout.contains("zh"), "{}", all.stdout);
    let japanese = run(&["explain", "02", "--lang", "ja"]);
    japanese.assert(0, &["ja (in zh)", "订单已支付"], &[]);
}

#[test]
fn json_has_the_messages_that_the_table_has() {
    let json: serde_json::Value =
        serde_json::from_str(&run(&["export", "--format", "json"]).stdout).unwrap();
    let messages = |pointer: &str| json.pointer(pointer).unwrap().clone();
    assert_eq!(
        messages("/tables/0/codes/2/messages"),
        serde_json::json!({"en": "The order is placed"})
    );
    assert_eq!(
        messages("/tables/1/codes/1/messages"),
        serde_json::json!({"zh": "包裹已丢失"})
    );
}

#[test]
fn markdown_has_a_column_for_each_language_of_a_table() {
    let markdown = run(&["export", "--format", "markdown"]).stdout;
    let line = |start: &str| {
        let mut lines = markdown.lines();
        let line = lines.find(|line| line.contains(start));
        line.unwrap_or_else(|| panic!("{markdown}")).to_owned()
    };
    assert!(line("`03`").contains("| The order is placed |  |  |"));
    assert!(line("包裹已寄出").contains("</a>`1` | 包裹已寄出 | "));
}

#[test]
fn the_page_leaves_missing_messages_empty() {
    let page = run(&["export", "--format", "html"]).stdout;
    assert!(
        page.contains(r#"<td class="message" lang="zh"></td>"#),
        "{page}"
    );
}
