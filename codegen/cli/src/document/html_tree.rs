//! Parsing of HTML, with limits that are checked during the parsing.
//!
//! A small document can make a large tree: each paragraph repeats the formatting elements that are open, and the work for an
//! element grows with its depth.

use html5ever::tendril::TendrilSink as _;
use html5ever::{QualName, local_name, ns, parse_fragment};
use scraper::{Html, HtmlTreeSink};

use crate::limits::{ELEMENT_DEPTH, HTML_ATTRIBUTES, HTML_NODES};
use codegen::Limit;

/// The bytes that are parsed between two checks of the limits.
const CHUNK: usize = 2048;

/// Parses a part of a page. Returns the limit that it exceeds.
pub(super) fn parse(text: &str) -> Result<Html, Limit> {
    parse_within(text, HTML_NODES)
}

fn parse_within(text: &str, max_nodes: Limit) -> Result<Html, Limit> {
    // The parser compares each attribute of an element with all others.
    if HTML_ATTRIBUTES.is_exceeded_by(most_attributes(text)) {
        return Err(HTML_ATTRIBUTES);
    }
    let body = QualName::new(None, ns!(html), local_name!("body"));
    let sink = HtmlTreeSink::new(Html::new_fragment());
    let mut parser = parse_fragment(sink, Default::default(), body, Vec::new(), false);
    let (mut rest, mut checked) = (text, 0);
    while !rest.is_empty() {
        let end = (0..=CHUNK.min(rest.len())).rev();
        let end = end.into_iter().find(|at| rest.is_char_boundary(*at));
        let (chunk, next) = rest.split_at(end.unwrap_or(rest.len()));
        parser.process(chunk.into());
        rest = next;
        let html = parser.tokenizer.sink.sink.0.borrow();
        let nodes = html.tree.nodes();
        let count = nodes.len();
        if max_nodes.is_exceeded_by(count) {
            return Err(max_nodes);
        }
        let mut new = nodes.rev().take(count - checked);
        // The root and `<html>` are ancestors of all elements of the page.
        let depth =
            |node: ego_tree::NodeRef<'_, scraper::Node>| node.ancestors().count().saturating_sub(1);
        if new.any(|node| node.value().is_element() && ELEMENT_DEPTH.is_exceeded_by(depth(node))) {
            return Err(ELEMENT_DEPTH);
        }
        checked = count;
    }
    Ok(parser.finish())
}

/// Returns the number of attributes of the element that has the most: of words outside quotes between `<` and `>`.
fn most_attributes(text: &str) -> usize {
    let (mut most, mut count) = (0, None);
    let (mut quote, mut last) = (None, ' ');
    for c in text.chars() {
        match (&mut count, quote) {
            (None, _) if last == '<' && c.is_ascii_alphabetic() => count = Some(0),
            (None, _) => {}
            (Some(_), Some(open)) if c == open => quote = None,
            (Some(_), Some(_)) => {}
            (Some(_), None) if c == '>' => count = None,
            (Some(_), None) if matches!(c, '"' | '\'') && last == '=' => quote = Some(c),
            (Some(count), None) => {
                let is_break = |c: char| c.is_whitespace() || matches!(c, '/' | '"' | '\'');
                *count += usize::from(is_break(last) && !is_break(c) && c != '=');
                most = most.max(*count);
            }
        }
        // White space may stand between an attribute's name, its `=` and its value.
        if !(c.is_whitespace() && last == '=') {
            last = c;
        }
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(parsed: Result<Html, Limit>) -> Option<String> {
        parsed.err().map(|limit| limit.message())
    }

    #[test]
    fn attributes_are_counted() {
        for (text, count) in [
            ("a < b c d e f", 0),
            ("<td>a b c d", 0),
            ("<td/>", 0),
            ("<td a b=1 c='x y z' d = \"> e\" f>g h", 5),
            ("<br a='1'b/c>", 3),
        ] {
            assert_eq!(most_attributes(text), count, "{text}");
        }
    }

    #[test]
    fn formatting_elements_that_repeat_are_counted() {
        let open: String = (0..200).map(|number| format!("<b x={number}>")).collect();
        let limit = Limit::count("number of elements", 50_000, "elements");
        let text = format!("<p>{open}{}", "<p>x".repeat(1000));
        assert_eq!(message(parse_within(&text, limit)), Some(limit.message()));
    }

    #[test]
    fn depth_is_that_of_the_tree() {
        for element in ["i", "div", "optgroup", "svg", "math", "object"] {
            let nested = |depth| message(parse(&format!("<{element}>").repeat(depth)));
            assert_eq!(nested(256), None, "{element}");
            assert_eq!(nested(257), Some(ELEMENT_DEPTH.message()), "{element}");
        }
        for unit in [
            "<li><dd>",
            "<svg><td>",
            "<template><tr><td>",
            "<math><mi><tr>",
        ] {
            assert!(parse(&unit.repeat(100_000)).is_err(), "{unit}");
        }
        // Elements that need no end tag are siblings.
        for element in ["p", "li", "br", "option"] {
            assert!(
                parse(&format!("<{element}>").repeat(10_000)).is_ok(),
                "{element}"
            );
        }
    }
}
