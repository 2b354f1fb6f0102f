//! The rules that the catalog declares.
//!
//! Broken rules that a change of one cell can satisfy are one diagnostic, at that cell. A rule that refers to a missing or invalid
//! cell is not applied: the cell is reported.

use std::collections::HashSet;

use super::rule_index::RuleIndex;
use crate::diagnostic::LintLevel;
use crate::model::{Catalog, Condition, Criterion, Facts, HttpStatus, Row, Rule, Table, Value};
use crate::report::Report;
use crate::source::Span;
use crate::suggest::or;

/// Checks the rules. A broken rule is not reported at a cell that has been; `reported` gains the cells that this check reports.
pub(super) fn check(
    table: &Table,
    catalog: &Catalog,
    reported: &mut HashSet<Span>,
    report: &mut Report,
) {
    let rules = RuleIndex::new(&catalog.rules);
    let mut seen = HashSet::new();
    for row in &table.rows {
        // A row that repeats a code may leave cells empty that the first row has.
        let new = row
            .code
            .codes()
            .filter(|(_, code)| seen.insert(code.clone()));
        if new.count() == 0 {
            continue;
        }
        let context = Context {
            row,
            table,
            catalog,
            facts: Facts::new(row, table),
        };
        let mut broken: Vec<&Rule> = (rules.for_row(&context.facts))
            .filter(|rule| context.is_settled(rule) && context.breaks(rule))
            .collect();
        while let Some(cell) = context.cell_to_change(&broken) {
            let (at_cell, others): (Vec<&Rule>, _) =
                (broken.into_iter()).partition(|rule| involves(rule, cell));
            let (span, label) = context.cell(cell, &at_cell);
            if reported.insert(span) {
                context.report(span, label, &at_cell, report);
            }
            broken = others;
        }
    }
}

/// A column that rules refer to. Among equal candidates for the cell to change, the first one is chosen.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Http,
    Attribute(usize),
    Message,
    Name,
}

impl Column {
    fn of(criterion: &Criterion) -> Self {
        match criterion {
            Criterion::Http(_) => Column::Http,
            Criterion::Attribute(index, _) => Column::Attribute(*index),
            Criterion::Message(_) => Column::Message,
            Criterion::Name(_) => Column::Name,
        }
    }
}

/// Returns the criteria of a rule. Those with `true` must be met, and those with `false` must not be: the rule does not apply to
/// a row that does not meet `when`.
fn criteria(rule: &Rule) -> impl Iterator<Item = (bool, &Criterion)> {
    let expect = rule.expect.iter().flat_map(|condition| &condition.0);
    let forbid = rule.forbid.iter().flat_map(|condition| &condition.0);
    expect.map(|criterion| (true, criterion)).chain(
        forbid
            .chain(&rule.when.0)
            .map(|criterion| (false, criterion)),
    )
}

fn involves(rule: &Rule, column: Column) -> bool {
    criteria(rule).any(|(_, criterion)| Column::of(criterion) == column)
}

/// A row with its context.
struct Context<'a> {
    row: &'a Row,
    table: &'a Table,
    catalog: &'a Catalog,
    facts: Facts<'a>,
}

impl Context<'_> {
    fn meets(&self, criterion: &Criterion) -> bool {
        criterion.holds(&self.facts)
    }

    /// Returns `true` if each cell that the rule refers to has a valid value, or may be empty and is.
    fn is_settled(&self, rule: &Rule) -> bool {
        let row = self.row;
        criteria(rule).all(|(_, criterion)| match criterion {
            Criterion::Http(_) => {
                let is_optional = self.catalog.http.as_ref().is_some_and(|http| http.optional);
                let is_empty = row.http.as_ref().is_some_and(|field| field.is_empty);
                self.facts.status.is_some() || is_optional && is_empty
            }
            Criterion::Attribute(index, _) => {
                let mut columns = self.table.attributes.iter().zip(&row.attributes);
                let field = columns.find(|(other, _)| *other == index);
                let is_optional = self.catalog.attributes[*index].optional;
                field
                    .is_none_or(|(_, field)| field.value.is_some() || is_optional && field.is_empty)
            }
            Criterion::Message(_) => row.messages.iter().all(|message| !message.text.is_empty()),
            Criterion::Name(_) => row.name.value.is_some(),
        })
    }

    fn breaks(&self, rule: &Rule) -> bool {
        let holds = |condition: &Condition| condition.holds(&self.facts);
        let is_as_expected = || rule.expect.as_ref().is_none_or(holds);
        let is_forbidden = || rule.forbid.as_ref().is_some_and(holds);
        holds(&rule.when) && (!is_as_expected() || is_forbidden())
    }

    /// Returns the column that most of the broken rules involve; of several, the one that most of them demand something of.
    fn cell_to_change(&self, broken: &[&Rule]) -> Option<Column> {
        let demanded = |rule: &Rule| -> Vec<Column> {
            let expect = rule.expect.iter().flat_map(|condition| &condition.0);
            let failed = expect.filter(|criterion| !self.meets(criterion));
            let forbid = rule.forbid.iter().flat_map(|condition| &condition.0);
            failed.chain(forbid).map(Column::of).collect()
        };
        let mut columns: Vec<Column> = (broken.iter())
            .flat_map(|rule| criteria(rule))
            .map(|(_, criterion)| Column::of(criterion))
            .collect();
        columns.sort();
        columns.dedup();
        let weight = |column: &Column| {
            let count = |is_counted: &dyn Fn(&Rule) -> bool| {
                broken.iter().filter(|rule| is_counted(rule)).count()
            };
            (
                count(&|rule| involves(rule, *column)),
                count(&|rule| demanded(rule).contains(column)),
            )
        };
        // `max_by_key` returns the last of several maxima.
        columns.into_iter().rev().max_by_key(weight)
    }

    fn report(&self, span: Span, label: String, rules: &[&Rule], report: &mut Report) {
        let code = &self.row.code.first;
        let message = match rules {
            [rule] => format!("code `{code}` breaks the rule: {}", rule.doc),
            rules => format!("code `{code}` breaks {} rules", rules.len()),
        };
        let is_error = rules.iter().any(|rule| rule.level == LintLevel::Deny);
        let level = if is_error {
            LintLevel::Deny
        } else {
            LintLevel::Warn
        };
        let mut finding = report.lint(level, "rule", span, message).label(label);
        if let [rule] = rules {
            finding = finding.related(rule.span, "rule defined here");
        } else {
            for rule in rules {
                finding = finding.note(format!("rule: {}", rule.doc));
            }
        }
        finding.help("fix the row, or change the catalog's rules");
    }

    /// Returns the place and the label of the cell to change.
    fn cell(&self, column: Column, rules: &[&Rule]) -> (Span, String) {
        let row = self.row;
        let criteria: Vec<(bool, &Criterion)> = (rules.iter())
            .flat_map(|rule| criteria(rule))
            .filter(|(_, criterion)| Column::of(criterion) == column)
            .collect();
        // A rule that only forbids a value does not say which of the others is right.
        let is_demanded = criteria.iter().any(|(is_wanted, _)| *is_wanted);
        match column {
            Column::Http => {
                let span = row.http.as_ref().map_or(row.code.span, |field| field.span);
                let fits = |status: &HttpStatus| {
                    (criteria.iter()).all(|(is_wanted, criterion)| match criterion {
                        Criterion::Http(ranges) => {
                            ranges.iter().any(|range| range.contains(status)) == *is_wanted
                        }
                        _ => true,
                    })
                };
                let found = self.facts.status.map(|status| status.to_string());
                let fitting = is_demanded.then(|| HttpStatus::list(fits));
                (
                    span,
                    expected(&fitting.unwrap_or_default(), found.as_deref()),
                )
            }
            Column::Attribute(index) => {
                let attribute = &self.catalog.attributes[index];
                let position = (self.table.attributes.iter()).position(|other| *other == index);
                let field = position.map(|position| &row.attributes[position]);
                let fits = |value: &Value| {
                    (criteria.iter()).all(|(is_wanted, criterion)| match criterion {
                        Criterion::Attribute(_, values) => values.contains(value) == *is_wanted,
                        _ => true,
                    })
                };
                let wanted = criteria
                    .iter()
                    .filter_map(|(is_wanted, criterion)| match criterion {
                        Criterion::Attribute(_, values) if *is_wanted => Some(values.clone()),
                        _ => None,
                    });
                let mut values: Vec<Value> = attribute.all_values().collect();
                if values.is_empty() {
                    values = wanted.flatten().collect();
                }
                let text = |value: &Value| attribute.text(value).into_owned();
                let fitting = values.iter().filter(|value| fits(value)).map(text);
                let found = field.and_then(|field| field.value.as_ref()).map(text);
                let span = field.map_or(row.code.span, |field| field.span);
                let fitting: Vec<String> = fitting.filter(|_| is_demanded).collect();
                (span, expected(&fitting, found.as_deref()))
            }
            Column::Name | Column::Message => self.text(column, &criteria),
        }
    }

    /// Returns the place and the label of a name or message to change.
    fn text(&self, column: Column, criteria: &[(bool, &Criterion)]) -> (Span, String) {
        let cells: Vec<(Span, String)> = if column == Column::Name {
            let name = self.row.name.value.as_deref().unwrap_or_default();
            vec![(
                self.row.name.span,
                name.to_lowercase().replace(['-', '_'], " "),
            )]
        } else {
            let messages = self.row.messages.iter();
            messages
                .map(|message| (message.span, message.text.to_lowercase()))
                .collect()
        };
        let texts = |wanted: bool| {
            (criteria.iter())
                .filter(move |(is_wanted, _)| *is_wanted == wanted)
                .flat_map(|(_, criterion)| match criterion {
                    Criterion::Name(texts) | Criterion::Message(texts) => texts.as_slice(),
                    _ => &[],
                })
        };
        for unwanted in texts(false) {
            if let Some((span, _)) = cells.iter().find(|(_, text)| text.contains(unwanted)) {
                return (*span, format!("contains `{unwanted}`"));
            }
        }
        let wanted: Vec<String> = texts(true).cloned().collect();
        (cells[0].0, expected(&wanted, None))
    }
}

/// The most alternatives that a label lists.
const MAX_LISTED: usize = 6;

/// Returns a label: ``expected `pending`, found `success` ``.
fn expected(alternatives: &[String], found: Option<&str>) -> String {
    let found = found.map(|found| format!("`{found}`"));
    match (alternatives.len(), found) {
        (1..=MAX_LISTED, Some(found)) => format!("expected {}, found {found}", or(alternatives)),
        (1..=MAX_LISTED, None) => format!("expected {}", or(alternatives)),
        (_, Some(found)) => format!("unexpected {found}"),
        (_, None) => "missing value".to_owned(),
    }
}
