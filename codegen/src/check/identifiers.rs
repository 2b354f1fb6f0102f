//! Declared names that cannot stand beside each other: modules, types, languages, attributes and their values, scopes.

use crate::model::{Attribute, Catalog, EnumValue, Kind, Language, Table};
use crate::names;
use crate::report::Report;
use crate::source::{Cell, Span};
use crate::suggest::suggestion;

pub(super) fn check(catalog: &Catalog, report: &mut Report) {
    languages(catalog, report);
    attributes(catalog, report);
    for table in &catalog.tables {
        values(&table.scopes, report);
    }
    types(catalog, report);
    paths(catalog, report);
    if catalog.all_tables_loaded {
        module_docs(catalog, report);
    }
    scopes(catalog, report);
}

/// A language is a variant of `Lang` and a method of every enum.
fn languages(catalog: &Catalog, report: &mut Report) {
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
                "are the same name in Rust"
            } else {
                "look alike"
            };
            report
                .error(
                    language.span,
                    format!("`{}` and `{}` {what}", first.tag, language.tag),
                )
                .related(first.span, "first here");
        }
    }
}

fn attributes(catalog: &Catalog, report: &mut Report) {
    for (index, attribute) in catalog.attributes.iter().enumerate() {
        let name = &attribute.name;
        if catalog.tags().any(|tag| names::snake(tag) == name.text) {
            report
                .error(
                    name.span,
                    format!("every enum has a `{}` of its own", name.text),
                )
                .help("call the attribute something else");
        }
        if !matches!(attribute.kind, Kind::Enum(_)) {
            continue;
        }
        let type_name = names::upper_camel(&name.text);
        let same = |first: &&Attribute| {
            matches!(first.kind, Kind::Enum(_)) && names::upper_camel(&first.name.text) == type_name
        };
        if let Some(first) = catalog.attributes[..index].iter().find(same) {
            clash(&first.name, name, &type_name, report);
        }
        values(attribute.values(), report);
    }
    let attributes = catalog.attributes.iter();
    let names: Vec<&Cell> = attributes.map(|attribute| &attribute.name).collect();
    for (index, second) in names.iter().enumerate() {
        let alike = |first: &&&Cell| names::skeleton(&first.text) == names::skeleton(&second.text);
        if let Some(first) = names[..index].iter().find(alike) {
            clash(first, second, &names::upper_camel(&second.text), report);
        }
    }
}

/// The values of a closed vocabulary become variants.
fn values(values: &[EnumValue], report: &mut Report) {
    for (index, value) in values.iter().enumerate() {
        let variant = names::upper_camel(&value.name.text);
        let alike = |first: &&EnumValue| {
            names::skeleton(&names::upper_camel(&first.name.text)) == names::skeleton(&variant)
        };
        if let Some(first) = values[..index].iter().find(alike) {
            clash(&first.name, &value.name, &variant, report);
        }
    }
}

/// Two declarations that become one name, or two that look alike.
fn clash(first: &Cell, second: &Cell, name: &str, report: &mut Report) {
    let what = if names::upper_camel(&first.text) == name {
        format!("both become `{name}`")
    } else {
        "look alike".to_owned()
    };
    report
        .error(
            second.span,
            format!("`{}` and `{}` {what}", first.text, second.text),
        )
        .related(first.span, "first here")
        .help("give one of them another name");
}

/// No two modules, and no two enums of a module, have names that look alike.
fn paths(catalog: &Catalog, report: &mut Report) {
    fn path(table: &Table) -> impl Iterator<Item = &String> {
        table.module.iter().chain([&table.type_name.text])
    }
    for (index, table) in catalog.tables.iter().enumerate() {
        for first in &catalog.tables[..index] {
            let different = path(first).zip(path(table)).find(|(a, b)| a != b);
            if let Some((a, b)) =
                different.filter(|(a, b)| names::skeleton(a) == names::skeleton(b))
            {
                report
                    .error(table.module_span, format!("`{a}` and `{b}` look alike"))
                    .related(first.module_span, "the other table's module")
                    .help("give one of the modules or types another name");
                break;
            }
        }
    }
}

/// Two tables of one module have two names, and neither is `Scope` where there are scopes.
fn types(catalog: &Catalog, report: &mut Report) {
    for (index, table) in catalog.tables.iter().enumerate() {
        let same = |first: &&Table| {
            first.module == table.module && first.type_name.text == table.type_name.text
        };
        if let Some(first) = catalog.tables[..index].iter().find(same) {
            let name = format!("{}::{}", table.module.join("::"), table.type_name.text);
            report
                .error(
                    table.type_name.span,
                    format!("there are two enums `{name}`"),
                )
                .related(first.type_name.span, "first here")
                .help("give one of them another `type` or `module`");
        }
        let scoped = |other: &Table| other.module == table.module && !other.scopes.is_empty();
        if table.type_name.text == "Scope" && catalog.tables.iter().any(scoped) {
            report
                .error(
                    table.type_name.span,
                    "`Scope` is the type of the module's scopes",
                )
                .help("give the table another `type`");
        }
    }
}

fn module_docs(catalog: &Catalog, report: &mut Report) {
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
                    format!("no table is in a module `{}`", module.path.text),
                )
                .maybe_help(suggestion(
                    &module.path.text,
                    modules.iter().map(String::as_str),
                ));
        }
    }
}

/// Tables of one module share one `Scope`.
fn scopes(catalog: &Catalog, report: &mut Report) {
    let scoped: Vec<&Table> = catalog
        .tables
        .iter()
        .filter(|table| !table.scopes.is_empty())
        .collect();
    let words = |table: &Table| -> Vec<String> {
        table
            .scopes
            .iter()
            .map(|word| word.name.text.clone())
            .collect()
    };
    for (index, table) in scoped.iter().enumerate() {
        let same_module =
            |first: &&&Table| first.module == table.module && words(first) != words(table);
        if let Some(first) = scoped[..index].iter().find(same_module) {
            let at = |table: &Table| -> Span { table.scopes[0].name.span };
            report
                .error(at(table), "tables of one module have the same scopes, in the same order")
                .related(at(first), "the other table's")
                .help("they share one type `Scope`: declare the same values in both, or put one table in another module");
        }
    }
}
