//! The search for codes, by what people type or paste: a code, a name, words, a message with its arguments, a reply, lines of a log.
//!
//! `html/search.js` is the same search for the page, function by function; `tests/cases/search.rs` tests both.
//!
//! A query is compared in two forms: as it is but folded (`text::fold`), to find codes and names between any punctuation; and
//! plain (`text::plain`), to find texts whatever separates their words. Each code gets the first class that fits, and a score within
//! the class. Of equal codes, those with a cautious outcome come first; and they come before all others if the query is a part of
//! their texts, so that the text of a pending payment never leads to a failure.
//!
//! The time is linear in the sizes of the catalog and of the query: of a query, the codes in the first [`MAX_TOKENS`] tokens count,
//! the text of the first [`MAX_TEXT`] characters, and the first [`MAX_WORDS`] different words.
//!
//! Words such as `outcome:pending` and `lianlian:` limit the codes, if some code has such a value.

mod entry;
mod query;
mod text;
mod words;

#[cfg(test)]
mod tests;

use std::cmp::Reverse;

use codegen::Catalog;
use codegen::catalog::Code;

use self::entry::Entry;
pub(crate) use self::entry::is_cautious;
use self::query::{Query, Sight};
pub(crate) use self::text::HAN_PAIRS;
use self::words::{Vocabulary, WordMatch};

const MAX_TOKENS: usize = 20_000;
const MAX_TEXT: usize = 4_000;
const MAX_WORDS: usize = 64;

/// The width (`text::width`) from which a text that the query contains counts.
const MIN_WIDTH: u32 = 8;

/// How a code matches, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    /// The query is the code, letter by letter.
    Typed,
    /// The query is the code, its number, name, link or path.
    Same,
    /// The query is a text of the code, possibly with arguments, or its name in words.
    Text,
    /// The query says that this is the code: `code=2008`.
    Labeled,
    /// The query contains the code, its name or a text of it.
    Found,
    /// The query is a part of the code or of its texts, or its HTTP status.
    Part,
    /// The code has all words of the query.
    Words,
    /// The code has most words of the query, or is similar to it.
    Similar,
}

/// A code that matches.
struct Hit<'a, 'e> {
    entry: &'e Entry<'a>,
    class: Class,
    score: u32,
    /// `true` if the query is a part of a text of the code.
    is_part: bool,
}

/// The result of a search, the best match first.
#[derive(Debug)]
pub(crate) struct Found<'a> {
    /// The codes that match.
    pub(crate) codes: Vec<Code<'a>>,
    /// How many of the first codes the query identifies.
    pub(crate) identified: usize,
    /// Some codes that are similar, if none matches.
    pub(crate) similar: Vec<Code<'a>>,
}

/// What to search for if nothing matches, each with the number of codes that match it.
#[derive(Debug)]
pub(crate) struct Instead {
    /// The query without its filters.
    pub(crate) unfiltered: Option<(String, usize)>,
    /// Filters that the query misspells, and single words of it.
    pub(crate) words: Vec<(String, usize)>,
}

/// The codes that a search covers.
pub(crate) struct Index<'a> {
    entries: Vec<Entry<'a>>,
    vocabulary: Vocabulary,
}

impl<'a> Index<'a> {
    pub(crate) fn new(catalog: &'a Catalog, codes: impl Iterator<Item = Code<'a>>) -> Self {
        let entries: Vec<Entry> = codes.map(|code| Entry::new(catalog, code)).collect();
        Index {
            vocabulary: Vocabulary::new(&entries),
            entries,
        }
    }

    /// Returns the codes that match a query. An empty query matches all.
    pub(crate) fn find(&self, query: &str) -> Found<'a> {
        const MAX_SIMILAR: usize = 5;
        let (wanted, rest) = self.split(query);
        let query = Query::new(&rest, &self.vocabulary);
        let words = self.vocabulary.matches(&query, self.entries.len());
        let hits = self.entries.iter().zip(&words);
        let hits = hits.filter(|(entry, _)| wanted.iter().all(|own| entry.filters.contains(own)));
        let mut hits: Vec<Hit> = hits
            .filter_map(|(entry, words)| rank(entry, words, &query))
            .collect();
        // Filters alone leave the codes in their order.
        if !query.typed.is_empty() {
            hits.sort_by_key(|hit| {
                // Of codes with the same words, the one with the least text is the closest.
                let length = (hit.class == Class::Words).then_some(hit.entry.length);
                (
                    hit.class,
                    Reverse(hit.score),
                    !hit.entry.is_cautious,
                    length,
                )
            });
        }
        let identified = match put_cautious_first(&mut hits) {
            true => 0,
            false => identified(&hits),
        };
        let matches = hits.partition_point(|hit| hit.class < Class::Similar);
        let similar = if matches == 0 {
            hits.len().min(MAX_SIMILAR)
        } else {
            0
        };
        let codes = |hits: &[Hit<'a, '_>]| hits.iter().map(|hit| hit.entry.code).collect();
        Found {
            codes: codes(&hits[..matches]),
            identified,
            similar: codes(&hits[..similar]),
        }
    }

    /// Returns what to search for instead if nothing matches.
    pub(crate) fn instead(&self, query: &str) -> Instead {
        const MAX_WORDS: usize = 4;
        let (wanted, rest) = self.split(query);
        let counted = |text: &str| {
            let count = if text.is_empty() {
                0
            } else {
                self.find(text).codes.len()
            };
            (count > 0).then(|| (text.to_owned(), count))
        };
        let mut words = words::distinct(rest.split_whitespace());
        words.truncate(MAX_WORDS);
        let folded: Vec<String> = words.iter().map(|word| text::fold(word)).collect();
        let filters = self.vocabulary.filters.iter().map(String::as_str);
        let is_near = |filter: &&str| folded.iter().any(|word| text::is_typo(filter, word));
        let mut near: Vec<&str> = filters.filter(is_near).collect();
        near.sort_unstable();
        if words.len() == 1 {
            words.clear();
        }
        Instead {
            unfiltered: (!wanted.is_empty()).then(|| counted(rest.trim())).flatten(),
            words: near.into_iter().chain(words).filter_map(counted).collect(),
        }
    }

    /// Takes the filters out of a query: words such as `outcome:pending` that some code has as a filter.
    fn split(&self, query: &str) -> (Vec<String>, String) {
        let (mut wanted, mut rest) = (Vec::new(), String::new());
        for part in query.split_inclusive(char::is_whitespace) {
            let word = part.trim_end();
            let filter = word.contains([':', '：']).then(|| text::fold(word));
            let filter = filter.filter(|filter| self.vocabulary.filters.contains(filter));
            let is_filter = filter.is_some();
            wanted.extend(filter);
            rest.push_str(if is_filter { &part[word.len()..] } else { part });
        }
        (wanted, rest)
    }
}

/// Moves the codes with a cautious outcome to the front if the query is a part of their texts. Returns `false` if the first code
/// is cautious already, or is what the query names.
fn put_cautious_first(hits: &mut [Hit<'_, '_>]) -> bool {
    let is_moved = |hit: &Hit<'_, '_>| hit.is_part && hit.entry.is_cautious;
    let is_settled = hits
        .first()
        .is_none_or(|hit| hit.class <= Class::Same || hit.entry.is_cautious);
    if is_settled || !hits.iter().any(is_moved) {
        return false;
    }
    hits.sort_by_key(|hit| !is_moved(hit));
    true
}

/// Returns how many of the first codes the query identifies.
fn identified(hits: &[Hit<'_, '_>]) -> usize {
    let Some(best) = hits.first() else {
        return 0;
    };
    let same = hits.iter().take_while(|hit| match best.class {
        Class::Found => (hit.class, hit.score) == (best.class, best.score),
        class => class < Class::Found && hit.class == class,
    });
    same.count()
}

/// Returns how a code matches, or `None` if it does not.
fn rank<'a, 'e>(entry: &'e Entry<'a>, words: &WordMatch, query: &Query) -> Option<Hit<'a, 'e>> {
    let is_part = query.has_letters && entry.texts.iter().any(|text| text.has_part(&query.plain));
    let (class, score) = class(entry, words, query, is_part)?;
    Some(Hit {
        entry,
        class,
        score,
        is_part,
    })
}

fn class(
    entry: &Entry<'_>,
    words: &WordMatch,
    query: &Query,
    is_part: bool,
) -> Option<(Class, u32)> {
    if query.typed.is_empty() {
        return Some((Class::Part, 0));
    }
    if entry.code.code() == query.typed {
        return Some((Class::Typed, 0));
    }
    if is_same(entry, query) {
        return Some((Class::Same, 0));
    }
    let whole = entry
        .texts
        .iter()
        .filter(|text| text.is_whole(&query.plain));
    if let Some(score) = whole.map(|text| u32::from(!text.is_name)).max() {
        return Some((Class::Text, score));
    }
    // The name in words is too short to say much inside a longer text.
    let inside = entry.texts.iter().filter(|text| !text.is_name);
    let inside = inside
        .map(|text| text.width_inside(query))
        .max()
        .unwrap_or(0);
    let seen = entry.key.as_ref().and_then(|key| query.seen.get(key));
    if seen == Some(&Sight::Labeled) {
        return Some((Class::Labeled, 1000 + inside));
    }
    if entry
        .number
        .as_ref()
        .is_some_and(|number| query.labeled_numbers.contains(number))
    {
        return Some((Class::Labeled, inside));
    }
    let is_named = entry.names.iter().any(|name| query.names.contains(name));
    let found = inside
        + match seen {
            Some(Sight::Bare) => 20,
            Some(_) => 5,
            None => 0,
        }
        + if is_named { 60 } else { 0 };
    if found > 0 {
        return Some((Class::Found, found));
    }
    let part = part(entry, query);
    if part > 0 || is_part {
        return Some((Class::Part, part));
    }
    if words.is_all {
        return Some((Class::Words, words.score));
    }
    if words.is_most {
        return Some((Class::Similar, words.score));
    }
    let is_similar = query.is_one && text::is_typo(&query.folded, &entry.folded);
    is_similar.then(|| (Class::Similar, closeness(entry, query)))
}

/// Returns a score that is higher for a closer number.
fn closeness(entry: &Entry<'_>, query: &Query) -> u32 {
    const MAX: u128 = 1000;
    let numbers =
        [&entry.number, &query.number].map(|number| number.as_ref()?.parse::<i128>().ok());
    let [Some(code), Some(queried)] = numbers else {
        return 0;
    };
    MAX.saturating_sub(code.abs_diff(queried)) as u32
}

/// Returns `true` if the whole query is the code, or its number, name, link or path.
fn is_same(entry: &Entry<'_>, query: &Query) -> bool {
    let is_path = |path: &String| {
        let before = path.strip_suffix(&query.folded);
        query.folded.contains("::")
            && before.is_some_and(|before| before.is_empty() || before.ends_with("::"))
    };
    entry.folded == query.folded
        || query.number.is_some() && entry.number == query.number
        || entry.link == query.folded.trim_start_matches('#')
        || query
            .name
            .as_ref()
            .is_some_and(|name| entry.names.contains(name))
        || entry.paths.iter().any(is_path)
}

/// Returns a score above 0 if the query is a part of the code, or its HTTP status.
fn part(entry: &Entry<'_>, query: &Query) -> u32 {
    let (code, part) = (&entry.folded, query.folded.as_str());
    // `13` finds 1000013 before 1000130: providers pad their numbers.
    let is_padded = || {
        query
            .number
            .as_ref()
            .is_some_and(|number| code.ends_with(&format!("0{number}")))
    };
    match () {
        () if !query.is_one => 0,
        () if is_padded() => 5,
        () if entry.status == part => 4,
        () if code.starts_with(part) => 3,
        () if code.contains(part) => 2,
        () => 0,
    }
}
