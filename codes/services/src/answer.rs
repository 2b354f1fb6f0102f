//! The gateway's answers, in the caller's language. Errors are `application/problem+json` (RFC 9457).

use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_LANGUAGE, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use codes::{Code, Lang, Next, Outcome};
use serde::Serialize;

use crate::payment::Payment;

/// Returns the caller's language. Several headers with one name form one list (RFC 9110, section 5.3).
pub fn language(headers: &HeaderMap) -> Lang {
    let fields = headers.get_all(ACCEPT_LANGUAGE).iter();
    let fields: Vec<&str> = fields.filter_map(|field| field.to_str().ok()).collect();
    Lang::negotiate(&fields.join(",")).unwrap_or_default()
}

/// The members of a problem (RFC 9457, section 3), and those of a payment. A missing `type` means `about:blank`, whose title is the reason
/// phrase of the status.
#[derive(Serialize)]
struct Body<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<u16>,
    detail: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    outcome: Outcome,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<Next>,
}

/// Returns the answer for a payment. If the code of the reply decided, the status and the message are the code's, otherwise the outcome's.
pub fn payment<C: Code>(payment: &Payment, lang: Lang) -> Response {
    let (status, detail) = match payment.deciding_code::<C>() {
        Some(code) => {
            let text = code.text(payment.message.as_deref(), lang).into_owned();
            (StatusCode::from(code), text)
        }
        None => {
            let outcome = payment.outcome;
            (
                StatusCode::from(outcome),
                sentence(outcome, lang).to_owned(),
            )
        }
    };
    let body = Body {
        title: None,
        status: None,
        detail: &detail,
        table: Some(C::TABLE),
        code: payment.code.as_deref(),
        outcome: payment.outcome,
        next: payment.next::<C>(),
    };
    respond(status, body, lang)
}

/// Returns the answer to a request that is refused by the gateway itself, with status 400, or 409 if an earlier request may have paid.
pub fn refusal(outcome: Outcome, next: Next, detail: &str) -> Response {
    let status = match outcome {
        Outcome::Failure => StatusCode::BAD_REQUEST,
        _ => StatusCode::CONFLICT,
    };
    let body = Body {
        title: None,
        status: None,
        detail,
        table: None,
        code: None,
        outcome,
        next: Some(next),
    };
    respond(status, body, Lang::En)
}

fn respond(status: StatusCode, mut body: Body<'_>, lang: Lang) -> Response {
    let is_problem = !status.is_success();
    let content_type = if is_problem {
        body.title = status.canonical_reason();
        body.status = Some(status.as_u16());
        "application/problem+json"
    } else {
        "application/json"
    };
    let headers = [
        (CONTENT_TYPE, HeaderValue::from_static(content_type)),
        (CONTENT_LANGUAGE, HeaderValue::from_static(lang.tag())),
        (VARY, HeaderValue::from_static("Accept-Language")),
    ];
    (status, headers, axum::Json(body)).into_response()
}

/// Returns the sentence for an outcome that no code explains.
fn sentence(outcome: Outcome, lang: Lang) -> &'static str {
    let (zh, en) = match outcome {
        Outcome::Success => ("支付成功", "The payment was carried out"),
        Outcome::Pending => (
            "支付处理中，请查询支付结果",
            "The payment is being processed; query the result",
        ),
        Outcome::ActionRequired => ("支付需要下一步操作", "The payment needs a further step"),
        Outcome::Failure => ("支付失败", "The payment failed"),
        Outcome::Unknown => (
            "支付结果未知，请先查询支付结果",
            "The result of the payment is unknown; query it first",
        ),
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
