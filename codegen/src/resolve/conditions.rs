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
            .error(
                span,
                format!("the rule \u{201c}{}\u{201d} demands nothing", options.doc),
            )
            .help("give it `expect` or `forbid`");
        return None;
    }
    let mut condition =
        |conditions: &Conditions| self::condition(source, conditions, catalog, report);
    // All of them, so that all that is wrong with any is said.
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

/// `None` where a part of it is no good.
fn condition(
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
                report
                    .error(key.span, format!("a rule cannot speak of `{other}`"))
                    .help("it can speak of `http`, `name`, `message` and the attributes")
                    .maybe_help(suggestion(
                        other,
                        ["http", "name", "message"].into_iter().chain(attributes),
                    ));
                return None;
            }
        },
    )
}

/// The value of each cell; `None` where one is no good, after all have been looked at.
fn each<T>(cells: &[Cell], read: impl FnMut(&Cell) -> Option<T>) -> Option<Vec<T>> {
    let read: Vec<Option<T>> = cells.iter().map(read).collect();
    read.into_iter().collect()
}

/// `404`, or `4xx`.
fn statuses(cell: &Cell, report: &mut Report) -> Option<RangeInclusive<HttpStatus>> {
    let range = HttpStatus::parse_range(&cell.text);
    if range.is_none() {
        report
            .error(cell.span, format!("`{}` is no HTTP status", cell.text))
            .help("write a status, \"404\", or a class of them, \"4xx\"");
    }
    range
}
