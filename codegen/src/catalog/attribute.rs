//! Attributes and their values.

use std::fmt;

use crate::model;

/// An attribute of the codes: `[attribute.NAME]`.
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
    /// An absolute web address, `http` or `https`.
    Url,
    /// An integer of the type [`Attribute::integer_type`].
    Integer,
    /// `true` or `false`.
    Flag,
}

impl<'a> Attribute<'a> {
    pub(super) fn new(attribute: &'a model::Attribute) -> Self {
        Attribute(attribute)
    }

    /// Returns the name: `outcome`.
    pub fn name(self) -> &'a str {
        &self.0.name.text
    }

    /// Returns the meaning.
    pub fn doc(self) -> &'a str {
        &self.0.doc
    }

    /// Returns the type of the values.
    pub fn kind(self) -> Kind {
        match self.0.kind {
            model::Kind::Enum(_) => Kind::Enum,
            model::Kind::Text => Kind::Text,
            model::Kind::Url => Kind::Url,
            model::Kind::Integer(_) => Kind::Integer,
            model::Kind::Flag => Kind::Flag,
        }
    }

    /// Returns the Rust type of the integers, such as `u8`; `None` unless the kind is [`Kind::Integer`].
    pub fn integer_type(self) -> Option<&'static str> {
        match self.0.kind {
            model::Kind::Integer(integer_type) => Some(integer_type.name()),
            _ => None,
        }
    }

    /// Returns `true` if codes may be without a value.
    pub fn is_optional(self) -> bool {
        self.0.optional
    }

    /// Returns the values that the catalog lists, in its order; empty unless the kind is [`Kind::Enum`].
    pub fn values(self) -> impl ExactSizeIterator<Item = EnumValue<'a>> + Clone {
        let values = self.0.values().iter().enumerate();
        values.map(|(index, value)| EnumValue::new(value, index))
    }

    /// Returns the value of unknown codes.
    pub fn undocumented(self) -> Option<Value<'a>> {
        let value = self.0.undocumented.as_ref()?;
        Some(Value::new(self.0, value))
    }

    /// Returns the values for which `into_result()` returns `Ok`; empty unless the attribute decides about success.
    pub fn success(self) -> impl ExactSizeIterator<Item = EnumValue<'a>> + Clone {
        self.listed(&self.0.success.values)
    }

    /// Returns the values that require a query first, because the operation may have been carried out (`cautious`).
    pub fn cautious(self) -> impl ExactSizeIterator<Item = EnumValue<'a>> + Clone {
        self.listed(&self.0.cautious.values)
    }

    /// Returns the values that `of_query()` keeps (`query`); empty if the attribute does not have this key.
    pub fn query(self) -> impl ExactSizeIterator<Item = EnumValue<'a>> + Clone {
        self.listed(&self.0.query.values)
    }

    /// Returns the HTTP status of one of its values.
    pub fn http_status(self, value: EnumValue<'_>) -> Option<u16> {
        let (status, _) = self.0.http.get(value.index)?;
        Some(status.get())
    }

    /// Returns `true` if its values follow from other columns. Tables have no column for it.
    pub fn is_derived(self) -> bool {
        self.0.is_derived
    }

    /// Returns the predicates of the values.
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

/// A predicate of the values of an attribute: a method of their enum.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Predicate<'a> {
    /// The name of the method: `must_query`.
    pub name: &'a str,
    /// The meaning.
    pub doc: &'a str,
    /// The values for which it is `true`.
    pub values: Vec<EnumValue<'a>>,
}

/// A value that a catalog lists for an attribute, or a scope.
#[derive(Clone, Copy, Debug)]
pub struct EnumValue<'a> {
    value: &'a model::EnumValue,
    index: usize,
}

impl<'a> EnumValue<'a> {
    pub(super) fn new(value: &'a model::EnumValue, index: usize) -> Self {
        EnumValue { value, index }
    }

    /// Returns the name: `after-query`.
    pub fn name(self) -> &'a str {
        &self.value.name.text
    }

    /// Returns the meaning.
    pub fn doc(self) -> &'a str {
        &self.value.doc
    }

    /// Returns the index among the listed values.
    pub fn index(self) -> usize {
        self.index
    }
}

/// A value of an attribute. `Display` writes it as tables do.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Value<'a> {
    /// One of the listed values.
    Enum(EnumValue<'a>),
    /// A text or a web address.
    Text(&'a str),
    /// An integer, from the smallest `i64` to the largest `u64`.
    Integer(i128),
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
