//! Tests the conversions and comparisons of codes, received codes, values and errors.

use std::fmt::Debug;

use codes::{Code, Lang, NotSuccessful, Outcome, Received, Retry, UnknownValue, cmi, lianlian};
use http::StatusCode;

fn every_code<C>()
where
    C: Code + AsRef<str>,
    C: TryFrom<String, Error: Debug> + TryFrom<u32, Error: Debug> + TryFrom<u64, Error: Debug>,
    &'static str: From<C>,
    StatusCode: From<C>,
{
    for code in C::ALL.iter().copied() {
        let text = code.code();
        assert_eq!((code.as_ref(), <&'static str>::from(code)), (text, text));
        assert_eq!(C::try_from(text.to_owned()).unwrap(), code);
        assert_eq!(code.to_string().parse::<C>().unwrap(), code);
        let number = u64::try_from(code.number().unwrap()).unwrap();
        assert_eq!(C::try_from(number).unwrap(), code);
        assert_eq!(C::try_from(u32::try_from(number).unwrap()).unwrap(), code);

        let received = Received::from(code);
        assert_eq!(received.as_ref(), text);
        assert!(received == code && received == text && received == *text);
        assert_eq!(String::from(received.clone()), text);

        let status = StatusCode::from_u16(code.http_status()).unwrap();
        assert_eq!(
            (code.status_code(), StatusCode::from(code)),
            (status, status)
        );
        assert_eq!(received.status_code(), status);
        assert_eq!(by_reference(&received), status);
        assert_eq!(by_value(received), status);
    }
}

fn by_reference<C: Code>(code: &Received<C>) -> StatusCode {
    code.into()
}

fn by_value<C: Code>(code: Received<C>) -> StatusCode {
    code.into()
}

#[test]
fn codes_convert_from_and_to_texts_numbers_and_statuses() {
    for_each_table!(every_code);
}

#[test]
fn unknown_texts_and_numbers_are_errors() {
    use lianlian::ReturnCode;
    let errors = [
        ReturnCode::try_from("2O08".to_owned()).unwrap_err(),
        ReturnCode::try_from(20_080_u64).unwrap_err(),
        ReturnCode::try_from(20_080_u32).unwrap_err(),
    ];
    assert_eq!(
        errors.map(|error| error.text().to_owned()),
        ["2O08", "20080", "20080"]
    );
    let received = Received::<ReturnCode>::from("2O08");
    assert!(received == "2O08" && received == *"2O08");
    assert!(received != ReturnCode::TransactionProcessing && received != "2008");
    assert_eq!(received.status_code(), StatusCode::INTERNAL_SERVER_ERROR);
    assert_eq!(
        StatusCode::from(received),
        StatusCode::INTERNAL_SERVER_ERROR
    );
}

/// Checks that each value is parsed from its text, and other texts are errors.
macro_rules! assert_values {
    ($($value:ty),*) => {$(
        for value in <$value>::ALL.iter().copied() {
            assert_eq!(value.as_str().parse(), Ok(value));
            assert_eq!(<$value>::try_from(value.as_str()), Ok(value));
        }
        let error: UnknownValue = "Success\n".parse::<$value>().unwrap_err();
        let values: Vec<&str> = <$value>::ALL.iter().map(|value| value.as_str()).collect();
        assert_eq!((error.text(), error.expected()), ("Success\n", &values[..]));
        let values = values.join(", ");
        let expected = format!(r#"unknown value "Success\n", expected one of {values}"#);
        assert_eq!(error.to_string(), expected);
    )*};
}

#[test]
fn values_are_parsed() {
    assert_values!(Outcome, Retry, cmi::Scope);
    assert_eq!(
        format!("{:?}", "x".parse::<cmi::Scope>().unwrap_err()),
        r#"UnknownValue { text: "x", expected: ["get", "post", "any"] }"#
    );
}

#[test]
fn not_successful_answers_for_its_code() {
    let error = Received::<lianlian::ReturnCode>::from("2008")
        .into_result()
        .unwrap_err();
    assert_eq!(error.message(), None);
    let error: NotSuccessful<_> = error.with_message("交易处理中");
    assert_eq!(
        (
            error.outcome(),
            error.retry(),
            error.http_status(),
            error.reason()
        ),
        (Outcome::Pending, Retry::AfterQuery, 202, None)
    );
    assert_eq!(error.message(), Some("交易处理中"));
    assert_eq!(
        error.to_string(),
        r#"lianlian/return-code 2008: The transaction is being processed (received "交易处理中")"#
    );
    let error = Received::<lianlian::ReturnCode>::from("2O08")
        .into_result()
        .unwrap_err();
    assert_eq!(
        (error.outcome(), error.retry(), error.http_status()),
        (Outcome::Unknown, Retry::AfterQuery, 500)
    );
}

#[test]
fn errors_read_well_under_unwrap() {
    let unknown = "2O08\n".parse::<lianlian::ReturnCode>().unwrap_err();
    let code = lianlian::ReturnCode::TransactionProcessing;
    let unknown_lang = "fr".parse::<Lang>().unwrap_err();
    for (error, expected) in [
        (
            format!("{unknown:?}"),
            r#"UnknownCode { table: "lianlian/return-code", code: "2O08\n" }"#,
        ),
        (
            format!("{:?}", code.into_result().unwrap_err()),
            r#"NotSuccessful { table: "lianlian/return-code", code: TransactionProcessing(2008) }"#,
        ),
        (
            format!(
                "{:?}",
                Received::Unknown(unknown)
                    .into_result()
                    .unwrap_err()
                    .with_message("?")
            ),
            r#"NotSuccessful { table: "lianlian/return-code", code: "2O08\n", message: "?" }"#,
        ),
        (format!("{unknown_lang:?}"), r#"UnknownLang("fr")"#),
    ] {
        assert_eq!(error, expected);
    }
}

#[test]
fn display_has_width_and_precision() {
    let code = lianlian::ReturnCode::TransactionProcessing;
    let received = Received::from(code);
    for (shown, expected) in [
        (
            format!("{code:>6}|{code:*<6}|{code:.2}"),
            "  2008|2008**|20",
        ),
        (
            format!("{received:>6}|{received:*<6}|{received:.2}"),
            "  2008|2008**|20",
        ),
        (format!("{code:#.8}|{received:#.8}"), "2008 The|2008 The"),
        (
            format!("{received:?}"),
            "Known(TransactionProcessing(2008))",
        ),
    ] {
        assert_eq!(shown, expected);
    }
}
