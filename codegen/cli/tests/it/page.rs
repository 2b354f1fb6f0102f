//! The page as text, without a browser.

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
        run.stderr.contains("failed to write") && run.stderr.contains("help:"),
        "{}",
        run.stderr
    );
}
