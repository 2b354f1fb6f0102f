/// A text from outside, safe to show: cut after 100 characters, with its length, and with hidden characters escaped.
struct Excerpt<'t>(&'t str);

impl Excerpt<'_> {
    /// Returns the text between two quotes.
    #[inline]
    fn shown(&self, quote: &str) -> alloc::string::String {
        let end = self.0.char_indices().nth(100).map(|(end, _)| end);
        let mut shown = alloc::string::String::from(quote);
        for c in self.0[..end.unwrap_or(self.0.len())].chars() {
            if c.is_control() || !quote.is_empty() && matches!(c, '"' | '\\') {
                shown.extend(c.escape_debug());
            } else if is_hidden(c) {
                shown.extend(c.escape_unicode());
            } else {
                shown.push(c);
            }
        }
        shown.push_str(quote);
        if end.is_some() {
            shown.extend(["… (", &alloc::format!("{}", self.0.len()), " bytes)"]);
        }
        shown
    }
}

impl ::core::fmt::Display for Excerpt<'_> {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.pad(&self.shown(""))
    }
}

/// Writes the text between quotes, and escapes them too.
impl ::core::fmt::Debug for Excerpt<'_> {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str(&self.shown("\""))
    }
}
