impl Lang {
    /// Returns the language for a BCP 47 tag: the one with this tag, or the one that serves it, such as `zh-Hans` for `zh-CN`. If there
    /// is neither, the tag loses its last part, as often as necessary (lookup, RFC 4647, section 3.4): `zh` for `zh-TW`. `None` if nothing
    /// is left.
    #[inline]
    #[must_use]
    pub fn lookup(tag: &str) -> Option<Self> {
        Self::lookup_where(tag, |_| true)
    }

    /// Returns the language that an `Accept-Language` field asks for (RFC 9110, section 12.5.4); `None` if it asks for other
    /// languages only. Use [`Lang::default()`](Self::default) then, and for requests without the field.
    ///
    /// The ranges are tried by weight, equal weights in their order, each by [`lookup`](Self::lookup). `*` matches the
    /// languages that no other range matches, the default one first. A language with `q=0` is not returned unless a longer
    /// range asks for it: `zh;q=0, zh-Hant`. Invalid elements are ignored.
    #[inline]
    #[must_use]
    pub fn negotiate(accept_language: &str) -> Option<Self> {
        let mut ranges: alloc::vec::Vec<(&str, u16)> =
            accept_language.split(',').filter_map(weighted).collect();
        // The heaviest first, by a stable sort; among equals, `*` comes last.
        ranges.sort_by_key(|(range, weight)| (::core::cmp::Reverse(*weight), *range == "*"));
        let wanted = ranges.iter().filter(|(_, weight)| *weight > 0);
        // A loop over the few languages instead of the ranges, of which a long field has many.
        let mut accepted: alloc::vec::Vec<Self> = alloc::vec![Self::DISPLAY];
        accepted.extend(Self::ALL);
        accepted.retain(|lang| !lang.is_refused(&ranges));
        let is_named = |lang| {
            wanted
                .clone()
                .any(|(range, _)| Self::lookup(range) == Some(lang))
        };
        let unnamed = (ranges.iter().any(|(range, _)| *range == "*"))
            .then(|| accepted.iter().copied().find(|lang| !is_named(*lang)));
        wanted.clone().find_map(|(range, _)| match *range {
            "*" => unnamed.flatten(),
            range => Self::lookup_where(range, |lang| accepted.contains(&lang)),
        })
    }

    #[inline]
    fn lookup_where(tag: &str, accept: impl Fn(Self) -> bool) -> Option<Self> {
        let mut range = tag;
        loop {
            match Self::from_tag(range).or_else(|| Self::fallback(range)) {
                Some(lang) if accept(lang) => return Some(lang),
                // A single letter before the removed subtag is removed in the next iteration.
                _ => range = range.rsplit_once(SEPARATORS)?.0,
            }
        }
    }

    /// Returns the language that serves a tag which no language has.
    #[inline]
    fn fallback(tag: &str) -> Option<Self> {
        let mut fallbacks = Self::FALLBACKS.iter();
        let (_, lang) = fallbacks.find(|(served, _)| is_same_tag(served, tag))?;
        Some(*lang)
    }

    /// Returns `true` if the longest range that matches the tag, or that the language serves, has `q=0`.
    #[inline]
    fn is_refused(self, ranges: &[(&str, u16)]) -> bool {
        let tag = self.tag();
        let is_in = |range: &str| {
            let start = tag.get(..range.len());
            start.is_some_and(|start| is_same_tag(start, range))
                && matches!(tag.as_bytes().get(range.len()), None | Some(b'-'))
                || Self::fallback(range) == Some(self)
        };
        (ranges.iter().filter(|(range, _)| is_in(range)))
            .max_by_key(|(range, weight)| (range.len(), ::core::cmp::Reverse(*weight)))
            .is_some_and(|(_, weight)| *weight == 0)
    }
}

/// Compares language tags regardless of case and of the separator, which is an underscore in POSIX and on Android: `zh_CN`.
#[inline]
const fn is_same_tag(a: &str, b: &str) -> bool {
    const fn folded(byte: u8) -> u8 {
        match byte {
            b'_' => b'-',
            byte => byte.to_ascii_lowercase(),
        }
    }
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut index = 0;
    while index < a.len() && index < b.len() && folded(a[index]) == folded(b[index]) {
        index += 1;
    }
    index == a.len() && index == b.len()
}

/// The characters between the parts of a language tag.
const SEPARATORS: [char; 2] = ['-', '_'];

/// Returns a language range and its weight in thousandths; `None` if the text is not a weighted range.
#[inline]
fn weighted(element: &str) -> Option<(&str, u16)> {
    let (range, weight) = match element.split_once(';') {
        Some((range, weight)) => (range, weight.trim_matches(BLANK)),
        None => (element, "q=1"),
    };
    let range = range.trim_matches(BLANK);
    let is_subtag = |subtag: &str| {
        matches!(subtag.len(), 1..=8) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    if range != "*" && !range.split(SEPARATORS).all(is_subtag) {
        return None;
    }
    let weight = weight.strip_prefix(['q', 'Q'])?.strip_prefix('=')?;
    let (whole, fraction) = weight.split_once('.').unwrap_or((weight, ""));
    if fraction.len() > 3 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let thousandths = (fraction.bytes().chain(*b"000").take(3))
        .fold(0, |sum, digit| sum * 10 + u16::from(digit - b'0'));
    match (whole, thousandths) {
        ("0", _) => Some((range, thousandths)),
        ("1", 0) => Some((range, 1000)),
        _ => None,
    }
}

/// Optional white space (RFC 9110, section 5.6.3).
const BLANK: [char; 2] = [' ', '\t'];

/// The language of `Display`.
impl Default for Lang {
    #[inline]
    fn default() -> Self {
        Self::DISPLAY
    }
}

/// The error of parsing a [`Lang`] from a text that is not one of the tags. It keeps the text.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownLang(alloc::boxed::Box<str>);

impl UnknownLang {
    /// Returns the text, unchanged.
    #[inline]
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }
}

impl ::core::fmt::Debug for UnknownLang {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.debug_tuple("UnknownLang")
            .field(&Excerpt(&self.0))
            .finish()
    }
}

impl ::core::fmt::Display for UnknownLang {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        write!(f, "unsupported language {:?}", Excerpt(&self.0))
    }
}

impl ::core::error::Error for UnknownLang {}

/// Parses the tag of a language, like [`from_tag`](Self::from_tag). [`lookup`](Self::lookup) accepts other tags too.
impl ::core::str::FromStr for Lang {
    type Err = UnknownLang;

    #[inline]
    fn from_str(tag: &str) -> Result<Self, UnknownLang> {
        Self::from_tag(tag).ok_or_else(|| UnknownLang(tag.into()))
    }
}

impl TryFrom<&str> for Lang {
    type Error = UnknownLang;

    #[inline]
    fn try_from(tag: &str) -> Result<Self, UnknownLang> {
        tag.parse()
    }
}
