//! Tables, their codes and rows.

use super::attribute::{Attribute, EnumValue, Value};
use super::data::{CodeRows, Data};
use crate::diagnostic::Location;
use crate::model::{self, Charset};
use crate::names;

/// A table, which becomes an enum of the generated code.
#[derive(Clone, Copy, Debug)]
pub struct Table<'a> {
    data: &'a Data,
    index: usize,
}

impl PartialEq for Table<'_> {
    /// Compares identity: equal tables are the same table of the same catalog.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.data, other.data) && self.index == other.index
    }
}

/// The source document of a table; empty parts are not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Provenance<'a> {
    /// The title of the document.
    pub document: Option<&'a str>,
    /// The publisher.
    pub publisher: Option<&'a str>,
    /// The edition.
    pub version: Option<&'a str>,
}

impl<'a> Table<'a> {
    pub(super) fn new(data: &'a Data, index: usize) -> Self {
        Table { data, index }
    }

    fn model(self) -> &'a model::Table {
        &self.data.model().tables[self.index]
    }

    /// Returns the name in the catalog: `lianlian/return-code`.
    pub fn name(self) -> &'a str {
        &self.model().name.text
    }

    /// Returns the path of the module: `lianlian`.
    pub fn module(self) -> String {
        self.model().module.join("::")
    }

    /// Returns the names in the path of the module, from the outermost.
    pub fn module_path(self) -> &'a [String] {
        &self.model().module
    }

    /// Returns the name of the enum: `ReturnCode`.
    pub fn type_name(self) -> &'a str {
        &self.model().type_name.text
    }

    /// Returns the path of the enum within the generated code: `lianlian::ReturnCode`.
    pub fn path(self) -> String {
        format!("{}::{}", self.module(), self.type_name())
    }

    /// Returns the tags of the languages that the table has messages in, in the catalog's order.
    pub fn languages(self) -> impl Iterator<Item = &'a str> + Clone {
        let languages = self.data.languages().enumerate();
        languages.filter_map(move |(index, tag)| self.model().has_language(index).then_some(tag))
    }

    /// Returns the title in a language, by language tag; `None` if there is none.
    pub fn title(self, language: &str) -> Option<&'a str> {
        let index = self.data.languages().position(|tag| tag == language)?;
        self.model().title[index].as_deref()
    }

    /// Returns what users must know first (`doc`), in a language, by language tag; `None` if there is nothing.
    pub fn doc(self, language: &str) -> Option<&'a str> {
        let index = self.data.languages().position(|tag| tag == language)?;
        self.model().doc[index].as_deref()
    }

    /// Returns the source document, with its texts in a language, by language tag, or else in another.
    pub fn provenance(self, language: &str) -> Provenance<'a> {
        let index = self.data.languages().position(|tag| tag == language);
        let index = index.unwrap_or(self.data.model().display);
        let provenance = &self.model().provenance;
        Provenance {
            document: provenance.document_in(index),
            publisher: provenance.publisher_in(index),
            version: provenance.version.as_deref(),
        }
    }

    /// Returns the charset of the codes.
    pub fn charset(self) -> Charset {
        self.model().charset
    }

    /// Returns `true` if the codes are numbers too.
    pub fn has_numbers(self) -> bool {
        self.charset().has_numbers()
    }

    /// Returns the scopes, in the table's order.
    pub fn scopes(self) -> impl ExactSizeIterator<Item = EnumValue<'a>> + Clone {
        let scopes = self.model().scopes.iter().enumerate();
        scopes.map(|(index, word)| EnumValue::new(word, index))
    }

    /// Returns the columns `printed.X`, by X, in the table's order.
    pub fn printed_columns(self) -> impl ExactSizeIterator<Item = &'a str> + Clone {
        self.model().printed.iter().map(String::as_str)
    }

    /// Returns the marks of variable parts in printed texts (`printed_placeholders`).
    pub fn printed_placeholders(self) -> impl ExactSizeIterator<Item = &'a str> + Clone {
        self.model().printed_placeholders.iter().map(String::as_str)
    }

    /// Returns the paths of the derive macros that the enum has besides the generator's own (`derive`).
    pub fn derives(self) -> impl ExactSizeIterator<Item = &'a str> + Clone {
        self.model().enum_options.derives.iter().map(String::as_str)
    }

    /// Returns the Rust attributes of the enum (the key `attributes`), as rustfmt writes them.
    pub fn enum_attributes(self) -> impl ExactSizeIterator<Item = &'a str> + Clone {
        let attributes = self.model().enum_options.attributes.iter();
        attributes.map(String::as_str)
    }

    /// Returns `true` if a `match` in another crate needs a `_` arm (`non_exhaustive`).
    pub fn is_non_exhaustive(self) -> bool {
        self.model().enum_options.non_exhaustive
    }

    /// Returns the attributes with a column in the table, in the order of the columns.
    pub fn attributes(self) -> impl ExactSizeIterator<Item = Attribute<'a>> + Clone {
        let attributes = self.model().attributes.iter();
        let all = &self.data.model().attributes;
        attributes.map(|index| Attribute::new(&all[*index]))
    }

    /// Returns the codes in code order: by number if they are numbers too, by their bytes otherwise.
    pub fn codes(self) -> impl ExactSizeIterator<Item = Code<'a>> + Clone {
        let codes = self.data.codes[self.index].iter();
        codes.map(move |rows| Code { table: self, rows })
    }

    /// Returns a code by its text: `0042`.
    pub fn code(self, text: &str) -> Option<Code<'a>> {
        let codes = &self.data.codes[self.index];
        let order = |rows: &CodeRows| self.charset().compare(&rows.code, text);
        let index = codes.binary_search_by(order).ok()?;
        Some(Code {
            table: self,
            rows: &codes[index],
        })
    }

    /// Returns the location of the enum's name in the TOML file.
    pub fn location(self) -> Location {
        self.data.location(self.model().type_name.span)
    }
}

/// A code, which becomes a variant.
#[derive(Clone, Copy, Debug)]
pub struct Code<'a> {
    table: Table<'a>,
    rows: &'a CodeRows,
}

impl<'a> Code<'a> {
    /// Returns the table of the code.
    pub fn table(self) -> Table<'a> {
        self.table
    }

    /// Returns the text of the code: `0042`.
    pub fn code(self) -> &'a str {
        &self.rows.code
    }

    /// Returns the name of the variant: `OrderNotFound`.
    pub fn variant(self) -> &'a str {
        &self.rows.variant
    }

    /// Returns the former names of the variant (`renamed`), which are deprecated aliases.
    pub fn aliases(self) -> impl ExactSizeIterator<Item = &'a str> + Clone {
        self.rows.aliases.iter().map(String::as_str)
    }

    /// Returns the path of the variant within the generated code: `lianlian::ReturnCode::OrderNotFound`.
    pub fn path(self) -> String {
        format!("{}::{}", self.table.path(), self.variant())
    }

    /// Returns the constructor of an error with the code: `order_not_found`. Its parameters are the [`placeholders`](Self::placeholders).
    /// `None` for a success, and if the enums have no constructors (`[rust] errors`).
    pub fn constructor(self) -> Option<String> {
        let catalog = self.table.data.model();
        let is_success = catalog.is_success(self.table.model(), self.first_row().model());
        (catalog.rust.errors && !is_success).then(|| names::snake(self.variant()))
    }

    /// Returns the HTTP status.
    pub fn http_status(self) -> Option<u16> {
        self.rows.http
    }

    /// Returns the message in a language, by language tag, or in its fallback if it is missing; `None` if the catalog does not have the
    /// language.
    pub fn message(self, language: &str) -> Option<&'a str> {
        self.first_row().message(language)
    }

    /// Returns the names of the message's placeholders, in alphabetical order.
    pub fn placeholders(self) -> Vec<&'a str> {
        self.first_row().placeholders()
    }

    /// Returns the value of an attribute, by name; `None` if the code has none.
    pub fn value(self, attribute: &str) -> Option<Value<'a>> {
        let attributes = self.table.data.model().attributes.iter();
        let mut columns = self.table.model().attributes.iter();
        let index = attributes
            .enumerate()
            .find(|(_, known)| known.name.text == attribute)
            .map(|(index, _)| index)?;
        let column = columns.position(|column| *column == index)?;
        let field = &self.first_row().model().attributes[column];
        let attribute = &self.table.data.model().attributes[index];
        Some(Value::new(attribute, field.value.as_ref()?))
    }

    /// Returns the rows, in the order of the document. The first has the message, the status and the attributes.
    pub fn rows(self) -> impl ExactSizeIterator<Item = Row<'a>> + Clone {
        let rows = self.rows.rows.iter();
        rows.map(move |index| Row::new(self.table, *index))
    }

    /// Returns the first row.
    pub fn first_row(self) -> Row<'a> {
        Row::new(self.table, self.rows.rows[0])
    }

    /// Returns the retirement of the code; `None` if the provider still sends it.
    pub fn retired(self) -> Option<Retired<'a>> {
        let retired = self.first_row().model().retired.as_ref()?;
        Some(Retired {
            since: &retired.since,
            why: &retired.why,
            instead: retired.instead.as_deref(),
        })
    }

    /// Returns the retirement as docs write it: `since V4.3: split in two; use OrderNotFound (1004)`.
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

    /// Returns the location of the code in the CSV file, in its first row.
    pub fn location(self) -> Location {
        self.first_row().location()
    }
}

/// A row of a table, with a code or a range of codes.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    table: Table<'a>,
    index: usize,
}

/// The retirement of a code that the provider no longer sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Retired<'a> {
    /// The first edition or the date without the code.
    pub since: &'a str,
    /// The reason.
    pub why: &'a str,
    /// The code of the same table that replaces it.
    pub instead: Option<&'a str>,
}

impl<'a> Row<'a> {
    pub(super) fn new(table: Table<'a>, index: usize) -> Self {
        Row { table, index }
    }

    fn model(self) -> &'a model::Row {
        &self.table.model().rows[self.index]
    }

    /// Returns `true` if the row has a range of codes.
    pub fn is_range(self) -> bool {
        self.model().code.is_range
    }

    /// Returns the name in plain words: `order not found`. A row that repeats a code may have none.
    pub fn name(self) -> Option<&'a str> {
        self.model().name.value.as_deref()
    }

    /// Returns the scope: `get`; `None` in a table without scopes.
    pub fn scope(self) -> Option<&'a str> {
        let scope = self.model().scope?;
        Some(&self.table.model().scopes[scope].name.text)
    }

    /// Returns the message in a language, by language tag, or in its fallback if it is missing; `None` if the catalog does not have the
    /// language.
    pub fn message(self, language: &str) -> Option<&'a str> {
        let mut languages = self.table.data.languages();
        let index = languages.position(|tag| tag == language)?;
        Some(&self.model().messages[index].text)
    }

    /// Returns the tag of the language that the message in a language is written in; `None` if the catalog does not have the language.
    pub fn message_language(self, language: &str) -> Option<&'a str> {
        let languages = self.table.data.languages();
        let index = languages.clone().position(|tag| tag == language)?;
        languages
            .enumerate()
            .find(|(own, _)| *own == self.model().message_language(index))
            .map(|(_, tag)| tag)
    }

    /// Returns the messages that the row has, each with the tag of its language, in the order of the catalog's languages.
    pub fn messages(self) -> impl Iterator<Item = (&'a str, &'a str)> + Clone {
        let messages = self.table.data.languages().zip(&self.model().messages);
        let messages = messages.enumerate();
        messages
            .filter(move |(index, _)| self.model().has_message(*index))
            .map(|(_, (tag, message))| (tag, &*message.text))
    }

    /// Returns the names of the message's placeholders, in alphabetical order. They are the same in each language.
    pub fn placeholders(self) -> Vec<&'a str> {
        let message = &self.model().messages[0].text;
        let names = model::placeholders(message).unwrap_or_default();
        names.into_iter().collect()
    }

    /// Returns the printed text of a column (`code`, a language tag, `scope`, the name of an attribute); `None` if the document
    /// prints nothing there.
    pub fn printed(self, column: &str) -> Option<&'a str> {
        let mut cells = self.printed_cells();
        let (_, text) = cells.find(|(name, _)| *name == column)?;
        Some(text).filter(|text| !text.is_empty())
    }

    /// Returns the printed texts, each with the X of its column `printed.X`. A text is empty if the document prints nothing
    /// there.
    pub fn printed_cells(self) -> impl ExactSizeIterator<Item = (&'a str, &'a str)> + Clone {
        let columns = self.table.printed_columns();
        columns.zip(self.model().printed.iter().map(String::as_str))
    }

    /// Returns the reason that a plain cell differs from the printed one; empty if there is no note.
    pub fn note(self) -> &'a str {
        &self.model().note
    }

    /// Returns the note in a language, by its tag: the column `note.TAG`. `None` if the note is not translated.
    pub fn translated_note(self, tag: &str) -> Option<&'a str> {
        let mut languages = self.table.data.languages();
        let index = languages.position(|language| language == tag)?;
        let note = self.model().translated_notes[index].as_str();
        (!note.is_empty()).then_some(note)
    }

    /// Returns the location of the code in the CSV file.
    pub fn location(self) -> Location {
        self.table.data.location(self.model().code.span)
    }
}
