//! `codegen export --format json`.

use crate::support::catalogs::shop;

#[test]
fn export_is_the_whole_catalog_as_json() {
    let catalog = shop();
    let run = catalog.codegen(&["export", "--format", "json"]);
    run.assert(0, &[], &[]);
    let json: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
    let expected = serde_json::json!({
        "attributes": [{
            "name": "outcome", "doc": "The outcome of the operation.", "kind": "values", "type": null, "optional": false, "derived": false, "values": ["success", "failure"],
            "undocumented": null, "success": [], "cautious": [], "query": [], "http": {},
        }],
        "languages": ["zh", "en"],
        "tables": [{
            "table": "shop", "module": "shop", "type": "ReturnCode",
            "codes": [
                {
                    "code": "0000", "variant": "Succeeded", "messages": {"zh": "成功", "en": "Succeeded"},
                    "placeholders": [], "http": 200, "attributes": {"outcome": "success"}, "retired": null, "aliases": [],
                    "entries": [{
                        "scope": null, "messages": {"zh": "成功", "en": "Succeeded"},
                        "printed": {"code": "0000", "zh": "成功"}
                    }]
                },
                {
                    "code": "0042", "variant": "OrderNotFound",
                    "messages": {"zh": "订单{id}不存在", "en": "Order {id} does not exist"},
                    "placeholders": ["id"], "http": 404, "attributes": {"outcome": "failure"}, "retired": null, "aliases": [],
                    "entries": [{
                        "scope": null, "messages": {"zh": "订单{id}不存在", "en": "Order {id} does not exist"},
                        "printed": {"code": "[0042]", "zh": "订单{}不存在"}
                    }]
                },
                {
                    "code": "0050", "variant": "StockLocked0",
                    "messages": {"zh": "库存已锁定", "en": "The stock is locked"},
                    "placeholders": [], "http": 409, "attributes": {"outcome": "failure"}, "retired": null, "aliases": [],
                    "entries": [{
                        "scope": null, "messages": {"zh": "库存已锁定", "en": "The stock is locked"},
                        "printed": {"code": "0050-0051"}
                    }]
                },
                {
                    "code": "0051", "variant": "StockLocked1",
                    "messages": {"zh": "库存已锁定", "en": "The stock is locked"},
                    "placeholders": [], "http": 409, "attributes": {"outcome": "failure"}, "retired": null, "aliases": [],
                    "entries": [{
                        "scope": null, "messages": {"zh": "库存已锁定", "en": "The stock is locked"},
                        "printed": {"code": "0050-0051"}
                    }]
                }
            ]
        }]
    });
    assert_eq!(json, expected);
}
