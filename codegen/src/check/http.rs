//! Statuses of tables that are tied to another table.

use std::collections::BTreeSet;

use crate::diagnostic::{Report, did_you_mean};
use crate::model::{Catalog, HttpSource, Table};

pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) {
    match &table.http {
        HttpSource::Absent | HttpSource::Column { table: None, .. } => {}
        HttpSource::Code => {
            for row in &table.rows {
                if !is_status(&row.code.first) {
                    report
                        .error(row.code.span, format!("the code {} is no HTTP status", row.code.first))
                        .help("the table's TOML file says that its codes are the statuses: 100 to 599");
                }
            }
        }
        HttpSource::Column {
            table: Some(name),
            also,
        } => {
            let Some(statuses) = catalog.table(&name.text) else {
                if !catalog.is_complete {
                    return; // It may be the one that could not be read.
                }
                let tables = catalog.tables.iter().map(|table| table.name.text.as_str());
                report
                    .error(name.span, format!("there is no table `{}`", name.text))
                    .maybe_help(did_you_mean(&name.text, tables));
                return;
            };
            let codes = statuses
                .rows
                .iter()
                .filter_map(|row| row.code.first.parse().ok());
            let allowed: BTreeSet<u16> = codes.chain(also.iter().copied()).collect();
            for field in table.rows.iter().filter_map(|row| row.http.as_ref()) {
                let Some(status) = field.value.filter(|status| !allowed.contains(status)) else {
                    continue;
                };
                let list = allowed
                    .iter()
                    .map(u16::to_string)
                    .collect::<Vec<_>>()
                    .join(", ");
                report
                    .error(
                        field.span,
                        format!("the table `{}` has no status {status}", name.text),
                    )
                    .help(format!(
                        "allowed are {list}; `also` in the table's TOML file allows others"
                    ));
            }
        }
    }
}

fn is_status(code: &str) -> bool {
    code.parse()
        .is_ok_and(|status: u16| (100..=599).contains(&status))
}
