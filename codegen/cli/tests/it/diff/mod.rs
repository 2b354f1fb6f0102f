//! `codegen diff`: versions by revision and by path, each kind of change, and errors.

mod advice;
mod caution;
mod declarations;
mod enum_options;
mod kinds;
mod orders_and_aliases;
mod revisions;
mod rows;

use crate::support::Folder;

const CATALOG: &str = r#"languages = ["zh", "en"]
display = "en"
tables = ["shop", "status"]

[http]

[attribute.outcome]
doc = "The outcome of the operation."

[attribute.outcome.values]
success = "It was carried out."
pending = "It is not final yet."
failure = "It was not carried out."

[attribute.hint]
doc = "A hint for the user."
kind = "text"
optional = true
"#;

const SHOP: &str =
    "module = \"shop\"\ntype = \"ReturnCode\"\ncode = { charset = \"digits\", width = 4 }\n";

const SHOP_ROWS: &str = "\
code,name,zh,en,http,outcome,hint,retired
0000,success,成功,Success,200,success,,
0042,order not found,订单{id}不存在,Order {id} does not exist,404,failure,look again,
0050-0052,stock locked,库存已锁定,The stock is locked,409,failure,,
0060,payment processing,支付处理中,The payment is processing,202,pending,,
0070,card lost,卡已挂失,The card is lost,400,failure,,
";

const STATUS: &str = "module = \"shop\"\ntype = \"Status\"\ncode = { charset = \"digits\" }\n\
                      [scope.values]\nget = \"Of GET.\"\nany = \"Of all.\"\n";

const STATUS_ROWS: &str = "\
code,scope,name,zh,en,http,outcome
200,get,ok,获取成功,It was retrieved,200,success
200,any,,成功,It succeeded,,
500,any,error,错误,An error occurred,500,failure
";

/// Returns a catalog in a new folder.
fn catalog() -> Folder {
    let folder = Folder::new();
    folder.write("catalog.toml", CATALOG);
    folder.write("shop.toml", SHOP);
    folder.write("shop.csv", SHOP_ROWS);
    folder.write("status.toml", STATUS);
    folder.write("status.csv", STATUS_ROWS);
    folder
}
