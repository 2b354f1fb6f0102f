//! The text of HTML elements.

use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node};

use super::text::normalize_whitespace;

/// Returns the text of an HTML fragment.
pub(crate) fn text_of(fragment: &str) -> String {
    content(&Html::parse_fragment(fragment).root_element())
}

/// Returns the text of an element, without the tables inside it.
pub(crate) fn content(element: &ElementRef<'_>) -> String {
    let mut text = String::new();
    // The element that is left out with all that is in it.
    let mut skipped = None;
    for edge in element.traverse() {
        let (node, is_open) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        if skipped.is_some() {
            skipped = skipped.filter(|skipped| is_open || *skipped != node.id());
            continue;
        }
        match node.value() {
            Node::Text(part) if is_open => text.push_str(part),
            Node::Element(inner) if node.id() != element.id() => match inner.name() {
                "table" | "script" | "style" => skipped = Some(node.id()),
                "br" => text.push('\n'),
                "div" | "li" | "p" | "tr" | "td" => text.push(' '),
                _ => {}
            },
            _ => {}
        }
    }
    normalize_whitespace(&text)
}
