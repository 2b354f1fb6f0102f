//! The cases of `tests/cases/search.rs`, which `explain` passes as well.

use std::collections::HashMap;
use std::io::Write as _;

use codegen::Catalog;
use serde_json::json;

use crate::driver::{Page, Setup, on_page};
use crate::ours;

#[path = "../../../tests/cases/search.rs"]
mod cases;

/// Returns the first codes that the page finds for each query, at most so many, as `TABLE CODE`.
async fn first_codes(page: &Page, queries: &[&str], most: usize) -> Vec<Vec<String>> {
    let script = "return arguments[0].map((query) => {\
        const { matches, similar } = search(index(), query, () => true);\
        return [...matches, ...similar].slice(0, arguments[1]).map((at) => `${codes[at].facets.table} ${codes[at].code}`);\
    })";
    let mut found = Vec::new();
    for queries in queries.chunks(500) {
        let codes = page
            .client
            .execute(script, vec![json!(queries), json!(most)])
            .await;
        let codes: Vec<Vec<String>> = serde_json::from_value(codes.unwrap()).unwrap();
        found.extend(codes);
    }
    found
}

#[test]
fn the_page_finds_what_explain_finds() {
    let catalog = Catalog::load(ours()).unwrap();
    on_page(&ours(), Setup::default(), async |page| {
        what_people_paste_finds_its_code(page, &catalog).await;
        text_of_an_open_code_never_leads_to_a_final_one(page, &catalog).await;
        filters_limit_the_codes(page, &catalog).await;
        queries_without_matches_have_suggestions(page).await;
        pasted_text_shows_its_code_first(page).await;
    });
}

async fn what_people_paste_finds_its_code(page: &Page, catalog: &Catalog) {
    for (group, cases, percent, within) in cases::groups(catalog) {
        let queries: Vec<&str> = cases.iter().map(|case| &*case.query).collect();
        let codes = first_codes(page, &queries, 3).await;
        let is_found = |(case, codes): &(&cases::Case, &Vec<String>)| {
            let mut first = codes.iter().take(within);
            first.any(|code| case.wanted.contains(code))
        };
        let (found, missed): (Vec<_>, Vec<_>) = cases.iter().zip(&codes).partition(is_found);
        let figures = format!(
            "{group}: {} of {} within the first {within}",
            found.len(),
            cases.len()
        );
        let _ = writeln!(std::io::stderr(), "{figures}");
        assert!(found.len() * 100 >= cases.len() * percent, "{missed:#?}");
    }
}

async fn text_of_an_open_code_never_leads_to_a_final_one(page: &Page, catalog: &Catalog) {
    let codes = catalog.tables().flat_map(|table| table.codes());
    let outcomes: HashMap<String, String> = codes
        .filter_map(|code| Some((cases::name(code), code.value("outcome")?.to_string())))
        .collect();
    let queries = cases::open_texts(catalog);
    let queries: Vec<&str> = queries.iter().map(String::as_str).collect();
    let codes = first_codes(page, &queries, 3).await;
    let wrong: Vec<_> = queries
        .iter()
        .zip(&codes)
        .filter(|(_, codes)| {
            let first = codes.first().map(|code| &*outcomes[code]);
            matches!(first, Some("failure" | "success"))
        })
        .collect();
    let _ = writeln!(
        std::io::stderr(),
        "{} texts of pending and unknown codes",
        queries.len()
    );
    assert!(wrong.is_empty(), "{wrong:#?}");
}

async fn filters_limit_the_codes(page: &Page, catalog: &Catalog) {
    let cases = cases::filtered(catalog);
    let queries: Vec<&str> = cases.iter().map(|case| &*case.query).collect();
    let found = first_codes(page, &queries, usize::MAX).await;
    for (case, found) in cases.iter().zip(found) {
        assert_eq!(found, case.wanted, "{}", case.query);
    }
}

async fn queries_without_matches_have_suggestions(page: &Page) {
    for case in cases::FRUITLESS {
        let script = "const { matches, similar } = search(index(), arguments[0], () => true);\
            const { unfiltered, words } = instead(index(), arguments[0], false);\
            return [matches.length, unfiltered.length, words.map((word) => word.text),\
                similar.map((at) => `${codes[at].facets.table} ${codes[at].code}`)]";
        let found = page.client.execute(script, vec![json!(case.query)]).await;
        let (matches, unfiltered, words, similar): (usize, usize, Vec<String>, Vec<String>) =
            serde_json::from_value(found.unwrap()).unwrap();
        assert_eq!(matches, 0, "{case:?}");
        assert_eq!(unfiltered == 1, case.is_unfiltered, "{case:?}");
        assert_eq!(words, case.words, "{case:?}");
        let is_similar = |code: &str| similar.iter().any(|similar| similar == code);
        assert!(case.similar.is_none_or(is_similar), "{case:?}: {similar:?}");
    }
}

/// What the page shows is what the search finds.
async fn pasted_text_shows_its_code_first(page: &Page) {
    for (query, first) in [
        (
            r#"{"ret_code":"2008","ret_msg":"Something is wrong"}"#,
            "2008",
        ),
        ("code=1000013 took 302 ms", "1000013"),
        ("payment failed", "1111"),
        ("PaymentFailed", "1005"),
        (
            "Parameter amount of the merchant request is invalid",
            "1004",
        ),
        ("交易處理中", "2008"),
        ("transacton processing", "2008"),
    ] {
        page.search(query).await;
        let codes = page.codes().await;
        assert_eq!(
            codes.first().map(String::as_str),
            Some(first),
            "{query}: {codes:?}"
        );
    }
}
