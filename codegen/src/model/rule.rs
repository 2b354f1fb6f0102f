//! Rules that a catalog declares for its codes.

use std::cell::OnceCell;
use std::ops::RangeInclusive;

use super::attribute::Value;
use super::http_status::HttpStatus;
use super::table::{Row, Table};
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
    /// Returns `true` if a row meets the condition.
    pub(crate) fn holds(&self, facts: &Facts) -> bool {
        self.0.iter().all(|criterion| criterion.holds(facts))
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
    pub(crate) fn holds(&self, facts: &Facts) -> bool {
        match self {
            Criterion::Http(ranges) => facts
                .status
                .is_some_and(|status| ranges.iter().any(|range| range.contains(&status))),
            Criterion::Name(words) => {
                (words.iter()).any(|words| facts.name().contains(&format!(" {words} ")))
            }
            Criterion::Message(parts) => (facts.messages().iter())
                .any(|message| parts.iter().any(|part| message.contains(part))),
            Criterion::Attribute(index, values) => {
                let column = (facts.attributes.iter()).position(|attribute| attribute == index);
                let value = column.and_then(|column| facts.row.attributes[column].value.as_ref());
                value.is_some_and(|value| values.contains(value))
            }
        }
    }
}

/// What criteria need to know about a row.
pub(crate) struct Facts<'a> {
    row: &'a Row,
    pub(crate) status: Option<HttpStatus>,
    /// The attributes with a column in the table.
    attributes: &'a [usize],
    name: OnceCell<String>,
    messages: OnceCell<Vec<String>>,
}

impl<'a> Facts<'a> {
    pub(crate) fn new(row: &'a Row, table: &'a Table) -> Self {
        Facts {
            row,
            status: table.http_status(row, &row.code.first),
            attributes: &table.attributes,
            name: OnceCell::new(),
            messages: OnceCell::new(),
        }
    }

    /// Returns the words of the name in lower case, each between spaces.
    pub(crate) fn name(&self) -> &str {
        self.name.get_or_init(|| {
            let name = self.row.name.value.as_deref().unwrap_or_default();
            format!(" {} ", name.to_lowercase().replace(['-', '_'], " "))
        })
    }

    /// Returns the messages in lower case.
    pub(crate) fn messages(&self) -> &[String] {
        let lower = || {
            self.row
                .messages
                .iter()
                .map(|message| message.text.to_lowercase())
        };
        self.messages.get_or_init(|| lower().collect())
    }
}
