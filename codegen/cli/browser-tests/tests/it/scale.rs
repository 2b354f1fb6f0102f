//! Ten thousand codes.

use std::io::Write as _;

use crate::driver::{Setup, on_page};
use test_support::catalogs::with_rows;

const CODES: usize = 10_000;

#[test]
fn ten_thousand_codes_stay_fast() {
    let rows: String = (0..CODES)
        .map(|code| {
            format!(
                "{code:05},thing {code} not found,第{code}件物品{{id}}不存在，请检查后重试,Thing {{id}} of kind {code} does not exist; \
                 please check it and try again,404,failure,第{code} 件物品不存在,white space dropped\n"
            )
        })
        .collect();
    let catalog = with_rows(&rows, "", "code = { charset = \"digits\", width = 5 }\n");
    on_page(
        &catalog.path().join("catalog.toml"),
        Setup::default(),
        async |page| {
            assert_eq!(page.text("#count").await, "10000 codes");
            // The number of visible rows stays small for any query, so that typing stays fast.
            let field = page.element("#query").await;
            for key in "thing 不存在 98".chars() {
                field.send_keys(&key.to_string()).await.unwrap();
                let visible = page.codes().await.len();
                assert!((1..200).contains(&visible), "{key}: {visible}");
            }
            page.search("9876").await;
            assert_eq!(page.codes().await[0], "09876");

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
