//! A table with every feature of generated code: three languages, codes that are not numbers, optional statuses, serde and
//! http.

use std::fmt::Display;

use generated_code::every_feature::carrier::{Scope, Step, parcel::Status};
use generated_code::every_feature::{
    Cause, Code, Lang, NotSuccessful, Received, UnknownCode, Verdict,
};
use http::StatusCode;

#[test]
fn an_unknown_code_has_the_undocumented_values() {
    let received = Received::<Status>::from("it");
    assert_eq!((received.code(), received.known()), ("it", None));
    assert_eq!(received.to_string(), "it");
    assert_eq!(received.http_status(), Some(502));
    assert_eq!(received.verdict(), Verdict::Open);
    assert_eq!(
        received.severity(),
        None,
        "required, and nothing for an unknown code"
    );
    assert!(received.alarms());
    assert_eq!((received.team(), received.cause()), (Some("support"), None));
    let received: Received<Status> = "IT".parse().unwrap();
    assert_eq!(received, Received::Known(Status::InTransit));
    assert_eq!(
        (received.http_status(), received.severity()),
        (None, Some(1_u8))
    );
    assert_eq!(
        (received.alarms(), received.team()),
        (false, Some("tracking"))
    );
}

#[test]
fn only_a_success_is_ok() {
    fn pay<C: Code>(code: C) -> Result<&'static str, NotSuccessful<C>> {
        code.into_result()?;
        Ok("on")
    }
    assert_eq!(pay(Status::Delivered), Ok("on"));
    assert_eq!(pay(Step::Begun), Ok("on"));
    let error = pay(Step::Held).unwrap_err();
    assert_eq!(error.to_string(), "step 007: Held by {office}");
    assert_eq!(error.code(), &Received::Known(Step::Held));
    let error = Received::<Step>::from("7").into_result().unwrap_err();
    assert_eq!(error.to_string(), r#"step has no code "7""#);
    assert!(
        Verdict::Done.is_closed() && Verdict::Refused.is_closed() && !Verdict::Open.is_closed()
    );
}

fn round_trip<C: Code>(code: C, arguments: &[(&str, &dyn Display)]) {
    for from in Lang::ALL {
        for to in Lang::ALL {
            let received = code.render(*from, arguments).to_string();
            let expected = code.render(*to, arguments).to_string();
            assert_eq!(
                code.localize(&received, *to).as_deref(),
                Some(&*expected),
                "{received}"
            );
        }
    }
}

#[test]
fn messages_are_extracted_in_every_language() {
    for value in [
        "5",
        "三",
        "{days}",
        "{",
        "}}",
        "5 days late",
        "天（",
        " 5 ",
        "a。",
    ] {
        round_trip(Status::LateByDays, &[("days", &value)]);
        round_trip(Status::Delivered, &[("place", &value)]);
        round_trip(Status::CarrierText, &[("text", &value)]);
        round_trip(Status::InTransit, &[("parcel", &7), ("place", &value)]);
        round_trip(Step::Held, &[("office", &value)]);
        round_trip(Step::Begun, &[]);
    }
    assert_eq!(Status::InTransit.placeholders(), ["parcel", "place"]);
    assert_eq!(
        Status::Delivered.render(Lang::En, &[]).to_string(),
        "Delivered {{place}}"
    );
    // Printed texts with variable parts, with the white space and the full stop of the document.
    let localize = |code: Status, text| code.localize(text, Lang::PtBr).unwrap();
    assert_eq!(
        localize(Status::InTransit, "Parcel 7 is  at the border."),
        "A encomenda 7 está em the border"
    );
    assert_eq!(
        localize(Status::Delivered, "Delivered home"),
        "Entregue {home}"
    );
    assert_eq!(
        localize(Status::LateByDays, "Late because of snow"),
        "Atraso: snow"
    );
    assert_eq!(
        localize(Status::ProtocolViolated, " Protocol  violation"),
        "O protocolo foi violado"
    );
    assert_eq!(
        localize(Status::LateByDays, "Atrasada"),
        "{days} dias de atraso ({days})"
    );
    // `N days late` has one mark, but its message has two placeholders, so it is compared unchanged.
    assert_eq!(Status::LateByDays.extract("5 days late"), None);
    assert!(
        Status::LateByDays
            .extract("N days late")
            .unwrap()
            .as_slice()
            .is_empty()
    );
}

#[test]
fn the_first_argument_is_as_short_as_possible() {
    let arguments: &[(&str, &dyn Display)] = &[("parcel", &"7 is in a box"), ("place", &"Rio")];
    let text = Status::InTransit.render(Lang::En, arguments).to_string();
    assert_eq!(text, "Parcel 7 is in a box is in Rio");
    let read = Status::InTransit.extract(&text).unwrap();
    assert_eq!(
        read.as_slice(),
        [("parcel", "7"), ("place", "a box is in Rio")]
    );
    assert_eq!(read.get("place"), Some("a box is in Rio"));
    assert_eq!(
        read.render(Lang::En),
        text,
        "the same language gives back what came"
    );
    // The placeholders are adjacent, without fixed text. The space in Portuguese is more fixed text.
    let read = |text: &'static str| Status::Pair.extract(text).unwrap().as_slice().to_vec();
    assert_eq!(read("xy"), [("a", "x"), ("b", "y")]);
    assert_eq!(read("x y"), [("a", "x"), ("b", "y")]);
}

#[test]
fn languages_are_negotiated() {
    for (field, expected) in [
        ("zh-Hans-CN", Some(Lang::ZhHans)),
        ("zh-CN, pt-BR;q=0.1", Some(Lang::ZhHans)),
        ("fr, *;q=0.1", Some(Lang::En)),
        ("en;q=0, *", Some(Lang::ZhHans)),
        ("pt", Some(Lang::PtBr)),
        ("fr", None),
    ] {
        assert_eq!(Lang::negotiate(field), expected, "{field}");
    }
    assert_eq!("PT-br".parse(), Ok(Lang::PtBr));
    assert!("zh".parse::<Lang>().is_err());
}

#[test]
fn codes_have_statuses_of_the_crate_http() {
    assert_eq!(
        <Option<StatusCode>>::from(Status::ProtocolViolated),
        Some(StatusCode::BAD_REQUEST)
    );
    assert_eq!(<Option<StatusCode>>::from(Status::InTransit), None);
    let unknown = Received::<Status>::from("?");
    assert_eq!(
        <Option<StatusCode>>::from(&unknown),
        Some(StatusCode::BAD_GATEWAY)
    );
    assert!(Step::with_status(409).eq([Step::Held]));
    assert_eq!(Status::with_status(404).count(), 0);
}

/// Asserts that a value survives JSON and a format that is not self-describing.
fn assert_round_trip<T>(value: T, json: &str)
where
    T: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
{
    assert_eq!(serde_json::to_string(&value).unwrap(), json);
    assert_eq!(serde_json::from_str::<T>(json).unwrap(), value);
    let bytes = postcard::to_allocvec(&value).unwrap();
    assert_eq!(postcard::from_bytes::<T>(&bytes).unwrap(), value);
}

#[test]
fn all_types_round_trip_through_serde() {
    for code in Status::ALL.iter().copied() {
        assert_round_trip(code, &format!("{:?}", code.code()));
        assert_round_trip(Received::Known(code), &format!("{:?}", code.code()));
    }
    assert_round_trip(Received::<Status>::from("né\"1"), r#""né\"1""#);
    assert_round_trip(Step::Held, r#""007""#);
    assert_round_trip(Lang::ZhHans, r#""zh-Hans""#);
    assert_round_trip(
        (Verdict::Open, Some(Cause::Theirs), Scope::Outbound),
        r#"["open","theirs","outbound"]"#,
    );
}

#[test]
fn integers_are_codes_by_their_number() {
    assert_eq!(serde_json::from_str::<Step>("0").unwrap(), Step::Begun);
    assert_eq!(serde_json::from_str::<Step>("7").unwrap(), Step::Held);
    let error = |json| serde_json::from_str::<Step>(json).unwrap_err().to_string();
    assert!(
        error("8").starts_with(r#"step has no code "8""#),
        "{}",
        error("8")
    );
    assert!(error("-7").starts_with(r#"step has no code "-7""#));
    assert!(error("7.5").starts_with(r#"step has no code "7.5""#));
    let unknown: Received<Step> = serde_json::from_str("18446744073709551615").unwrap();
    assert_eq!(unknown.code(), "18446744073709551615");
    let unknown: Received<Status> = serde_json::from_str("8").unwrap();
    assert_eq!((unknown.known(), unknown.code()), (None, "8"));
}

#[test]
fn errors_contain_the_received_text() {
    let error = serde_json::from_str::<Status>(r#""it""#)
        .unwrap_err()
        .to_string();
    assert!(error.starts_with(r#"parcel has no code "it""#), "{error}");
    let error = serde_json::from_str::<Verdict>(r#""closed""#)
        .unwrap_err()
        .to_string();
    assert!(
        error.starts_with("unknown value \"closed\", expected one of done, refused, open"),
        "{error}"
    );
    let error = serde_json::from_str::<Lang>(r#""pt""#)
        .unwrap_err()
        .to_string();
    assert!(error.starts_with(r#"unsupported language "pt""#), "{error}");
    let error: UnknownCode<Status> = "".parse::<Status>().unwrap_err();
    assert_eq!(
        (error.table(), error.expected(), error.text()),
        ("parcel", Status::PATH, "")
    );
}

#[test]
fn values_are_parsed() {
    for verdict in Verdict::ALL.iter().copied() {
        assert_eq!(verdict.as_str().parse(), Ok(verdict));
        assert_eq!(Verdict::try_from(verdict.as_str()), Ok(verdict));
    }
    for scope in Scope::ALL.iter().copied() {
        assert_eq!(scope.as_str().parse(), Ok(scope));
    }
    assert_eq!(Cause::try_from("ours"), Ok(Cause::Ours));
    let error = "Ours".parse::<Cause>().unwrap_err();
    assert_eq!(
        (error.text(), error.expected()),
        ("Ours", &["ours", "theirs"][..])
    );
    assert_eq!(
        error.to_string(),
        r#"unknown value "Ours", expected one of ours, theirs"#
    );
}

#[test]
fn codes_convert_from_and_to_texts_numbers_and_statuses() {
    assert_eq!(Status::TABLE, "parcel");
    for code in Status::ALL.iter().copied() {
        assert_eq!(Status::try_from(code.code().to_owned()), Ok(code));
        assert_eq!(code.to_string().parse(), Ok(code));
        assert_eq!(
            (code.as_ref(), <&str>::from(code)),
            (code.code(), code.code())
        );
        assert_eq!(code.status_code(), <Option<StatusCode>>::from(code));
        let received = Received::from(code);
        assert!(received == code && received == code.code());
        assert_eq!(received.status_code(), <Option<StatusCode>>::from(received));
    }
    assert_eq!(Step::try_from(7_u32), Ok(Step::Held));
    assert_eq!(Step::try_from(7_u64), Ok(Step::Held));
    assert_eq!(Step::try_from(8_u64).unwrap_err().text(), "8");
    assert_eq!(String::from(Received::<Status>::from("it\n")), "it\n");
}

#[test]
fn not_successful_answers_for_its_code() {
    let error = Received::<Status>::from("it").into_result().unwrap_err();
    assert_eq!(
        (error.http_status(), error.verdict(), error.severity()),
        (Some(502), Verdict::Open, None)
    );
    assert_eq!(
        (error.alarms(), error.team(), error.cause()),
        (true, Some("support"), None)
    );
    assert_eq!(error.with_message("?").message(), Some("?"));
}

#[test]
fn unknown_codes_have_the_texts_of_the_catalog() {
    let received = Received::<Status>::from("it\u{202e}");
    assert_eq!(
        received.text(Some("lost"), Lang::ZhHans),
        r"未知状态it\u{202e}：lost"
    );
    assert_eq!(
        received.text(None, Lang::PtBr),
        r"Status desconhecido it\u{202e}"
    );
    let held = Received::from(Step::Held);
    assert_eq!(held.text(None, Lang::En), "Held by {office}");
}
