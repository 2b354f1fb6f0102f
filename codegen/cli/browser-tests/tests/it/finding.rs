//! Search and filters.

use serde_json::Value;

use crate::driver::{Page, Setup, count_codes, on_page};
use crate::ours;

#[test]
fn search_finds_codes_by_any_text() {
    on_page(&ours(), Setup::default(), async |page| {
        let all = page.text("#count").await;
        let total = count_codes(|_, _| true);
        assert_eq!(all, format!("{total} codes"));
        for (query, first) in [
            ("1000013", "1000013"),
            ("13", "1000013"),
            ("106", "0106"),
            ("ICCID 不存在", "1000013"),
            ("ＩＣＣＩＤ　不存在", "1000013"),
            ("iccid 不存在。", "1000013"),
            ("余额不足", "1005"),
            ("transaction being processed", "2008"),
            ("TransactionProcessing", "2008"),
            ("bank transaction error", "9990"),
            ("lianlian::ReturnCode::TransactionProcessing", "2008"),
            ("#cmi.HttpStatus-404", "404"),
            ("404", "404"),
            ("429", "429"),
            ("{bank_message}", "9990"),
            ("Trade successfully", "0000"),
            ("[1012]", "1012"),
            ("交易处理中 连连", "2008"),
        ] {
            page.search(query).await;
            let codes = page.codes().await;
            assert_eq!(
                codes.first().map(String::as_str),
                Some(first),
                "{query}: {codes:?}"
            );
            assert!(
                !page
                    .element("#overview")
                    .await
                    .is_displayed()
                    .await
                    .unwrap()
            );
        }
        page.search("iccid").await;
        let codes = page.codes().await;
        assert!(
            codes.len() > 10 && codes.contains(&"1000013".to_owned()),
            "{codes:?}"
        );
        assert_eq!(
            page.text("#count").await,
            format!("{} of {total} codes", codes.len())
        );

        page.search("no-such-thing").await;
        assert_eq!(page.text("#count").await, "No results");
        assert!(page.element("#nothing").await.is_displayed().await.unwrap());
        page.click("#clear").await;
        assert_eq!(page.text("#count").await, all);
        assert!(
            page.element("#overview")
                .await
                .is_displayed()
                .await
                .unwrap()
        );
    });
}

#[test]
fn filters_combine() {
    on_page(&ours(), Setup::default(), async |page| {
        let total = count_codes(|_, _| true);
        let is_pending = |code: &Value| code["attributes"]["outcome"] == "pending";
        choose(page, "attribute.outcome", "pending").await;
        let pending = count_codes(|_, code| is_pending(code));
        let count = page.text("#count").await;
        assert_eq!(count, format!("{pending} of {total} codes"));
        assert_eq!(
            page.count("td[data-attribute=outcome]:not([data-value=pending])")
                .await,
            0
        );
        choose(page, "provider", "lianlian").await;
        let pending = count_codes(|table, code| table["module"] == "lianlian" && is_pending(code));
        let count = page.text("#count").await;
        assert_eq!(count, format!("{pending} of {total} codes"));
        page.search("2008").await;
        assert_eq!(page.codes().await, ["2008"]);
        page.click("#clear").await;
        page.search("outcome:pending lianlian:").await;
        assert_eq!(page.text("#count").await, count, "as words of the query");
        page.click("#clear").await;
        choose(page, "table", "cmi/http-status").await;
        let statuses = count_codes(|table, _| table["table"] == "cmi/http-status");
        let count = page.text("#count").await;
        assert_eq!(count, format!("{statuses} of {total} codes"));
        choose(page, "status", "404").await;
        assert_eq!(page.codes().await, ["404"]);
        page.click("#clear").await;
        choose(page, "attribute.retry", "later").await;
        assert_eq!(
            page.count("tr[data-status] td[data-attribute=retry]:not([data-value=later])")
                .await,
            0
        );
        assert!(!page.codes().await.is_empty());
    });
}

#[test]
fn filters_show_counts_and_exclude_contradictions() {
    on_page(&ours(), Setup::default(), async |page| {
        let label = async |filter: &str, value: &str| {
            let selector = format!("[id='filter-{filter}'] [value='{value}']");
            let script = format!("return document.querySelector(\"{selector}\").textContent");
            page.run(&script).await.as_str().unwrap().to_owned()
        };
        let is_pending = |code: &Value| code["attributes"]["outcome"] == "pending";
        let pending = count_codes(|_, code| is_pending(code));
        assert_eq!(
            label("attribute.outcome", "pending").await,
            format!("Pending ({pending})")
        );
        choose(page, "provider", "lianlian").await;
        let pending = count_codes(|table, code| table["module"] == "lianlian" && is_pending(code));
        assert_eq!(
            label("attribute.outcome", "pending").await,
            format!("Pending ({pending})")
        );
        let cmi = count_codes(|table, _| table["module"] == "cmi");
        assert!(
            label("provider", "cmi")
                .await
                .ends_with(&format!("({cmi})")),
            "another value of the same filter"
        );
        let table = "[id='filter-table'] [value^=cmi]";
        assert_eq!(
            page.count(&format!("{table}:disabled")).await,
            page.count(table).await
        );
        // What a filter offers leads to results.
        choose(page, "attribute.outcome", "pending").await;
        let offered = page.run("return [...document.querySelectorAll('#filter-status option:enabled')].map((option) => option.value)").await;
        let offered: Vec<String> = serde_json::from_value(offered).unwrap();
        for status in offered.iter().filter(|status| !status.is_empty()) {
            choose(page, "status", status).await;
            assert!(!page.codes().await.is_empty(), "{status}");
        }
    });
}

#[test]
fn a_search_without_results_suggests_others() {
    on_page(&ours(), Setup::default(), async |page| {
        choose(page, "provider", "lianlian").await;
        page.search("1000013").await;
        assert_eq!(
            page.text("#suggestions li").await,
            "Search without filters (1)"
        );
        page.click("#suggestions button").await;
        assert_eq!(page.codes().await, ["1000013"]);

        page.search("iccid zzzzqq").await;
        assert_eq!(
            page.text("#suggestions").await,
            "Search for “iccid” only (11)"
        );
        page.click("#suggestions button").await;
        assert_eq!(page.codes().await.len(), 11);

        page.search("20008").await;
        let suggested = page.text("#suggestions").await;
        assert!(
            suggested.contains("Similar code: 2008, LianLian Pay"),
            "{suggested}"
        );
        page.click("#suggestions button").await;
        page.until("document.querySelector('tr.detail')").await;
    });
}

#[test]
fn charts_lead_to_their_codes() {
    on_page(&ours(), Setup::default(), async |page| {
        let is_wanted =
            |table: &Value, code: &Value| table["module"] == "lianlian" && code["http"] == 202;
        let total = count_codes(|_, _| true);
        page.click("button.column[data-module=lianlian][data-status='202'] b")
            .await;
        let some = count_codes(is_wanted);
        assert_eq!(
            page.text("#count").await,
            format!("{some} of {total} codes")
        );
        page.click("#clear").await;
        page.click("button.column[data-module=lianlian][data-status='202'] i[data-value=pending]")
            .await;
        let some = count_codes(|table, code| {
            is_wanted(table, code) && code["attributes"]["outcome"] == "pending"
        });
        assert_eq!(
            page.text("#count").await,
            format!("{some} of {total} codes")
        );
        page.click("#clear").await;

        let order = async |selector: &str| {
            let script = format!(
                "return [...document.querySelectorAll('#overview figure:first-child {selector}')].map((part) => Number(part.dataset.total))"
            );
            serde_json::from_value::<Vec<usize>>(page.run(&script).await).unwrap()
        };
        let before = order(".column").await;
        page.click("#sort").await;
        let sorted = order(".column").await;
        assert!(
            sorted.is_sorted_by(|a, b| a >= b) && sorted != before,
            "{sorted:?}"
        );
        assert_eq!(order("tbody tr").await, sorted);
        page.click("#sort").await;
        assert_eq!(order(".column").await, before);
    });
}

async fn choose(page: &Page, filter: &str, value: &str) {
    page.element(&format!("[id='filter-{filter}']"))
        .await
        .select_by_value(value)
        .await
        .unwrap();
}
