//! The languages of a table.

use toml::Spanned;

use super::language_options::{fallbacks, tag};
use super::languages::report_unknown;
use crate::model::{Catalog, Table};
use crate::read::language_option::LanguageOption;
use crate::read::span;
use crate::read::table_file::TableFile;
use crate::report::Report;
use crate::source::SourceId;

/// Resolves the languages of a table: for each language of the catalog, those that supply its messages.
pub(super) fn sources(
    source: SourceId,
    file: &TableFile,
    catalog: &Catalog,
    report: &mut Report,
) -> Vec<Vec<usize>> {
    let own = own(source, file, catalog, report);
    (0..catalog.languages.len())
        .map(|language| supply(language, &own, catalog))
        .collect()
}

/// Returns help that lets a required language lack messages; `None` for the first one, on which the others can fall back.
pub(super) fn may_lack_messages(
    language: usize,
    table: &Table,
    catalog: &Catalog,
) -> Option<String> {
    let mut languages = 0..catalog.languages.len();
    let first = languages.find(|language| table.requires_language(*language))?;
    let tag = |language: usize| &catalog.languages[language].tag;
    (first != language).then(|| {
        format!(
            "or allow missing messages: write `{{ tag = \"{}\", fallback = \"{}\" }}` in `languages`",
            tag(language),
            tag(first)
        )
    })
}

/// A language with a column, and its fallback.
type Own = (usize, Option<usize>);

/// Returns the languages of the table; those of the catalog if the table has no `languages`.
fn own(source: SourceId, file: &TableFile, catalog: &Catalog, report: &mut Report) -> Vec<Own> {
    let of_catalog = || {
        let languages = catalog.languages.iter().enumerate();
        languages
            .map(|(index, language)| (index, language.fallback))
            .collect()
    };
    let Some(options) = &file.languages else {
        return of_catalog();
    };
    if options.get_ref().is_empty() {
        report
            .error(span(source, options), "`languages` is empty")
            .help("list at least one language, or remove the key");
    }
    let mut own: Vec<usize> = Vec::new();
    let mut kept: Vec<&Spanned<LanguageOption>> = Vec::new();
    for option in options.get_ref() {
        let tag = tag(source, option);
        match catalog.tags().position(|known| known == tag.text) {
            None => report_unknown(&tag, catalog.tags(), report),
            Some(language) => match own.iter().position(|known| *known == language) {
                Some(first) => {
                    report
                        .error(tag.span, format!("duplicate language `{}`", tag.text))
                        .related(span(source, kept[first]), "first listed here")
                        .help("remove one of them");
                }
                None => {
                    own.push(language);
                    kept.push(option);
                }
            },
        }
    }
    if own.is_empty() {
        return of_catalog();
    }
    let fallbacks = fallbacks(source, &kept, report);
    let fallback = |position: Option<usize>| position.map(|position| own[position]);
    (own.iter().copied())
        .zip(fallbacks.into_iter().map(fallback))
        .collect()
}

/// Returns the languages that supply the messages of a language, the best first: itself and its fallbacks, as far as the table has
/// them.
fn supply(language: usize, own: &[Own], catalog: &Catalog) -> Vec<usize> {
    let first = own.first().map(|(index, _)| *index);
    let (mut sources, mut visited) = (Vec::new(), Vec::new());
    let mut next = Some(language);
    while let Some(current) = next.filter(|next| !visited.contains(next)) {
        visited.push(current);
        next = match own.iter().find(|(index, _)| *index == current) {
            Some((_, fallback)) => {
                sources.push(current);
                *fallback
            }
            None => catalog.languages[current].fallback.or(first),
        };
    }
    if sources.is_empty() {
        sources.extend(first);
    }
    sources
}
