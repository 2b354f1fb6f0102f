//! Texts that could act as code: in Rust, in Markdown, in HTML, on a terminal, in CI logs, in a spreadsheet. Tests put all of
//! them into every output.

mod catalog;

pub use catalog::{MANY, add_a_large_table, all, catalog};

/// Texts that a catalog may have, which outputs show unchanged. None of them starts or ends with a space.
pub const TEXTS: [&str; 53] = [
    // Rust: strings, comments, doc comments, attributes.
    r#""; compile_error!("out of the string"); ""#,
    r###""#; compile_error!("out of the raw string"); r#""###,
    r"\",
    r"\u{41} \n \0 \x1b[31m",
    r"/* */ compile_error!(); /*",
    r"//! a line of documentation",
    r"#![feature(no_such_feature)]",
    r##""] #[cfg(any())] #[doc = ""##,
    r"} fn main() { loop {} }",
    r#"{} {0} {name:?} {{"#,
    // rustdoc runs code blocks as tests and resolves links.
    r"```",
    r"```rust",
    r#"``` compile_fail panic!("a test");"#,
    r"~~~",
    r"[Received] [`Option`] [no_such_item] [a]: b",
    r"[^1] [^1]: note",
    // Markdown.
    r"| a | b |",
    r"a \| b \\| c",
    r"`a` ``b`` `",
    r"# heading",
    r"- item",
    r"+ item",
    r"1. item",
    r"1) item",
    r"---",
    r"===",
    r"> quote",
    r"* * *",
    r"*a* _b_ __c__ ~~d~~ $e$",
    r"[a](javascript:window.hacked=1) ![b](javascript:window.hacked=2)",
    r"<javascript:window.hacked=3>",
    r"https://example.com www.example.com a@example.com mailto:a@example.com",
    r"a -- b --- c ... d",
    // HTML.
    r"<script>window.hacked=4</script>",
    r"</script><script>window.hacked=5</script>",
    r"</title></style></textarea><script>window.hacked=6</script>",
    r#"<img src=x onerror="window.hacked=7"><b id=query>"#,
    r#"" onclick="window.hacked=8" x=""#,
    r"' onclick='window.hacked=9' x='",
    r"javascript:window.hacked=10",
    r"<!-- a --> --> ---> --!> <![CDATA[ a",
    r"&lt;b&gt; &amp; &#x26; &quot;",
    // CI logs.
    r"::error file=a.rs,line=1::b",
    r"%0A::warning::c %0D %25",
    r"##[error]d",
    r"##vso[task.complete result=Failed;]e",
    r"##teamcity[buildStop comment='e']",
    // Spreadsheets and shells.
    r#"=HYPERLINK("https://example.com","a")"#,
    r"+1+1",
    r"-1-1",
    r"@SUM(1)",
    r"'; DROP TABLE codes; --",
    r"$(exit 1) `exit 1` ${HOME} %PATH%",
];

/// Codes of a table with `charset = "ascii"`.
pub const CODES: [&str; 26] = [
    "`",
    "``",
    "a`b",
    "```rust",
    "\"",
    "'",
    "\\",
    "\\|",
    "|",
    "<b>",
    "</script>",
    "&lt;",
    "::error::a",
    "##[error]a",
    "*/",
    "/*",
    "//!",
    "#",
    "-",
    "=1+1",
    "@a",
    "%0A",
    "{}",
    "$x$",
    "[a](b)",
    "\");",
];

/// Characters that a terminal acts on, or that make a text look different from what it is. They are errors.
pub const DISALLOWED: [char; 22] = [
    '\0',
    '\u{7}',
    '\u{8}',
    '\u{b}',
    '\u{c}',
    '\u{1b}',
    '\u{7f}',
    '\u{85}',
    '\u{9b}',
    '\u{9d}',
    '\u{ad}',
    '\u{34f}',
    '\u{200b}',
    '\u{200f}',
    '\u{2028}',
    '\u{202e}',
    '\u{2066}',
    '\u{3164}',
    '\u{fe0f}',
    '\u{feff}',
    '\u{fff9}',
    '\u{e0041}',
];

/// Asserts that an output has no characters that a terminal acts on, and no commands for a CI log.
#[track_caller]
pub fn assert_sanitized(printed: &str) {
    let is_strange = |c: &char| *c != '\n' && c.is_control() || DISALLOWED.contains(c);
    assert_eq!(printed.chars().find(is_strange), None, "{printed:?}");
    for line in printed.lines() {
        // `:::` is not a command: it precedes the second place of an error.
        let start = line.trim_start().strip_prefix("::");
        let is_command = start.is_some_and(|rest| !rest.starts_with(':'))
            || line.contains("##[")
            || line.contains("##vso[")
            || line.contains("##teamcity[");
        assert!(!is_command, "a command: {line}");
    }
}

/// Returns a text as a CSV cell.
pub fn csv(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// Returns a text as a TOML string.
pub fn toml(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Returns a text as a message, with doubled braces.
pub fn message(text: &str) -> String {
    text.replace('{', "{{").replace('}', "}}")
}
