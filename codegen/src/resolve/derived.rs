//! Attributes whose values follow from the others: `[attribute.NAME.from]`.

use std::collections::{BTreeMap, HashSet};

use toml::Spanned;

use super::cells::enum_value;
use super::conditions::condition;
use crate::model::{
    Attribute, Catalog, Condition, Facts, Field, Kind, Row, Table, Underived, Value,
};
use crate::read::catalog_file::{CatalogFile, Condition as Conditions};
use crate::read::{cell, in_order, span};
use crate::report::Report;
use crate::source::SourceId;

/// Resolves the conditions of the derived attributes.
pub(super) fn conditions(
    source: SourceId,
    file: &CatalogFile,
    catalog: &mut Catalog,
    report: &mut Report,
) {
    for (name, options) in in_order(&file.attribute) {
        let mut attributes = catalog.attributes.iter();
        let index = attributes.position(|attribute| attribute.name.text == *name.get_ref());
        if let (Some(index), Some(from)) = (index, &options.from) {
            let from = from_of(&catalog.attributes[index], source, from, catalog, report);
            catalog.attributes[index].from = from.unwrap_or_default();
            check_undocumented(&catalog.attributes[index], catalog, report);
        }
    }
}

/// Resolves the conditions of an attribute; `None` if one of them is invalid, so that no code is checked against the others.
fn from_of(
    attribute: &Attribute,
    source: SourceId,
    from: &BTreeMap<Spanned<String>, Conditions>,
    catalog: &Catalog,
    report: &mut Report,
) -> Option<Vec<(usize, Condition)>> {
    let name = &attribute.name;
    let note = "every code has the value whose condition in `from` it meets";
    if !matches!(attribute.kind, Kind::Enum(_)) {
        let message = format!("derived attribute `{}` has no `values`", name.text);
        report.error(name.span, message).note(note).help(format!(
            "replace `kind` with `[attribute.{}.values]`, or remove `from`",
            name.text
        ));
        return None;
    }
    if attribute.optional {
        let message = format!("derived attribute `{}` cannot be `optional`", name.text);
        let finding = report.error(name.span, message);
        finding
            .note(note)
            .help("remove `optional`, or remove `from`");
        return None;
    }
    let conditions = in_order(from).map(|(value, conditions)| {
        let value = cell(source, value);
        let index = enum_value(&value, attribute.values(), &name.text, report);
        let condition = condition(source, conditions, catalog, report);
        let is_derived = |key: &&Spanned<String>| {
            let mut derived = catalog.attributes.iter().filter(|each| each.is_derived);
            derived.any(|attribute| attribute.name.text == *key.get_ref())
        };
        if let Some(key) = conditions.keys().find(is_derived) {
            let message = format!("condition refers to derived attribute `{}`", key.get_ref());
            report
                .error(span(source, key), message)
                .note("conditions refer to attributes that have a column")
                .help(format!(
                    "refer to the attributes that `{}` is derived from",
                    key.get_ref()
                ));
            return None;
        }
        Some((index?, condition?))
    });
    let conditions: Vec<_> = conditions.collect();
    let conditions = conditions.into_iter().collect::<Option<Vec<_>>>()?;
    for (index, value) in attribute.values().iter().enumerate() {
        if conditions.iter().all(|(known, _)| *known != index) {
            report
                .error(
                    value.name.span,
                    format!("value `{}` has no condition", value.name.text),
                )
                .note("without a condition, no code has the value")
                .help(format!(
                    "add `{}` to `[attribute.{}.from]`, or remove the value",
                    value.name.text, name.text
                ));
        }
    }
    Some(conditions)
}

/// The value of undocumented codes follows from their other values as well.
fn check_undocumented(attribute: &Attribute, catalog: &Catalog, report: &mut Report) {
    let status = catalog.http.as_ref().and_then(|http| http.undocumented);
    let value = |index: usize| catalog.attributes[index].undocumented.clone();
    let holds = |condition: &Condition| condition.holds_for(status, &value) == Some(true);
    let mut matching = attribute
        .from
        .iter()
        .filter(|(_, condition)| holds(condition));
    if let Some((index, _)) = matching.next()
        && attribute.undocumented != Some(Value::Enum(*index))
    {
        let wanted = &attribute.values()[*index].name.text;
        report
            .error(
                attribute.undocumented_span.unwrap_or(attribute.name.span),
                format!(
                    "wrong `undocumented` value for derived attribute `{}`",
                    attribute.name.text
                ),
            )
            .label(match &attribute.undocumented {
                Some(found) => format!("expected `{wanted}`, found `{}`", attribute.text(found)),
                None => format!("expected `undocumented = \"{wanted}\"`"),
            })
            .note(format!(
                "the `undocumented` values of the other attributes meet the condition of `{wanted}`"
            ));
    }
}

/// Fills in the derived attributes of a table whose other cells are resolved.
pub(super) fn fill(table: &mut Table, catalog: &Catalog) {
    let derived = (catalog.attributes.iter().enumerate()).filter(|(_, each)| each.is_derived);
    for (index, attribute) in derived {
        let mut seen = HashSet::new();
        let (mut fields, mut underived) = (Vec::new(), Vec::new());
        for (position, row) in table.rows.iter().enumerate() {
            let codes = row.code.codes().map(|(_, code)| code);
            // As other cells, that of a row that repeats a code may be empty.
            let is_first = codes.filter(|code| seen.insert(code.clone())).count() > 0;
            let values = match is_first && !attribute.from.is_empty() {
                true => values(attribute, row, table, catalog),
                false => None,
            };
            let value = match values.as_deref() {
                Some([value]) => Some(Value::Enum(*value)),
                _ => None,
            };
            if let (None, Some(values)) = (&value, values) {
                underived.push(Underived {
                    row: position,
                    attribute: index,
                    values,
                });
            }
            fields.push(Field {
                value,
                is_empty: !is_first,
                span: row.code.span,
            });
        }
        let column = table.attributes.partition_point(|known| *known < index);
        table.attributes.insert(column, index);
        for (row, field) in table.rows.iter_mut().zip(fields) {
            row.attributes.insert(column, field);
        }
        table.underived.append(&mut underived);
    }
}

/// Returns the values whose conditions a row meets; `None` if a cell is missing or invalid, which is reported.
fn values(
    attribute: &Attribute,
    row: &Row,
    table: &Table,
    catalog: &Catalog,
) -> Option<Vec<usize>> {
    let facts = Facts::new(row, table);
    let mut columns = table.attributes.iter().zip(&row.attributes);
    let is_missing = |(index, field): (&usize, &Field<Value>)| {
        let attribute = &catalog.attributes[*index];
        field.value.is_none() && !attribute.optional && !attribute.is_derived
    };
    let lacks_status =
        (catalog.http.as_ref()).is_some_and(|http| !http.optional && facts.status.is_none());
    if lacks_status || columns.any(is_missing) {
        return None;
    }
    let holds = |condition: &Condition| condition.holds(&facts);
    let matching = (attribute.from.iter()).filter(|(_, condition)| holds(condition));
    Some(matching.map(|(index, _)| *index).collect())
}
