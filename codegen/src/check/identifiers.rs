//! Declared names that clash: modules, types, languages, attributes and their values, scopes.

use crate::model::{Attribute, Catalog, EnumValue, Kind, Language, Table};
use crate::names;
use crate::report::Report;
use crate::source::{Cell, Span};
use crate::suggest::{and, suggestion};

pub(super) fn check(catalog: &Catalog, report: &mut Report) {
    check_languages(catalog, report);
    check_attributes(catalog, report);
    for table in &catalog.tables {
        check_values("scopes", &table.scopes, report);
    }
    check_types(catalog, report);
    check_paths(catalog, report);
    if catalog.all_tables_loaded {
        check_module_docs(catalog, report);
    }
    check_scopes(catalog, report);
}

/// Checks the languages, which are variants of `Lang` and methods of every enum.
fn check_languages(catalog: &Catalog, report: &mut Report) {
    for (index, language) in catalog.languages.iter().enumerate() {
        let method = names::snake(&language.tag);
        let variant = names::upper_camel(&language.tag);
        let same = |first: &Language| {
            names::snake(&first.tag) == method || names::upper_camel(&first.tag) == variant
        };
        let alike = |first: &&Language| {
            same(first) || names::skeleton(&names::snake(&first.tag)) == names::skeleton(&method)
        };
        if let Some(first) = catalog.languages[..index].iter().find(alike) {
            let what = if same(first) {
                format!("both become `{variant}`")
            } else {
                "look alike".to_owned()
            };
            report
                .error(
                    language.span,
                    format!("languages `{}` and `{}` {what}", first.tag, language.tag),
                )
                .related(first.span, "first defined here")
                .help("change or remove one of them");
        }
    }
}

fn check_attributes(catalog: &Catalog, report: &mut Report) {
    for (index, attribute) in catalog.attributes.iter().enumerate() {
        let name = &attribute.name;
        if let Some(tag) = (catalog.tags()).find(|tag| names::snake(tag) == name.text) {
            report
                .error(
                    name.span,
                    format!("attribute name `{}` is reserved", name.text),
                )
                .note(format!(
                    "every enum has a method `{}` for the language `{tag}`",
                    name.text
                ))
                .help("rename the attribute");
        }
        if !matches!(attribute.kind, Kind::Enum(_)) {
            continue;
        }
        let type_name = names::upper_camel(&name.text);
        let same = |first: &&Attribute| {
            matches!(first.kind, Kind::Enum(_)) && names::upper_camel(&first.name.text) == type_name
        };
        if let Some(first) = catalog.attributes[..index].iter().find(same) {
            report_clash("attributes", &first.name, name, report);
        }
        check_values("values", attribute.values(), report);
    }
    let attributes = catalog.attributes.iter();
    let names: Vec<&Cell> = attributes.map(|attribute| &attribute.name).collect();
    for (index, second) in names.iter().enumerate() {
        let alike = |first: &&&Cell| names::skeleton(&first.text) == names::skeleton(&second.text);
        if let Some(first) = names[..index].iter().find(alike) {
            report_clash("attributes", first, second, report);
        }
    }
}

/// Checks the listed values, which become variants.
fn check_values(kind: &str, values: &[EnumValue], report: &mut Report) {
    for (index, value) in values.iter().enumerate() {
        let variant = names::upper_camel(&value.name.text);
        let alike = |first: &&EnumValue| {
            names::skeleton(&names::upper_camel(&first.name.text)) == names::skeleton(&variant)
        };
        if let Some(first) = values[..index].iter().find(alike) {
            report_clash(kind, &first.name, &value.name, report);
        }
    }
}

/// Reports two declarations that become one name, or names that look alike.
fn report_clash(kind: &str, first: &Cell, second: &Cell, report: &mut Report) {
    let name = names::upper_camel(&second.text);
    let what = if names::upper_camel(&first.text) == name {
        format!("both become `{name}`")
    } else {
        "look alike".to_owned()
    };
    report
        .error(
            second.span,
            format!("{kind} `{}` and `{}` {what}", first.text, second.text),
        )
        .related(first.span, "first defined here")
        .help("rename one of them");
}

/// Checks that names of modules, and of enums in one module, do not look alike.
fn check_paths(catalog: &Catalog, report: &mut Report) {
    fn path(table: &Table) -> impl Iterator<Item = &String> {
        table.module.iter().chain([&table.type_name.text])
    }
    for (index, table) in catalog.tables.iter().enumerate() {
        for first in &catalog.tables[..index] {
            let different = path(first).zip(path(table)).find(|(a, b)| a != b);
            if let Some((a, b)) =
                different.filter(|(a, b)| names::skeleton(a) == names::skeleton(b))
            {
                // The names differ in the modules, or else in the enums.
                let is_module = a != &first.type_name.text && b != &table.type_name.text;
                let (kind, spans) = if is_module {
                    ("modules", [table.module_span, first.module_span])
                } else {
                    ("enums", [table.type_name.span, first.type_name.span])
                };
                report
                    .error(spans[0], format!("{kind} `{a}` and `{b}` look alike"))
                    .related(spans[1], "first defined here")
                    .help("rename one of them");
                break;
            }
        }
    }
}

/// Checks that tables in one module have different names, and that none is `Scope` in a module with scopes.
fn check_types(catalog: &Catalog, report: &mut Report) {
    for (index, table) in catalog.tables.iter().enumerate() {
        let same = |first: &&Table| {
            first.module == table.module && first.type_name.text == table.type_name.text
        };
        if let Some(first) = catalog.tables[..index].iter().find(same) {
            let name = format!("{}::{}", table.module.join("::"), table.type_name.text);
            report
                .error(table.type_name.span, format!("duplicate enum `{name}`"))
                .related(first.type_name.span, "first defined here")
                .help("change the `type` or the `module` of one of them");
        }
        let scoped = |other: &Table| other.module == table.module && !other.scopes.is_empty();
        if table.type_name.text == "Scope" && catalog.tables.iter().any(scoped) {
            report
                .error(table.type_name.span, "enum name `Scope` is reserved")
                .note("tables with scopes share an enum `Scope` in their module")
                .help("rename the enum");
        }
    }
}

fn check_module_docs(catalog: &Catalog, report: &mut Report) {
    for module in &catalog.modules {
        let path: Vec<&str> = module.path.text.split("::").collect();
        let used = |table: &Table| {
            table
                .module
                .iter()
                .zip(&path)
                .filter(|(a, b)| a == b)
                .count()
                == path.len()
        };
        if !catalog.tables.iter().any(used) {
            let modules: Vec<String> = catalog
                .tables
                .iter()
                .map(|table| table.module.join("::"))
                .collect();
            report
                .error(
                    module.path.span,
                    format!("unknown module `{}`", module.path.text),
                )
                .help(
                    suggestion(
                        "module",
                        &module.path.text,
                        modules.iter().map(String::as_str),
                    )
                    .unwrap_or_else(|| "remove the key, or name the module of a table".to_owned()),
                );
        }
    }
}

/// Checks that tables in one module have the same scopes, because they share one `Scope`.
fn check_scopes(catalog: &Catalog, report: &mut Report) {
    let scoped: Vec<&Table> = catalog
        .tables
        .iter()
        .filter(|table| !table.scopes.is_empty())
        .collect();
    let scopes = |table: &Table| -> Vec<String> {
        (table.scopes.iter())
            .map(|scope| scope.name.text.clone())
            .collect()
    };
    for (index, table) in scoped.iter().enumerate() {
        let differs =
            |first: &&&Table| first.module == table.module && scopes(first) != scopes(table);
        if let Some(first) = scoped[..index].iter().find(differs) {
            let span = |table: &Table| -> Span { table.scopes[0].name.span };
            report
                .error(
                    span(table),
                    "tables in one module have different scopes",
                )
                .label(format!("expected {}, found {}", and(&scopes(first)), and(&scopes(table))))
                .related(span(first), "scopes of the other table")
                .note("both tables use the enum `Scope` of their module")
                .help("declare the same scopes in the same order, or move one of the tables to another module");
        }
    }
}
