//! Links to codes, and their details.

use crate::driver::{Setup, count_codes, on_page};
use crate::ours;

#[test]
fn a_link_opens_its_code() {
    on_page(&ours(), Setup::default(), async |page| {
        page.go("#lianlian-2008").await;
        page.until("document.querySelector('tr.detail')").await;
        let detail = page.text("tr.detail").await;
        for text in [
            "The operation was accepted but is not final. Query the result.",
            "Query the result first.",
            "payment processing",
            "codes::lianlian::ReturnCode::TransactionProcessing",
            "ReturnCode::from_code(received)",
            "202",
        ] {
            assert!(detail.contains(text), "no {text:?} in\n{detail}");
        }
        page.until("document.activeElement.closest('tr')?.id === 'lianlian-2008'")
            .await;
        let is_seen = "(() => { const box = document.getElementById('lianlian-2008').getBoundingClientRect(); \
                       const top = document.getElementById('finder').getBoundingClientRect().bottom; \
                       return box.top >= top && box.bottom <= innerHeight; })()";
        page.until(is_seen).await;

        // A code with two rows shows both, with their notes.
        page.go("#lianlian-9990").await;
        let detail = page.text("tr.detail").await;
        assert!(
            detail.contains("Row 1")
                && detail.contains("Row 2")
                && detail.contains("Editor’s note"),
            "{detail}"
        );

        page.go("#nothing-1").await;
        assert_eq!(
            page.text("#count").await,
            "No code nothing-1 in these tables. Treat the result of the operation as unknown, and query it before you retry."
        );
    });
}

#[test]
fn opening_codes_works_with_the_history() {
    on_page(&ours(), Setup::default(), async |page| {
        page.search("processing").await;
        page.click("#lianlian-2008 a").await;
        page.until("location.hash === '#lianlian-2008'").await;
        page.click("#lianlian-1003 td").await;
        page.until("location.hash === '#lianlian-1003'").await;
        assert_eq!(page.count("tr.detail").await, 1);
        page.client.back().await.unwrap();
        page.until("document.getElementById('about-lianlian-2008')")
            .await;
        page.click("tr.detail .close").await;
        assert_eq!(page.count("tr.detail").await, 0);
        page.until("location.hash === ''").await;

        // A link to a code that the search does not match opens it too.
        page.search("iccid").await;
        page.run("location.hash = '#lianlian-2008'").await;
        page.until("document.getElementById('about-lianlian-2008')")
            .await;
        let total = count_codes(|_, _| true);
        assert_eq!(page.text("#count").await, format!("{total} codes"));
    });
}
