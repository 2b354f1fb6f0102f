//! Tests `Received`, `into_result` and the predicates.

use codes::{Code, Lang, NotSuccessful, Outcome, Received, Retry, lianlian};

/// Texts that are not codes of any table.
const STRANGE: [&str; 12] = [
    "",
    " ",
    "0",
    "00",
    "2O08",
    "02008",
    "２００８",
    "0000000 ",
    "查无此码",
    "\0",
    "\u{feff}0000",
    "-1",
];

fn every_code<C: Code>() {
    for code in C::ALL.iter().copied() {
        let received = Received::<C>::from(code.code());
        assert_eq!(received, Received::Known(code));
        assert_eq!(received.known(), Some(code));
        assert_eq!(
            (received.code(), received.to_string()),
            (code.code(), code.code().to_owned())
        );
        assert_eq!(
            (received.outcome(), received.retry(), received.http_status()),
            (code.outcome(), code.retry(), code.http_status())
        );
        let is_success = code.outcome() == Outcome::Success;
        assert_eq!(code.into_result().is_ok(), is_success, "{code}");
        assert_eq!(received.clone().into_result(), code.into_result());
        if let Err(error) = code.into_result() {
            assert_eq!(error.code(), &received);
            let message = code.message(Lang::En);
            assert_eq!(error.to_string(), format!("{} {code}: {message}", C::TABLE));
            assert_eq!(error.into_code(), received);
        }
    }
}

fn strange_texts<C: Code>() {
    let numbers = (0..10_000).map(|number| format!("{number:05}"));
    for text in STRANGE.iter().map(|text| (*text).to_owned()).chain(numbers) {
        let received = Received::<C>::from(text.as_str());
        assert!(matches!(&received, Received::Unknown(unknown) if unknown.text() == text));
        assert_eq!((received.known(), received.code()), (None, text.as_str()));
        assert_eq!(String::from(received.clone()), text);
        assert_eq!(Received::from(text.clone()), received);
        assert_eq!(text.parse(), Ok(received.clone()));
        assert_eq!(
            (received.outcome(), received.retry(), received.http_status()),
            (Outcome::Unknown, Retry::AfterQuery, 500)
        );
        let error = received.clone().into_result().unwrap_err();
        assert_eq!(error.code(), &received);
        assert_eq!(
            error.to_string(),
            format!("{} has no code {text:?}", C::TABLE)
        );
    }
}

#[test]
fn received_recognizes_every_code() {
    for_each_table!(every_code);
}

#[test]
fn received_keeps_other_texts_with_unknown_outcome() {
    for_each_table!(strange_texts);
}

#[test]
fn question_mark_continues_only_after_success() {
    fn accepted(code: &str) -> Result<&'static str, Box<dyn std::error::Error>> {
        code.parse::<lianlian::ReturnCode>()?.into_result()?;
        Ok("accepted")
    }
    assert_eq!(accepted("0000").unwrap(), "accepted");
    let error = accepted("2008").unwrap_err();
    let error: Box<NotSuccessful<lianlian::ReturnCode>> = error.downcast().unwrap();
    assert!(error.code().outcome().must_query());
    assert_eq!(
        error.to_string(),
        "lianlian/return-code 2008: The transaction is being processed"
    );
    assert_eq!(
        accepted("2O08").unwrap_err().to_string(),
        r#"lianlian/return-code has no code "2O08""#
    );
}

#[test]
fn predicates_are_false_if_in_doubt() {
    for outcome in Outcome::ALL.iter().copied() {
        let answers = (
            outcome.is_success(),
            outcome.is_failure(),
            outcome.is_final(),
            outcome.needs_action(),
            outcome.must_query(),
        );
        assert_eq!(
            answers,
            match outcome {
                Outcome::Success => (true, false, true, false, false),
                Outcome::Pending => (false, false, false, false, true),
                Outcome::ActionRequired => (false, false, false, true, false),
                Outcome::Failure => (false, true, true, false, false),
                Outcome::Unknown => (false, false, false, false, true),
            },
            "{outcome}"
        );
    }
    for retry in Retry::ALL.iter().copied() {
        assert_eq!(
            (retry.may_repeat(), retry.must_change(), retry.must_query()),
            match retry {
                Retry::Never => (false, false, false),
                Retry::AfterChange => (false, true, false),
                Retry::Later => (true, false, false),
                Retry::AfterQuery => (false, false, true),
            },
            "{retry}"
        );
    }
}
