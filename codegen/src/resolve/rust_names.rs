//! Declared names that become Rust names: modules, types, languages, attributes, their values and predicates, scopes.
//!
//! Each name is checked by itself here; [`check`](crate::check) compares them.

use crate::limits::Limit;
use crate::model::{Attribute, Catalog, EnumValue, Kind, Language, Predicate, Table};
use crate::names;
use crate::report::Report;
use crate::source::Cell;

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

/// Checks a language, which is a variant of `Lang` and a method of every enum.
fn check_language(language: &Language, report: &mut Report) {
    let method = names::snake(&language.tag);
    if names::METHODS.contains(&method.as_str()) || names::COLUMNS.contains(&method.as_str()) {
        report
            .error(
                language.span,
                format!("language `{}` is reserved", language.tag),
            )
            .note(if names::METHODS.contains(&method.as_str()) {
                format!("every enum has a method `{method}`")
            } else {
                format!("`{method}` is a column of tables")
            })
            .help("choose another tag for the language");
    }
}

/// Checks an attribute, which is a method of every enum, and a type if it has values.
fn check_attribute(attribute: &Attribute, report: &mut Report) {
    let name = &attribute.name;
    check_method("attribute", "after_sales", name, report);
    let text = name.text.as_str();
    if names::COLUMNS.contains(&text) {
        let note = format!("every table may have a column `{text}`");
        report_reserved("attribute", name, note, report);
    } else if names::METHODS.contains(&text) || names::TRAIT_METHODS.contains(&text) {
        let note = format!("every enum has a method `{text}`");
        report_reserved("attribute", name, note, report);
    }
    if !matches!(attribute.kind, Kind::Enum(_)) {
        return;
    }
    let type_name = names::upper_camel(text);
    if names::ROOT_TYPES.contains(&type_name.as_str()) {
        let note = format!("the generated code has a type `{type_name}`");
        report_reserved("attribute", name, note, report);
    } else if names::is_type_parameter(&type_name) {
        let note = format!("the generated code has a type parameter `{type_name}`");
        report_reserved("attribute", name, note, report);
    } else if names::PRELUDE.contains(&type_name.as_str()) {
        let note = format!("`{type_name}` is a name of Rust's prelude");
        report_reserved("attribute", name, note, report);
    }
}

/// Checks the form of a name that becomes a method.
fn check_method(kind: &str, example: &str, name: &Cell, report: &mut Report) -> bool {
    let is_snake_case = names::snake(&name.text) == name.text;
    let is_valid = is_snake_case && names::is_method(&name.text);
    if !is_valid {
        let message = format!("invalid {kind} name `{}`", name.text);
        let finding = report.error(name.span, message);
        if is_snake_case {
            finding
                .label(if !name.text.is_ascii() {
                    "contains a character that is not ASCII"
                } else if name.text.starts_with(|c: char| c.is_ascii_digit()) {
                    "starts with a digit"
                } else {
                    "is a Rust keyword"
                })
                .help("choose another name");
        } else {
            finding.help(format!("use snake_case: `{example}`"));
        }
    }
    is_valid
}

/// Reports a name that something else has, as the note says.
fn report_reserved(kind: &str, name: &Cell, note: String, report: &mut Report) {
    report
        .error(
            name.span,
            format!("{kind} name `{}` is reserved", name.text),
        )
        .note(note)
        .help(format!("rename the {kind}"));
}

/// Checks the values of a closed vocabulary, which become variants.
fn check_values(values: &[EnumValue], of: &str, report: &mut Report) {
    for EnumValue { name, .. } in values {
        let variant = names::upper_camel(&name.text);
        let is_plain = name.text.chars().all(names::is_plain);
        if is_plain && names::is_identifier(&variant) {
            continue;
        }
        if name.text.is_empty() {
            report
                .error(name.span, format!("missing name of a value of `{of}`"))
                .help("name the value, or remove it");
            continue;
        }
        let message = format!("invalid value name `{}` for `{of}`", name.text);
        let finding = report.error(name.span, message);
        if is_plain && !variant.is_empty() {
            let reason = match variant.as_str() {
                "Self" => "is a Rust keyword",
                _ => "starts with a digit",
            };
            finding
                .note(format!(
                    "the value becomes the variant `{variant}`, which {reason}"
                ))
                .help("choose another name");
        } else {
            finding
                .note("the value becomes a variant")
                .help("use lower-case ASCII words with hyphens, such as `after-change`");
        }
    }
}

/// Checks a predicate, which is a method of the attribute's enum.
fn check_predicate(predicate: &Predicate, report: &mut Report) {
    let (name, text) = (&predicate.name, predicate.name.text.as_str());
    let is_valid = check_method("predicate", "is_final", name, report);
    let is_own = ["as_str", "http_status", "of_query"].contains(&text);
    if is_valid && (is_own || names::TRAIT_METHODS.contains(&text)) {
        let note = format!("every value has a method `{text}`");
        report_reserved("predicate", name, note, report);
    }
}

fn check_module(table: &Table, length: &Limit, report: &mut Report) {
    for segment in &table.module {
        if let "alloc" | "rustfmt" = segment.as_str() {
            report
                .error(
                    table.module_span,
                    format!("module name `{segment}` is reserved"),
                )
                .note(match segment.as_str() {
                    "alloc" => "the generated code uses the crate `alloc`",
                    _ => "the generated code has attributes of `rustfmt`",
                })
                .help("rename the module");
        } else if !names::is_identifier(segment) || names::snake(segment) != *segment {
            report
                .error(
                    table.module_span,
                    format!("invalid module name `{segment}`"),
                )
                .help("use snake_case without keywords, and `::` between nested modules: `lianlian::accp`");
        }
    }
    if length.is_exceeded_by(table.module.join("::").len()) {
        report
            .error(table.module_span, length.message())
            .note(NAMED_AFTER_MODULE)
            .help("shorten the name of the module");
    }
}

const NAMED_AFTER_MODULE: &str = "the module's files are named after it";

/// Checks the first part of a module's path as the name of files.
fn check_file_name(table: &Table, report: &mut Report) {
    let [first, rest @ ..] = &*table.module else {
        return;
    };
    let message = if names::is_device(first) {
        format!("module name `{first}` is a reserved file name on Windows")
    } else if first == "readme" && rest.is_empty() {
        "module name `readme` clashes with `README.md`, the index of the reference".to_owned()
    } else {
        return;
    };
    report
        .error(table.module_span, message)
        .note(NAMED_AFTER_MODULE)
        .help("rename the module");
}

fn check_type(table: &Table, report: &mut Report) {
    let name = &table.type_name;
    let camel = names::upper_camel(&name.text);
    let is_type = names::is_identifier(&name.text) && camel == name.text;
    let is_reserved = names::PRELUDE.contains(&&*name.text) || names::is_type_parameter(&name.text);
    if !is_type || is_reserved {
        let proposal = if names::is_identifier(&camel) && camel != name.text {
            camel
        } else {
            "ReturnCode".to_owned()
        };
        report
            .error(name.span, format!("invalid enum name `{}`", name.text))
            .help(format!(
                "use UpperCamelCase, and a name that neither Rust's prelude nor the generated code has: `{proposal}`"
            ));
    }
}
