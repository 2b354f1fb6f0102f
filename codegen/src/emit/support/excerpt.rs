/// A text from outside, safe to show: cut after 100 characters, with hidden characters escaped.
struct Excerpt<'t>(&'t str);

impl Excerpt<'_> {
    #[inline]
    fn escaped(&self, is_quoted: bool) -> alloc::string::String {
        let mut shown = alloc::string::String::new();
        for (index, c) in self.0.chars().take(101).enumerate() {
            if index == 100 {
                shown.push('…');
            } else if c.is_control() || is_quoted && matches!(c, '"' | '\\') {
                shown.extend(c.escape_debug());
            } else if is_hidden(c) {
                shown.extend(c.escape_unicode());
            } else {
                shown.push(c);
            }
        }
        shown
    }
}

impl ::core::fmt::Display for Excerpt<'_> {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.pad(&self.escaped(false))
    }
}

/// Writes the text between quotes, and escapes them too.
impl ::core::fmt::Debug for Excerpt<'_> {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        write!(f, "\"{}\"", self.escaped(true))
    }
}
