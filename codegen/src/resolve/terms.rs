//! The terms of the glossary.

use super::languages::report_unknown;
use crate::model::{Language, Term};
use crate::read::csv::Grid;
use crate::report::Report;
use crate::source::Cell;

/// Resolves a glossary.
pub(super) fn resolve(grid: &Grid, languages: &[Language], report: &mut Report) -> Vec<Term> {
    let mut columns = Vec::new();
    for header in &grid.header {
        let language = languages
            .iter()
            .position(|language| language.tag == header.text);
        if language.is_none() {
            let tags = languages.iter().map(|language| language.tag.as_str());
            report_unknown(header, tags, report);
        }
        columns.push(language);
    }
    let term = |row: &Vec<Cell>| {
        let mut translations = vec![Vec::new(); languages.len()];
        for (cell, language) in row.iter().zip(&columns) {
            let Some(language) = language else { continue };
            let given = cell
                .text
                .split('|')
                .map(str::trim)
                .filter(|text| !text.is_empty());
            translations[*language] = given.map(str::to_owned).collect();
        }
        Some(Term {
            head: row.first()?.clone(),
            translations,
        })
    };
    grid.rows.iter().filter_map(term).collect()
}
