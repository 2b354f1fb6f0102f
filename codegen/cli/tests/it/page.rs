//! The page as text: what needs no browser to be seen.

use crate::support::{Folder, codegen};

#[test]
fn it_needs_nothing_else_and_names_no_other_place() {
    let page = codegen(&["export", "--format=html"]).clean();
    for text in ["src=", "@import", "url(", "http://", "https://"] {
        assert!(!page.contains(text), "{text}");
    }
    assert_eq!(page.matches("<link").count(), 1, "only the empty icon");
    assert!(page.contains("<link rel=\"icon\" href=\"data:,\">"));
}

#[test]
fn it_says_where_it_was_written_and_why_it_could_not_be() {
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
        run.stderr.contains("cannot write") && run.stderr.contains("help:"),
        "{}",
        run.stderr
    );
}
