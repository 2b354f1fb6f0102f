//! Names of new rows: from a list, from symbols of the document, or from English texts.

use std::collections::{HashMap, HashSet};

use super::placeholders::named;
use super::symbols::{is_symbol, most_are_symbols};
use super::words::words;
use crate::document::{Row, is_chinese};
use codegen::message::{Piece, pieces};
use codegen::text::{is_identifier, upper_camel};

/// The maximum length of a name that is made from a text, in characters of the variant.
const MAX_LEN: usize = 40;

/// Words that names leave out.
const FILLERS: [&str; 6] = ["a", "an", "of", "please", "the", "your"];

/// Words that names leave out too, unless they follow one of [`PRONOUNS`]: `order not found`, but `it was lost`.
const AUXILIARIES: [&str; 7] = ["are", "been", "has", "have", "is", "was", "were"];

const PRONOUNS: [&str; 10] = [
    "it", "that", "there", "they", "this", "what", "when", "which", "who", "you",
];

/// Words that a name does not end with, because something has to follow them.
const UNFINISHED: [&str; 48] = [
    "about", "after", "and", "any", "as", "at", "be", "because", "before", "between", "but", "by",
    "can", "cannot", "could", "do", "does", "each", "for", "from", "had", "if", "in", "into",
    "its", "may", "must", "no", "not", "on", "one", "or", "over", "same", "should", "than", "that",
    "this", "to", "under", "until", "when", "where", "which", "while", "will", "with", "without",
];

/// The names that are given, and those that are already in use.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// By code.
    given: HashMap<String, String>,
    /// `true` if the codes are symbols themselves.
    codes_are_symbols: bool,
    /// The variants of the table.
    taken: HashSet<String>,
}

/// A name, and whether a person must check it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) text: String,
    /// `false` for a symbol of the document: it has been chosen already.
    pub(crate) is_guess: bool,
}

impl Names {
    /// Creates the names for these rows of a document; `taken` are the names of the table.
    pub(crate) fn new<'a>(
        rows: &[Row],
        given: HashMap<String, String>,
        taken: impl Iterator<Item = &'a str>,
    ) -> Self {
        Names {
            given,
            codes_are_symbols: most_are_symbols(rows.iter().map(|row| row.code.as_str())),
            taken: taken.map(upper_camel).collect(),
        }
    }

    /// Returns the given name of a code; `None` if it is not free.
    pub(crate) fn take_given(&mut self, code: &str) -> Option<String> {
        let given = self.given.get(code).cloned()?;
        self.free(given, true).map(|name| name.text)
    }

    /// Returns a name for a row; `None` if none is valid and free.
    pub(crate) fn take(&mut self, row: &Row, languages: &[String]) -> Option<Name> {
        if let Some(given) = self.given.get(&row.code).cloned() {
            return self.free(given, true);
        }
        let code = Some(row.code.as_str()).filter(|_| self.codes_are_symbols);
        let symbols = [Some(row.printed("name")), code];
        let symbol = symbols
            .into_iter()
            .flatten()
            .filter(|text| is_symbol(text) || is_short_symbol(text))
            .find_map(|text| {
                let name = words(text).join(" ");
                // Several codes may have the same symbol.
                let with_code = format!("{name} {}", words(&row.code).join(" "));
                self.free(name, false)
                    .or_else(|| self.free(with_code, true))
            });
        if symbol.is_some() {
            return symbol;
        }
        let texts = languages.iter().map(|tag| row.printed(tag));
        let mut texts = std::iter::once(row.printed("name")).chain(texts);
        let english = texts.find(|text| !text.is_empty() && !is_chinese(text))?;
        self.free(from_text(english)?, true)
    }

    /// Returns the name unless it is invalid or in use.
    fn free(&mut self, text: String, is_guess: bool) -> Option<Name> {
        let variant = upper_camel(&text);
        let is_free = is_identifier(&variant) && variant != "ALL" && self.taken.insert(variant);
        is_free.then_some(Name { text, is_guess })
    }
}

/// Returns `true` for a short word in a column of symbols, such as `OK`.
fn is_short_symbol(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    text.starts_with(|c: char| c.is_ascii_alphabetic()) && text.bytes().all(is_letter)
}

/// Returns a printed text without its placeholders.
fn without_placeholders(printed: &str) -> String {
    let message = named(printed).map_or_else(|| printed.to_owned(), |named| named.text);
    let text = pieces(&message).map(|pieces| {
        let text = pieces.into_iter().map(|piece| match piece {
            Piece::Text(text) => text,
            _ => " ",
        });
        text.collect()
    });
    text.unwrap_or(message)
}

/// Returns a name from an English text: as many words of its first clause as fit, without those that have little meaning.
fn from_text(english: &str) -> Option<String> {
    let english = without_placeholders(english);
    let clause = english
        .split([',', ';', '.', ':', '(', '!', '?', '，', '（'])
        .find(|clause| !clause.trim().is_empty())?;
    let mut name: Vec<String> = Vec::new();
    let (mut len, mut is_cut, mut previous) = (0, false, None);
    for word in words(clause) {
        let after_pronoun = previous.is_some_and(|word: String| PRONOUNS.contains(&word.as_str()));
        previous = Some(word.clone());
        let is_auxiliary = AUXILIARIES.contains(&word.as_str()) && !after_pronoun;
        if FILLERS.contains(&word.as_str()) || is_auxiliary {
            continue;
        }
        if len + word.len() > MAX_LEN {
            is_cut = true;
            break;
        }
        len += word.len();
        name.push(word);
    }
    // `not logged in` is complete; `must be delivered in` is not if more words follow.
    let is_particle = |name: &[String]| match name {
        [.., verb, last] => !is_cut && verb.ends_with("ed") && matches!(last.as_str(), "in" | "on"),
        _ => false,
    };
    while let Some(last) = name.last()
        && UNFINISHED.contains(&last.as_str())
        && !is_particle(&name)
    {
        name.pop();
    }
    (!name.is_empty()).then(|| name.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_the_first_clause_in_whole_words() {
        for (english, name) in [
            ("The order does not exist.", Some("order does not exist")),
            (
                "Failed to resolve the request message, try later",
                Some("failed to resolve request message"),
            ),
            (
                "For a variety of reasons the payment failed at the bank of the user once",
                Some("for variety reasons payment failed at bank user"),
            ),
            ("ICCID {} isn't ready", Some("iccid not ready")),
            (
                "The parcel doesn’t match the label of the URLs",
                Some("parcel does not match label urls"),
            ),
            (
                "Several URLs and PINs cannot be assigned to one parcel in the same order",
                Some("several urls and pins cannot be assigned"),
            ),
            (
                "You can't open the user's parcel",
                Some("you cannot open user parcel"),
            ),
            ("The user is not logged in", Some("user not logged in")),
            ("Failed to connect to: the depot", Some("failed to connect")),
            ("The parcel %s is {n} too heavy", Some("parcel too heavy")),
            ("404", Some("404")),
            ("to", None),
            ("成功", None),
            ("", None),
        ] {
            assert_eq!(from_text(english).as_deref(), name, "{english}");
        }
    }

    fn row(code: &str, printed: &[(&str, &str)]) -> Row {
        let printed = printed.iter();
        Row {
            code: code.to_owned(),
            printed: printed
                .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
                .collect(),
        }
    }

    #[test]
    fn names_come_from_the_document_where_it_has_them() {
        let rows = [
            row("1", &[("name", "CORRUPT_MESSAGE"), ("en", "It is corrupt")]),
            row("2", &[("name", "OK"), ("en", "All went well")]),
            row("3", &[("en", "It is corrupt. Really.")]),
            row("4", &[("en", "It is corrupt")]),
            row("5", &[("name", "损坏"), ("zh", "消息损坏")]),
            row("6", &[("zh", "消息损坏")]),
            row("7", &[("en", "All is lost")]),
        ];
        let given = HashMap::from([("6".to_owned(), "gone".to_owned())]);
        let mut names = Names::new(&rows, given, ["all lost"].into_iter());
        let languages = ["zh".to_owned(), "en".to_owned()];
        let mut take = |row: &Row| {
            names
                .take(row, &languages)
                .map(|name| (name.text, name.is_guess))
        };
        let named = rows.iter().map(&mut take).collect::<Vec<_>>();
        let symbol = |text: &str| Some((text.to_owned(), false));
        let guess = |text: &str| Some((text.to_owned(), true));
        assert_eq!(
            named,
            [
                symbol("corrupt message"),
                symbol("ok"),
                guess("it is corrupt"),
                None,
                None,
                guess("gone"),
                None,
            ]
        );
    }

    #[test]
    fn symbolic_codes_are_names() {
        let rows = [
            "isv.BAD_SIGN",
            "isv.orderMissing",
            "isv.Lost",
            "isv.Late",
            "OK",
        ];
        let rows = rows.map(|code| row(code, &[]));
        let mut names = Names::new(&rows, HashMap::new(), std::iter::empty());
        let named = rows
            .each_ref()
            .map(|row| names.take(row, &[]).unwrap().text);
        let expected = [
            "isv bad sign",
            "isv order missing",
            "isv lost",
            "isv late",
            "ok",
        ];
        assert_eq!(named, expected);
    }
}
