//! Messages and their placeholders.

use std::collections::BTreeSet;

/// A part of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Literal text. A doubled brace is a single brace here.
    Text(&'a str),
    /// `{name}`, without its braces.
    Placeholder(&'a str),
}

/// Splits a message into its parts. A literal brace is doubled, as in Rust's format strings.
///
/// # Errors
///
/// Returns the bytes of the first brace that is neither doubled nor part of a placeholder, with its text.
pub fn pieces(message: &str) -> Result<Vec<Piece<'_>>, std::ops::Range<usize>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < message.len() {
        let rest = &message[at..];
        let length = if rest.starts_with("{{") || rest.starts_with("}}") {
            pieces.push(Piece::Text(&rest[..1]));
            2
        } else if let Some(inside) = rest.strip_prefix('{') {
            let end = inside.find('}').unwrap_or(inside.len());
            let name = &inside[..end];
            if end == inside.len() || !is_placeholder_name(name) {
                return Err(at..(at + end + 2).min(message.len()));
            }
            pieces.push(Piece::Placeholder(name));
            end + 2
        } else if rest.starts_with('}') {
            return Err(at..at + 1);
        } else {
            let end = rest.find(['{', '}']).unwrap_or(rest.len());
            pieces.push(Piece::Text(&rest[..end]));
            end
        };
        at += length;
    }
    Ok(pieces)
}

/// Returns `true` for a name in ASCII snake_case.
fn is_placeholder_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}

/// Returns the names of a message's placeholders, in alphabetical order; `None` if its braces are invalid.
pub fn placeholders(message: &str) -> Option<BTreeSet<&str>> {
    let name = |piece| match piece {
        Piece::Placeholder(name) => Some(name),
        Piece::Text(_) => None,
    };
    Some(pieces(message).ok()?.into_iter().filter_map(name).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_split_into_parts() {
        use Piece::{Placeholder, Text};
        assert_eq!(
            pieces("参数{param}错误"),
            Ok(vec![Text("参数"), Placeholder("param"), Text("错误")])
        );
        assert_eq!(
            pieces("a {{b}}"),
            Ok(vec![Text("a "), Text("{"), Text("b"), Text("}")])
        );
        assert_eq!(pieces(""), Ok(vec![]));
    }

    #[test]
    fn invalid_braces_are_found() {
        assert_eq!(pieces("ICCID {}x"), Err(6..8));
        assert_eq!(pieces("a{参数}"), Err(1..9));
        assert_eq!(pieces("a}"), Err(1..2));
        assert_eq!(pieces("a{bc"), Err(1..4));
        assert_eq!(pieces("{Param}"), Err(0..7));
    }
}
