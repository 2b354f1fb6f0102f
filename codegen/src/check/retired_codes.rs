//! Codes that the provider no longer sends.

use std::collections::BTreeMap;

use crate::model::{Retired, Row, Table};
use crate::report::Report;
use crate::suggest::similar_code;

pub(super) fn check(table: &Table, report: &mut Report) {
    if table.rows.iter().all(|row| row.retired.is_none()) {
        return;
    }
    let mut rows: BTreeMap<String, Vec<&Row>> = BTreeMap::new();
    for row in &table.rows {
        for (_, code) in row.code.codes() {
            rows.entry(code).or_default().push(row);
        }
    }
    for row in &table.rows {
        if let Some(retired) = &row.retired {
            check_unused(row, retired, &rows, report);
            check_replacement(row, retired, &rows, table, report);
        }
    }
}

/// Checks that a retired code is not used again: a client with an old reply would give it the new meaning.
fn check_unused(
    row: &Row,
    retired: &Retired,
    rows: &BTreeMap<String, Vec<&Row>>,
    report: &mut Report,
) {
    let live = row.code.codes().find_map(|(_, code)| {
        let live = rows[&code].iter().find(|other| other.retired.is_none())?;
        Some((code, *live))
    });
    if let Some((code, live)) = live {
        report
            .error(
                live.code.span,
                format!("retired code `{code}` is used again"),
            )
            .related(retired.span, "retired here")
            .help("if this row is retired as well, fill in its `retired` cell")
            .help("if the code has the same meaning as before, clear `retired` in its rows")
            .help("if its meaning changed, put the new codes in a table with another `type`");
    }
}

/// Checks that the replacement is a code of the table that is not retired.
fn check_replacement(
    row: &Row,
    retired: &Retired,
    rows: &BTreeMap<String, Vec<&Row>>,
    table: &Table,
    report: &mut Report,
) {
    let Some(code) = &retired.instead else { return };
    let is_live = |rows: &&Vec<&Row>| rows[0].retired.is_none();
    let live = rows
        .iter()
        .filter(|(code, rows)| is_live(rows) && **code != row.code.first)
        .map(|(code, _)| code.as_str());
    match rows.get(code).map(|rows| rows[0]) {
        None if !table.all_codes_valid => {}
        None => {
            report
                .error(retired.span, format!("unknown replacement code `{code}`"))
                .note("the code after `; use` must be in the same table")
                .maybe_help(similar_code(code, live))
                .help(format!("correct the code, or remove `; use {code}`"));
        }
        Some(other) if other.retired.is_some() => {
            let is_itself = std::ptr::eq(other, row);
            let message = if is_itself {
                format!("code `{code}` is its own replacement")
            } else {
                format!("replacement code `{code}` is retired too")
            };
            report.error(retired.span, message).help(format!(
                "name a code that the provider still sends, or remove `; use {code}`"
            ));
        }
        Some(_) => {}
    }
}
