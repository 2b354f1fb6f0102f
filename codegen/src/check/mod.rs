//! Check: whether what the files say goes together.
//!
//! A pass of its own over the model, one file for each kind of rule. Nothing is changed here; all that is
//! found is reported, in one run. A cell that is no good by itself was reported when it was [resolved](crate::resolve).

mod codes;
mod expanded_size;
mod glossary;
mod identifiers;
mod message_lints;
mod names;
mod outputs;
mod placeholders;
mod printed;
mod retired_codes;
mod review;
mod rules;
mod semantics;
mod spelling;
mod status_tables;
mod variants;

use crate::limits::Limits;
use crate::model::Catalog;
use crate::report::Report;

/// Checks a catalog and its tables.
pub(crate) fn catalog(catalog: &Catalog, limits: &Limits, report: &mut Report) {
    identifiers::check(catalog, report);
    semantics::check(catalog, report);
    outputs::check(catalog, report);
    if !expanded_size::check(catalog, &limits.texts, report) {
        return;
    }
    for table in &catalog.tables {
        variants::check(table, report);
        codes::check(table, catalog, report);
        status_tables::check(table, catalog, report);
        placeholders::check(table, catalog, report);
        rules::check(table, catalog, report);
        message_lints::check(table, catalog, report);
        names::check(table, catalog, report);
        printed::check(table, catalog, report);
        spelling::check(table, catalog, report);
        retired_codes::check(table, report);
        review::check(table, catalog, report);
    }
    spelling::declared(catalog, report);
    glossary::check(catalog, report);
}
