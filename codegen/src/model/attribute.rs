//! Attributes of codes.

use std::borrow::Cow;

use super::http_status::HttpStatus;
use super::integer_type::IntegerType;
use super::rule::Condition;
use super::url;
use crate::source::{Cell, Span};

/// An attribute of the codes.
#[derive(Debug)]
pub struct Attribute {
    pub name: Cell,
    pub doc: String,
    pub kind: Kind,
    pub optional: bool,
    /// The value of an undocumented code.
    pub undocumented: Option<Value>,
    /// The place of that value.
    pub undocumented_span: Option<Span>,
    /// The values for which `into_result()` returns `Ok`; empty unless the attribute decides about success.
    pub success: Listed,
    /// The values that require a query first.
    pub cautious: Listed,
    /// The values that `of_query()` keeps; empty if the attribute does not have this key.
    pub query: Listed,
    /// The HTTP status of each value, in the order of the values; empty if they have none.
    pub http: Vec<(HttpStatus, Span)>,
    /// `true` if the values follow from other attributes, so that no table has a column for them.
    pub is_derived: bool,
    /// The condition of each value (index) of a derived attribute; empty if one is invalid.
    pub from: Vec<(usize, Condition)>,
    pub predicates: Vec<Predicate>,
}

/// Some of an attribute's values, as a key of the catalog lists them.
#[derive(Debug, Default)]
pub struct Listed {
    /// The indices of the values.
    pub values: Vec<usize>,
    /// The place of each value in the list.
    pub spans: Vec<Span>,
}

/// A predicate of the listed values.
#[derive(Debug)]
pub struct Predicate {
    pub name: Cell,
    pub doc: String,
    /// The indices of the values for which it is `true`.
    pub values: Vec<usize>,
}

/// The type of an attribute's values.
#[derive(Debug)]
pub enum Kind {
    Enum(Vec<EnumValue>),
    Text,
    /// A web address.
    Url,
    Integer(IntegerType),
    Flag,
}

/// A listed value (of an attribute, or a scope), and its meaning.
#[derive(Clone, Debug)]
pub struct EnumValue {
    pub name: Cell,
    pub doc: String,
}

/// An attribute's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// An index into the attribute's values.
    Enum(usize),
    /// A text or a web address.
    Text(String),
    Integer(i128),
    Flag(bool),
}

impl Attribute {
    /// Returns the listed values; none for an attribute of another kind.
    pub fn values(&self) -> &[EnumValue] {
        match &self.kind {
            Kind::Enum(values) => values,
            Kind::Text | Kind::Url | Kind::Integer(_) | Kind::Flag => &[],
        }
    }

    /// Returns all values that the attribute can have; none for a kind with too many of them.
    pub(crate) fn all_values(&self) -> impl Iterator<Item = Value> {
        let count = self.values().len();
        let flags = [Value::Flag(true), Value::Flag(false)];
        let flags = flags
            .into_iter()
            .filter(|_| matches!(self.kind, Kind::Flag));
        (0..count).map(Value::Enum).chain(flags)
    }

    /// Parses a value as tables write it.
    pub fn parse(&self, text: &str) -> Option<Value> {
        match &self.kind {
            Kind::Enum(values) => (values.iter())
                .position(|value| value.name.text == text)
                .map(Value::Enum),
            Kind::Text => Some(Value::Text(text.to_owned())),
            Kind::Url => (url::mistake(text).is_none()).then(|| Value::Text(text.to_owned())),
            Kind::Integer(integer_type) => integer_type.parse(text).map(Value::Integer),
            Kind::Flag => text.parse().ok().map(Value::Flag),
        }
    }

    /// Returns a value of this attribute as tables write it.
    pub fn text<'a>(&'a self, value: &'a Value) -> Cow<'a, str> {
        match value {
            Value::Enum(index) => Cow::Borrowed(&self.values()[*index].name.text),
            Value::Text(text) => Cow::Borrowed(text),
            Value::Integer(integer) => Cow::Owned(integer.to_string()),
            Value::Flag(flag) => Cow::Owned(flag.to_string()),
        }
    }
}
