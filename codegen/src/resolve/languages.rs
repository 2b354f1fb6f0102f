//! The languages of a catalog.

use crate::limits::Limit;
use crate::model::Language;
use crate::read::catalog_file::CatalogFile;
use crate::read::span;
use crate::report::Report;
use crate::source::{SourceId, Span};
use crate::suggest::suggestion;

/// Resolves the languages; none where there are too many.
pub(super) fn languages(
    source: SourceId,
    file: &CatalogFile,
    limit: &Limit,
    report: &mut Report,
) -> Vec<Language> {
    let mut languages: Vec<Language> = Vec::new();
    for (index, tag) in file.languages.iter().enumerate() {
        let (tag, span) = (tag.get_ref(), span(source, tag));
        if limit.is_exceeded_by(index + 1) {
            report
                .error(span, limit.message())
                .help("make several catalogs of it");
            languages.clear(); // A column for each would be missing in each table.
            break;
        }
        if !is_language_tag(tag) {
            report
                .error(span, format!("`{tag}` is no language tag"))
                .help("BCP 47 tags are letters and digits with hyphens between: `en`, `pt-BR`, `zh-Hant`");
        } else if let Some(first) = languages
            .iter()
            .find(|first| first.tag.eq_ignore_ascii_case(tag))
        {
            report
                .error(span, format!("the language `{tag}` stands twice"))
                .related(first.span, "first here");
        } else {
            languages.push(Language {
                tag: tag.clone(),
                span,
            });
        }
    }
    if file.languages.is_empty() {
        let at = Span::new(source, 0..0);
        report
            .error(at, "a catalog needs a language")
            .help("`languages = [\"en\"]`");
    }
    languages
}

/// The form of a BCP 47 tag (RFC 5646): a language of 2 to 8 letters, then subtags of 1 to 8 letters and digits.
fn is_language_tag(tag: &str) -> bool {
    let mut subtags = tag.split('-');
    let language = subtags.next().unwrap_or_default();
    (2..=8).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && subtags.all(|subtag| {
            (1..=8).contains(&subtag.len())
                && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

/// Resolves the language that `Display` speaks to its index.
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
        report
            .error(
                span(source, tag),
                format!("`{}` is none of the languages", tag.get_ref()),
            )
            .maybe_help(suggestion(tag.get_ref(), tags));
    }
    found.unwrap_or(0)
}
