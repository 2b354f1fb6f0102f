//! Phones, print, and browsers without scripts.

use crate::driver::{Setup, count_codes, on_page};
use crate::ours;

#[test]
fn a_phone_does_not_scroll_sideways() {
    on_page(
        &ours(),
        Setup {
            is_phone: true,
            ..Setup::default()
        },
        async |page| {
            let fits = "document.documentElement.scrollWidth <= innerWidth";
            page.until(fits).await;
            page.search("1000013").await;
            for selector in [
                "#cmi-1000013 .message:lang(zh)",
                "#cmi-1000013 .message:lang(en)",
                "#cmi-1000013 .http",
            ] {
                assert!(
                    page.element(selector).await.is_displayed().await.unwrap(),
                    "{selector}"
                );
            }
            page.click("#cmi-1000013 a").await;
            page.until("document.querySelector('tr.detail')").await;
            page.until(fits).await;
            // Targets are large enough for fingers (WCAG 2.2, 2.5.8).
            let small = page
            .run("return [...document.querySelectorAll('button, select, input')].filter((node) => node.offsetHeight > 0 && node.offsetHeight < 24).length")
            .await;
            assert_eq!(small, 0);
        },
    );
}

#[test]
fn every_match_is_printed() {
    on_page(&ours(), Setup::default(), async |page| {
        page.run("addEventListener('beforeprint', () => { window.printed = document.querySelectorAll('#tables tbody tr').length; })").await;
        let pdf = page
            .client
            .print(fantoccini::wd::PrintConfiguration::default())
            .await
            .unwrap();
        assert!(pdf.starts_with(b"%PDF"));
        let total = count_codes(|_, _| true);
        assert_eq!(page.run("return window.printed").await, total);
        assert!(page.codes().await.len() < total);
    });
}

#[test]
fn the_tables_are_complete_without_scripts() {
    on_page(
        &ours(),
        Setup {
            has_scripts: false,
            ..Setup::default()
        },
        async |page| {
            let total = count_codes(|_, _| true);
            assert_eq!(page.count("section.codes tbody tr").await, total);
            let row = page.text("#lianlian-2008").await;
            for text in [
                "2008",
                "交易处理中",
                "The transaction is being processed",
                "202",
                "Pending",
                "TransactionProcessing",
                "payment processing",
            ] {
                assert!(row.contains(text), "no {text:?} in {row}");
            }
            assert!(
                !page.element("#finder").await.is_displayed().await.unwrap(),
                "what needs scripts is not shown"
            );
            assert!(
                page.element("#overview")
                    .await
                    .is_displayed()
                    .await
                    .unwrap()
            );
        },
    );
}
