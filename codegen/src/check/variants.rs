//! The variants' names.

use std::collections::HashMap;

use crate::diagnostic::{Report, named};
use crate::model::Table;
use crate::names;
use crate::source::Span;

pub(super) fn check(table: &Table, report: &mut Report) {
    // By what the variant looks like: the variant, the code that has it, and where its name stands.
    let mut variants: HashMap<String, (String, String, Span)> = HashMap::new();
    for row in &table.rows {
        let (Some(name), at) = (&row.name.value, row.name.span) else {
            continue;
        };
        if let Some(stranger) =
            (name.chars()).find(|c| !c.is_ascii_alphanumeric() && !matches!(c, ' ' | '-' | '_'))
        {
            report
                .error(
                    at,
                    format!("the name `{name}` has {} in it", named(stranger)),
                )
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
            match variants.get(&names::skeleton(&variant)) {
                Some((first_variant, first_code, first)) if *first_code != code => {
                    let codes = format!("the codes {first_code} and {code} would");
                    let what = if *first_variant == variant {
                        format!("{codes} both be `{variant}`")
                    } else {
                        format!("{codes} be `{first_variant}` and `{variant}`, which look alike")
                    };
                    report
                        .error(at, what)
                        .related(*first, "first here")
                        .help("give one of them another name, one that says how they differ");
                    break;
                }
                Some(_) => {}
                None => {
                    variants.insert(names::skeleton(&variant), (variant, code, at));
                }
            }
        }
    }
}
