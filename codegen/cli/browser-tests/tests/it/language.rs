//! The languages of the page.

use crate::driver::{Setup, count_codes, on_page};
use crate::ours;

/// The beginning of the note of 2008, in both languages.
const EN_NOTE: &str = "The English fragment is";
const ZH_NOTE: &str = "英文不成句";

/// The document of LianLian's codes in Chinese.
const ZH_SOURCE: &str = "返回码（Return Codes）";

#[test]
fn the_page_uses_the_browser_language_and_can_switch() {
    on_page(
        &ours(),
        Setup {
            language: "zh-CN",
            ..Setup::default()
        },
        async |page| {
            assert_eq!(page.client.title().await.unwrap(), "返回码");
            let total = count_codes(|_, _| true);
            assert_eq!(page.text("#count").await, format!("共{total}个返回码"));
            page.search("2008").await;
            page.click("#lianlian-2008 a").await;
            let detail = page.text("tr.detail").await;
            assert!(
                detail.contains("操作已受理，尚无最终结果。请查询结果。")
                    && detail.contains("处理中")
                    && detail.contains(ZH_NOTE)
                    && detail.contains(ZH_SOURCE)
                    && !detail.contains(EN_NOTE),
                "{detail}"
            );
            assert!(
                page.text("section.codes:not([hidden]) h2")
                    .await
                    .contains("连连支付返回码")
            );

            page.click("#languages [value=en]").await;
            assert_eq!(page.text("#count").await, format!("1 of {total} codes"));
            let detail = page.text("tr.detail").await;
            assert!(
                detail.contains("Query the result")
                    && detail.contains("Pending")
                    && detail.contains(EN_NOTE)
                    && !detail.contains(ZH_NOTE)
                    && !detail.contains(ZH_SOURCE),
                "{detail}"
            );
            let editions = page.text(".editions").await;
            assert!(!editions.contains(ZH_SOURCE), "{editions}");
            assert_eq!(
                page.text("#lianlian-2008 .message:lang(zh)").await,
                "交易处理中",
                "data keep their languages"
            );
            assert_eq!(page.run("return document.documentElement.lang").await, "en");

            // The choice is stored.
            page.go("").await;
            assert_eq!(page.client.title().await.unwrap(), "Return codes");
        },
    );
}

#[test]
fn an_unsupported_language_falls_back_to_the_catalog() {
    on_page(
        &ours(),
        Setup {
            language: "fr",
            ..Setup::default()
        },
        async |page| {
            assert_eq!(page.client.title().await.unwrap(), "Return codes");
        },
    );
}

#[test]
fn every_language_has_all_texts() {
    on_page(&ours(), Setup::default(), async |page| {
        page.go("#lianlian-9990").await;
        for language in ["en", "zh"] {
            page.click(&format!("#languages [value={language}]")).await;
            let missing = page
                .run(
                    "const keys = [...document.querySelectorAll('[data-text]')].map((node) => node.dataset.text);\
                     return [...new Set(keys)].filter((key) => !texts[view.language][key])",
                )
                .await;
            assert_eq!(missing, serde_json::json!([]), "{language}");
        }
    });
}
