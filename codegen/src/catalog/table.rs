//! Tables and their codes.

use super::attribute::{Attribute, EnumValue, Value};
use super::row::{Retired, Row};
use super::{Catalog, CodeRows};
use crate::diagnostic::Location;
use crate::model::{self, Charset};

/// A table: an enum of the generated code.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    catalog: &'a Catalog,
    index: usize,
}

impl PartialEq for Table<'_> {
    /// Compares identity: the same table of the same catalog.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.catalog, other.catalog) && self.index == other.index
    }
}

/// The document that a table was taken from, as far as the table says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Provenance<'a> {
    /// Its title.
    pub document: Option<&'a str>,
    /// Who publishes it.
    pub publisher: Option<&'a str>,
    /// Its edition.
    pub version: Option<&'a str>,
}

impl<'a> Table<'a> {
    pub(super) fn new(catalog: &'a Catalog, index: usize) -> Self {
        Table { catalog, index }
    }

    pub(super) fn model(self) -> &'a model::Table {
        &self.catalog.model().tables[self.index]
    }

    pub(super) fn catalog(self) -> &'a Catalog {
        self.catalog
    }

    /// Returns its name in the catalog: `lianlian/return-code`.
    pub fn name(self) -> &'a str {
        &self.model().name.text
    }

    /// Returns the path of its module: `lianlian`.
    pub fn module(self) -> String {
        self.model().module.join("::")
    }

    /// Returns the names of its module's path, from the outermost.
    pub fn module_path(self) -> &'a [String] {
        &self.model().module
    }

    /// Returns the name of its enum: `ReturnCode`.
    pub fn type_name(self) -> &'a str {
        &self.model().type_name.text
    }

    /// Returns the path of its enum within the generated code: `lianlian::ReturnCode`.
    pub fn path(self) -> String {
        format!("{}::{}", self.module(), self.type_name())
    }

    /// Returns its title in a language, by the language's tag.
    pub fn title(self, language: &str) -> Option<&'a str> {
        let index = self.catalog.languages().position(|tag| tag == language)?;
        self.model().title[index].as_deref()
    }

    /// Returns the document that it was taken from.
    pub fn provenance(self) -> Provenance<'a> {
        let provenance = &self.model().provenance;
        Provenance {
            document: provenance.document.as_deref(),
            publisher: provenance.publisher.as_deref(),
            version: provenance.version.as_deref(),
        }
    }

    /// Returns the characters that its codes are made of.
    pub fn charset(self) -> Charset {
        self.model().charset
    }

    /// Returns whether its codes are numbers too.
    pub fn has_numbers(self) -> bool {
        self.charset() == Charset::Digits
    }

    /// Returns the scopes that its rows may have, in the table's order.
    pub fn scopes(self) -> impl ExactSizeIterator<Item = EnumValue<'a>> + Clone {
        let scopes = self.model().scopes.iter().enumerate();
        scopes.map(|(index, word)| EnumValue::new(word, index))
    }

    /// Returns the columns `printed.X`, by X, in the table's order.
    pub fn printed_columns(self) -> impl ExactSizeIterator<Item = &'a str> + Clone {
        self.model().printed.iter().map(String::as_str)
    }

    /// Returns the texts that stand for a placeholder in what the document prints, besides text in braces.
    pub fn printed_placeholders(self) -> impl ExactSizeIterator<Item = &'a str> + Clone {
        self.model().printed_placeholders.iter().map(String::as_str)
    }

    /// Returns the attributes that it has a column for, in the order of its columns.
    pub fn attributes(self) -> impl ExactSizeIterator<Item = Attribute<'a>> + Clone {
        let attributes = self.model().attributes.iter();
        let all = &self.catalog.model().attributes;
        attributes.map(|index| Attribute::new(&all[*index]))
    }

    /// Returns its codes, in code order: numeric for digits, else that of the bytes.
    pub fn codes(self) -> impl ExactSizeIterator<Item = Code<'a>> + Clone {
        let codes = self.catalog.codes[self.index].iter();
        codes.map(move |rows| Code { table: self, rows })
    }

    /// Returns a code by its text.
    pub fn code(self, text: &str) -> Option<Code<'a>> {
        let codes = &self.catalog.codes[self.index];
        let order = |rows: &CodeRows| self.charset().compare(&rows.code, text);
        let index = codes.binary_search_by(order).ok()?;
        Some(Code {
            table: self,
            rows: &codes[index],
        })
    }

    /// Returns the place of its enum's name, in its TOML file.
    pub fn location(self) -> Location {
        self.catalog.location(self.model().type_name.span)
    }
}

/// A code: a variant of its table's enum.
#[derive(Clone, Copy, Debug)]
pub struct Code<'a> {
    table: Table<'a>,
    rows: &'a CodeRows,
}

impl<'a> Code<'a> {
    /// Returns the table that it is in.
    pub fn table(self) -> Table<'a> {
        self.table
    }

    /// Returns the code's text: `0042`.
    pub fn code(self) -> &'a str {
        &self.rows.code
    }

    /// Returns the name of its variant: `OrderNotFound`.
    pub fn variant(self) -> &'a str {
        &self.rows.variant
    }

    /// Returns the path of its variant within the generated code: `lianlian::ReturnCode::OrderNotFound`.
    pub fn path(self) -> String {
        format!("{}::{}", self.table.path(), self.variant())
    }

    /// Returns its HTTP status.
    pub fn http_status(self) -> Option<u16> {
        self.rows.http
    }

    /// Returns its message in a language, by the language's tag; `None` where the catalog has no such language.
    pub fn message(self, language: &str) -> Option<&'a str> {
        self.first_row().message(language)
    }

    /// Returns the names of its message's placeholders, in alphabetical order.
    pub fn placeholders(self) -> Vec<&'a str> {
        self.first_row().placeholders()
    }

    /// Returns its value of an attribute, by the attribute's name; `None` where it has none.
    pub fn value(self, attribute: &str) -> Option<Value<'a>> {
        let attributes = self.table.catalog().model().attributes.iter();
        let mut columns = self.table.model().attributes.iter();
        let index = attributes
            .enumerate()
            .find(|(_, known)| known.name.text == attribute)
            .map(|(index, _)| index)?;
        let column = columns.position(|column| *column == index)?;
        let field = &self.first_row().model().attributes[column];
        let attribute = &self.table.catalog().model().attributes[index];
        Some(Value::new(attribute, field.value.as_ref()?))
    }

    /// Returns its rows, in the document's order. The first gives the message, the status and the attributes.
    pub fn rows(self) -> impl ExactSizeIterator<Item = Row<'a>> + Clone {
        let rows = self.rows.rows.iter();
        rows.map(move |index| Row::new(self.table, *index))
    }

    /// Returns the first of its rows.
    pub fn first_row(self) -> Row<'a> {
        Row::new(self.table, self.rows.rows[0])
    }

    /// Returns that the provider no longer sends the code, where that is so.
    pub fn retired(self) -> Option<Retired<'a>> {
        let retired = self.first_row().model().retired.as_ref()?;
        Some(Retired {
            since: &retired.since,
            why: &retired.why,
            instead: retired.instead.as_deref(),
        })
    }

    /// Returns what the docs of a retired code say: `since V4.3: split in two; use OrderNotFound (1004)`.
    pub fn retirement(self) -> Option<String> {
        let Retired {
            since,
            why,
            instead,
        } = self.retired()?;
        let instead = instead.map(|code| {
            let variant = self.table.code(code).map_or(code, Code::variant);
            format!("; use {variant} ({code})")
        });
        Some(format!(
            "since {since}: {why}{}",
            instead.unwrap_or_default()
        ))
    }

    /// Returns the place of the code in its table's CSV file: that of its first row.
    pub fn location(self) -> Location {
        self.first_row().location()
    }
}
