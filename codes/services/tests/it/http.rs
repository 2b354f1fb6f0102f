//! Sends every code of both providers through the examples' client and gateway, over HTTP.

use codes::{Code, Lang, Next, Outcome, Received, Retry, cmi, lianlian};
use codes_services::client;
use codes_services::server::Server;
use codes_services::{gateway, provider};
use serde_json::Value;

/// Codes that no table can contain, because their length or a character is invalid.
const UNKNOWN: [&str; 5] = ["2O08", "00000", "99980", "1000O11", "查无此码"];

/// Percent-encodes text for the last segment of a path.
fn escaped(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

fn decisions<C: Code>(url: &str, provider: &str) {
    let agent = client::agent();
    let orders = C::ALL.iter().map(|code| code.code());
    for order in orders.chain(UNKNOWN) {
        let reply = client::send::<C>(
            &agent,
            &format!("{url}/{provider}/orders/{}", escaped(order)),
        );
        let decision = client::next(&reply);
        let reply = reply.unwrap();
        assert_eq!(reply.code, Received::from(order));
        let expected = match C::from_code(order).map(C::outcome) {
            Some(Outcome::Success) => Next::ReadResult,
            Some(Outcome::ActionRequired) => Next::Act,
            Some(Outcome::Failure) => match reply.code.retry() {
                Retry::AfterChange => Next::Fix,
                Retry::Later => Next::Repeat,
                Retry::Never => Next::Stop,
                Retry::AfterQuery => Next::Query,
            },
            Some(Outcome::Pending | Outcome::Unknown) | None => Next::Query,
        };
        assert_eq!(decision, expected, "{order}");
    }
}

#[test]
fn client_decides_by_the_outcome() {
    let server = Server::start(provider::router()).unwrap();
    decisions::<cmi::ReturnCode>(&server.url(), "cmi");
    decisions::<lianlian::ReturnCode>(&server.url(), "lianlian");
    // Known decisions, independent of the tables.
    let decide = |order| {
        let url = format!("{}/lianlian/orders/{order}", server.url());
        client::next(&client::send::<lianlian::ReturnCode>(
            &client::agent(),
            &url,
        ))
    };
    assert_eq!(decide("0000"), Next::ReadResult);
    assert_eq!(decide("2008"), Next::Query);
    assert_eq!(decide("8888"), Next::Act);
    assert_eq!(decide("1004"), Next::Fix);
    assert_eq!(decide("9999"), Next::Query);
}

/// Returns the URL of a server that closes each connection without a reply.
fn silent_provider() -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || drop(listener.accept()));
    url
}

#[test]
fn missing_reply_leads_to_a_query() {
    let url = format!("{}/lianlian/orders/0000", silent_provider());
    let reply = client::send::<lianlian::ReturnCode>(&client::agent(), &url);
    assert!(reply.is_err());
    assert_eq!(client::next(&reply), Next::Query);
}

struct Answer {
    status: u16,
    content_type: String,
    language: Option<String>,
    body: Value,
}

fn ask(agent: &ureq::Agent, url: &str, languages: &str) -> Answer {
    let request = agent.post(url).header("accept-language", languages);
    let mut response = request.send_empty().unwrap();
    let header = |name| {
        let value = response.headers().get(name)?;
        Some(value.to_str().unwrap().to_owned())
    };
    assert_eq!(header("vary").as_deref(), Some("Accept-Language"));
    Answer {
        status: response.status().as_u16(),
        content_type: header("content-type").unwrap(),
        language: header("content-language"),
        body: response.body_mut().read_json().unwrap(),
    }
}

fn answers<C: Code>(url: &str, provider: &str) {
    let agent = client::agent();
    for (languages, lang) in [
        ("en-GB, zh;q=0.5", Lang::En),
        ("zh-TW,zh;q=0.9,en;q=0.8", Lang::Zh),
    ] {
        for order in C::ALL.iter().map(|code| code.code()).chain(UNKNOWN) {
            let answer = ask(
                &agent,
                &format!("{url}/{provider}/orders/{}", escaped(order)),
                languages,
            );
            let received = Received::<C>::from(order);
            let status = received.http_status();
            assert_eq!(answer.status, status, "{order}");
            let member = |name: &str| answer.body[name].as_str();
            assert_eq!(member("code"), Some(order));
            assert_eq!(member("outcome"), Some(received.outcome().as_str()));
            assert_eq!(member("retry"), Some(received.retry().as_str()));
            // RFC 9457: a problem has its own media type, and repeats the status.
            if (200..300).contains(&status) {
                assert_eq!(answer.content_type, "application/json");
                assert!(answer.body.get("status").is_none());
            } else {
                assert_eq!(answer.content_type, "application/problem+json");
                assert_eq!(answer.body["status"], status);
                let phrase = http::StatusCode::from_u16(status)
                    .unwrap()
                    .canonical_reason();
                assert_eq!(member("title"), phrase);
            }
            // The message is in the caller's language and has the provider's arguments; that of an unknown code is unchanged.
            match received.known() {
                Some(code) => {
                    assert_eq!(
                        member("detail"),
                        Some(&*provider::with_argument(code, lang))
                    );
                    assert_eq!(answer.language.as_deref(), Some(lang.tag()));
                }
                None => {
                    assert_eq!(member("detail"), Some("未知错误"));
                    assert_eq!(answer.language, None);
                    assert_eq!((answer.status, member("outcome")), (500, Some("unknown")));
                }
            }
        }
    }
}

#[test]
fn gateway_answers_every_code_in_the_callers_language() {
    let provider = Server::start(provider::router()).unwrap();
    let gateway = Server::start(gateway::router(provider.url())).unwrap();
    answers::<cmi::ReturnCode>(&gateway.url(), "cmi");
    answers::<lianlian::ReturnCode>(&gateway.url(), "lianlian");
    // Available, unavailable, missing and excluded languages.
    let agent = client::agent();
    let url = format!("{}/cmi/orders/1000007", gateway.url());
    for (languages, expected) in [
        (
            "en",
            "Parameter imsi is malformed and does not meet the specification",
        ),
        (
            "fr",
            "Parameter imsi is malformed and does not meet the specification",
        ),
        (
            "",
            "Parameter imsi is malformed and does not meet the specification",
        ),
        ("en;q=0, *", "参数imsi格式错误，不符合规范"),
    ] {
        assert_eq!(
            ask(&agent, &url, languages).body["detail"],
            expected,
            "{languages}"
        );
    }
}

#[test]
fn gateway_answers_unknown_if_the_provider_does_not_reply() {
    let gateway = Server::start(gateway::router(silent_provider())).unwrap();
    let url = format!("{}/lianlian/orders/0000", gateway.url());
    let answer = ask(&client::agent(), &url, "en");
    assert_eq!(
        (answer.status, &answer.body["outcome"]),
        (500, &Value::from("unknown"))
    );
    assert_eq!(answer.body["retry"], "after-query");
    assert_eq!(answer.content_type, "application/problem+json");
}
