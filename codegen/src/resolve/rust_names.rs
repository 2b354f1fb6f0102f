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
                format!("every table may have a column `{method}`")
            })
            .help("choose another tag for the language");
    }
}

/// Checks an attribute, which is a method of every enum, and a type if it has values.
fn check_attribute(attribute: &Attribute, report: &mut Report) {
    let name = &attribute.name;
    check_method("attribute", name, report);
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
        let note = format!("`{type_name}` is a type or trait in the generated code");
        report_reserved("attribute", name, note, report);
    } else if names::is_type_parameter(&type_name) {
        let note = format!("`{type_name}` is a type parameter in the generated code");
        report_reserved("attribute", name, note, report);
    } else if names::PRELUDE.contains(&type_name.as_str()) {
        let note = format!("`{type_name}` is a name of Rust's prelude");
        report_reserved("attribute", name, note, report);
    }
}

/// Checks the form of a name that becomes a method.
fn check_method(kind: &str, name: &Cell, report: &mut Report) -> bool {
    let snake = names::snake(&name.text);
    let is_valid = snake == name.text && names::is_method(&name.text);
    if !is_valid {
        let proposal = Some(snake).filter(|snake| names::is_method(snake));
        report_form(kind, name, ("snake_case", proposal), report);
    }
    is_valid
}

/// Reports a name of the wrong form. The proposal is the name in the right form, if that is possible.
fn report_form(
    kind: &str,
    name: &Cell,
    (form, proposal): (&str, Option<String>),
    report: &mut Report,
) {
    let text = name.text.as_str();
    let mut finding = report.error(name.span, format!("invalid {kind} name `{text}`"));
    let is_plain = text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if text.is_empty() {
        finding = finding.label("is empty");
    } else if !text.is_ascii() {
        finding = finding.label("contains a character that is not ASCII");
    } else if text.starts_with(|c: char| c.is_ascii_digit()) {
        finding = finding.label("starts with a digit");
    } else if is_plain && !names::is_identifier(text) && proposal.is_none() {
        finding = finding.label("is a Rust keyword");
    }
    finding.help(match proposal {
        Some(proposal) => format!("use {form}: `{proposal}`"),
        None => "choose another name".to_owned(),
    });
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

/// Checks the listed values, which become variants.
fn check_values(values: &[EnumValue], of: &str, report: &mut Report) {
    for EnumValue { name, .. } in values {
        let variant = names::upper_camel(&name.text);
        let is_plain = name.text.chars().all(names::is_plain);
        if is_plain && names::is_identifier(&variant) {
            continue;
        }
        if name.text.is_empty() {
            report
                .error(name.span, format!("empty value name for `{of}`"))
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
                .label(format!("becomes the variant `{variant}`, which {reason}"))
                .help("choose another name");
        } else {
            let words = names::kebab(&name.text);
            let is_valid = words.is_ascii() && names::is_identifier(&names::upper_camel(&words));
            finding.help(if is_valid {
                format!("use lower-case ASCII words with hyphens: `{words}`")
            } else {
                "use lower-case ASCII words with hyphens, such as `after-change`".to_owned()
            });
        }
    }
}

/// Checks a predicate, which is a method of the attribute's enum.
fn check_predicate(predicate: &Predicate, report: &mut Report) {
    let (name, text) = (&predicate.name, predicate.name.text.as_str());
    let is_valid = check_method("predicate", name, report);
    let is_own = ["as_str", "http_status", "of_query"].contains(&text);
    if is_valid && (is_own || names::TRAIT_METHODS.contains(&text)) {
        let note = format!("every value has a method `{text}`");
        report_reserved("predicate", name, note, report);
    }
}

/// Returns what has the name of a module already, in the generated code.
fn taken(module: &str) -> Option<&'static str> {
    match module {
        "alloc" => Some("the generated code uses the crate `alloc`"),
        "any_scalar" | "as_text" => {
            Some("the generated code has modules `any_scalar` and `as_text`")
        }
        "rustfmt" => Some("the generated code has attributes of `rustfmt`"),
        _ => None,
    }
}

fn check_module(table: &Table, length: &Limit, report: &mut Report) {
    let is_valid = |name: &str| names::is_identifier(name) && names::snake(name) == name;
    if let Some(invalid) = table.module.iter().find(|name| !is_valid(name)) {
        let snake: Vec<String> = table.module.iter().map(|name| names::snake(name)).collect();
        let path = Cell {
            text: table.module.join("::"),
            span: table.module_span,
        };
        let proposal = snake.join("::");
        if snake.iter().all(|name| is_valid(name)) {
            report
                .error(path.span, format!("invalid module name `{}`", path.text))
                .help(format!("use snake_case: `{proposal}`"));
        } else {
            let name = Cell {
                text: invalid.clone(),
                ..path
            };
            report_form("module", &name, ("snake_case", None), report);
        }
    } else if let Some((name, note)) =
        (table.module.iter()).find_map(|name| Some((name, taken(name)?)))
    {
        report
            .error(
                table.module_span,
                format!("module name `{name}` is reserved"),
            )
            .note(note)
            .help("rename the module");
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
    let reason = |name: &str| {
        if names::PRELUDE.contains(&name) {
            Some(format!("`{name}` is a name of Rust's prelude"))
        } else {
            names::is_type_parameter(name)
                .then(|| format!("`{name}` is a type parameter in the generated code"))
        }
    };
    if !names::is_identifier(&name.text) || camel != name.text {
        let is_valid = |camel: &String| names::is_identifier(camel) && reason(camel).is_none();
        let proposal = Some(camel).filter(is_valid);
        report_form("enum", name, ("UpperCamelCase", proposal), report);
    } else if let Some(note) = reason(&name.text) {
        report_reserved("enum", name, note, report);
    }
}
