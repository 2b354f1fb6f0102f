//! Text that would be markup or script, wherever a catalog can have text.

use super::driver::{Setup, on_page};
use crate::catalog::Catalog;

const HOSTILE: &str = r#"</script><script>window.hacked=1</script><img src=x onerror="window.hacked=2"><b id=query>'"&lt;</b>"#;

#[test]
fn hostile_text_is_shown_and_does_nothing() {
    let quoted = HOSTILE.replace('"', "\"\"");
    let rows = format!(
        "1,first thing,\"中{quoted}{{id}}\",\"{quoted}{{id}}\",400,failure,\"{quoted}\",\"{quoted}\"\n2,second thing,二,Second,200,success,,\n"
    );
    let toml = HOSTILE.replace('\\', "\\\\").replace('"', "\\\"");
    let head = format!(
        "\n[module]\nshop = \"{toml}\"\n\n[attribute.hint]\ndoc = \"{toml}\"\nkind = \"flag\"\noptional = true\n\n\
         [translation.en]\nhttp = \"{toml}\"\n\n[translation.en.attribute.outcome]\nname = \"{toml}\"\n\n\
         [translation.en.attribute.outcome.values]\nfailure = {{ name = \"{toml}\", doc = \"{toml}\" }}\n"
    );
    let table = format!(
        "code = {{ charset = \"digits\" }}\ntitle = {{ en = \"{toml}\" }}\nsource = {{ document = \"{toml}\" }}\n"
    );
    let catalog = Catalog::new(&rows, &head, &table);
    on_page(&catalog.path(), Setup::default(), async |page| {
        page.go("#shop-1").await;
        assert_eq!(
            page.text("#shop-1 .message:lang(en)").await,
            format!("{HOSTILE}{{id}}")
        );
        let detail = page.text("tr.detail").await;
        assert!(detail.matches(HOSTILE).count() >= 3, "{detail}");
        assert!(page.text("section.codes h2").await.contains(HOSTILE));
        page.search("中</script><script>").await;
        assert_eq!(page.codes().await, ["1"]);
        page.click("#languages [value=zh]").await;
        page.click("#languages [value=en]").await;
        assert_eq!(
            page.run("return window.hacked ?? null").await,
            serde_json::Value::Null
        );
        // The page's own three scripts and its island; no image, and nothing that took the search field's place.
        assert_eq!(page.count("script").await, 3);
        assert_eq!(page.count("img, b[id]").await, 0);
    });
}

#[test]
fn codes_of_any_characters_open_by_their_links() {
    let rows =
        "\"a\"\"<>&'%/#\",first,一,First,400,failure,,\nb?x=1,second,二,Second,400,failure,,\n";
    let catalog = Catalog::new(rows, "", "code = { charset = \"ascii\" }\n");
    on_page(&catalog.path(), Setup::default(), async |page| {
        for (index, code) in ["a\"<>&'%/#", "b?x=1"].into_iter().enumerate() {
            let anchor = page.run(&format!("return document.querySelectorAll('#tables tbody a')[{index}].getAttribute('href')")).await;
            page.go(anchor.as_str().unwrap()).await;
            assert_eq!(page.count("tr.detail").await, 1, "{anchor}");
            assert_eq!(
                page.run("return document.activeElement.textContent").await,
                code
            );
            page.go("").await;
        }
    });
}
