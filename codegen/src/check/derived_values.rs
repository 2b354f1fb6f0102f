//! Derived attributes whose value does not follow from a row.

use std::collections::HashSet;

use crate::model::{Catalog, Row, Table};
use crate::report::Report;
use crate::source::Span;

/// Checks that each row meets exactly one condition. A row with a cell in `reported` is left out: when the cell is fixed, a value may
/// follow.
pub(super) fn check(
    table: &Table,
    catalog: &Catalog,
    reported: &HashSet<Span>,
    report: &mut Report,
) {
    for underived in &table.underived {
        let row = &table.rows[underived.row];
        if cells(row).any(|cell| reported.contains(&cell)) {
            continue;
        }
        let attribute = &catalog.attributes[underived.attribute];
        let (code, name) = (&row.code.first, &attribute.name);
        let message = match underived.values[..] {
            [first, second, ..] => {
                let [first, second] =
                    [first, second].map(|index| &attribute.values()[index].name.text);
                format!(
                    "code `{code}` meets the conditions of both `{first}` and `{second}` of `{}`",
                    name.text
                )
            }
            _ => format!("code `{code}` meets no condition of `{}`", name.text),
        };
        report
            .error(row.code.span, message)
            .related(name.span, "derived attribute declared here")
            .help(format!(
                "change the row, or `[attribute.{}.from]`",
                name.text
            ));
    }
}

/// Returns the cells that conditions refer to.
fn cells(row: &Row) -> impl Iterator<Item = Span> {
    let attributes = row.attributes.iter().map(|field| field.span);
    let messages = row.messages.iter().map(|message| message.span);
    let http = row.http.iter().map(|field| field.span);
    (attributes.chain(messages).chain(http)).chain([row.name.span])
}
