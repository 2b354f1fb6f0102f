//! The rules that the catalog declares.

use std::collections::HashSet;

use crate::model::{Catalog, Condition, Table};
use crate::report::Report;

pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) {
    let mut seen = HashSet::new();
    for row in &table.rows {
        // A row that repeats a code may leave empty what the code's first row has.
        let new = row
            .code
            .codes()
            .filter(|(_, code)| seen.insert(code.clone()));
        if new.count() == 0 {
            continue;
        }
        for rule in &catalog.rules {
            let holds = |condition: &Condition| {
                let status = table.http_status(row, &row.code.first);
                condition.holds(row, status, &table.attributes)
            };
            let as_expected = rule.expect.as_ref().is_none_or(holds);
            let forbidden = rule.forbid.as_ref().is_some_and(holds);
            if !holds(&rule.when) || (as_expected && !forbidden) {
                continue;
            }
            let what = if forbidden {
                "what it forbids holds"
            } else {
                "what it expects does not hold"
            };
            let code = &row.code.first;
            if let Some(finding) = report.lint(
                rule.level,
                "rule",
                row.code.span,
                format!("{code}: {}", rule.doc),
            ) {
                finding
                    .related(rule.span, format!("the rule: {what}"))
                    .help("correct the row; or the rule, in the catalog");
            }
        }
    }
}
