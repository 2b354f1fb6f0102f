//! The words of all codes.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Bound;

use super::MAX_WORDS;
use super::entry::Entry;
use super::query::Query;
use super::text::{is_solid, is_typo, tokens, words};

/// The most words of a query that are also looked for inside other words.
const MAX_INSIDE: usize = 8;

/// The length from which a word may be misspelt.
const MIN_LETTERS: usize = 4;

pub(super) struct Vocabulary {
    /// Each word, with the codes that have it.
    words: BTreeMap<String, Vec<usize>>,
    /// The words that may be misspelt, by their number of letters.
    by_length: HashMap<usize, Vec<String>>,
    /// What is a code, its number, or a name.
    pub(super) keys: HashSet<String>,
    pub(super) numbers: HashSet<String>,
    pub(super) names: HashSet<String>,
    pub(super) filters: HashSet<String>,
    /// The most tokens of a code.
    pub(super) code_tokens: usize,
}

/// How the words of a query match a code.
#[derive(Clone, Debug, Default)]
pub(super) struct WordMatch {
    pub(super) is_all: bool,
    pub(super) is_most: bool,
    pub(super) score: u32,
}

impl Vocabulary {
    pub(super) fn new(entries: &[Entry<'_>]) -> Self {
        let mut found: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, entry) in entries.iter().enumerate() {
            let texts = entry
                .texts
                .iter()
                .map(|text| &text.plain)
                .chain(&entry.labels);
            for word in texts.flat_map(|text| words(text)) {
                let codes = found.entry(word).or_default();
                if codes.last() != Some(&index) {
                    codes.push(index);
                }
            }
        }
        let found = found
            .into_iter()
            .map(|(word, codes)| (word.to_owned(), codes));
        let found: BTreeMap<String, Vec<usize>> = found.collect();
        let mut by_length: HashMap<usize, Vec<String>> = HashMap::new();
        for word in found.keys().filter(|word| is_spelled(word)) {
            by_length
                .entry(word.chars().count())
                .or_default()
                .push(word.clone());
        }
        Vocabulary {
            words: found,
            by_length,
            keys: entries
                .iter()
                .filter_map(|entry| entry.key.clone())
                .collect(),
            numbers: entries
                .iter()
                .filter_map(|entry| entry.number.clone())
                .collect(),
            names: entries
                .iter()
                .flat_map(|entry| entry.names.clone())
                .collect(),
            filters: entries
                .iter()
                .flat_map(|entry| entry.filters.clone())
                .collect(),
            code_tokens: entries
                .iter()
                .map(|entry| tokens(&entry.folded).count())
                .max()
                .unwrap_or(0),
        }
    }

    /// Returns the corrections of misspelt words: the most frequent word that differs by one edit.
    pub(super) fn corrections<'t>(
        &self,
        tokens: impl Iterator<Item = &'t str>,
    ) -> HashMap<&'t str, String> {
        let mut corrections = HashMap::new();
        for token in distinct(tokens).into_iter().take(MAX_WORDS) {
            // A word that others start with may be right, and go on.
            if !is_spelled(token) || self.from(token).next().is_some() {
                continue;
            }
            let length = token.chars().count();
            let near = [length - 1, length, length + 1];
            let near = near
                .iter()
                .filter_map(|length| self.by_length.get(length))
                .flatten();
            let mut best = 0;
            for word in near {
                let frequency = self.words[word].len();
                if frequency > best && is_typo(word, token) {
                    corrections.insert(token, word.clone());
                    best = frequency;
                }
            }
        }
        corrections
    }

    /// Returns the words that start with a text, each with its codes.
    fn from<'t>(&'t self, start: &'t str) -> impl Iterator<Item = (&'t String, &'t Vec<usize>)> {
        let words = self
            .words
            .range::<str, _>((Bound::Included(start), Bound::Unbounded));
        words.take_while(move |(word, _)| word.starts_with(start))
    }

    /// Returns the codes with words like this one, each with the quality of the match: the same word, words that start with it, or
    /// else words that contain it.
    fn like<'t>(&'t self, word: &'t str, may_be_inside: bool) -> Vec<(u32, &'t Vec<usize>)> {
        let quality = |known: &str| if known == word { 3 } else { 2 };
        let like: Vec<_> = self
            .from(word)
            .map(|(known, codes)| (quality(known), codes))
            .collect();
        if !like.is_empty()
            || !may_be_inside
            || word.chars().count() < 3 && !word.contains(is_solid)
        {
            return like;
        }
        let inside = self.words.iter().filter(|(known, _)| known.contains(word));
        inside.map(|(_, codes)| (1, codes)).collect()
    }

    /// Returns how the words of the query match each code. Rare words count more.
    pub(super) fn matches(&self, query: &Query, codes: usize) -> Vec<WordMatch> {
        let mut matches = vec![WordMatch::default(); codes];
        let (mut counts, mut weights, mut total) = (vec![0; codes], vec![0; codes], 0);
        let mut words = distinct(words(&query.plain));
        words.truncate(MAX_WORDS);
        for word in &words {
            let mut qualities = vec![0; codes];
            for (quality, codes) in self.like(word, words.len() <= MAX_INSIDE) {
                for code in codes {
                    qualities[*code] = quality.max(qualities[*code]);
                }
            }
            let frequency = qualities.iter().filter(|quality| **quality > 0).count();
            let weight = usize::BITS - (codes / frequency.max(1)).leading_zeros();
            total += weight;
            for (code, quality) in qualities
                .into_iter()
                .enumerate()
                .filter(|(_, quality)| *quality > 0)
            {
                counts[code] += 1;
                weights[code] += weight;
                matches[code].score += weight * quality;
            }
        }
        for (code, found) in matches.iter_mut().enumerate() {
            found.is_all = !words.is_empty() && counts[code] == words.len();
            found.is_most = weights[code] > 0 && 2 * weights[code] >= total;
        }
        matches
    }
}

/// Returns `true` for a word that may be misspelt.
fn is_spelled(word: &str) -> bool {
    word.chars().count() >= MIN_LETTERS && !word.chars().any(|c| is_solid(c) || c.is_numeric())
}

/// Returns the different words, in order.
pub(super) fn distinct<'t>(words: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut seen = HashSet::new();
    words.filter(|word| seen.insert(*word)).collect()
}
