//! Codes in reply to a query, and statuses of outcomes that do not come from a code.

use codes::{Code, Outcome, Received, cmi, lianlian};

fn never_final<C: Code>() {
    for code in C::ALL.iter().copied() {
        let expected = match code.outcome() {
            Outcome::Pending => Outcome::Pending,
            _ => Outcome::Unknown,
        };
        assert_eq!(code.of_query(), expected, "{code}");
        assert_eq!(Received::Known(code).of_query(), expected, "{code}");
    }
    for text in ["", "2O08", "99999"] {
        assert_eq!(Received::<C>::from(text).of_query(), Outcome::Unknown);
    }
}

#[test]
fn reply_to_a_query_is_never_final() {
    never_final::<cmi::HttpStatus>();
    never_final::<cmi::ReturnCode>();
    never_final::<lianlian::ReturnCode>();
    let of_query = |code| Received::<lianlian::ReturnCode>::from(code).of_query();
    // A query that succeeds, is refused, fails or finds nothing.
    for code in [
        "0000", "1001", "0106", "8111", "8901", "9093", "9921", "9999",
    ] {
        assert_eq!(of_query(code), Outcome::Unknown, "{code}");
    }
    for code in ["1003", "2003", "2004", "2005", "2008"] {
        assert_eq!(of_query(code), Outcome::Pending, "{code}");
    }
}

#[test]
fn reply_to_a_query_is_decided_at_compile_time() {
    const SHIPPED: Outcome = lianlian::ReturnCode::Success.of_query();
    assert_eq!(SHIPPED, Outcome::Unknown);
    assert_eq!(Outcome::Failure.of_query(), Outcome::Unknown);
    assert_eq!(Outcome::Pending.of_query(), Outcome::Pending);
}

#[test]
fn outcomes_have_a_status() {
    let statuses = Outcome::ALL.iter().map(|outcome| outcome.http_status());
    assert_eq!(statuses.collect::<Vec<_>>(), [200, 202, 202, 422, 500]);
    #[cfg(feature = "http")]
    for outcome in Outcome::ALL.iter().copied() {
        let status = http::StatusCode::from(outcome);
        assert_eq!(status.as_u16(), outcome.http_status());
    }
}
