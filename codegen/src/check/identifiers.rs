//! Declared names that clash: modules, types, languages, attributes and their values, scopes.

use std::collections::{HashMap, HashSet};

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
    for attribute in &catalog.attributes {
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
        check_values("values", attribute.values(), report);
    }
    let is_enum = |attribute: &&Attribute| matches!(attribute.kind, Kind::Enum(_));
    let enums = catalog.attributes.iter().filter(is_enum);
    let type_name = |name: &Cell| names::upper_camel(&name.text);
    for (first, second) in pairs(enums.map(|attribute| &attribute.name), type_name) {
        report_clash("attributes", first, second, report);
    }
    let all = catalog.attributes.iter().map(|attribute| &attribute.name);
    for (first, second) in pairs(all, |name| names::skeleton(&name.text)) {
        report_clash("attributes", first, second, report);
    }
}

/// Returns the items with the key of an earlier one, each after the first item with the key.
fn pairs<'a, T>(
    items: impl Iterator<Item = &'a T>,
    key: impl Fn(&T) -> String,
) -> Vec<(&'a T, &'a T)> {
    let mut first_items: HashMap<String, &T> = HashMap::new();
    let pairs = items.filter_map(|item| {
        let first = *first_items.entry(key(item)).or_insert(item);
        (!std::ptr::eq(first, item)).then_some((first, item))
    });
    pairs.collect()
}

/// Checks the listed values, which become variants.
fn check_values(kind: &str, values: &[EnumValue], report: &mut Report) {
    let alike = |value: &EnumValue| names::skeleton(&names::upper_camel(&value.name.text));
    for (first, second) in pairs(values.iter(), alike) {
        report_clash(kind, &first.name, &second.name, report);
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
    // By the path of the module around it and the skeleton of the name, the first name and its table.
    let mut first_names: HashMap<(&[String], String), (&str, &Table)> = HashMap::new();
    for table in &catalog.tables {
        let modules = (table.module.iter().enumerate())
            .map(|(depth, module)| (&table.module[..depth], module.as_str()));
        let in_module = (table.module.as_slice(), table.type_name.text.as_str());
        for (parent, name) in modules.chain([in_module]) {
            let key = (parent, names::skeleton(name));
            let (first, other) = *first_names.entry(key).or_insert((name, table));
            if first == name {
                continue;
            }
            let is_module = |table: &Table| parent.len() < table.module.len();
            let (kind, spans) = if is_module(table) && is_module(other) {
                ("modules", [table.module_span, other.module_span])
            } else {
                ("enums", [table.type_name.span, other.type_name.span])
            };
            report
                .error(
                    spans[0],
                    format!("{kind} `{first}` and `{name}` look alike"),
                )
                .related(spans[1], "first defined here")
                .help("rename one of them");
            break;
        }
    }
}

/// Checks that tables in one module have different names, and that none is `Scope` in a module with scopes.
fn check_types(catalog: &Catalog, report: &mut Report) {
    let path = |table: &Table| format!("{}::{}", table.module.join("::"), table.type_name.text);
    for (first, table) in pairs(catalog.tables.iter(), path) {
        report
            .error(
                table.type_name.span,
                format!("duplicate enum `{}`", path(table)),
            )
            .related(first.type_name.span, "first defined here")
            .help("change the `type` or the `module` of one of them");
    }
    let scoped = catalog
        .tables
        .iter()
        .filter(|table| !table.scopes.is_empty());
    let scoped: HashSet<&[String]> = scoped.map(|table| table.module.as_slice()).collect();
    for table in &catalog.tables {
        if table.type_name.text == "Scope" && scoped.contains(table.module.as_slice()) {
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
    fn names(table: &Table) -> impl Iterator<Item = &str> {
        table.scopes.iter().map(|scope| scope.name.text.as_str())
    }
    let scoped = catalog
        .tables
        .iter()
        .filter(|table| !table.scopes.is_empty());
    for (first, table) in pairs(scoped, |table| table.module.join("::")) {
        if names(first).eq(names(table)) {
            continue;
        }
        let list = |table| and(&names(table).collect::<Vec<_>>());
        let span = |table: &Table| -> Span { table.scopes[0].name.span };
        report
            .error(span(table), "tables in one module have different scopes")
            .label(format!("expected {}, found {}", list(first), list(table)))
            .related(span(first), "scopes of the other table")
            .note("both tables use the enum `Scope` of their module")
            .help("declare the same scopes in the same order, or move one of the tables to another module");
    }
}
