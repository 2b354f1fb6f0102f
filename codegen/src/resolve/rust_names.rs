//! Declared names that become Rust's: modules, types, languages, attributes, their values and predicates, scopes.
//!
//! Each is looked at by itself here; [`check`](crate::check) compares them.

use crate::limits::Limit;
use crate::model::{Attribute, Catalog, EnumValue, Kind, Language, Predicate, Table};
use crate::names;
use crate::report::Report;

pub(super) fn check(catalog: &Catalog, module_length: &Limit, report: &mut Report) {
    for language in &catalog.languages {
        check_language(language, report);
    }
    for attribute in &catalog.attributes {
        check_attribute(attribute, report);
        check_values(attribute.values(), &attribute.name.text, report);
        for predicate in &attribute.predicates {
            check_predicate(predicate, report);
        }
    }
    for table in &catalog.tables {
        check_module(table, module_length, report);
        check_file_name(table, report);
        check_type(table, report);
        check_values(&table.scopes, "scope", report);
    }
}

/// A language is a variant of `Lang` and a method of every enum.
fn check_language(language: &Language, report: &mut Report) {
    let method = names::snake(&language.tag);
    if names::METHODS.contains(&method.as_str()) || names::COLUMNS.contains(&method.as_str()) {
        report.error(
            language.span,
            format!("`{}` is the name of something else", language.tag),
        );
    }
}

/// An attribute is a method of every enum, and a type where it has values.
fn check_attribute(attribute: &Attribute, report: &mut Report) {
    let name = &attribute.name;
    if names::snake(&name.text) != name.text || !names::is_method(&name.text) {
        report
            .error(
                name.span,
                format!("`{}` is no name of an attribute", name.text),
            )
            .help("it becomes a method: write it in snake_case, `after_sales`");
    }
    let is_taken = names::METHODS.contains(&name.text.as_str())
        || names::TRAIT_METHODS.contains(&name.text.as_str())
        || names::COLUMNS.contains(&name.text.as_str());
    if is_taken {
        report
            .error(
                name.span,
                format!("every enum has a `{}` of its own", name.text),
            )
            .help("call the attribute something else");
    }
    let type_name = names::upper_camel(&name.text);
    let is_taken = names::ROOT_TYPES.contains(&type_name.as_str())
        || names::PRELUDE.contains(&type_name.as_str());
    if is_taken && matches!(attribute.kind, Kind::Enum(_)) {
        report
            .error(
                name.span,
                format!("`{type_name}` is the name of another type"),
            )
            .help("call the attribute something else");
    }
}

/// The values of a closed vocabulary become variants.
fn check_values(values: &[EnumValue], of: &str, report: &mut Report) {
    for EnumValue { name, .. } in values {
        let is_identifier = names::is_identifier(&names::upper_camel(&name.text));
        if !is_identifier || !name.text.chars().all(names::is_plain) {
            report
                .error(name.span, format!("`{}` cannot be a value of `{of}`", name.text))
                .help("it becomes a variant: write it in ASCII, in lower case with hyphens, `after-change`");
        }
    }
}

/// A predicate is a method of the attribute's enum.
fn check_predicate(predicate: &Predicate, report: &mut Report) {
    let name = &predicate.name;
    if names::snake(&name.text) != name.text || !names::is_method(&name.text) {
        report
            .error(
                name.span,
                format!("`{}` is no name of a predicate", name.text),
            )
            .help("it becomes a method: write it in snake_case, `is_final`");
    } else if name.text == "as_str" || names::TRAIT_METHODS.contains(&name.text.as_str()) {
        report
            .error(
                name.span,
                format!("every value has a `{}` of its own", name.text),
            )
            .help("call the predicate something else");
    }
}

fn check_module(table: &Table, length: &Limit, report: &mut Report) {
    for segment in &table.module {
        let is_module = names::is_identifier(segment)
            && names::snake(segment) == *segment
            && segment != "alloc";
        if !is_module {
            report
                .error(
                    table.module_span,
                    format!("`{segment}` cannot be a Rust module"),
                )
                .help("modules are in snake_case, nested ones with `::` between: `lianlian::accp`");
        }
    }
    if length.is_exceeded_by(table.module.join("::").len()) {
        report
            .error(table.module_span, length.message())
            .help("call the module something shorter: its files have its name");
    }
}

/// The first part of a module's path names its files too.
fn check_file_name(table: &Table, report: &mut Report) {
    let [first, rest @ ..] = &*table.module else {
        return;
    };
    let message = if names::is_device(first) {
        format!("no file can be called `{first}` on Windows")
    } else if first == "readme" && rest.is_empty() {
        "`README.md` is the list of the modules, in the reference".to_owned()
    } else {
        return;
    };
    report
        .error(table.module_span, message)
        .help("call the module something else: its files have its name");
}

fn check_type(table: &Table, report: &mut Report) {
    let name = &table.type_name;
    let camel = names::upper_camel(&name.text);
    let is_type = names::is_identifier(&name.text) && camel == name.text;
    if !is_type || names::PRELUDE.contains(&name.text.as_str()) {
        let proposal = if names::is_identifier(&camel) && camel != name.text {
            camel
        } else {
            "ReturnCode".to_owned()
        };
        report
            .error(
                name.span,
                format!("`{}` cannot be the name of an enum", name.text),
            )
            .help(format!(
                "types are in UpperCamelCase and not Rust's own: `{proposal}`"
            ));
    }
}
