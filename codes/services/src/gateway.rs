//! A gateway in front of the providers. It answers with the HTTP status of the code, in the caller's language. Errors are
//! `application/problem+json` (RFC 9457).

use axum::Router;
use axum::extract::State;
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_LANGUAGE, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use codes::{Code, Lang, Outcome, Received, Retry, cmi, lianlian};
use serde::Serialize;

use crate::client::{self, Reply};

/// The address of the providers, and the client that calls them.
#[derive(Clone)]
struct Providers {
    url: String,
    agent: ureq::Agent,
}

/// Returns a gateway in front of the providers at `url`.
pub fn router(url: String) -> Router {
    let agent = client::agent();
    Router::new()
        .route(
            "/lianlian/orders/{order}",
            post(forward::<lianlian::ReturnCode>),
        )
        .route("/cmi/orders/{order}", post(forward::<cmi::ReturnCode>))
        .with_state(Providers { url, agent })
}

/// Forwards an order. The function works for the codes of every provider.
async fn forward<C: Code>(
    State(providers): State<Providers>,
    uri: Uri,
    headers: HeaderMap,
) -> Response {
    let url = format!("{}{}", providers.url, uri.path());
    let call = move || client::send::<C>(&providers.agent, &url);
    let reply = tokio::task::spawn_blocking(call).await;
    match reply {
        Ok(Ok(reply)) => answer(&reply, language(&headers)),
        // A missing reply says as little as an unknown code.
        _ => {
            let (code, message) = (Received::from(""), "no reply".to_owned());
            answer(&Reply::<C> { code, message }, language(&headers))
        }
    }
}

/// Returns the caller's language. Several headers with one name form one list (RFC 9110, section 5.3).
fn language(headers: &HeaderMap) -> Lang {
    let fields = headers.get_all(ACCEPT_LANGUAGE).iter();
    let fields: Vec<&str> = fields.filter_map(|field| field.to_str().ok()).collect();
    Lang::negotiate(&fields.join(",")).unwrap_or_default()
}

/// The members of a problem (RFC 9457, section 3), with the code, outcome and retry. A missing `type` means `about:blank`, whose
/// title is the reason phrase of the status.
#[derive(Serialize)]
#[serde(bound = "")]
struct Answer<'a, C: Code> {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    detail: &'a str,
    code: &'a Received<C>,
    outcome: Outcome,
    retry: Retry,
}

fn answer<C: Code>(reply: &Reply<C>, lang: Lang) -> Response {
    let code = &reply.code;
    let status = StatusCode::from(code);
    let is_problem = !status.is_success();
    // A received message that does not match any text of the code is replaced by the code's own message.
    let localized = code.known().map(|code| {
        let localized = code.localize(&reply.message, lang);
        localized.unwrap_or_else(|| code.render(lang, &[]).to_string())
    });
    let body = Answer {
        title: status.canonical_reason().filter(|_| is_problem),
        status: is_problem.then_some(status.as_u16()),
        detail: localized.as_deref().unwrap_or(&reply.message),
        code,
        outcome: code.outcome(),
        retry: code.retry(),
    };
    let content_type = if is_problem {
        "application/problem+json"
    } else {
        "application/json"
    };
    let mut response = (status, axum::Json(body)).into_response();
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(VARY, HeaderValue::from_static("Accept-Language"));
    if localized.is_some() {
        headers.insert(CONTENT_LANGUAGE, HeaderValue::from_static(lang.tag()));
    }
    response
}
