//! The search of a text for many terms in one pass.

use std::collections::BTreeSet;
use std::iter;

/// Terms in order, so that those at one place of a text are found together.
pub(super) struct TermIndex(Vec<Term>);

struct Term {
    text: String,
    /// The longest other term that this one starts with, by its index.
    prefix: Option<usize>,
}

impl TermIndex {
    pub(super) fn new(terms: BTreeSet<String>) -> Self {
        let mut sorted: Vec<Term> = Vec::new();
        // The terms that the next one may start with, each of which starts with the one before.
        let mut prefixes: Vec<usize> = Vec::new();
        for text in terms {
            while (prefixes.last()).is_some_and(|last| !text.starts_with(&sorted[*last].text)) {
                prefixes.pop();
            }
            let prefix = prefixes.last().copied();
            prefixes.push(sorted.len());
            sorted.push(Term { text, prefix });
        }
        TermIndex(sorted)
    }

    /// Returns the places of all terms in a text: where each begins, and its index in the order of the terms.
    pub(super) fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
        let starts = text.char_indices().map(|(start, _)| start);
        starts.flat_map(move |start| {
            let indices = self.at_start(&text[start..]);
            indices.map(move |index| (start, index))
        })
    }

    /// Returns the terms that a text starts with, the longest first.
    fn at_start<'a>(&'a self, text: &'a str) -> impl Iterator<Item = usize> + 'a {
        // The last term that is not after the text starts with all of them.
        let after = self.0.partition_point(|term| term.text.as_str() <= text);
        let indices = iter::successors(after.checked_sub(1), |index| self.0[*index].prefix);
        indices.filter(|index| text.starts_with(&self.0[*index].text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_terms_at_all_places_are_found() {
        let terms = ["a", "ab", "abc", "abd", "b", "bcd", "套餐", "套餐组"];
        let index = TermIndex::new(terms.map(str::to_owned).into());
        for text in ["", "abcd", "xabdab", "套餐组a套餐", "套"] {
            let found: Vec<(usize, &str)> = index
                .find(text)
                .map(|(start, term)| (start, terms[term]))
                .collect();
            let mut expected = Vec::new();
            for (start, _) in text.char_indices() {
                let here = terms
                    .iter()
                    .rev()
                    .filter(|term| text[start..].starts_with(**term));
                expected.extend(here.map(|term| (start, *term)));
            }
            assert_eq!(found, expected, "{text}");
        }
    }
}
