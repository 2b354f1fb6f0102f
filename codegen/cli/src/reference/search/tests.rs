//! The cases of `tests/cases/search.rs`, which the page passes as well.

use std::path::Path;

use super::Index;
use codegen::Catalog;
use codegen::catalog::Value;

#[path = "../../../tests/cases/search.rs"]
mod cases;

fn ours() -> Catalog {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../codes-data/catalog.toml");
    Catalog::load(path).unwrap()
}

fn index(catalog: &Catalog) -> Index<'_> {
    Index::new(catalog, catalog.tables().flat_map(|table| table.codes()))
}

#[test]
fn what_people_paste_finds_its_code() {
    let catalog = ours();
    let index = index(&catalog);
    let mut is_good = true;
    for (group, cases, percent, within) in cases::groups(&catalog) {
        let is_found = |case: &&cases::Case| {
            let found = index.find(&case.query);
            let mut first = found.codes.iter().chain(&found.similar).take(within);
            first.any(|code| case.wanted.contains(&cases::name(*code)))
        };
        let (found, missed): (Vec<_>, Vec<_>) = cases.iter().partition(is_found);
        println!(
            "{group}: {} of {} within the first {within}",
            found.len(),
            cases.len()
        );
        if found.len() * 100 < cases.len() * percent {
            is_good = false;
            println!("missed: {missed:#?}");
        }
    }
    assert!(is_good);
}

#[test]
fn text_of_an_open_code_never_leads_to_a_final_one() {
    let catalog = ours();
    let index = index(&catalog);
    let queries = cases::open_texts(&catalog);
    // All of them take half a minute.
    let step = test_support::cases(4, 1) as usize;
    let queries: Vec<_> = queries.into_iter().step_by(step).collect();
    println!("{} texts of pending and unknown codes", queries.len());
    let wrong: Vec<_> = queries
        .iter()
        .filter_map(|query| {
            let found = index.find(query);
            let first = *found.codes.iter().chain(&found.similar).next()?;
            let is_final = matches!(first.value("outcome"), Some(Value::Enum(value)) if ["failure", "success"].contains(&value.name()));
            is_final.then(|| format!("{query}: {}", cases::name(first)))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn filters_limit_the_codes() {
    let catalog = ours();
    let index = index(&catalog);
    for case in cases::filtered(&catalog) {
        let found = index.find(&case.query).codes.into_iter();
        let found: Vec<String> = found.map(cases::name).collect();
        assert_eq!(found, case.wanted, "{}", case.query);
    }
}

#[test]
fn queries_without_matches_have_suggestions() {
    let catalog = ours();
    let index = index(&catalog);
    for case in cases::FRUITLESS {
        let found = index.find(case.query);
        assert!(found.codes.is_empty(), "{}: {:?}", case.query, found.codes);
        let instead = index.instead(case.query);
        assert_eq!(instead.unfiltered.is_some(), case.is_unfiltered, "{case:?}");
        let words: Vec<&str> = instead.words.iter().map(|(word, _)| &**word).collect();
        assert_eq!(words, case.words, "{case:?}");
        let similar: Vec<String> = found.similar.into_iter().map(cases::name).collect();
        let is_similar = |code: &str| similar.iter().any(|similar| similar == code);
        assert!(case.similar.is_none_or(is_similar), "{case:?}: {similar:?}");
    }
}
