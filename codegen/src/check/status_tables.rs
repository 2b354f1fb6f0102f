//! Statuses of tables that are tied to another table.

use std::collections::BTreeSet;

use crate::model::{Catalog, HttpSource, HttpStatus, Table};
use crate::report::Report;
use crate::suggest::suggestion;

pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) {
    let HttpSource::Column {
        table: Some(name),
        also,
    } = &table.http
    else {
        return;
    };
    let Some(statuses) = catalog.table(&name.text) else {
        // It may be one that could not be read.
        if catalog.all_tables_loaded {
            let tables = catalog.tables.iter().map(|table| table.name.text.as_str());
            report
                .error(name.span, format!("there is no table `{}`", name.text))
                .maybe_help(suggestion(&name.text, tables));
        }
        return;
    };
    let codes = statuses
        .rows
        .iter()
        .filter_map(|row| HttpStatus::parse(&row.code.first));
    let allowed: BTreeSet<HttpStatus> = codes.chain(also.iter().copied()).collect();
    for field in table.rows.iter().filter_map(|row| row.http.as_ref()) {
        let Some(status) = field.value.filter(|status| !allowed.contains(status)) else {
            continue;
        };
        let list = allowed
            .iter()
            .map(HttpStatus::to_string)
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
