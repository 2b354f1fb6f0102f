//! Keyboard and assistive technology.

use fantoccini::key::Key;

use crate::driver::{Setup, on_page};
use crate::ours;

#[test]
fn the_page_works_by_keyboard() {
    on_page(&ours(), Setup::default(), async |page| {
        let key = |key: Key| char::from(key).to_string();
        page.element("body").await.send_keys("/").await.unwrap();
        page.until("document.activeElement.id === 'query'").await;
        page.keys("iccid 不存在").await;
        assert_eq!(page.codes().await, ["1000013"]);
        page.keys(&key(Key::Down)).await;
        page.until("document.activeElement.textContent === '1000013'")
            .await;
        page.keys(&key(Key::Enter)).await;
        page.until("document.activeElement.getAttribute('aria-expanded') === 'true'")
            .await;
        page.keys(&key(Key::Tab)).await;
        page.until("document.activeElement.closest('tr.detail')")
            .await;
        page.keys(&key(Key::Escape)).await;
        page.until("document.activeElement.getAttribute('aria-expanded') === 'false'")
            .await;
        page.keys(&key(Key::Up)).await;
        page.until("document.activeElement.id === 'query'").await;

        // The filters come after the search field.
        page.keys(&key(Key::Tab)).await;
        page.until("document.activeElement.id === 'filter-provider'")
            .await;
        page.keys("C").await;
        page.until("document.getElementById('filter-provider').value === 'cmi'")
            .await;

        // The first tab stop skips to the codes.
        page.go("").await;
        page.element("body")
            .await
            .send_keys(&key(Key::Tab))
            .await
            .unwrap();
        page.until("document.activeElement.matches('.skip')").await;
        page.keys(&key(Key::Enter)).await;
        page.until("document.activeElement.id === 'codes'").await;
    });
}

#[test]
fn elements_have_names_and_roles() {
    on_page(&ours(), Setup::default(), async |page| {
        page.go("#lianlian-2008").await;
        let unnamed = page
            .run(
                "const named = (node) => node.labels?.length || node.textContent.trim() || node.getAttribute('aria-label');\
                 return [...document.querySelectorAll('button, input, select, a, summary')].filter((node) => !named(node)).length",
            )
            .await;
        assert_eq!(unnamed, 0);
        for (selector, role) in [
            ("#finder", "search"),
            ("main", "main"),
            ("#count", "status"),
            ("#languages", "group"),
            ("#tables table", "table"),
            ("#tables thead th", "columnheader"),
            ("#tables tbody th", "rowheader"),
            ("#tables tbody td", "cell"),
        ] {
            let id = page.element(selector).await.element_id();
            let computed = page
                .client
                .issue_cmd(crate::driver::ComputedRole(id.to_string()))
                .await
                .unwrap();
            assert_eq!(computed, role, "{selector}");
        }
        let live = page
            .element("#count")
            .await
            .attr("aria-live")
            .await
            .unwrap();
        assert_eq!(live.as_deref(), Some("polite"));
        // Each chart has a table of its numbers.
        assert_eq!(
            page.count("#overview figure").await,
            page.count("#overview table.numbers").await
        );
        // Headings do not skip a level.
        let levels = page.run("return [...document.querySelectorAll('h1, h2, h3')].map((node) => Number(node.tagName[1]))").await;
        let levels: Vec<i64> = serde_json::from_value(levels).unwrap();
        assert!(
            levels[0] == 1 && levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
            "{levels:?}"
        );

        // The colors that the system forces leave what only a color says.
        page.prefer("forced-colors", "active").await;
        page.go("").await;
        let colors = "const color = (element, part) => getComputedStyle(element, part).backgroundColor;\
            const [pressed, other] = [true, false].map((is) => color(document.querySelector(`#languages [aria-pressed=${is}]`)));\
            const legend = [...document.querySelectorAll('.legend li')].map((item) => color(item, '::before'));\
            const parts = [...document.querySelectorAll('.column i')];\
            return [pressed !== other, new Set(legend).size === legend.length,\
                parts.every((part) => legend.includes(color(part)) && part.clientHeight >= 2)]";
        assert_eq!(
            page.run(colors).await,
            serde_json::json!([true, true, true])
        );
    });
}
