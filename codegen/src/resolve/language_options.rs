//! The entries of `languages`: their tags and fallbacks.

use toml::Spanned;

use crate::read::language_option::LanguageOption;
use crate::read::{cell, span};
use crate::report::Report;
use crate::source::{Cell, SourceId};
use crate::suggest::suggestion;

/// Returns the tag of an entry, with the span of the entry.
pub(super) fn tag(source: SourceId, option: &Spanned<LanguageOption>) -> Cell {
    Cell {
        text: option.get_ref().tag.clone(),
        span: span(source, option),
    }
}

/// Resolves the fallback of each entry to the position of its language.
pub(super) fn fallbacks(
    source: SourceId,
    options: &[&Spanned<LanguageOption>],
    report: &mut Report,
) -> Vec<Option<usize>> {
    let tags = || options.iter().map(|option| option.get_ref().tag.as_str());
    let mut positions: Vec<Option<usize>> = Vec::new();
    for option in options {
        let (own, fallback) = (&option.get_ref().tag, &option.get_ref().fallback);
        positions.push(fallback.as_ref().and_then(|fallback| {
            let fallback = cell(source, fallback);
            let known = || tags().filter(|tag| tag != own);
            if &fallback.text == own {
                report
                    .error(fallback.span, format!("`{own}` is its own fallback"))
                    .help("name another language, or remove `fallback`");
            } else if !known().any(|tag| tag == fallback.text) {
                let text = format!("fallback `{}` is not in `languages`", fallback.text);
                report.error(fallback.span, text).help(
                    match suggestion("language", &fallback.text, known()) {
                        Some(suggestion) => suggestion,
                        None => "name one of the other languages".to_owned(),
                    },
                );
            }
            tags().position(|tag| tag == fallback.text && tag != own)
        }));
    }
    report_cycles(source, options, &positions, report);
    // After a mistake, any other language will do: without a fallback, each missing message would be an error.
    (options.iter().zip(positions))
        .map(|(option, position)| {
            let own = &option.get_ref().tag;
            let has_fallback = option.get_ref().fallback.is_some();
            let other = tags().position(|tag| tag != own);
            position.or(other.filter(|_| has_fallback))
        })
        .collect()
}

/// Reports cycles of fallbacks, each once.
fn report_cycles(
    source: SourceId,
    options: &[&Spanned<LanguageOption>],
    positions: &[Option<usize>],
    report: &mut Report,
) {
    for start in 0..options.len() {
        let mut cycle = vec![start];
        let mut next = positions[start];
        while let Some(position) = next.filter(|position| !cycle.contains(position)) {
            cycle.push(position);
            next = positions[position];
        }
        let is_first = cycle.iter().all(|position| start <= *position);
        if next != Some(start) || !is_first || cycle.len() == 1 {
            continue;
        }
        cycle.push(start);
        let tag = |position: &usize| format!("`{}`", options[*position].get_ref().tag);
        let path: Vec<String> = cycle.iter().map(tag).collect();
        report
            .error(span(source, options[start]), "fallbacks form a cycle")
            .note(format!("the fallbacks lead from {}", path.join(" to ")))
            .help("remove one of them, so that its language has every message");
    }
}
