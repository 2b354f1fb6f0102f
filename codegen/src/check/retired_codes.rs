//! Codes that the provider no longer sends.

use std::collections::BTreeMap;

use crate::model::{Retired, Row, Table};
use crate::report::Report;
use crate::suggest::suggestion;

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
            still_stands(row, retired, &rows, report);
            replacement(row, retired, &rows, report);
        }
    }
}

/// A code has one meaning for ever: those who still hold an old reply would read the new one into it.
fn still_stands(
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
                format!("the code {code} is retired, and stands here again"),
            )
            .related(retired.span, "retired here")
            .help("a code keeps its meaning: where it is back with the same one, empty `retired` in its rows; where it got another, put the new edition's codes into a table with another `type`");
    }
}

/// The replacement is a code of the table, and not retired itself.
fn replacement(
    row: &Row,
    retired: &Retired,
    rows: &BTreeMap<String, Vec<&Row>>,
    report: &mut Report,
) {
    let Some(code) = &retired.instead else { return };
    let is_live = |rows: &&Vec<&Row>| rows[0].retired.is_none();
    let live = rows
        .iter()
        .filter(|(_, rows)| is_live(rows))
        .map(|(code, _)| code.as_str());
    match rows.get(code).map(|rows| rows[0]) {
        None => {
            report
                .error(
                    retired.span,
                    format!("the table has no code `{code}` to use instead"),
                )
                .help("what follows `; use` is a code of the same table")
                .maybe_help(suggestion(code, live));
        }
        Some(other) if other.retired.is_some() => {
            let is_itself = std::ptr::eq(other, row);
            let message = if is_itself {
                format!("the code {code} cannot be used instead of itself")
            } else {
                format!("the code {code}, to be used instead, is retired as well")
            };
            report
                .error(retired.span, message)
                .help("name the code that is sent now, or leave `; use` out");
        }
        Some(_) => {}
    }
}
