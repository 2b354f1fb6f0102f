//! The texts of unknown codes, which `Received::text` returns.

use std::collections::BTreeMap;

use toml::Spanned;

use super::cells::brace_mistake;
use super::languages::report_unknown;
use crate::model::{Language, placeholders};
use crate::read::{cell, in_order};
use crate::report::Report;
use crate::source::SourceId;

/// The placeholders of these texts.
const PLACEHOLDERS: [&str; 2] = ["code", "message"];

/// Returns the text in each language, in the order of the languages.
pub(super) fn resolve(
    source: SourceId,
    texts: &BTreeMap<Spanned<String>, Spanned<String>>,
    languages: &[Language],
    report: &mut Report,
) -> Vec<String> {
    for (tag, text) in in_order(texts) {
        let tags = languages.iter().map(|language| language.tag.as_str());
        if !tags.clone().any(|known| known == tag.get_ref()) {
            report_unknown(&cell(source, tag), tags, report);
        } else {
            check(source, text, report);
        }
    }
    let text = |language: &Language| {
        let own = texts.iter().find(|(tag, _)| *tag.get_ref() == language.tag);
        match own {
            Some((_, text)) => text.get_ref().clone(),
            None => {
                if !texts.is_empty() {
                    let message =
                        format!("missing text of undocumented codes in `{}`", language.tag);
                    report.error(language.span, message).help(format!(
                        "add `{} = \"… {{code}}\"` to `[unknown_code]`",
                        language.tag
                    ));
                }
                default_text(&language.tag).to_owned()
            }
        }
    };
    languages.iter().map(text).collect()
}

fn check(source: SourceId, text: &Spanned<String>, report: &mut Report) {
    let text = cell(source, text);
    if let Some(mistake) = brace_mistake(&text.text) {
        report
            .error(text.span, mistake.message)
            .note("the placeholders of this text are `{code}` and `{message}`")
            .help(mistake.help);
    } else if text.text.trim().is_empty() {
        report
            .error(text.span, "text of undocumented codes is empty")
            .help("write the text, such as `Unknown code {code}`");
    }
    for name in placeholders(&text.text).unwrap_or_default() {
        if !PLACEHOLDERS.contains(&name) {
            report
                .error(text.span, format!("unknown placeholder `{{{name}}}`"))
                .help("use `{code}` or `{message}`");
        }
    }
}

/// Returns the text of catalogs without `[unknown_code]`.
fn default_text(tag: &str) -> &'static str {
    let mut subtags = tag.split('-');
    match (subtags.next(), subtags.next()) {
        (Some("zh"), Some("Hant" | "HK" | "MO" | "TW")) => "未知返回碼{code}",
        (Some("zh"), _) => "未知返回码{code}",
        _ => "Unknown code {code}",
    }
}
