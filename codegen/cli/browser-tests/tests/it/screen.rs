//! Phones, print, and browsers without scripts.

use fantoccini::wd::{PrintConfiguration, PrintMargins, PrintOrientation};

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
            let first = "document.querySelector('#tables tbody tr').getBoundingClientRect()";
            page.until(&format!("{first}.bottom <= innerHeight")).await;
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
        let settings = PrintConfiguration::builder()
            .orientation(PrintOrientation::Landscape)
            .margins(PrintMargins {
                top: 1.0,
                bottom: 1.0,
                left: 1.0,
                right: 1.0,
            });
        let pdf = page.client.print(settings.build().unwrap()).await.unwrap();
        assert!(pdf.starts_with(b"%PDF"));
        let total = count_codes(|_, _| true);
        assert_eq!(page.run("return window.printed").await, total);
        let pages = pdf
            .windows(11)
            .filter(|text| text == b"/Type /Page")
            .count();
        let trees = pdf
            .windows(12)
            .filter(|text| text == b"/Type /Pages")
            .count();
        let pages = pages - trees;
        // This repository's tables once took 36 pages.
        assert!((1..=18).contains(&pages), "{pages}");

        // Each page repeats the provider and what was searched for.
        page.go("?q=iccid&provider=cmi&attribute.outcome=failure")
            .await;
        page.run("addEventListener('afterprint', () => { window.running = document.querySelector('section.codes:not([hidden]) .running').textContent; })").await;
        page.client
            .print(PrintConfiguration::default())
            .await
            .unwrap();
        let running = page.run("return window.running").await;
        let running = running.as_str().unwrap();
        for text in ["(CMI)", "Search: iccid", "Outcome: Failure"] {
            assert!(running.contains(text), "no {text:?} in {running}");
        }
        let columns = "const [head, running] = ['.heads', '.running th'].map((row) => document.querySelector(`section.codes ${row}`));\
            return head.querySelectorAll('th:not(.variant)').length === running.colSpan";
        assert_eq!(
            page.run(columns).await,
            true,
            "the line has the whole width"
        );
        let shown = page.run("return getComputedStyle(document.querySelector('.running')).display");
        assert_eq!(shown.await, "none", "on a screen");
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
