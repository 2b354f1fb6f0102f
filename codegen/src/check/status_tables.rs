//! Statuses of tables that are tied to another table.

use std::collections::BTreeSet;

use crate::model::{Catalog, HttpSource, HttpStatus, Table};
use crate::report::Report;
use crate::suggest::{or, suggestion};

pub(super) fn check(table: &Table, catalog: &Catalog, report: &mut Report) {
    let HttpSource::Column {
        table: Some(name),
        also,
    } = &table.http
    else {
        return;
    };
    let Some(statuses) = catalog.table(&name.text) else {
        // The table may be one that could not be read.
        if catalog.all_tables_loaded {
            let tables = catalog.tables.iter().map(|table| table.name.text.as_str());
            report
                .error(name.span, format!("unknown table `{}`", name.text))
                .help(suggestion("table", &name.text, tables).unwrap_or_else(|| {
                    "name a table that `tables` in the catalog lists".to_owned()
                }));
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
        let allowed: Vec<String> = allowed.iter().map(HttpStatus::to_string).collect();
        report
            .error(
                field.span,
                format!("status `{status}` is not in table `{}`", name.text),
            )
            .label(format!("expected {}", or(&allowed)))
            .help(format!(
                "to allow `{status}`, add it to `also` in `http` in the table's TOML file"
            ));
    }
}
