//! The languages that serve tags without a language of their own.

use super::default_fallbacks::DEFAULTS;
use super::languages::{check_tag, report_unknown};
use crate::model::{Fallback, Language};
use crate::read::catalog_file::CatalogFile;
use crate::read::{cell, in_order};
use crate::report::Report;
use crate::source::{Cell, SourceId};

/// Resolves `[fallback]` and adds the defaults for the tags that it does not list. The result is in the order of the tags.
pub(super) fn fallbacks(
    source: SourceId,
    file: &CatalogFile,
    languages: &[Language],
    report: &mut Report,
) -> Vec<Fallback> {
    let mut fallbacks = declared(source, file, languages, report);
    let own: Vec<String> = (languages.iter())
        .map(|language| language.tag.clone())
        .collect();
    let mut add = |tag: &str, language: Option<usize>| {
        let is_same = |known: &str| known.eq_ignore_ascii_case(tag);
        let is_served = own.iter().any(|own| is_same(own))
            || fallbacks.iter().any(|fallback| is_same(&fallback.tag));
        if let (Some(language), false) = (language, is_served) {
            let tag = tag.to_owned();
            fallbacks.push(Fallback { tag, language });
        }
    };
    for (tags, candidates) in DEFAULTS {
        let mut candidates = candidates.split(' ');
        let language = candidates.find_map(|candidate| serving(candidate, languages));
        tags.split(' ').for_each(|tag| add(tag, language));
    }
    for (index, language) in languages.iter().enumerate() {
        let mut tag = language.tag.as_str();
        while let Some((shorter, _)) = tag.rsplit_once('-') {
            add(shorter, Some(index));
            tag = shorter;
        }
    }
    fallbacks.sort_by(|a, b| a.tag.cmp(&b.tag));
    fallbacks
}

/// Returns the language with a tag, or the first one that begins with it.
fn serving(tag: &str, languages: &[Language]) -> Option<usize> {
    let position = |is_match: &dyn Fn(&str) -> bool| {
        (languages.iter()).position(|language| is_match(&language.tag))
    };
    let begins = |own: &str| {
        let start = own.get(..tag.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(tag))
            && own[tag.len()..].starts_with('-')
    };
    position(&|own| own.eq_ignore_ascii_case(tag)).or_else(|| position(&begins))
}

/// Resolves `[fallback]`.
fn declared(
    source: SourceId,
    file: &CatalogFile,
    languages: &[Language],
    report: &mut Report,
) -> Vec<Fallback> {
    let mut fallbacks: Vec<Fallback> = Vec::new();
    let mut seen: Vec<Cell> = Vec::new();
    for (key, tags) in in_order(&file.fallback) {
        let language = (languages.iter()).position(|language| &language.tag == key.get_ref());
        if language.is_none() {
            let known = languages.iter().map(|language| language.tag.as_str());
            report_unknown(&cell(source, key), known, report);
        }
        for tag in tags {
            let tag = cell(source, tag);
            let is_same = |other: &str| other.eq_ignore_ascii_case(&tag.text);
            if !check_tag(&tag, report) {
                continue;
            }
            if let Some(own) = languages.iter().find(|own| is_same(&own.tag)) {
                report
                    .error(
                        tag.span,
                        format!("`{}` is a language, not a fallback tag", tag.text),
                    )
                    .related(own.span, "listed in `languages` here")
                    .help("remove the tag from `[fallback]`");
            } else if let Some(first) = seen.iter().find(|first| is_same(&first.text)) {
                report
                    .error(tag.span, format!("duplicate fallback tag `{}`", tag.text))
                    .related(first.span, "first listed here")
                    .help("remove one of them");
            } else {
                let text = tag.text.clone();
                seen.push(tag);
                fallbacks.extend(language.map(|language| Fallback {
                    tag: text,
                    language,
                }));
            }
        }
    }
    fallbacks
}
