/// A text from outside, safe to show: cut after 100 characters, with control and invisible characters escaped.
struct Excerpt<'t>(&'t str);

impl Excerpt<'_> {
    /// Returns the start of the text, and what replaces the rest.
    #[inline]
    fn cut(&self) -> (&str, &'static str) {
        match self.0.char_indices().nth(100) {
            Some((end, _)) => (&self.0[..end], "…"),
            None => (self.0, ""),
        }
    }
}

impl ::core::fmt::Display for Excerpt<'_> {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        let (start, rest) = self.cut();
        if rest.is_empty() && !start.contains(is_hidden) {
            return f.pad(start);
        }
        let mut shown = alloc::string::String::new();
        for c in start.chars() {
            if is_hidden(c) {
                shown.extend(c.escape_debug());
            } else {
                shown.push(c);
            }
        }
        f.pad(&(shown + rest))
    }
}

/// Writes the text between quotes.
impl ::core::fmt::Debug for Excerpt<'_> {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        let (start, rest) = self.cut();
        write!(f, "{start:?}{rest}")
    }
}
