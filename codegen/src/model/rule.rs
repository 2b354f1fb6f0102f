//! Rules that a catalog declares for its codes.

use std::ops::RangeInclusive;

use super::attribute::Value;
use super::http_status::HttpStatus;
use super::table::Row;
use crate::diagnostic::LintLevel;
use crate::source::Span;

/// A rule for the codes that meet `when`: they must meet `expect`, and must not meet `forbid`.
#[derive(Debug)]
pub struct Rule {
    /// The description of the rule.
    pub doc: String,
    pub span: Span,
    pub level: LintLevel,
    pub when: Condition,
    pub expect: Option<Condition>,
    pub forbid: Option<Condition>,
}

/// A condition, which a code meets if it meets all criteria.
#[derive(Debug)]
pub struct Condition(pub Vec<Criterion>);

/// A criterion, which a code meets if it has one of the alternatives.
#[derive(Debug)]
pub enum Criterion {
    Http(Vec<RangeInclusive<HttpStatus>>),
    /// Words, in lower case.
    Name(Vec<String>),
    /// Parts of a message in any language, in lower case.
    Message(Vec<String>),
    /// The index of an attribute of the catalog, and its values.
    Attribute(usize, Vec<Value>),
}

impl Condition {
    /// Returns `true` if a row meets the condition; `attributes` are those with a column in the table.
    pub(crate) fn holds(
        &self,
        row: &Row,
        status: Option<HttpStatus>,
        attributes: &[usize],
    ) -> bool {
        (self.0.iter()).all(|criterion| criterion.holds(row, status, attributes))
    }

    /// Returns whether every code with this status and these values (by the attributes' indices) is like this; `None` if that depends
    /// on more.
    pub(crate) fn holds_for(
        &self,
        status: Option<HttpStatus>,
        value: &dyn Fn(usize) -> Option<Value>,
    ) -> Option<bool> {
        let criteria = self.0.iter().map(|criterion| match criterion {
            Criterion::Http(ranges) => {
                let status = status?;
                Some(ranges.iter().any(|range| range.contains(&status)))
            }
            Criterion::Attribute(index, values) => Some(values.contains(&value(*index)?)),
            Criterion::Name(_) | Criterion::Message(_) => None,
        });
        let criteria: Vec<Option<bool>> = criteria.collect();
        if criteria.contains(&Some(false)) {
            Some(false)
        } else {
            criteria
                .into_iter()
                .collect::<Option<Vec<_>>>()
                .map(|_| true)
        }
    }
}

impl Criterion {
    /// Returns `true` if a row has one of the alternatives.
    pub(crate) fn holds(
        &self,
        row: &Row,
        status: Option<HttpStatus>,
        attributes: &[usize],
    ) -> bool {
        match self {
            Criterion::Http(ranges) => {
                status.is_some_and(|status| ranges.iter().any(|range| range.contains(&status)))
            }
            Criterion::Name(words) => {
                let name = row.name.value.as_deref().unwrap_or_default().to_lowercase();
                let name = format!(" {} ", name.replace(['-', '_'], " "));
                words
                    .iter()
                    .any(|words| name.contains(&format!(" {words} ")))
            }
            Criterion::Message(parts) => (row.messages.iter())
                .map(|message| message.text.to_lowercase())
                .any(|message| parts.iter().any(|part| message.contains(part))),
            Criterion::Attribute(index, values) => {
                let column = attributes.iter().position(|attribute| attribute == index);
                let value = column.and_then(|column| row.attributes[column].value.as_ref());
                value.is_some_and(|value| values.contains(value))
            }
        }
    }
}
