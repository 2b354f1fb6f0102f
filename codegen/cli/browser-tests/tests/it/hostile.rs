//! Markup and script in every place for text.

use crate::driver::{Setup, on_page};
use test_support::catalogs::with_rows;
use test_support::hostile::{TEXTS, csv, message, toml};

#[test]
fn hostile_text_is_inert() {
    let rows = TEXTS.iter().enumerate().map(|(index, text)| {
        let (en, zh) = (message(text), format!("中{}", message(text)));
        let [en, zh, text] = [&en, &zh, *text].map(csv);
        format!("{index},thing {index},{zh},{en},400,failure,{text},{text}\n")
    });
    let rows = rows.collect::<String>() + "999,last thing,末,Last,200,success,,\n";
    let all = TEXTS.join(" ");
    let text = toml(&all);
    let head = format!(
        "\n[module]\nshop = {text}\n\n[attribute.hint]\ndoc = {text}\nkind = \"flag\"\noptional = true\n\n\
         [translation.en]\nhttp = {text}\n\n[translation.en.attribute.outcome]\nname = {text}\n\n\
         [translation.en.attribute.outcome.values]\nfailure = {{ name = {text}, doc = {text} }}\n"
    );
    let table = format!(
        "code = {{ charset = \"digits\" }}\ntitle = {{ en = {text} }}\nsource = {{ document = {text} }}\n"
    );
    let catalog = with_rows(&rows, &head, &table);
    on_page(
        &catalog.path().join("catalog.toml"),
        Setup::default(),
        async |page| {
            page.go("").await;
            let title = page.run("return document.querySelector('section.codes h2').textContent");
            assert!(title.await.as_str().unwrap().contains(&all));
            for (index, text) in TEXTS.iter().enumerate() {
                page.run(&format!("location.hash = '#shop-{index}'")).await;
                page.until(&format!("document.getElementById('about-shop-{index}')"))
                    .await;
                let script = format!(
                    "return document.querySelector('#shop-{index} .message:lang(en)').textContent"
                );
                assert_eq!(page.run(&script).await, *text);
                let detail = page.run("return document.querySelector('tr.detail').textContent");
                let detail = detail.await;
                // The printed text and the note.
                let detail = detail.as_str().unwrap();
                assert!(
                    detail.matches(text).count() >= 2 && detail.contains(&all),
                    "{detail}"
                );
            }
            page.search("</script><script>").await;
            // Other codes have the text in the name of their outcome, and come later.
            assert_eq!(page.codes().await[0], code_of("</script>"));
            page.click("#languages [value=zh]").await;
            page.click("#languages [value=en]").await;
            assert_eq!(
                page.run("return window.hacked ?? null").await,
                serde_json::Value::Null
            );
            // Only the three scripts of the page: no image, and no element in place of the search field.
            assert_eq!(page.count("script").await, 3);
            assert_eq!(page.count("img, b[id], [onclick], [onerror]").await, 0);
        },
    );
}

/// Returns the code of the text that begins so.
fn code_of(start: &str) -> String {
    let index = TEXTS.iter().position(|text| text.starts_with(start));
    index.unwrap().to_string()
}

#[test]
fn links_with_special_characters_open() {
    let rows =
        "\"a\"\"<>&'%/#\",first,一,First,400,failure,,\nb?x=1,second,二,Second,400,failure,,\n";
    let catalog = with_rows(rows, "", "code = { charset = \"ascii\" }\n");
    on_page(
        &catalog.path().join("catalog.toml"),
        Setup::default(),
        async |page| {
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
        },
    );
}

/// Braces are placeholders only in the page's own texts, and only for values that the page gives.
#[test]
fn names_of_javascript_in_braces_are_text() {
    let head = "\n[attribute.hint]\ndoc = \"See {constructor} and {count}.\"\n\n[attribute.hint.values]\ngood = \"It {toString} was.\"\n";
    let rows = "code,name,zh,en,http,outcome,hint\n1,paid,已支付,Paid,200,success,good\n";
    let catalog = with_rows(
        "",
        head,
        "code = { charset = \"digits\" }\ntitle = { en = \"Codes {valueOf}\", zh = \"码 {number}\" }\n",
    );
    catalog.write("shop.csv", rows);
    on_page(
        &catalog.path().join("catalog.toml"),
        Setup::default(),
        async |page| {
            page.go("#shop-1").await;
            assert!(
                page.text("section.codes h2")
                    .await
                    .starts_with("Codes {valueOf}")
            );
            let detail = page.text("tr.detail").await;
            assert!(detail.contains("It {toString} was."), "{detail}");
            let doc = page.run("return text('attribute.hint.doc')").await;
            assert_eq!(doc, "See {constructor} and {count}.");
            page.click("#languages [value=zh]").await;
            assert!(
                page.text("section.codes h2")
                    .await
                    .starts_with("码 {number}")
            );
        },
    );
}
