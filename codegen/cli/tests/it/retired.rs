//! Every output shows which codes are retired.

use crate::support::catalogs::with_rows;

#[test]
fn every_output_shows_retired_codes() {
    let folder = with_rows(
        "1,first thing,一,First,400,failure,,\n2,second thing,二,Second,400,failure,,\n",
        "\n[rust]\nout = \"out\"\n",
        "code = { charset = \"digits\" }\n",
    );
    let retired = "since V2: it was split; use 2";
    folder.edit("shop.csv", ",note\n", ",note,retired\n");
    folder.edit(
        "shop.csv",
        "First,400,failure,,\n",
        &format!("First,400,failure,,,{retired}\n"),
    );
    folder.edit(
        "shop.csv",
        "Second,400,failure,,\n",
        "Second,400,failure,,,\n",
    );

    let retirement = "since V2: it was split; use SecondThing (2)";
    let explained = folder.codegen(&["explain", "1"]).clean();
    assert!(
        explained.contains(&format!("retired  {retirement}")),
        "{explained}"
    );
    let json = folder.codegen(&["export", "--format=json"]).clean();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let expected = serde_json::json!({"since": "V2", "why": "it was split", "instead": "2"});
    assert_eq!(json["tables"][0]["codes"][0]["retired"], expected);
    let markdown = folder.codegen(&["export", "--format=markdown"]).clean();
    assert!(markdown.contains("</a>`1` (retired) |"), "{markdown}");
    assert!(
        markdown.contains(&format!("| Retired: {retirement} |")),
        "{markdown}"
    );
    let page = folder.codegen(&["export", "--format=html"]).clean();
    assert_eq!(page.matches("<small data-text=\"retired\">").count(), 1);
    assert!(page.contains(&format!("<dd>{retirement}</dd>")));
    folder.codegen(&[]).assert(0, &[], &[]);
    let rust = folder.read("out/shop.rs");
    assert!(
        rust.contains(&format!(
            "#[deprecated = \"{retirement}\"]\n    FirstThing,"
        )),
        "{rust}"
    );
}
