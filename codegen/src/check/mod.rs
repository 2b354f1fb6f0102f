//! Check: report what is wrong with values that are valid by themselves.
//!
//! A separate pass over the model, with a file for each kind of check. It changes nothing, and reports everything that it
//! finds in one run. Cells that are invalid by themselves were reported when they were [resolved](crate::resolve).

mod cautious_codes;
mod codes;
mod constructors;
mod declared_values;
mod derived_values;
mod expanded_size;
mod glossary;
mod identifiers;
mod message_lints;
mod name_words;
mod names;
mod outputs;
mod placeholders;
mod printed;
mod retired_codes;
mod review;
mod rule_index;
mod rules;
mod semantics;
mod spelling;
mod status_tables;
mod term_index;
mod untranslated;
mod variants;

use self::spelling::Spellings;
use crate::limits::Limits;
use crate::model::Catalog;
use crate::report::Report;

/// Checks a catalog and its tables.
pub(crate) fn catalog(catalog: &Catalog, limits: &Limits, report: &mut Report) {
    identifiers::check(catalog, report);
    semantics::check(catalog, report);
    declared_values::check(catalog, report);
    outputs::check(catalog, report);
    if !expanded_size::check(catalog, &limits.texts, report) {
        return;
    }
    let spellings = Spellings::new(catalog.spellings.iter().map(|word| word.text.as_str()));
    let mut tables = Vec::new();
    for table in &catalog.tables {
        variants::check(table, report);
        codes::check(table, catalog, report);
        constructors::check(table, catalog, report);
        // If a column was sorted without the others, comparing the cells of a row would find only the consequences.
        let rows_match = (!table.is_header_valid || placeholders::check(table, catalog, report))
            && name_words::check(table, catalog, report);
        // A wrong cell may break several of these. It is reported once.
        let mut reported = cautious_codes::check(table, catalog, report);
        if rows_match {
            rules::check(table, catalog, &mut reported, report);
        }
        derived_values::check(table, catalog, &reported, report);
        status_tables::check(table, catalog, report);
        names::check(table, catalog, report);
        spelling::check(table, &spellings, catalog, report);
        retired_codes::check(table, report);
        review::check(table, catalog, report);
        untranslated::check(table, catalog, report);
        if rows_match {
            message_lints::check(table, &spellings, catalog, report);
            printed::check(table, catalog, report);
            tables.push(table);
        }
    }
    spelling::check_declared(catalog, report);
    glossary::check(&tables, catalog, report);
}
