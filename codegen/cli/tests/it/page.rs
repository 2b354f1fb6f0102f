//! The page as text, without a browser.

use crate::support::catalogs::shop;
use crate::support::{Folder, codegen};

#[test]
fn the_page_is_self_contained() {
    let page = codegen(&["export", "--format=html"]).clean();
    for text in ["src=", "@import", "url(", "http://", "https://"] {
        assert!(!page.contains(text), "{text}");
    }
    assert_eq!(page.matches("<link").count(), 1, "only the empty icon");
    assert!(page.contains("<link rel=\"icon\" href=\"data:,\">"));
}

#[test]
fn export_reports_the_file_or_the_error() {
    let folder = Folder::new();
    let write = |name: &str| {
        let out = format!("--out={}", folder.path().join(name).display());
        codegen(&["export", "--format=html", &out])
    };
    let run = write("codes.html");
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
    assert!(run.stderr.contains("codes.html"), "{}", run.stderr);
    let run = write("codes.html/below-a-file.html");
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.contains("expected a directory, found a file") && run.stderr.contains("help:"),
        "{}",
        run.stderr
    );
}

#[test]
fn the_footer_identifies_the_data() {
    let catalog = shop();
    let page = |arguments: &[&str]| {
        let page = catalog
            .codegen(&[&["export", "--format=html"], arguments].concat())
            .clean();
        let start = page.find("<footer>").unwrap();
        page[start..page.find("</footer>").unwrap()].to_owned()
    };
    let before = page(&[]);
    assert_eq!(page(&[]), before);
    assert!(!before.contains("<time"), "{before}");
    let dated = page(&["--date=2026-01-31"]);
    assert!(
        dated.contains("<time datetime=\"2026-01-31\">2026-01-31</time>"),
        "{dated}"
    );
    let invalid = catalog.codegen(&["export", "--format=html", "--date=yesterday"]);
    invalid.assert(2, &[], &["expected a date such as 2026-01-31"]);
    catalog.edit("shop.csv", "Succeeded", "Carried out");
    assert_ne!(page(&[]), before, "another fingerprint");
}

#[test]
fn a_web_address_is_a_link() {
    let catalog = shop();
    let page =
        "[attribute.page]\ndoc = \"The documentation.\"\nkind = \"url\"\noptional = true\n\n[rust]";
    catalog.edit("catalog.toml", "[rust]", page);
    catalog.edit("shop.csv", "http,outcome,", "http,outcome,page,");
    let address = "https://docs.example.com/a?b=1&c='(d)'";
    catalog.edit(
        "shop.csv",
        "200,success,",
        &format!("200,success,{address},"),
    );
    catalog.edit("shop.csv", "404,failure,", "404,failure,,");
    catalog.edit("shop.csv", "409,failure,", "409,failure,,");
    let page = catalog.codegen(&["export", "--format=html"]).clean();
    let escaped = address.replace('&', "&#38;").replace('\'', "&#39;");
    let link = format!("<a href=\"{escaped}\" rel=\"noopener\">{escaped}</a>");
    assert_eq!(page.matches(&link).count(), 1, "{page}");
    assert_eq!(page.matches("<a href=\"http").count(), 1);
    let markdown = catalog.codegen(&["export", "--format=markdown"]).clean();
    assert!(markdown.contains(&format!("| <{address}> |")), "{markdown}");
    let json = catalog.codegen(&["export", "--format=json"]).clean();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["attributes"][1]["kind"], "url");
    assert_eq!(json["tables"][0]["codes"][0]["attributes"]["page"], address);
}
