//! The gateway's answers: status, language, problems, and keys.

use std::time::Duration;

use codes::{Code, Lang, Next, Outcome, Received, Retry, cmi, lianlian};
use codes_services::provider::{self, Answer};
use reqwest::StatusCode;

use crate::support::{Reply, Services};

async fn every_code<C: Code>(services: &Services, languages: &str, lang: Lang) {
    for code in C::ALL.iter().copied() {
        let order = format!("{}-{code}-{lang}", C::TABLE.replace('/', "-"));
        let answers = (Answer::code(code.code()), Answer::Silence);
        services.provider.script(&order, answers.0, answers.1);
        let request = services.pay::<C>(&order, &order);
        let answer = Reply::of(request.header("accept-language", languages)).await;
        let member = |name: &str| answer.body[name].as_str();
        assert_eq!(answer.language.as_deref(), Some(lang.tag()));
        assert_eq!(
            (member("code"), member("table")),
            (Some(code.code()), Some(C::TABLE))
        );
        // Without a result, a success is not yet a payment. Any other code decides.
        let expected = match code.outcome() {
            Outcome::Success => (202, Outcome::Pending, Some(Next::Query)),
            outcome => (code.http_status(), outcome, Some(code.next())),
        };
        assert_eq!(
            (answer.status, answer.outcome(), answer.next()),
            expected,
            "{order}"
        );
        if !code.outcome().is_success() {
            // The message has the provider's arguments.
            let text = provider::with_argument(code, lang);
            assert_eq!(member("detail"), Some(&*text), "{order}");
        }
        assert_problem(&answer);
    }
}

/// Checks that a problem has its own media type, and repeats the status (RFC 9457).
fn assert_problem(answer: &Reply) {
    let status = StatusCode::from_u16(answer.status).unwrap();
    if status.is_success() {
        assert_eq!(answer.content_type, "application/json");
        assert!(answer.body.get("status").is_none() && answer.body.get("title").is_none());
    } else {
        assert_eq!(answer.content_type, "application/problem+json");
        assert_eq!(answer.body["status"], answer.status);
        assert_eq!(answer.body["title"].as_str(), status.canonical_reason());
    }
}

#[tokio::test]
async fn every_code_is_answered_in_the_callers_language() {
    let services = Services::start().await;
    for (languages, lang) in [
        ("en-GB, zh;q=0.5", Lang::En),
        ("zh-TW,zh;q=0.9,en;q=0.8", Lang::Zh),
    ] {
        every_code::<cmi::ReturnCode>(&services, languages, lang).await;
        every_code::<lianlian::ReturnCode>(&services, languages, lang).await;
    }
}

#[tokio::test]
async fn missing_languages_are_answered_in_english() {
    let services = Services::start().await;
    let answers = (Answer::code("1000007"), Answer::Silence);
    services.provider.script("A-1", answers.0, answers.1);
    let english = "Parameter imsi is malformed and does not meet the specification";
    for (languages, expected) in [
        ("en", english),
        ("fr", english),
        ("", english),
        ("en;q=0, *", "参数imsi格式错误，不符合规范"),
    ] {
        let request = services.pay::<cmi::ReturnCode>("A-1", "A-1");
        let answer = Reply::of(request.header("accept-language", languages)).await;
        assert_eq!(answer.body["detail"], expected, "{languages}");
    }
    assert_eq!(services.provider.payments("A-1"), 1);
}

/// The next step follows from outcome and retry.
#[test]
fn next_step_of_known_codes() {
    use lianlian::ReturnCode;
    for (code, retry, next) in [
        ("1004", Retry::AfterChange, Next::Fix),
        ("9000", Retry::Later, Next::Repeat),
        ("9910", Retry::Never, Next::Stop),
        ("2008", Retry::AfterQuery, Next::Query),
        ("2O08", Retry::AfterQuery, Next::Query),
    ] {
        let code = Received::<ReturnCode>::from(code);
        assert_eq!((code.retry(), code.next()), (retry, next), "{code}");
    }
}

#[tokio::test]
async fn key_belongs_to_one_payment() {
    use lianlian::ReturnCode;
    let services = Services::start().await;
    for order in ["A-1", "A-2"] {
        let answers = (Answer::code("6001"), Answer::Silence);
        services.provider.script(order, answers.0, answers.1);
    }
    let refused = Reply::of(services.pay::<ReturnCode>("A-1", "key-1")).await;
    assert_eq!((refused.status, refused.next()), (402, Some(Next::Fix)));
    // Another order, or another amount.
    let other_order = services.pay::<ReturnCode>("A-2", "key-1");
    let other_amount = services.pay::<ReturnCode>("A-1", "key-1");
    for request in [other_order, other_amount.body(r#"{"amount": 101}"#)] {
        let answer = Reply::of(request).await;
        assert_eq!((answer.status, answer.outcome()), (409, Outcome::Unknown));
        assert_problem(&answer);
    }
    assert_eq!(
        (
            services.provider.payments("A-1"),
            services.provider.payments("A-2")
        ),
        (1, 0)
    );
    // After a failure, a new key pays again: the amount may be another one.
    services
        .provider
        .script("A-1", Answer::code("2008"), Answer::Silence);
    let request = services.pay::<ReturnCode>("A-1", "key-2");
    let answer = Reply::of(request.body(r#"{"amount": 50}"#)).await;
    assert_eq!((answer.status, answer.outcome()), (202, Outcome::Pending));
    assert_eq!(services.provider.payments("A-1"), 2);
    // Not while that one is open, whatever the key and the amount; a late repetition of the first request pays nothing.
    let other_amount = services.pay::<ReturnCode>("A-1", "key-3");
    assert_eq!(Reply::of(other_amount).await.status, 409);
    assert_eq!(
        Reply::of(services.pay::<ReturnCode>("A-1", "key-1"))
            .await
            .status,
        202
    );
    assert_eq!(services.provider.payments("A-1"), 2);
}

#[tokio::test]
async fn reply_is_stored_if_the_caller_does_not_wait() {
    use lianlian::ReturnCode;
    let services = Services::start().await;
    let answers = (Answer::Late("6001".to_owned()), Answer::Silence);
    services.provider.script("A-1", answers.0, answers.1);
    let pay = || services.pay::<ReturnCode>("A-1", "A-1");
    let impatient = pay().timeout(Duration::from_millis(100)).send().await;
    assert!(impatient.unwrap_err().is_timeout());
    // The first request is under way.
    let answer = Reply::of(pay()).await;
    assert_eq!((answer.status, answer.outcome()), (202, Outcome::Pending));
    let is_pending = || {
        let payment = services.gateway.store.get::<ReturnCode>("A-1").unwrap();
        payment.outcome.must_query()
    };
    while is_pending() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let answer = Reply::of(pay()).await;
    assert_eq!((answer.status, answer.outcome()), (402, Outcome::Failure));
    assert_eq!(services.provider.payments("A-1"), 1);
}

#[tokio::test]
async fn invalid_requests_are_not_sent() {
    use lianlian::ReturnCode;
    let services = Services::start().await;
    let valid = || services.pay::<ReturnCode>("A-1", "A-1");
    let long = "A".repeat(41);
    let no_key = reqwest::Client::new().post(services.url("/lianlian/return-code/payments/A-1"));
    for request in [
        no_key.body(r#"{"amount": 100}"#),
        valid().body(""),
        valid().body(r#"{"amount": -1}"#),
        services.pay::<ReturnCode>(&long, "A-1"),
        services.pay::<ReturnCode>("A%0A1", "A-1"),
    ] {
        let answer = Reply::of(request).await;
        let expected = (400, Outcome::Failure, Some(Next::Fix));
        assert_eq!((answer.status, answer.outcome(), answer.next()), expected);
        assert_problem(&answer);
    }
    assert_eq!(services.provider.payments("A-1"), 0);
    let request = services.query::<ReturnCode>("A-9");
    assert_eq!(
        request.send().await.unwrap().status(),
        StatusCode::NOT_FOUND
    );
}
