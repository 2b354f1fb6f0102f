//! Attributes and their values.

use std::fmt;

use crate::model;

/// Something that the catalog says of each code: `[attribute.NAME]`.
#[derive(Clone, Copy, Debug)]
pub struct Attribute<'a>(&'a model::Attribute);

/// The type of an attribute's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// One of the values that the catalog lists.
    Enum,
    /// Any text.
    Text,
    /// An integer of 64 bits.
    Integer,
    /// `true` or `false`.
    Flag,
}

impl<'a> Attribute<'a> {
    pub(super) fn new(attribute: &'a model::Attribute) -> Self {
        Attribute(attribute)
    }

    /// Returns its name: `outcome`.
    pub fn name(self) -> &'a str {
        &self.0.name.text
    }

    /// Returns what it means.
    pub fn doc(self) -> &'a str {
        &self.0.doc
    }

    /// Returns the type of its values.
    pub fn kind(self) -> Kind {
        match self.0.kind {
            model::Kind::Enum(_) => Kind::Enum,
            model::Kind::Text => Kind::Text,
            model::Kind::Integer => Kind::Integer,
            model::Kind::Flag => Kind::Flag,
        }
    }

    /// Returns whether a code may have none.
    pub fn is_optional(self) -> bool {
        self.0.optional
    }

    /// Returns the values that the catalog lists, in its order; none where the kind is not [`Kind::Enum`].
    pub fn values(self) -> impl ExactSizeIterator<Item = EnumValue<'a>> + Clone {
        let values = self.0.values().iter().enumerate();
        values.map(|(index, value)| EnumValue::new(value, index))
    }

    /// Returns the value of a code that no table has.
    pub fn undocumented(self) -> Option<Value<'a>> {
        let value = self.0.undocumented.as_ref()?;
        Some(Value::new(self.0, value))
    }

    /// Returns the values for which `into_result()` is `Ok`; none where the attribute does not decide that.
    pub fn success(self) -> impl ExactSizeIterator<Item = EnumValue<'a>> + Clone {
        self.listed(&self.0.success)
    }

    /// Returns the values that require a query first, because the operation may have been carried out.
    pub fn cautious(self) -> impl ExactSizeIterator<Item = EnumValue<'a>> + Clone {
        self.listed(&self.0.cautious)
    }

    /// Returns the values that a reply to a query may establish for the operation; none where the attribute does not decide that.
    pub fn query(self) -> impl ExactSizeIterator<Item = EnumValue<'a>> + Clone {
        self.listed(&self.0.query)
    }

    /// Returns the HTTP status of one of its values.
    pub fn http_status(self, value: EnumValue<'_>) -> Option<u16> {
        let (status, _) = self.0.http.get(value.index)?;
        Some(status.get())
    }

    /// Returns whether its values follow from other attributes. Tables have no column for it.
    pub fn is_derived(self) -> bool {
        self.0.is_derived
    }

    /// Returns the questions that may be asked of its values.
    pub fn predicates(self) -> impl ExactSizeIterator<Item = Predicate<'a>> {
        let predicates = self.0.predicates.iter();
        predicates.map(move |predicate| Predicate {
            name: &predicate.name.text,
            doc: &predicate.doc,
            values: self.listed(&predicate.values).collect(),
        })
    }

    fn listed(self, indices: &'a [usize]) -> impl ExactSizeIterator<Item = EnumValue<'a>> + Clone {
        let values = self.0.values();
        let indices = indices.iter();
        indices.map(|index| EnumValue::new(&values[*index], *index))
    }
}

/// A question to a value of an attribute: a method of its enum.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Predicate<'a> {
    /// The method's name: `must_query`.
    pub name: &'a str,
    /// What it asks.
    pub doc: &'a str,
    /// The values for which the answer is yes.
    pub values: Vec<EnumValue<'a>>,
}

/// A value that a catalog lists: one of an attribute's, or a scope.
#[derive(Clone, Copy, Debug)]
pub struct EnumValue<'a> {
    value: &'a model::EnumValue,
    index: usize,
}

impl<'a> EnumValue<'a> {
    pub(super) fn new(value: &'a model::EnumValue, index: usize) -> Self {
        EnumValue { value, index }
    }

    /// Returns its name: `after-query`.
    pub fn name(self) -> &'a str {
        &self.value.name.text
    }

    /// Returns what it means.
    pub fn doc(self) -> &'a str {
        &self.value.doc
    }

    /// Returns its place among the listed values, from 0.
    pub fn index(self) -> usize {
        self.index
    }
}

/// A value of an attribute. `Display` writes it as the data do.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Value<'a> {
    /// One of the listed values.
    Enum(EnumValue<'a>),
    /// A text.
    Text(&'a str),
    /// An integer.
    Integer(i64),
    /// `true` or `false`.
    Flag(bool),
}

impl<'a> Value<'a> {
    pub(super) fn new(attribute: &'a model::Attribute, value: &'a model::Value) -> Self {
        match value {
            model::Value::Enum(index) => {
                Value::Enum(EnumValue::new(&attribute.values()[*index], *index))
            }
            model::Value::Text(text) => Value::Text(text),
            model::Value::Integer(integer) => Value::Integer(*integer),
            model::Value::Flag(flag) => Value::Flag(*flag),
        }
    }
}

impl fmt::Display for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Enum(value) => f.pad(value.name()),
            Value::Text(text) => f.pad(text),
            Value::Integer(integer) => integer.fmt(f),
            Value::Flag(flag) => flag.fmt(f),
        }
    }
}
