//! Rules that a catalog declares for its codes.

use super::{Catalog, LintLevel, Row, Value};
use crate::diagnostic::{Report, did_you_mean};
use crate::read::catalog::{Condition as Conditions, RuleOptions};
use crate::read::{Placed, cell};
use crate::source::{Cell, SourceId, Span};

/// Codes that are like this must, or must not, be like that.
#[derive(Debug)]
pub struct Rule {
    /// The rule in words.
    pub doc: String,
    pub span: Span,
    pub level: LintLevel,
    pub when: Condition,
    pub expect: Option<Condition>,
    pub forbid: Option<Condition>,
}

/// What a code is like: all of these, each by one of its alternatives.
#[derive(Debug)]
pub struct Condition(Vec<Test>);

#[derive(Debug)]
enum Test {
    /// The lowest and the highest status of each alternative.
    Http(Vec<(u16, u16)>),
    /// Words, in lower case.
    Name(Vec<String>),
    /// Parts of a message in any language, in lower case.
    Message(Vec<String>),
    /// An index into the catalog's attributes.
    Attribute(usize, Vec<Value>),
}

impl Condition {
    /// Whether a row is like this; `attributes` are those that the table has a column for.
    pub fn holds(&self, row: &Row, status: Option<u16>, attributes: &[usize]) -> bool {
        self.0.iter().all(|test| match test {
            Test::Http(ranges) => status.is_some_and(|status| {
                ranges
                    .iter()
                    .any(|(low, high)| (*low..=*high).contains(&status))
            }),
            Test::Name(words) => {
                let name = row.name.value.as_deref().unwrap_or_default().to_lowercase();
                let name = format!(" {} ", name.replace(['-', '_'], " "));
                words
                    .iter()
                    .any(|words| name.contains(&format!(" {words} ")))
            }
            Test::Message(parts) => (row.messages.iter())
                .map(|message| message.text.to_lowercase())
                .any(|message| parts.iter().any(|part| message.contains(part))),
            Test::Attribute(index, values) => {
                let column = attributes.iter().position(|attribute| attribute == index);
                let value = column.and_then(|column| row.attributes[column].value.as_ref());
                value.is_some_and(|value| values.contains(value))
            }
        })
    }
}

pub(super) fn build(
    source: SourceId,
    rule: &Placed<RuleOptions>,
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
    let tests: Vec<Option<Test>> = super::catalog::in_order(conditions)
        .map(|(key, alternatives)| {
            let cells: Vec<Cell> = alternatives.iter().map(|text| cell(source, text)).collect();
            test(&cell(source, key), &cells, catalog, report)
        })
        .collect();
    Some(Condition(tests.into_iter().collect::<Option<_>>()?))
}

fn test(key: &Cell, cells: &[Cell], catalog: &Catalog, report: &mut Report) -> Option<Test> {
    let lower = || cells.iter().map(|cell| cell.text.to_lowercase()).collect();
    let mut names = catalog
        .attributes
        .iter()
        .map(|attribute| attribute.name.text.as_str());
    Some(
        match (key.text.as_str(), names.position(|name| name == key.text)) {
            ("http", _) => Test::Http(each(cells, |cell| statuses(cell, report))?),
            ("name", _) => Test::Name(lower()),
            ("message", _) => Test::Message(lower()),
            (_, Some(index)) => {
                let attribute = &catalog.attributes[index];
                Test::Attribute(
                    index,
                    each(cells, |cell| super::row::value(cell, attribute, report))?,
                )
            }
            (other, None) => {
                let attributes = catalog
                    .attributes
                    .iter()
                    .map(|attribute| attribute.name.text.as_str());
                report
                    .error(key.span, format!("a rule cannot speak of `{other}`"))
                    .help("it can speak of `http`, `name`, `message` and the attributes")
                    .maybe_help(did_you_mean(
                        other,
                        ["http", "name", "message"].into_iter().chain(attributes),
                    ));
                return None;
            }
        },
    )
}

/// What each cell stands for; `None` where one is no good, after all have been looked at.
fn each<T>(cells: &[Cell], read: impl FnMut(&Cell) -> Option<T>) -> Option<Vec<T>> {
    let read: Vec<Option<T>> = cells.iter().map(read).collect();
    read.into_iter().collect()
}

/// `404`, or `4xx`.
fn statuses(cell: &Cell, report: &mut Report) -> Option<(u16, u16)> {
    let digits = cell.text.strip_suffix("xx");
    let range = match digits {
        Some(digit) => (digit.parse().ok()).map(|class: u16| {
            (
                class.saturating_mul(100),
                class.saturating_mul(100).saturating_add(99),
            )
        }),
        None => cell.text.parse().ok().map(|status| (status, status)),
    };
    let range = range.filter(|(low, _)| super::row::STATUSES.contains(low));
    if range.is_none() {
        report
            .error(cell.span, format!("`{}` is no HTTP status", cell.text))
            .help("write a status, \"404\", or a class of them, \"4xx\"");
    }
    range
}
