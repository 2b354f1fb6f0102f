//! The variants' names.

use std::collections::HashMap;

use crate::model::Table;
use crate::names;
use crate::report::Report;
use crate::source::Span;

pub(super) fn check(table: &Table, report: &mut Report) {
    // By what the variant looks like: the variant, the code that has it, and where its name stands.
    let mut variants: HashMap<String, (String, String, Span)> = HashMap::new();
    for row in &table.rows {
        let at = row.name.span;
        for (offset, code) in row.code.codes() {
            let Some(variant) = row.variant(offset) else {
                break;
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
