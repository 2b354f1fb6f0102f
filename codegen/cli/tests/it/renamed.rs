//! Every output that names variants knows their former names.

use crate::support::catalogs::with_rows;

#[test]
fn former_names_find_the_code_and_are_deprecated_constants() {
    let folder = with_rows(
        "1,first thing,一,First,400,failure,,\n2,second thing,二,Second,400,failure,,\n",
        "\n[rust]\nout = \"out\"\n",
        "code = { charset = \"digits\" }\n",
    );
    folder.edit("shop.csv", ",note\n", ",note,renamed\n");
    folder.edit(
        "shop.csv",
        "First,400,failure,,\n",
        "First,400,failure,,,old thing; thing\n",
    );
    folder.edit(
        "shop.csv",
        "Second,400,failure,,\n",
        "Second,400,failure,,,\n",
    );
    for query in ["OldThing", "oldthing", "shop::ReturnCode::OldThing"] {
        let explained = folder.codegen(&["explain", query]).clean();
        assert!(explained.starts_with("1 in shop\n"), "{query}: {explained}");
        assert!(explained.contains("  alias    OldThing\n"), "{explained}");
    }
    let json = folder.codegen(&["export", "--format=json"]).clean();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let codes = &json["tables"][0]["codes"];
    assert_eq!(
        codes[0]["aliases"],
        serde_json::json!(["OldThing", "Thing"])
    );
    assert_eq!(codes[1]["aliases"], serde_json::json!([]));
    let page = folder.codegen(&["export", "--format=html"]).clean();
    assert_eq!(page.matches(" data-aliases=\"OldThing Thing\"").count(), 1);
    folder.codegen(&[]).assert(0, &[], &[]);
    let rust = folder.read("out/shop.rs");
    let constant = "    #[deprecated = \"renamed to `FirstThing`\"]\n    pub const OldThing: Self = Self::FirstThing;\n";
    assert!(rust.contains(constant), "{rust}");
}
