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
