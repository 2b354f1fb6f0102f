//! Names of the constructors of errors (`[rust] errors`), and of their parameters.

use std::collections::{HashMap, HashSet};

use crate::model::{Catalog, Row, Table, placeholders};
use crate::names;
use crate::report::Report;
use crate::source::Span;

pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) {
    if !catalog.rust.errors {
        return;
    }
    // The variant and the place of each constructor, by its name.
    let mut taken: HashMap<String, (String, Span)> = HashMap::new();
    let mut seen = HashSet::new();
    for row in &table.rows {
        let mut is_first = false;
        for (offset, code) in row.code.codes() {
            if !seen.insert(code) || catalog.is_success(table, row) {
                continue;
            }
            is_first = true;
            let variant = row.variant(offset).map(|name| (name, row.name.span));
            let aliases = row.aliases(offset).into_iter();
            let aliases = aliases.map(|name| (name, row.renamed.span));
            for (variant, at) in variant.into_iter().chain(aliases) {
                let constructor = names::snake(&variant);
                check_name(&constructor, &variant, at, catalog, report);
                let first = taken.entry(constructor.clone());
                let (first, first_at) = first.or_insert_with(|| (variant.clone(), at));
                if *first != variant {
                    report
                        .error(
                            at,
                            format!("`{first}` and `{variant}` both become `{constructor}`"),
                        )
                        .related(*first_at, "first used here")
                        .note(CONSTRUCTORS)
                        .help("rename one of them");
                }
            }
        }
        if is_first {
            check_parameters(row, report);
        }
    }
}

const CONSTRUCTORS: &str =
    "with `errors` in `[rust]`, the enum has a constructor for each code that is not a success";

fn check_name(constructor: &str, variant: &str, at: Span, catalog: &Catalog, report: &mut Report) {
    let is_language = |tag: &str| names::snake(tag) == constructor;
    let mut attributes = catalog.attributes.iter();
    let is_method = names::METHODS.contains(&constructor)
        || names::TRAIT_METHODS.contains(&constructor)
        || catalog.tags().any(is_language)
        || attributes.any(|attribute| attribute.name.text == constructor);
    let reason = if is_method {
        format!("the enum has a method `{constructor}`")
    } else if !names::is_method(constructor) {
        format!("`{constructor}` is a Rust keyword")
    } else {
        return;
    };
    report
        .error(at, format!("constructor name `{constructor}` is reserved"))
        .note(format!(
            "the constructor for `{variant}` is named `{constructor}`, and {reason}"
        ))
        .help("rename the variant, or remove `errors` from `[rust]`");
}

/// Checks the placeholders of a row, which are the parameters of its constructor.
fn check_parameters(row: &Row, report: &mut Report) {
    let message = &row.messages[0];
    for name in placeholders(&message.text).unwrap_or_default() {
        if !names::is_method(name) {
            report
                .error(message.span, format!("placeholder name `{name}` is reserved"))
                .note(format!("with `errors` in `[rust]`, placeholders are parameters, and `{name}` is a Rust keyword"))
                .help("rename the placeholder in every language");
        }
    }
}
