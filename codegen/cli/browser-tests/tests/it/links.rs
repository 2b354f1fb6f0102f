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

        // The details say what the code is, and in short what to do.
        page.go("#cmi-1000013").await;
        let identity = page.text("tr.detail .identity").await;
        for text in [
            "1000013",
            "China Mobile International (CMI)",
            "CMI Global Data SIM platform return codes",
            "Edition",
            "V4.2",
        ] {
            assert!(identity.contains(text), "no {text:?} in {identity}");
        }
        page.go("#lianlian-2008").await;
        let short = page.text("tr.detail .in-short").await;
        let advice = page.run("return text('value.next.query.doc')").await;
        assert_eq!(short, format!("In short: {}", advice.as_str().unwrap()));

        // A code with two rows shows both, with their notes.
        page.go("#lianlian-9990").await;
        let detail = page.text("tr.detail").await;
        assert!(
            detail.contains("Row 1")
                && detail.contains("Row 2")
                && detail.contains("Editor’s note"),
            "{detail}"
        );

        // A code alone is enough if one table has it.
        page.go("#2008").await;
        assert_eq!(page.count("#about-lianlian-2008").await, 1);
        // What is not a link is searched for.
        page.go("#ICCID").await;
        assert!(page.codes().await.contains(&"1000013".to_owned()));
        page.until("document.getElementById('query').value === 'ICCID'")
            .await;

        page.go("#nothing-1").await;
        assert_eq!(
            page.text("#count").await,
            "No code nothing-1 in these tables. Treat the result of the operation as unknown, and query it before you retry."
        );
    });
}

#[test]
fn the_address_and_the_title_say_what_the_page_shows() {
    on_page(&ours(), Setup::default(), async |page| {
        let title = async || page.client.title().await.unwrap();
        page.search("processing").await;
        assert_eq!(title().await, "processing – Return codes");
        page.until("location.search === '?q=processing'").await;
        page.click("#lianlian-2008 a").await;
        page.until("location.hash === '#lianlian-2008'").await;
        assert_eq!(
            title().await,
            "2008 – LianLian Pay return codes – Return codes"
        );

        page.go("?q=processing&attribute.outcome=pending&status=999&constructor=1#lianlian-2008")
            .await;
        page.until("document.getElementById('about-lianlian-2008')")
            .await;
        assert_eq!(
            page.element("#query")
                .await
                .prop("value")
                .await
                .unwrap()
                .unwrap(),
            "processing"
        );
        assert!(page.codes().await.len() > 1, "the query is kept");
        let other = "td[data-attribute=outcome]:not([data-value=pending])";
        assert_eq!(page.count(other).await, 0);
        assert_eq!(
            page.run("return document.getElementById('filter-status').value")
                .await,
            ""
        );
        page.click("#clear").await;
        page.until("location.search === '' && location.hash === ''")
            .await;
        assert_eq!(title().await, "Return codes");
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
