//! Codes that are no longer sent are shown as such.

use crate::catalog::{Catalog, codegen};

#[test]
fn retired_codes_say_so_everywhere() {
    let folder = Catalog::new(
        "1,first thing,一,First,400,failure,,\n2,second thing,二,Second,400,failure,,\n",
        "",
        "code = { charset = \"digits\" }\n",
    );
    let file = folder.folder().join("shop.csv");
    let text = std::fs::read_to_string(&file).unwrap();
    let retired = "since V2: it was split; use 2";
    let text = text
        .replace(",note\n", ",note,retired\n")
        .replace(
            "First,400,failure,,\n",
            &format!("First,400,failure,,,{retired}\n"),
        )
        .replace("Second,400,failure,,\n", "Second,400,failure,,,\n");
    std::fs::write(&file, text).unwrap();

    let said = "since V2: it was split; use SecondThing (2)";
    let explained = codegen(&folder.path(), &["explain", "1"]).clean();
    assert!(
        explained.contains(&format!("retired  {said}")),
        "{explained}"
    );
    let markdown = codegen(&folder.path(), &["export", "--format=markdown"]).clean();
    assert!(markdown.contains("</a>`1` (retired) |"), "{markdown}");
    assert!(
        markdown.contains(&format!("- [`1`](#shop-1): {said}")),
        "{markdown}"
    );
    let page = codegen(&folder.path(), &["export", "--format=html"]).clean();
    assert_eq!(page.matches("<small data-text=\"retired\">").count(), 1);
    assert!(page.contains(&format!("<dd>{said}</dd>")));
}
