//! A catalog without printed texts: the output mentions neither a provider nor its document.

use crate::support::Folder;

fn catalog() -> Folder {
    let folder = Folder::new();
    folder.write(
        "catalog.toml",
        "languages = [\"en\", \"de\"]\ntables = [\"shop\"]\n[rust]\nout = \"rust\"\nerrors = true\n\
         [attribute.outcome]\ndoc = \"The outcome.\"\nsuccess = [\"done\"]\nundocumented = \"open\"\n\
         [attribute.outcome.values]\ndone = \"It was done.\"\nopen = \"It is open.\"\n",
    );
    folder.write(
        "shop.toml",
        "module = \"shop\"\ntype = \"ErrorCode\"\ncode = { charset = \"digits\" }\n[scope.values]\nget = \"GET.\"\n",
    );
    folder.write(
        "shop.csv",
        "code,scope,name,en,de,outcome,retired,note\n\
         1,get,order lost,Order {id} was lost,Bestellung {id} ging verloren,open,since 2: no order is lost,why\n",
    );
    folder
}

const WORDS: [&str; 7] = [
    "provider",
    "document",
    "printed",
    "misprint",
    "服务商",
    "文档",
    "原文",
];

#[track_caller]
fn assert_without_words(text: &str) {
    let text = text.to_lowercase().replace("undocumented", "");
    for word in WORDS {
        assert!(!text.contains(word), "{word}: {text}");
    }
}

#[test]
fn the_generated_code_speaks_of_the_message_only() {
    let catalog = catalog();
    catalog.codegen(&[]).assert(0, &[], &["wrote rust/shop.rs"]);
    for file in ["mod.rs", "mod.support.rs", "shop.rs"] {
        let code = catalog.read(&format!("rust/{file}"));
        for line in code.lines() {
            if let Some((_, comment)) = line.split_once("//") {
                assert_without_words(comment);
            }
            assert!(!line.contains("fn printed"), "{file}: {line}");
        }
        assert!(
            !code.contains("PRINTED") && !code.contains("COLUMNS"),
            "{file}"
        );
    }
}

#[test]
fn the_references_speak_of_the_message_only() {
    let catalog = catalog();
    let markdown = catalog.codegen(&["export", "--format=markdown"]).clean();
    assert_without_words(&markdown);
    let heads = markdown.lines().filter(|line| line.starts_with("| Code |"));
    assert!(heads.clone().count() == 1 && heads.clone().all(|head| head.contains("| Notes |")));
    let page = catalog.codegen(&["export", "--format=html"]).clean();
    let texts = page.split_once("id=\"texts\">").unwrap().1;
    let texts = texts.split_once("</script>").unwrap().0;
    let texts: serde_json::Value = serde_json::from_str(texts).unwrap();
    for (_, texts) in texts.as_object().unwrap() {
        // These texts are shown beside printed texts only.
        let is_shown =
            |key: &&String| !["printed-as", "not-printed", "document"].contains(&&***key);
        for key in texts.as_object().unwrap().keys().filter(is_shown) {
            assert_without_words(texts[key].as_str().unwrap());
        }
    }
    let found = catalog.codegen(&["explain", "1"]).clean();
    assert_without_words(&found);
}
