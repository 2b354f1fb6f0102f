//! The languages of a catalog.

use toml::Spanned;

use super::language_options;
use crate::limits::Limit;
use crate::model::Language;
use crate::read::catalog_file::CatalogFile;
use crate::read::language_option::LanguageOption;
use crate::read::{cell, span};
use crate::report::Report;
use crate::source::{Cell, SourceId};
use crate::suggest::suggestion;

/// Resolves the languages; returns none if there are too many.
pub(super) fn languages(
    source: SourceId,
    file: &CatalogFile,
    limit: &Limit,
    report: &mut Report,
) -> Vec<Language> {
    let mut languages: Vec<Language> = Vec::new();
    let mut kept: Vec<&Spanned<LanguageOption>> = Vec::new();
    for (index, option) in file.languages.get_ref().iter().enumerate() {
        let tag = language_options::tag(source, option);
        let span = tag.span;
        if limit.is_exceeded_by(index + 1) {
            report
                .error(span, limit.message())
                .help("split the catalog");
            languages.clear(); // Each table would lack a column for each of them.
            break;
        }
        if !check_tag(&tag, report) {
            continue;
        }
        if let Some(first) = languages
            .iter()
            .find(|first| first.tag.eq_ignore_ascii_case(&tag.text))
        {
            report
                .error(span, format!("duplicate language `{}`", tag.text))
                .related(first.span, "first listed here")
                .help("remove one of them");
        } else {
            languages.push(Language {
                tag: tag.text,
                span,
                fallback: None,
            });
            kept.push(option);
        }
    }
    if file.languages.get_ref().is_empty() {
        report
            .error(span(source, &file.languages), "`languages` is empty")
            .help("list at least one language: `languages = [\"en\"]`");
    }
    let fallbacks = language_options::fallbacks(source, &kept, report);
    for (language, fallback) in languages.iter_mut().zip(fallbacks) {
        language.fallback = fallback;
    }
    languages
}

/// Returns `true` for a valid tag, and reports an invalid one.
pub(super) fn check_tag(tag: &Cell, report: &mut Report) -> bool {
    let is_valid = is_language_tag(&tag.text);
    if !is_valid {
        let corrected = Some(tag.text.replace('_', "-")).filter(|tag| is_language_tag(tag));
        report
            .error(tag.span, format!("invalid language tag `{}`", tag.text))
            .label("expected a BCP 47 tag such as `en`, `pt-BR` or `zh-Hant`")
            .maybe_help(corrected.map(|tag| format!("write `{tag}`")));
    }
    is_valid
}

/// Returns `true` if a text has the form of a BCP 47 tag (RFC 5646): a language of 2 to 8 letters, then subtags of 1 to 8
/// letters and digits.
pub(super) fn is_language_tag(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let language = subtags.next().unwrap_or_default();
    (2..=8).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && subtags.all(|subtag| {
            (1..=8).contains(&subtag.len())
                && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// Resolves the language of `Display` to its index.
pub(super) fn display(
    source: SourceId,
    file: &CatalogFile,
    languages: &[Language],
    report: &mut Report,
) -> usize {
    let Some(tag) = &file.display else { return 0 };
    let found = languages
        .iter()
        .position(|language| &language.tag == tag.get_ref());
    if found.is_none() {
        let tags = languages.iter().map(|language| language.tag.as_str());
        report_unknown(&cell(source, tag), tags, report);
    }
    found.unwrap_or(0)
}

/// Reports a language that the catalog does not have.
pub(super) fn report_unknown<'a>(
    tag: &Cell,
    known: impl IntoIterator<Item = &'a str>,
    report: &mut Report,
) {
    let help = suggestion("language", &tag.text, known).unwrap_or_else(|| {
        format!(
            "add `\"{}\"` to `languages` in the catalog, or remove it here",
            tag.text
        )
    });
    report
        .repeated_error(tag.span, format!("unknown language `{}`", tag.text))
        .help(help);
}
