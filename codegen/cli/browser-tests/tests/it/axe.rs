//! Accessibility, as axe-core finds it: no violation in any state of the page, in light, in dark and with forced colors.
//!
//! `AXE` names the script `axe.min.js` of the npm package `axe-core`; `.ci/slow` installs it. Without it, the test is skipped.

use std::fs;
use std::io::Write as _;

use serde_json::json;

use crate::driver::{Page, Setup, on_page};
use crate::ours;

/// The states: a part of the address, and a script that runs then. Each row of the tables looks alike, so that only the first state
/// shows them all.
const STATES: [(&str, &str); 10] = [
    ("", ""),
    (
        "?q=processing",
        "for (const part of document.querySelectorAll('details')) part.open = true; sortCharts(true)",
    ),
    ("?q=processing", ""),
    ("?q=2008#lianlian-2008", ""),
    ("?q=9990#lianlian-9990", ""),
    ("?q=200#cmi.HttpStatus-200", ""),
    ("?attribute.outcome=pending", ""),
    ("?q=1000013+zzzz&provider=lianlian", ""),
    ("#nothing-1", ""),
    (
        "?q=2008#lianlian-2008",
        "document.querySelector('#languages [value=zh]').click()",
    ),
];

/// The rules whose results depend on the colors.
const RULES_OF_COLORS: &[&str] = &["color-contrast", "link-in-text-block"];

#[test]
fn axe_finds_no_violation() {
    let Some(script) = std::env::var_os("AXE") else {
        let required = std::env::var_os("REQUIRE_BROWSER").is_some();
        assert!(!required, "REQUIRE_BROWSER is set, and AXE is not");
        let _ = writeln!(std::io::stderr(), "SKIPPED: AXE does not name axe.min.js");
        return;
    };
    let script = fs::read_to_string(script).unwrap();
    on_page(&ours(), Setup::default(), async |page| {
        for (address, change) in STATES {
            page.go(address).await;
            page.run(change).await;
            let details = address.split_once('#').map_or("", |(_, code)| code);
            let is_open = page
                .count(&format!("tr.detail[id='about-{details}']"))
                .await
                == 1;
            assert_eq!(is_open, address.starts_with("?q=") && !details.is_empty());
            page.run(&script).await;
            for (feature, value, rules) in [
                ("prefers-color-scheme", "light", None),
                ("prefers-color-scheme", "dark", Some(RULES_OF_COLORS)),
                ("forced-colors", "active", Some(RULES_OF_COLORS)),
            ] {
                page.prefer(feature, value).await;
                let found = violations(page, rules).await;
                assert_eq!(found, json!([]), "{value}: {address} {change}");
            }
        }
    });
}

/// Returns the violated rules, each with the first elements that violate it.
async fn violations(page: &Page, rules: Option<&[&str]>) -> serde_json::Value {
    let run = "const [rules, done] = arguments;\
         axe.run(document, { resultTypes: ['violations'], ...(rules && { runOnly: rules }) }).then((result) =>\
           done(result.violations.map(\
             (rule) => [rule.id, ...rule.nodes.slice(0, 3).map((node) => node.failureSummary + node.html)])))";
    let found = page.client.execute_async(run, vec![json!(rules)]).await;
    found.unwrap()
}
