/// A message with arguments in place of its placeholders. `Display` does not allocate.
///
/// A placeholder without an argument is displayed as `{name}`. An argument without a placeholder is ignored.
#[derive(Clone, Copy)]
pub struct Rendered<'a> {
    template: &'static str,
    arguments: &'a [(&'a str, &'a dyn ::core::fmt::Display)],
}

impl ::core::fmt::Display for Rendered<'_> {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        for piece in Pieces(self.template) {
            match piece {
                Piece::Text(text) => f.write_str(text)?,
                Piece::Placeholder(name) => {
                    match self.arguments.iter().find(|argument| argument.0 == name) {
                        Some((_, value)) => write!(f, "{value}")?,
                        None => write!(f, "{{{name}}}")?,
                    }
                }
            }
        }
        Ok(())
    }
}

impl ::core::fmt::Debug for Rendered<'_> {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        write!(f, "Rendered({self})")
    }
}

/// A part of a message.
enum Piece {
    Text(&'static str),
    /// `{name}`, without its braces.
    Placeholder(&'static str),
}

/// The parts of a message. Literal braces are doubled; the generator checked all others.
struct Pieces(&'static str);

impl Iterator for Pieces {
    type Item = Piece;

    #[inline]
    fn next(&mut self) -> Option<Piece> {
        let text = self.0;
        if text.is_empty() {
            return None;
        }
        let brace = text.find(['{', '}']).unwrap_or(text.len());
        let (piece, rest) = if brace > 0 {
            (Piece::Text(&text[..brace]), &text[brace..])
        } else if text.starts_with("{{") || text.starts_with("}}") {
            (Piece::Text(&text[..1]), &text[2..])
        } else {
            let text = &text[1..];
            let (name, rest) = text.split_once('}').unwrap_or((text, ""));
            (Piece::Placeholder(name), rest)
        };
        self.0 = rest;
        Some(piece)
    }
}
