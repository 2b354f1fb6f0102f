//! Errors with a code and the arguments of its message.

use std::error::Error;

use generated_code::errors::api::shop::ErrorCode;
use generated_code::errors::{ArgumentError, CodeError, Lang};

type ShopError = CodeError<ErrorCode>;

/// The parameters are in alphabetical order of the placeholders: `customer`, `order_id`.
fn not_found() -> ShopError {
    ErrorCode::order_not_found("Ada", 17)
}

#[test]
fn an_error_has_a_code_and_a_message_with_arguments() {
    let error = not_found();
    assert_eq!(error.code(), ErrorCode::OrderNotFound);
    assert_eq!(error.to_string(), "Order 17 of Ada was not found");
    assert_eq!(format!("{error:#}"), "4040 Order 17 of Ada was not found");
    assert_eq!(
        error.message(Lang::De),
        "Bestellung 17 von Ada nicht gefunden"
    );
    let arguments: Vec<_> = error.arguments().collect();
    assert_eq!(arguments, [("customer", "Ada"), ("order_id", "17")]);
    let error = error.with_lang(Lang::De);
    assert_eq!(error.to_string(), "Bestellung 17 von Ada nicht gefunden");
}

#[test]
fn an_argument_is_not_taken_for_a_message() {
    let error = ErrorCode::order_not_found("{order_id}", "}}");
    assert_eq!(error.to_string(), "Order }} of {order_id} was not found");
    assert_eq!(ErrorCode::r#match("{").to_string(), "No { matches");
    #[expect(deprecated)]
    let error = ErrorCode::gone("x");
    assert_eq!(error.to_string(), "Removed: {x}");
}

#[test]
fn a_code_without_placeholders_has_a_constant_error() {
    const LATE: ShopError = ErrorCode::late();
    assert_eq!(LATE.to_string(), "Too late");
    assert_eq!(LATE.arguments().count(), 0);
}

#[test]
fn a_former_name_still_has_a_constructor() {
    #[expect(deprecated)]
    let errors = [
        ErrorCode::order_missing("Ada", 17),
        ErrorCode::rate_limited(),
    ];
    assert_eq!(
        errors.map(|error| error.code()),
        [ErrorCode::OrderNotFound, ErrorCode::TooManyRequests]
    );
}

#[test]
fn the_source_is_the_attached_error() {
    assert!(not_found().source().is_none());
    let cause = "x".parse::<u8>().unwrap_err();
    let error = not_found().with_source(cause.clone());
    assert_eq!(error.source().unwrap().to_string(), cause.to_string());
    assert!(error.source().unwrap().is::<std::num::ParseIntError>());
    let boxed: Box<dyn Error + Send + Sync> = error.into();
    assert!(boxed.is::<ShopError>());
}

#[test]
fn serde_writes_the_code_the_message_and_the_arguments() {
    let json = serde_json::to_string(&not_found().with_lang(Lang::De)).unwrap();
    assert_eq!(
        json,
        r#"{"code":"4040","message":"Bestellung 17 von Ada nicht gefunden","args":{"customer":"Ada","order_id":"17"}}"#
    );
    let json = serde_json::to_string(&ErrorCode::late()).unwrap();
    assert_eq!(json, r#"{"code":"4050","message":"Too late","args":{}}"#);
}

#[test]
fn try_render_names_missing_and_unknown_arguments() {
    let render = |code: ErrorCode, arguments: &[(&str, &dyn std::fmt::Display)]| {
        let rendered = code.try_render(Lang::En, arguments);
        rendered.map(|message| message.to_string())
    };
    let code = ErrorCode::OrderNotFound;
    assert_eq!(
        render(code, &[("order_id", &17), ("customer", &"Ada")]).unwrap(),
        "Order 17 of Ada was not found"
    );
    let error: ArgumentError = render(code, &[("order", &17), ("\n", &1)]).unwrap_err();
    assert_eq!(error.missing(), ["customer", "order_id"]);
    assert_eq!(error.unknown(), ["order", "\n"]);
    assert_eq!(
        error.to_string(),
        r"missing argument `customer`, missing argument `order_id`, unknown argument `order`, unknown argument `\n`"
    );
    // The second row of the code has a placeholder, and the first has none.
    assert_eq!(
        render(ErrorCode::Late, &[("reason", &"rain")]).unwrap(),
        "Too late: rain"
    );
    let error = render(ErrorCode::Late, &[("cause", &"rain")]).unwrap_err();
    assert_eq!(error.to_string(), "unknown argument `cause`");
}
