//! The rules that the catalog declares, and their conditions.

use std::ops::RangeInclusive;

use toml::Spanned;

use super::cells::value;
use crate::model::{Catalog, Condition, Criterion, HttpStatus, Rule};
use crate::read::catalog_file::{Condition as Conditions, RuleOptions};
use crate::read::{cell, in_order};
use crate::report::Report;
use crate::source::{Cell, SourceId, Span};
use crate::suggest::suggestion;

pub(super) fn resolve(
    source: SourceId,
    rule: &Spanned<RuleOptions>,
    catalog: &Catalog,
    report: &mut Report,
) -> Option<Rule> {
    let options = rule.get_ref();
    let span = Span::new(source, rule.span());
    if options.expect.is_none() && options.forbid.is_none() {
        report
            .error(span, "rule has neither `expect` nor `forbid`")
            .help("add one of them");
        return None;
    }
    let mut condition =
        |conditions: &Conditions| self::condition(source, conditions, catalog, report);
    // Resolve all three before returning, so that each one's errors are reported.
    let when = condition(&options.when);
    let expect = options.expect.as_ref().map(&mut condition);
    let forbid = options.forbid.as_ref().map(&mut condition);
    Some(Rule {
        doc: options.doc.clone(),
        span,
        level: options.level,
        when: when?,
        expect: expect.map_or(Some(None), |condition| condition.map(Some))?,
        forbid: forbid.map_or(Some(None), |condition| condition.map(Some))?,
    })
}

/// Resolves a condition; `None` if a part of it is invalid.
pub(super) fn condition(
    source: SourceId,
    conditions: &Conditions,
    catalog: &Catalog,
    report: &mut Report,
) -> Option<Condition> {
    let criteria: Vec<Option<Criterion>> = in_order(conditions)
        .map(|(key, alternatives)| {
            let cells: Vec<Cell> = alternatives.iter().map(|text| cell(source, text)).collect();
            criterion(&cell(source, key), &cells, catalog, report)
        })
        .collect();
    Some(Condition(criteria.into_iter().collect::<Option<_>>()?))
}

fn criterion(
    key: &Cell,
    cells: &[Cell],
    catalog: &Catalog,
    report: &mut Report,
) -> Option<Criterion> {
    let lower = || cells.iter().map(|cell| cell.text.to_lowercase()).collect();
    let mut names = catalog
        .attributes
        .iter()
        .map(|attribute| attribute.name.text.as_str());
    Some(
        match (key.text.as_str(), names.position(|name| name == key.text)) {
            ("http", _) => Criterion::Http(each(cells, |cell| statuses(cell, report))?),
            ("name", _) => Criterion::Name(lower()),
            ("message", _) => Criterion::Message(lower()),
            (_, Some(index)) => {
                let attribute = &catalog.attributes[index];
                Criterion::Attribute(index, each(cells, |cell| value(cell, attribute, report))?)
            }
            (other, None) => {
                let attributes = catalog
                    .attributes
                    .iter()
                    .map(|attribute| attribute.name.text.as_str());
                let known = ["http", "name", "message"].into_iter().chain(attributes);
                let finding = report
                    .repeated_error(key.span, format!("unknown key `{other}` in a condition"));
                match suggestion("key", other, known) {
                    Some(help) => finding.help(help),
                    None => finding.label("expected `http`, `name`, `message` or an attribute"),
                };
                return None;
            }
        },
    )
}

/// Resolves each cell, so that all errors are reported; `None` if one of them is invalid.
fn each<T>(cells: &[Cell], read: impl FnMut(&Cell) -> Option<T>) -> Option<Vec<T>> {
    let read: Vec<Option<T>> = cells.iter().map(read).collect();
    read.into_iter().collect()
}

/// Resolves a status or a class of statuses: `404`, `4xx`.
fn statuses(cell: &Cell, report: &mut Report) -> Option<RangeInclusive<HttpStatus>> {
    let range = HttpStatus::parse_range(&cell.text);
    if range.is_none() {
        report
            .error(cell.span, format!("invalid HTTP status `{}`", cell.text))
            .label("expected a status such as `404`, or a class such as `4xx`");
    }
    range
}
