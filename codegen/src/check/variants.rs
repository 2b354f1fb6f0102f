//! Names of variants that clash.

use std::collections::HashMap;

use crate::model::Table;
use crate::names;
use crate::report::Report;
use crate::source::Span;

pub(super) fn check(table: &Table, report: &mut Report) {
    // By the skeleton of the variant: the variant, its code, and the place of its name.
    let mut variants: HashMap<String, (String, String, Span)> = HashMap::new();
    for row in &table.rows {
        let at = row.name.span;
        for (offset, code) in row.code.codes() {
            let Some(variant) = row.variant(offset) else {
                break;
            };
            match variants.get(&names::skeleton(&variant)) {
                Some((first_variant, first_code, first)) if *first_code != code => {
                    let message = if *first_variant == variant {
                        format!("codes `{first_code}` and `{code}` both become `{variant}`")
                    } else {
                        format!(
                            "names of codes `{first_code}` and `{code}` look alike: `{first_variant}`, `{variant}`"
                        )
                    };
                    report
                        .error(at, message)
                        .related(*first, "first used here")
                        .help("rename one of them to say how they differ");
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
