//! The variants' names.

use std::collections::HashMap;

use crate::diagnostic::Report;
use crate::model::Table;
use crate::names;
use crate::source::Span;

pub(super) fn check(table: &Table, report: &mut Report) {
    // By variant: the code that has it, and where its name stands.
    let mut variants: HashMap<String, (String, Span)> = HashMap::new();
    for row in &table.rows {
        let (Some(name), at) = (&row.name.value, row.name.span) else {
            continue;
        };
        if let Some(stranger) =
            (name.chars()).find(|c| !c.is_ascii_alphanumeric() && !matches!(c, ' ' | '-' | '_'))
        {
            report
                .error(at, format!("the name `{}` has `{stranger}` in it", name))
                .help("a name is a few plain English words: `iccid not found`");
            continue;
        }
        let base = names::variant(name);
        if !names::is_variant(&base) {
            let why = if base.starts_with(|c: char| c.is_ascii_digit()) {
                "starts with a digit"
            } else {
                "is a name that Rust or every enum has already"
            };
            report
                .error(
                    at,
                    format!("the name `{}` becomes `{base}`, which {why}", name),
                )
                .help("give it another name");
            continue;
        }
        for (offset, code) in row.code.codes() {
            let variant = if row.code.is_range {
                names::variant_in_range(name, offset)
            } else {
                base.clone()
            };
            match variants.get(&variant) {
                Some((first_code, first)) if *first_code != code => {
                    report
                        .error(
                            at,
                            format!("the codes {first_code} and {code} would both be `{variant}`"),
                        )
                        .related(*first, "first here")
                        .help("give one of them another name, one that says how they differ");
                    break;
                }
                Some(_) => {}
                None => {
                    variants.insert(variant, (code, at));
                }
            }
        }
    }
}
