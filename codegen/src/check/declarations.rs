//! The names that a catalog declares: modules, types, languages, attributes and their values, scopes.

use crate::diagnostic::Report;
use crate::limits;
use crate::model::{Attribute, Catalog, Kind, Table, Word};
use crate::names;
use crate::source::{Cell, Span};

pub(super) fn check(catalog: &Catalog, report: &mut Report) {
    languages(catalog, report);
    attributes(catalog, report);
    for table in &catalog.tables {
        module(table, report);
        words(&table.scopes, "scope", report);
    }
    types(catalog, report);
    paths(catalog, report);
    if catalog.is_complete {
        module_docs(catalog, report);
    }
    scopes(catalog, report);
}

/// A language is a variant of `Lang` and a method of every enum.
fn languages(catalog: &Catalog, report: &mut Report) {
    for (index, language) in catalog.languages.iter().enumerate() {
        let method = names::snake(&language.tag);
        if names::METHODS.contains(&method.as_str()) || names::COLUMNS.contains(&method.as_str()) {
            report.error(
                language.span,
                format!("`{}` is the name of something else", language.tag),
            );
        }
        let variant = names::upper_camel(&language.tag);
        let same = |first: &crate::model::Language| {
            names::snake(&first.tag) == method || names::upper_camel(&first.tag) == variant
        };
        let alike = |first: &&crate::model::Language| {
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
        let is_snake = names::snake(&name.text) == name.text && names::is_method(&name.text);
        if !is_snake {
            report
                .error(
                    name.span,
                    format!("`{}` is no name of an attribute", name.text),
                )
                .help("it becomes a method: write it in snake_case, `after_sales`");
        }
        let taken = names::METHODS.contains(&name.text.as_str())
            || names::TRAIT_METHODS.contains(&name.text.as_str())
            || names::COLUMNS.contains(&name.text.as_str())
            || catalog.tags().any(|tag| names::snake(tag) == name.text);
        if taken {
            report
                .error(
                    name.span,
                    format!("every enum has a `{}` of its own", name.text),
                )
                .help("call the attribute something else");
        }
        if let Kind::Enum(values) = &attribute.kind {
            let type_name = names::upper_camel(&name.text);
            if names::ROOT_TYPES.contains(&type_name.as_str())
                || names::PRELUDE.contains(&type_name.as_str())
            {
                report
                    .error(
                        name.span,
                        format!("`{type_name}` is the name of another type"),
                    )
                    .help("call the attribute something else");
            }
            let same = |first: &&Attribute| {
                matches!(first.kind, Kind::Enum(_))
                    && names::upper_camel(&first.name.text) == type_name
            };
            if let Some(first) = catalog.attributes[..index].iter().find(same) {
                clash(&first.name, name, &type_name, report);
            }
            words(values, &name.text, report);
        }
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

/// The words of a closed vocabulary become variants.
fn words(words: &[Word], of: &str, report: &mut Report) {
    for (index, word) in words.iter().enumerate() {
        let variant = names::upper_camel(&word.name.text);
        if !names::is_identifier(&variant) || word.name.text.chars().any(|c| !names::is_plain(c)) {
            report
                .error(word.name.span, format!("`{}` cannot be a value of `{of}`", word.name.text))
                .help("it becomes a variant: write it in ASCII, in lower case with hyphens, `after-change`");
        }
        let alike = |first: &&Word| {
            names::skeleton(&names::upper_camel(&first.name.text)) == names::skeleton(&variant)
        };
        if let Some(first) = words[..index].iter().find(alike) {
            clash(&first.name, &word.name, &variant, report);
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

fn module(table: &Table, report: &mut Report) {
    for segment in &table.module {
        let good = names::is_identifier(segment)
            && names::snake(segment) == *segment
            && segment != "alloc";
        if !good {
            report
                .error(
                    table.module_span,
                    format!("`{segment}` cannot be a Rust module"),
                )
                .help("modules are in snake_case, nested ones with `::` between: `lianlian::accp`");
        }
    }
    if limits::MODULE_LENGTH.is_passed_by(table.module.join("::").len()) {
        (report.error(table.module_span, limits::MODULE_LENGTH.passed()))
            .help("call the module something shorter: its files have its name");
    }
    file_name(table, report);
    let type_name = &table.type_name;
    let good = names::is_identifier(&type_name.text)
        && names::upper_camel(&type_name.text) == type_name.text;
    if !good || names::PRELUDE.contains(&type_name.text.as_str()) {
        let camel = names::upper_camel(&type_name.text);
        let proposal = if names::is_identifier(&camel) && camel != type_name.text {
            camel
        } else {
            "ReturnCode".into()
        };
        report
            .error(
                type_name.span,
                format!("`{}` cannot be the name of an enum", type_name.text),
            )
            .help(format!(
                "types are in UpperCamelCase and not Rust's own: `{proposal}`"
            ));
    }
}

/// The first part of a module's path names its files too.
fn file_name(table: &Table, report: &mut Report) {
    let [first, rest @ ..] = &*table.module else {
        return;
    };
    if names::is_device(first) {
        report
            .error(
                table.module_span,
                format!("no file can be called `{first}` on Windows"),
            )
            .help("call the module something else: its files have its name");
    } else if first == "readme" && rest.is_empty() {
        report
            .error(
                table.module_span,
                "`README.md` is the list of the modules, in the reference",
            )
            .help("call the module something else: its files have its name");
    }
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
                .maybe_help(crate::diagnostic::did_you_mean(
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
