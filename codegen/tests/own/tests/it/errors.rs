//! Errors with a code and the arguments of its message.

use std::error::Error;

use shop_errors::{ArgumentError, CodeError, DeliveryCode, ErrorCode, Lang, Retry, Severity};

#[test]
fn an_error_has_a_code_and_its_message_in_each_language() {
    // The parameters are in alphabetical order: available, requested, sku.
    let error: CodeError<ErrorCode> = ErrorCode::stock_too_low(2, 5, "LAMP-1");
    assert_eq!(error.code(), ErrorCode::StockTooLow);
    assert_eq!(
        error.to_string(),
        "Only 2 of 5 units of item LAMP-1 are in stock"
    );
    assert_eq!(
        error.message(Lang::De),
        "Vom Artikel LAMP-1 sind nur 2 von 5 Stück vorrätig"
    );
    assert_eq!(
        error.message(Lang::Ja),
        "商品LAMP-1の在庫が足りません（注文5点、在庫2点）"
    );
    let arguments: Vec<_> = error.arguments().collect();
    assert_eq!(
        arguments,
        [("available", "2"), ("requested", "5"), ("sku", "LAMP-1")]
    );
    let error = error.with_lang(Lang::De);
    assert_eq!(
        format!("{error:#}"),
        "O009 Vom Artikel LAMP-1 sind nur 2 von 5 Stück vorrätig"
    );
}

#[test]
fn an_argument_is_anything_that_can_be_displayed() {
    let address = std::net::Ipv4Addr::LOCALHOST;
    let error = ErrorCode::service_timed_out(1.5, format_args!("stock at {address}"));
    assert_eq!(
        error.to_string(),
        "The service stock at 127.0.0.1 did not answer within 1.5 ms"
    );
}

#[test]
fn an_error_without_arguments_is_a_constant() {
    const EMPTY: CodeError<ErrorCode> = ErrorCode::order_empty();
    assert_eq!(EMPTY.message(Lang::Ja), "注文に商品がありません");
}

#[test]
fn the_source_is_the_attached_error() {
    let error = ErrorCode::field_invalid("1-99", "units");
    assert!(error.source().is_none());
    let cause = "x".parse::<u8>().unwrap_err();
    let error: Box<dyn Error + Send + Sync> = error.with_source(cause.clone()).into();
    assert_eq!(error.source().unwrap().to_string(), cause.to_string());
}

#[test]
fn a_code_has_its_status_and_attributes() {
    let code = ErrorCode::payment_service_down().code();
    assert_eq!(code.http_status(), 503);
    assert_eq!(
        (code.severity(), code.retry()),
        (Severity::Critical, Retry::Later)
    );
    assert_eq!(code.docs(), None);
    assert_eq!(
        ErrorCode::PaymentDeclined.docs(),
        Some("https://docs.example.com/errors/P001")
    );
    assert_eq!("D007".parse(), Ok(DeliveryCode::ParcelLost));
}

#[test]
#[expect(deprecated)]
fn a_former_name_still_works() {
    assert_eq!(ErrorCode::ItemSoldOut, ErrorCode::ItemOutOfStock);
    let error = ErrorCode::item_sold_out("LAMP-1");
    assert_eq!(error.to_string(), "Item LAMP-1 is out of stock");
}

/// The last arm would be unreachable if the enum was exhaustive.
#[test]
#[deny(unreachable_patterns)]
fn a_non_exhaustive_enum_leaves_room_for_codes() {
    use DeliveryCode::*;
    let is_over = |code| match code {
        ParcelRefused | ParcelDamaged | ParcelLost => true,
        ParcelNotFound | AddressUnknown | CountryNotServed | RecipientAbsent => false,
        ParcelTooHeavy | CustomsDocumentMissing | PickupPointClosed => false,
        _ => false,
    };
    assert!(is_over(ParcelLost));
}

#[test]
fn an_error_is_serialized_with_its_message_and_arguments() {
    let error = ErrorCode::order_not_found(17).with_lang(Lang::Ja);
    let json = serde_json::to_string(&error).unwrap();
    assert_eq!(
        json,
        r#"{"code":"O001","message":"注文17が見つかりません","args":{"order_id":"17"}}"#
    );
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let code: ErrorCode = serde_json::from_value(json["code"].clone()).unwrap();
    assert_eq!(code, ErrorCode::OrderNotFound);
}

#[test]
fn arguments_that_are_known_at_run_time_are_checked() {
    let code = ErrorCode::OrderNotFound;
    let message = code.try_render(Lang::En, &[("order_id", &17)]);
    assert_eq!(message.unwrap().to_string(), "Order 17 was not found");
    let error: ArgumentError = code.try_render(Lang::En, &[("order", &17)]).unwrap_err();
    assert_eq!(error.missing(), ["order_id"]);
    assert_eq!(error.unknown(), ["order"]);
    assert_eq!(
        error.to_string(),
        "missing argument `order_id`, unknown argument `order`"
    );
}
