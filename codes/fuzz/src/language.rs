//! Compares `negotiate` with a simple implementation of its rules.

use codes::Lang;

/// Returns the best language by trying each one against each range, by the rules in the documentation of `negotiate`.
fn negotiate_simply(field: &str) -> Option<Lang> {
    let ranges: Vec<(String, u16)> = field.split(',').filter_map(range).collect();
    let named = |range: &str| {
        let mut range = range.to_owned();
        let mut tags = vec![range.clone()];
        while let Some((shorter, _)) = range.rsplit_once('-') {
            range = shorter.to_owned();
            while range.len() > 2 && range.as_bytes()[range.len() - 2] == b'-' {
                range.truncate(range.len() - 2);
            }
            tags.push(range.clone());
        }
        tags
    };
    let is_refused = |lang: &Lang| {
        let tag = lang.tag().to_ascii_lowercase();
        let within = |range: &str| tag == *range || tag.starts_with(&format!("{range}-"));
        let within = |range: &str| within(range) || fallback(range) == Some(*lang);
        let own = ranges.iter().filter(|(range, _)| within(range));
        let longest = own.clone().map(|(range, _)| range.len()).max();
        let own = own.filter(|(range, _)| Some(range.len()) == longest);
        own.map(|(_, weight)| *weight).min() == Some(0)
    };
    let serve = |range: &str, only: &dyn Fn(&Lang) -> bool| {
        named(range).iter().find_map(|tag| {
            let is_own = |lang: &Lang| lang.tag().eq_ignore_ascii_case(tag);
            let own = Lang::ALL.iter().copied().find(is_own);
            own.or(fallback(tag)).filter(|lang| only(lang))
        })
    };
    let mut weights: Vec<u16> = ranges.iter().map(|(_, weight)| *weight).collect();
    weights.retain(|weight| *weight > 0);
    weights.sort_unstable();
    weights.dedup();
    for weight in weights.into_iter().rev() {
        let here = || ranges.iter().filter(|(_, own)| *own == weight);
        for (range, _) in here().filter(|(range, _)| range != "*") {
            if let Some(lang) = serve(range, &|lang| !is_refused(lang)) {
                return Some(lang);
            }
        }
        if here().any(|(range, _)| range == "*") {
            let asked = |lang: &Lang| {
                let mut wanted = ranges.iter().filter(|(_, weight)| *weight > 0);
                wanted.any(|(range, _)| serve(range, &|_| true) == Some(*lang))
            };
            let mut all = vec![Lang::default()];
            all.extend(Lang::ALL);
            if let Some(lang) = all.iter().find(|lang| !asked(lang) && !is_refused(lang)) {
                return Some(*lang);
            }
        }
    }
    None
}

/// Returns the language that serves a tag in lower case, by the defaults for the languages of `codes`.
fn fallback(tag: &str) -> Option<Lang> {
    ["cmn", "yue", "yue-cn", "yue-hans"]
        .contains(&tag)
        .then_some(Lang::Zh)
}

/// Returns a range in lower case, with hyphens, and its weight in thousandths.
fn range(element: &str) -> Option<(String, u16)> {
    let trim = |text: &str| text.trim_matches([' ', '\t']).to_owned();
    let (range, weight) = match element.split_once(';') {
        Some((range, weight)) => (trim(range), trim(weight)),
        None => (trim(element), "q=1".to_owned()),
    };
    let is_range = range == "*"
        || range.split(['-', '_']).all(|subtag| {
            (1..=8).contains(&subtag.len()) && subtag.chars().all(|c| c.is_ascii_alphanumeric())
        });
    let digits = weight.to_ascii_lowercase().strip_prefix("q=")?.to_owned();
    let is_weight = match digits.as_bytes() {
        [b'0' | b'1'] => true,
        [b'0', b'.', rest @ ..] => rest.len() <= 3 && rest.iter().all(u8::is_ascii_digit),
        [b'1', b'.', rest @ ..] => rest.len() <= 3 && rest.iter().all(|digit| *digit == b'0'),
        _ => false,
    };
    if !is_range || !is_weight {
        return None;
    }
    let thousandths = format!("{:0<5}", digits.replace('.', ""));
    Some((
        range.to_ascii_lowercase().replace('_', "-"),
        thousandths[..4].parse().ok()?,
    ))
}

/// Negotiates with any text as the header, and looks up the text as a tag.
pub fn check(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let negotiated = Lang::negotiate(&text);
    // The simple implementation is slow, and long headers test nothing new.
    if text.len() < 500 {
        assert_eq!(negotiated, negotiate_simply(&text), "{text:?}");
    }
    if let Some(lang) = Lang::lookup(&text) {
        let first = text.split(['-', '_']).next().unwrap();
        let first = first.to_ascii_lowercase();
        assert!(
            first == lang.tag() || fallback(&first) == Some(lang),
            "{text:?}"
        );
    }
    let parsed: Result<Lang, _> = text.parse();
    assert_eq!(parsed.ok(), Lang::from_tag(&text));
}
