//! The query of a search.

use std::collections::{HashMap, HashSet};

use super::text::{fold, is_letter, is_solid, join, number, tokens, width, words};
use super::words::Vocabulary;
use super::{MAX_TEXT, MAX_TOKENS};

/// The tokens of the longest code that is found inside a text.
const MAX_CODE_TOKENS: usize = 8;

/// How a query shows a possible code, the surest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sight {
    /// As the value of something else: `order_id=2008`.
    Other,
    /// Without a label, or after a word like `error`.
    Bare,
    /// As a code: `code=2008`.
    Labeled,
}

pub(super) struct Query {
    /// The query as it was typed, without the white space around it.
    pub(super) typed: String,
    pub(super) folded: String,
    /// The tokens without what separates them, and with misspelt words corrected.
    pub(super) plain: String,
    pub(super) width: u32,
    /// `true` if the query is not only a number.
    pub(super) has_letters: bool,
    /// `true` if no white space separates words.
    pub(super) is_one: bool,
    pub(super) number: Option<String>,
    /// The whole query as a name without what separates its words.
    pub(super) name: Option<String>,
    /// The codes that the query contains.
    pub(super) seen: HashMap<String, Sight>,
    pub(super) labeled_numbers: HashSet<String>,
    /// The names that the query contains.
    pub(super) names: HashSet<String>,
    pub(super) all_words: HashSet<String>,
}

impl Query {
    pub(super) fn new(query: &str, vocabulary: &Vocabulary) -> Self {
        let typed = query.trim();
        let folded = fold(typed);
        let all: Vec<(usize, &str)> = tokens(&folded).take(MAX_TOKENS).collect();
        let mut length = 0;
        let first = all.iter().map(|(_, token)| *token).take_while(|token| {
            length += token.chars().count();
            length <= MAX_TEXT
        });
        let first: Vec<&str> = first.collect();
        let corrections = vocabulary.corrections(first.iter().copied());
        let corrected = first
            .iter()
            .map(|token| corrections.get(token).map_or(*token, String::as_str));
        let plain = join(corrected);
        let mut query = Query {
            typed: typed.to_owned(),
            width: width(&plain),
            has_letters: plain.chars().any(|c| !c.is_numeric() && c != ' '),
            is_one: !folded.is_empty() && !folded.contains(char::is_whitespace),
            number: number(&folded),
            name: all
                .first()
                .map(|(start, _)| &folded[*start..])
                .and_then(name),
            seen: HashMap::new(),
            labeled_numbers: HashSet::new(),
            names: HashSet::new(),
            all_words: words(&plain).map(str::to_owned).collect(),
            plain,
            folded: folded.clone(),
        };
        for first in 0..all.len() {
            query.see(vocabulary, &all, first);
        }
        query
    }

    /// Notes the known codes and names that start with a token.
    fn see(&mut self, known: &Vocabulary, all: &[(usize, &str)], first: usize) {
        let (start, token) = all[first];
        let folded = &self.folded;
        for (count, (at, last)) in all[first..].iter().take(MAX_CODE_TOKENS).enumerate() {
            let text = &folded[start..at + last.len()];
            let name = name(text);
            if count >= known.code_tokens && name.is_none() {
                break;
            }
            self.names
                .extend(name.filter(|name| known.names.contains(name)));
            let is_one = count == 0;
            let is_signed =
                folded[..start].ends_with('-') && token.starts_with(|c: char| c.is_ascii_digit());
            let signed = is_signed.then(|| format!("-{text}"));
            for code in signed.into_iter().chain([text.to_owned()]) {
                let number =
                    number(&code).filter(|number| is_one && known.numbers.contains(number));
                if number.is_none() && !known.keys.contains(&code) {
                    continue;
                }
                let sight = sight(folded, all, first);
                let is_unlikely = is_word(text) || is_inside_number(folded, start, text);
                if is_one && sight != Sight::Labeled && is_unlikely {
                    continue;
                }
                if sight == Sight::Labeled {
                    self.labeled_numbers.extend(number);
                }
                let seen = self.seen.entry(code).or_insert(sight);
                *seen = sight.max(*seen);
            }
        }
    }
}

/// Returns a text as a name without what separates its words; `None` if it is not one identifier.
fn name(text: &str) -> Option<String> {
    let is_name = text.chars().all(|c| is_letter(c) || c == '_' || c == '-');
    is_name.then(|| text.replace(['_', '-'], ""))
}

fn is_word(token: &str) -> bool {
    !token.contains(char::is_numeric)
}

/// Returns `true` if a number is a part of a longer one, of a time, of a date or of an address.
fn is_inside_number(folded: &str, start: usize, token: &str) -> bool {
    let is_joint = |c: Option<char>| c.is_some_and(|c| ".,:/+-".contains(c));
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let (mut before, mut after) = (
        folded[..start].chars().rev(),
        folded[start + token.len()..].chars(),
    );
    is_joint(before.next()) && is_digit(before.next())
        || is_joint(after.next()) && is_digit(after.next())
}

/// Returns how the query shows the token, by the words before it.
fn sight(folded: &str, all: &[(usize, &str)], token: usize) -> Sight {
    let mut label = token;
    let mut between = String::new();
    // `the code is 2008`: some words may come between the label and the code.
    loop {
        let Some(before) = label.checked_sub(1) else {
            return Sight::Bare;
        };
        let (start, text) = all[before];
        between.insert_str(0, &folded[start + text.len()..all[label].0]);
        label = before;
        if !["is", "was", "no", "number", "value", "type", "string"].contains(&text)
            || token - label > 3
        {
            break;
        }
    }
    let (_, word) = all[label];
    let other = if between.contains(['=', ':', '>']) {
        Sight::Other
    } else {
        Sight::Bare
    };
    if between.contains(['\n', ',', ';', '{', '}']) || between.chars().count() > 12 {
        return Sight::Bare;
    }
    let is_chinese =
        word.ends_with(is_solid) && word.trim_end_matches(['为', '是']).ends_with('码');
    if word.ends_with("code") || word == "codes" || is_chinese {
        // The status of a reply says little beside a code of the provider.
        let before = label.checked_sub(1).map_or("", |before| all[before].1);
        let is_status =
            |word: &str| word.contains("status") || word.contains("http") || word.contains("状态");
        return if is_status(before) || is_status(word) {
            Sight::Other
        } else {
            Sight::Labeled
        };
    }
    match word {
        "err" | "error" | "errno" | "rc" | "ret" | "result" | "reason" => Sight::Bare,
        _ => other,
    }
}
