//! Check: whether what the files say goes together.
//!
//! A pass of its own over the model, one file for each kind of rule. Nothing is changed here; all that is
//! found is reported, in one run.

mod codes;
mod declarations;
mod glossary;
mod http;
mod messages;
mod names;
mod outputs;
mod printed;
mod retired;
mod review;
mod rules;
mod runtime;
mod size;
mod spelling;
mod text;
mod variants;

use crate::diagnostic::Report;
use crate::model::Catalog;

/// Checks a catalog and its tables.
pub(crate) fn catalog(catalog: &Catalog, report: &mut Report) {
    declarations::check(catalog, report);
    runtime::check(catalog, report);
    outputs::check(catalog, report);
    if !size::check(catalog, report) {
        return;
    }
    for table in &catalog.tables {
        variants::check(table, report);
        codes::check(table, catalog, report);
        http::check(table, catalog, report);
        messages::check(table, catalog, report);
        rules::check(table, catalog, report);
        text::check(table, catalog, report);
        names::check(table, catalog, report);
        printed::check(table, catalog, report);
        spelling::check(table, catalog, report);
        retired::check(table, report);
        review::check(table, catalog, report);
    }
    spelling::declared(catalog, report);
    glossary::check(catalog, report);
}
