//! Small catalogs for tests.

use crate::Folder;

/// The part that all catalogs here share.
const HEAD: &str = r#"
languages = ["zh", "en"]
display = "en"
tables = ["shop"]

[http]

[attribute.outcome]
doc = "The outcome of the operation."

[attribute.outcome.values]
success = "It was carried out."
failure = "It was not carried out."
"#;

const RUST: &str = "\n[rust]\nout = \"out\"\ncommand = \"make codes\"\n";

const TABLE: &str = "module = \"shop\"\ntype = \"ReturnCode\"\n";

const SHOP: &str = "\
code,name,zh,en,http,outcome,printed.code,printed.zh
0000,succeeded,,Succeeded,200,success,0000,成功
0042,order not found,订单{id}不存在,Order {id} does not exist,404,failure,[0042],订单{}不存在
0050-0051,stock locked,库存已锁定,The stock is locked,409,failure,0050-0051,
";

/// Returns a catalog of three rows, one of which has a range.
pub fn shop() -> Folder {
    let code = "code = { charset = \"digits\", width = 4 }\n";
    of(SHOP, RUST, code)
}

/// Returns a catalog with rows of `code,name,zh,en,http,outcome,printed.zh,note`, and additional lines for `catalog.toml` and
/// `shop.toml`.
pub fn with_rows(rows: &str, head: &str, table: &str) -> Folder {
    let rows = format!("code,name,zh,en,http,outcome,printed.zh,note\n{rows}");
    of(&rows, head, table)
}

fn of(csv: &str, head: &str, table: &str) -> Folder {
    let folder = Folder::new();
    folder.write("catalog.toml", format!("{HEAD}{head}"));
    folder.write("shop.toml", format!("{TABLE}{table}"));
    folder.write("shop.csv", csv);
    folder
}
