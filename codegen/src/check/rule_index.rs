//! The rules that may apply to a row. Many rules are about a few names or messages, so that each row is compared with few rules.

use std::collections::BTreeMap;

use super::term_index::TermIndex;
use crate::model::{Criterion, Facts, Rule};

pub(super) struct RuleIndex<'a> {
    rules: Vec<&'a Rule>,
    /// The rules that may apply to any row, by their indices.
    general: Vec<usize>,
    by_name: ByText,
    by_message: ByText,
}

/// Rules that apply to texts with one of these terms.
struct ByText {
    terms: TermIndex,
    /// For each term, the indices of the rules.
    rules: Vec<Vec<usize>>,
}

impl<'a> RuleIndex<'a> {
    /// Takes the rules that are not allowed to be broken.
    pub(super) fn new(rules: &'a [Rule]) -> Self {
        let rules: Vec<&Rule> = (rules.iter())
            .filter(|rule| rule.level.level().is_some())
            .collect();
        let mut general = Vec::new();
        let [mut names, mut messages] = [(); 2].map(|()| BTreeMap::<String, Vec<usize>>::new());
        for (index, rule) in rules.iter().enumerate() {
            let criteria = rule.when.0.iter();
            let texts = criteria.filter_map(|criterion| match criterion {
                Criterion::Name(words) => Some((true, words)),
                Criterion::Message(parts) => Some((false, parts)),
                Criterion::Http(_) | Criterion::Attribute(..) => None,
            });
            let mut texts = texts.filter(|(_, texts)| texts.iter().all(|text| !text.is_empty()));
            let Some((is_name, texts)) = texts.next() else {
                general.push(index);
                continue;
            };
            for text in texts {
                let (by_text, term) = match is_name {
                    true => (&mut names, format!(" {text} ")),
                    false => (&mut messages, text.clone()),
                };
                by_text.entry(term).or_default().push(index);
            }
        }
        RuleIndex {
            rules,
            general,
            by_name: ByText::new(names),
            by_message: ByText::new(messages),
        }
    }

    /// Returns the rules that may apply to a row, in order. The others do not apply to it.
    pub(super) fn for_row(&self, facts: &Facts) -> impl Iterator<Item = &'a Rule> {
        let mut indices = self.general.clone();
        if !self.by_name.rules.is_empty() {
            self.by_name.add(facts.name(), &mut indices);
        }
        if !self.by_message.rules.is_empty() {
            for message in facts.messages() {
                self.by_message.add(message, &mut indices);
            }
        }
        indices.sort_unstable();
        indices.dedup();
        indices.into_iter().map(|index| self.rules[index])
    }
}

impl ByText {
    fn new(rules: BTreeMap<String, Vec<usize>>) -> Self {
        ByText {
            terms: TermIndex::new(rules.keys().cloned().collect()),
            rules: rules.into_values().collect(),
        }
    }

    fn add(&self, text: &str, indices: &mut Vec<usize>) {
        for (_, term) in self.terms.find(text) {
            indices.extend(&self.rules[term]);
        }
    }
}
