//! Changes of the rows of a code: added and removed rows, printed texts, placeholders.

use super::SHOP_ROWS;
use super::catalog;
use crate::support::Folder;

#[track_caller]
fn lines(base: &Folder, head: &Folder) -> Vec<String> {
    let run = head.codegen(&["diff", base.path().to_str().unwrap(), "--allow", "major"]);
    run.assert(0, &[], &[]);
    let mut lines: Vec<String> = run.stdout.lines().map(str::to_owned).collect();
    lines.pop();
    lines
}

/// Asserts the changes that an edit of the table causes, and the changes that undoing it causes.
#[track_caller]
fn there_and_back(base: &Folder, from: &str, to: &str, there: &[&str], back: &[&str]) {
    let head = Folder::new();
    for file in base.files() {
        head.write(&file, base.read(&file));
    }
    head.edit("shop.csv", from, to);
    assert_eq!(lines(base, &head), there);
    assert_eq!(lines(&head, base), back);
}

/// Returns the catalog with a printed column, which is `Gone.` for one code.
fn printed(column: &str) -> Folder {
    let folder = catalog();
    let rows: Vec<String> = (SHOP_ROWS.lines().enumerate())
        .map(|(at, row)| match at {
            0 => format!("{row},printed.{column}"),
            _ if row.starts_with("0070") => format!("{row},Gone."),
            _ => format!("{row},"),
        })
        .collect();
    folder.write("shop.csv", rows.join("\n") + "\n");
    folder
}

#[test]
fn printed_texts_are_patch() {
    let base = printed("en");
    there_and_back(
        &base,
        "Gone.",
        "Lost.",
        &["patch  shop::ReturnCode::CardLost (0070)  printed en: [-Gone-]{+Lost+}."],
        &["patch  shop::ReturnCode::CardLost (0070)  printed en: [-Lost-]{+Gone+}."],
    );
    there_and_back(
        &base,
        "Gone.",
        "",
        &["patch  shop::ReturnCode::CardLost (0070)  printed en: [-Gone.-]"],
        &["patch  shop::ReturnCode::CardLost (0070)  printed en: {+Gone.+}"],
    );
    there_and_back(
        &base,
        ",printed.en",
        ",note",
        &[
            "major  shop::ReturnCode  method printed removed",
            "patch  shop::ReturnCode::CardLost (0070)  printed en: [-Gone.-]",
        ],
        &[
            "minor  shop::ReturnCode  method printed added",
            "patch  shop::ReturnCode::CardLost (0070)  printed en: {+Gone.+}",
        ],
    );
}

#[test]
fn printed_texts_of_a_removed_attribute_are_not_reported() {
    let hint =
        "[attribute.hint]\ndoc = \"A hint for the user.\"\nkind = \"text\"\noptional = true\n";
    let (base, head) = (printed("hint"), catalog());
    head.edit("catalog.toml", hint, "");
    head.edit("shop.csv", ",hint,", ",note,");
    // The table has no other printed texts, so its method for them is reported.
    assert_eq!(
        lines(&base, &head),
        [
            "major  the catalog  attribute hint removed",
            "major  shop::ReturnCode  method printed removed"
        ]
    );
    assert_eq!(
        lines(&head, &base),
        [
            "minor  the catalog  attribute hint added",
            "minor  shop::ReturnCode  method printed added"
        ]
    );
}

#[test]
fn repeated_rows_are_added_and_removed() {
    let base = catalog();
    base.write(
        "shop.toml",
        format!(
            "{}repeated = {{ \"0042\" = \"listed twice\" }}\n",
            super::SHOP
        ),
    );
    let first =
        "0042,order not found,订单{id}不存在,Order {id} does not exist,404,failure,look again,\n";
    let second = "0042,,没有订单{id},There is no order {id},,,,\n";
    let third = "0042,,查无订单{id},No order {id} was found,,,,\n";
    base.edit("shop.csv", first, &format!("{first}{second}"));
    there_and_back(
        &base,
        second,
        &format!("{second}{third}"),
        &["minor  shop::ReturnCode::OrderNotFound (0042)  row added: No order {id} was found"],
        &["minor  shop::ReturnCode::OrderNotFound (0042)  row removed: No order {id} was found"],
    );
    there_and_back(
        &base,
        "There is no order",
        "There was no order",
        &["patch  shop::ReturnCode::OrderNotFound (0042)  en: There [-is-]{+was+} no order {id}"],
        &["patch  shop::ReturnCode::OrderNotFound (0042)  en: There [-was-]{+is+} no order {id}"],
    );
}

#[test]
fn placeholders_are_renamed_one_for_one_only() {
    let (base, head) = (catalog(), catalog());
    base.edit("shop.csv", "{id}", "{id}{of}");
    head.edit("shop.csv", "{id}", "{order}");
    let of_placeholders = |base, head| -> Vec<String> {
        let lines = lines(base, head).into_iter();
        lines.filter(|line| line.contains("placeholder")).collect()
    };
    let code = "shop::ReturnCode::OrderNotFound (0042)";
    assert_eq!(
        of_placeholders(&base, &head),
        [
            format!("major  {code}  placeholder removed: {{id}}"),
            format!("major  {code}  placeholder removed: {{of}}"),
            format!("minor  {code}  placeholder added: {{order}}"),
        ]
    );
    assert_eq!(
        of_placeholders(&head, &base),
        [
            format!("major  {code}  placeholder removed: {{order}}"),
            format!("minor  {code}  placeholder added: {{id}}"),
            format!("minor  {code}  placeholder added: {{of}}"),
        ]
    );
}

#[test]
fn a_renamed_range_is_not_moved() {
    there_and_back(
        &catalog(),
        "0050-0052,stock locked,",
        "0050-0052,stock held,",
        &[
            "major  shop::ReturnCode::StockHeld0 (0050)  renamed: StockLocked0 -> StockHeld0",
            "major  shop::ReturnCode::StockHeld1 (0051)  renamed: StockLocked1 -> StockHeld1",
            "major  shop::ReturnCode::StockHeld2 (0052)  renamed: StockLocked2 -> StockHeld2",
        ],
        &[
            "major  shop::ReturnCode::StockLocked0 (0050)  renamed: StockHeld0 -> StockLocked0",
            "major  shop::ReturnCode::StockLocked1 (0051)  renamed: StockHeld1 -> StockLocked1",
            "major  shop::ReturnCode::StockLocked2 (0052)  renamed: StockHeld2 -> StockLocked2",
        ],
    );
    // A code of a range becomes a single code.
    let locked = "0050-0052,stock locked,库存已锁定,The stock is locked,409,failure,,\n";
    let apart = "0050-0051,stock locked,库存已锁定,The stock is locked,409,failure,,\n\
                 0052,stock locked,库存已锁定,The stock is locked,409,failure,,\n";
    there_and_back(
        &catalog(),
        locked,
        apart,
        &["major  shop::ReturnCode::StockLocked (0052)  renamed: StockLocked2 -> StockLocked"],
        &["major  shop::ReturnCode::StockLocked2 (0052)  renamed: StockLocked -> StockLocked2"],
    );
}

#[test]
fn a_reworded_retirement_is_patch() {
    let base = catalog();
    base.edit(
        "shop.csv",
        "lost,400,failure,,",
        "lost,400,failure,,since V2: no longer sent",
    );
    there_and_back(
        &base,
        "since V2: no longer sent",
        "since V3: no longer sent",
        &["patch  shop::ReturnCode::CardLost (0070)  retired: since [-V2-]{+V3+}: no longer sent"],
        &["patch  shop::ReturnCode::CardLost (0070)  retired: since [-V3-]{+V2+}: no longer sent"],
    );
    there_and_back(
        &base,
        "The card is lost",
        "The card was lost",
        &["patch  shop::ReturnCode::CardLost (0070)  en: The card [-is-]{+was+} lost"],
        &["patch  shop::ReturnCode::CardLost (0070)  en: The card [-was-]{+is+} lost"],
    );
}

#[test]
fn swapped_codes_are_renamed() {
    // Both codes exist before and after, so the variants count as renamed.
    there_and_back(
        &catalog(),
        "0060,payment processing,支付处理中,The payment is processing,202,pending,,\n0070,card lost,卡已挂失,The card is lost,400,failure,,\n",
        "0070,payment processing,卡已挂失,The card is lost,400,failure,,\n0060,card lost,支付处理中,The payment is processing,202,pending,,\n",
        &[
            "major  shop::ReturnCode::CardLost (0060)  renamed: PaymentProcessing -> CardLost",
            "major  shop::ReturnCode::PaymentProcessing (0070)  renamed: CardLost -> PaymentProcessing",
        ],
        &[
            "major  shop::ReturnCode::PaymentProcessing (0060)  renamed: CardLost -> PaymentProcessing",
            "major  shop::ReturnCode::CardLost (0070)  renamed: PaymentProcessing -> CardLost",
        ],
    );
}
