//! The words of all codes.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Bound;

use super::MAX_WORDS;
use super::entry::Entry;
use super::query::Query;
use super::text::{is_solid, is_typo, words};

/// Each word, with the codes that have it.
pub(super) struct Vocabulary(BTreeMap<String, Vec<usize>>);

/// How the words of a query match a code.
#[derive(Clone, Debug, Default)]
pub(super) struct WordMatch {
    pub(super) is_all: bool,
    pub(super) is_most: bool,
    pub(super) score: u32,
}

impl Vocabulary {
    pub(super) fn new(entries: &[Entry<'_>]) -> Self {
        let mut vocabulary: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, entry) in entries.iter().enumerate() {
            let texts = entry
                .texts
                .iter()
                .map(|text| &text.plain)
                .chain(&entry.labels);
            for word in texts.flat_map(|text| words(text)) {
                let codes = vocabulary.entry(word).or_default();
                if codes.last() != Some(&index) {
                    codes.push(index);
                }
            }
        }
        Vocabulary(
            vocabulary
                .into_iter()
                .map(|(word, codes)| (word.to_owned(), codes))
                .collect(),
        )
    }

    /// Returns the corrections of misspelt words: the most frequent word that differs by one edit.
    pub(super) fn corrections<'t>(
        &self,
        tokens: impl Iterator<Item = &'t str>,
    ) -> HashMap<&'t str, String> {
        const MIN_LETTERS: usize = 4;
        let mut corrections = HashMap::new();
        for (checked, token) in distinct(tokens).into_iter().enumerate() {
            let is_short = token.chars().count() < MIN_LETTERS;
            if checked >= MAX_WORDS
                || is_short
                || token.chars().any(|c| is_solid(c) || c.is_numeric())
            {
                continue;
            }
            // The word may be right, and go on.
            if self.from(token).next().is_some() {
                continue;
            }
            let near = self.0.iter().filter(|(word, _)| {
                word.len().abs_diff(token.len()) <= 4
                    && word.chars().count() >= MIN_LETTERS
                    && is_typo(word, token)
            });
            // Of equally frequent words, the first.
            let best = near.rev().max_by_key(|(_, codes)| codes.len());
            corrections.extend(best.map(|(word, _)| (token, word.clone())));
        }
        corrections
    }

    /// Returns the words that start with a text, each with its codes.
    fn from<'t>(&'t self, start: &'t str) -> impl Iterator<Item = (&'t String, &'t Vec<usize>)> {
        let words = self
            .0
            .range::<str, _>((Bound::Included(start), Bound::Unbounded));
        words.take_while(move |(word, _)| word.starts_with(start))
    }

    /// Returns the codes with words like this one, each with the quality of the match: the same word, words that start with it, or
    /// else words that contain it.
    fn like<'t>(&'t self, word: &'t str) -> Vec<(u32, &'t Vec<usize>)> {
        let quality = |known: &str| if known == word { 3 } else { 2 };
        let like: Vec<_> = self
            .from(word)
            .map(|(known, codes)| (quality(known), codes))
            .collect();
        if !like.is_empty() || word.chars().count() < 3 && !word.contains(is_solid) {
            return like;
        }
        let inside = self.0.iter().filter(|(known, _)| known.contains(word));
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
            for (quality, codes) in self.like(word) {
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

/// Returns the different words, in order.
fn distinct<'t>(words: impl Iterator<Item = &'t str>) -> Vec<&'t str> {
    let mut seen = HashSet::new();
    words.filter(|word| seen.insert(*word)).collect()
}
