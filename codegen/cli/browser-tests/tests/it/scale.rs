//! Tens of thousands of codes.

use std::io::Write as _;
use std::time::Instant;

use crate::driver::{Setup, on_page};
use test_support::Folder;
use test_support::catalogs::with_rows;

const CODES: usize = 10_000;

/// Up to so many matches are all in the document.
const ALL: usize = 2000;

/// Returns a catalog with so many codes.
fn catalog(codes: usize) -> Folder {
    let rows: String = (0..codes)
        .map(|code| {
            format!(
                "{code:05},thing {code} not found,第{code}件物品{{id}}不存在，请检查后重试,Thing {{id}} of kind {code} does not exist; \
                 please check it and try again,404,failure,第{code} 件物品不存在,white space dropped\n"
            )
        })
        .collect();
    with_rows(&rows, "", "code = { charset = \"digits\", width = 5 }\n")
}

/// One selector per row took 111 seconds.
#[test]
fn thirty_thousand_codes_are_ready_in_seconds() {
    let catalog = catalog(3 * CODES);
    on_page(
        &catalog.path().join("catalog.toml"),
        Setup::default(),
        async |page| {
            let start = Instant::now();
            page.go("#29999").await;
            let seconds = start.elapsed().as_secs_f64();
            let _ = writeln!(std::io::stderr(), "30000 codes are ready in {seconds:.1} s");
            assert!(
                seconds < 15.0,
                "5 seconds on a machine without other work: {seconds}"
            );
            assert_eq!(page.count("#about-shop-29999").await, 1);
        },
    );
}

#[test]
fn the_search_of_the_browser_finds_each_of_two_thousand_codes() {
    let catalog = catalog(ALL);
    on_page(
        &catalog.path().join("catalog.toml"),
        Setup::default(),
        async |page| {
            assert_eq!(page.codes().await.len(), ALL);
            let text = "document.getElementById('tables').innerText";
            let script = format!("return {text}.includes('Thing {{id}} of kind 1999 ')");
            assert_eq!(page.run(&script).await, true, "as the browser renders it");
        },
    );
}

#[test]
fn ten_thousand_codes_stay_fast() {
    let catalog = catalog(CODES);
    on_page(
        &catalog.path().join("catalog.toml"),
        Setup::default(),
        async |page| {
            assert_eq!(page.text("#count").await, "10000 codes");
            // The number of visible rows stays bounded for any query, so that typing stays fast.
            let field = page.element("#query").await;
            for key in "thing 不存在 98".chars() {
                field.send_keys(&key.to_string()).await.unwrap();
                let visible = page.codes().await.len();
                assert!((1..=ALL).contains(&visible), "{key}: {visible}");
            }
            page.search("9876").await;
            assert_eq!(page.codes().await[0], "09876");
            // To remove a thousand rows with live ranges took seven seconds.
            let highlights = "const ranges = [...CSS.highlights.get('found')];\
                return ranges.length > 0 && ranges.every((range) => range instanceof StaticRange)";
            assert_eq!(page.run(highlights).await, true);

            page.go("#shop-09000").await;
            assert_eq!(page.count("tr.detail").await, 1);
            assert!(page.codes().await.len() < 200);
            let first = page.codes().await[0].clone();
            page.run("document.getElementById('earlier').scrollIntoView()")
                .await;
            page.click("#earlier").await;
            assert!(page.codes().await[0] < first);

            // Print shows all codes, and the screen its window again.
            page.run("dispatchEvent(new Event('beforeprint'))").await;
            assert_eq!(
                page.run("return document.querySelectorAll('#tables tbody tr').length")
                    .await,
                CODES
            );
            page.run("dispatchEvent(new Event('afterprint'))").await;
            assert!(page.codes().await.len() < 300);

            // Print the time from a key event to the frame that shows its result.
            let times = page
            .client
            .execute_async(
                "const done = arguments[0], times = [], keys = [...'thing 不存在 98'];\
                 query.value = '';\
                 const type = () => {\
                   if (keys.length === 0) return done(times);\
                   const start = performance.now();\
                   query.value += keys.shift();\
                   query.dispatchEvent(new InputEvent('input', { bubbles: true }));\
                   requestAnimationFrame(() => setTimeout(() => { times.push(Math.round(performance.now() - start)); type(); }));\
                 };\
                 type();",
                Vec::new(),
            )
            .await
            .unwrap();
            let pasted = page
                .run(
                    "const text = 'nothing like it 4711 '.repeat(5000), start = performance.now();\
                     search(index(), text, () => true);\
                     return Math.round(performance.now() - start);",
                )
                .await;
            let _ = writeln!(
                std::io::stderr(),
                "milliseconds to search for 100 kB: {pasted}"
            );
            let _ = writeln!(
                std::io::stderr(),
                "milliseconds from key to frame at {CODES} codes: {times}"
            );
        },
    );
}
