//! A mock provider for the codes of each table. A script says how it answers each order, and it counts the payments that it receives.
//!
//! The replies have one form, so that the examples are short. Real ones differ: CMI has no `result_pay`; the packages of the card show
//! whether an order was carried out. Nor does this provider detect duplicates: a payment that arrives twice is carried out twice.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::extract::{Path, State};
use axum::http::header::{CONTENT_TYPE, LOCATION};
use axum::http::{HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use codes::{Code, Lang, Received, cmi, lianlian};
use serde_json::{Value, json};

use crate::notification::{self, Notification};

/// The argument that the mock provider inserts for each placeholder.
pub const ARGUMENT: &str = "imsi";

/// An answer of the mock provider.
#[derive(Clone, Debug)]
pub enum Answer {
    /// A code with its printed text, and a value of `result_pay`.
    Code(String, Option<&'static str>),
    /// A JSON body, with status 200.
    Json(Value),
    /// An HTML page, as a proxy in front of the provider sends it.
    Html(StatusCode),
    /// A redirect to the same address, which asks to repeat the request.
    Redirect,
    /// No answer: the connection is closed.
    Silence,
    /// A code after half a second.
    Late(String),
}

impl Answer {
    /// Returns an answer with a code and no result.
    pub fn code(code: &str) -> Self {
        Answer::Code(code.to_owned(), None)
    }

    /// Returns an answer with the success code of a table and a value of `result_pay`.
    pub fn result<C: Code>(result_pay: &'static str) -> Self {
        Answer::Code(success::<C>().to_owned(), Some(result_pay))
    }

    /// Returns an answer with the success code of a table and no result: the request was accepted.
    pub fn accepted<C: Code>() -> Self {
        Answer::code(success::<C>())
    }
}

/// Returns the first success code of a table.
fn success<C: Code>() -> &'static str {
    let success = C::ALL.iter().find(|code| code.outcome().is_success());
    success.expect("a success code").code()
}

/// The answers for an order, and the number of its payments.
struct Order {
    payment: Answer,
    query: Answer,
    payments: usize,
}

/// A mock provider. Clones share the orders.
#[derive(Clone, Default)]
pub struct Provider(Arc<Mutex<HashMap<String, Order>>>);

impl Provider {
    /// Sets the answers to a payment of an order and to a query of it.
    pub fn script(&self, order: &str, payment: Answer, query: Answer) {
        let mut orders = self.0.lock().unwrap();
        let payments = orders.get(order).map_or(0, |order| order.payments);
        let script = Order {
            payment,
            query,
            payments,
        };
        orders.insert(order.to_owned(), script);
    }

    /// Returns the number of payments received for an order.
    pub fn payments(&self, order: &str) -> usize {
        let orders = self.0.lock().unwrap();
        orders.get(order).map_or(0, |order| order.payments)
    }

    /// Returns the routes for every table.
    pub fn router(&self) -> Router {
        Router::new()
            .merge(routes::<cmi::HttpStatus>())
            .merge(routes::<cmi::ReturnCode>())
            .merge(routes::<lianlian::ReturnCode>())
            .with_state(self.clone())
    }
}

fn routes<C: Code>() -> Router<Provider> {
    let path = format!("/{}/payments", C::TABLE);
    Router::new()
        .route(&format!("{path}/{{order}}"), get(query::<C>))
        .route(&path, post(pay::<C>))
}

async fn pay<C: Code>(State(provider): State<Provider>, Json(request): Json<Value>) -> Response {
    let number = request["no_order"].as_str().unwrap_or_default();
    let answer = provider.0.lock().unwrap().get_mut(number).map(|order| {
        order.payments += 1;
        order.payment.clone()
    });
    respond::<C>(answer).await
}

async fn query<C: Code>(State(provider): State<Provider>, Path(number): Path<String>) -> Response {
    let answer = {
        let orders = provider.0.lock().unwrap();
        orders.get(&number).map(|order| order.query.clone())
    };
    respond::<C>(answer).await
}

async fn respond<C: Code>(answer: Option<Answer>) -> Response {
    match answer {
        Some(Answer::Late(code)) => {
            tokio::time::sleep(Duration::from_millis(500)).await;
            coded::<C>(&code, None)
        }
        Some(Answer::Code(code, result)) => coded::<C>(&code, result),
        Some(Answer::Json(body)) => Json(body).into_response(),
        Some(Answer::Html(status)) => {
            let page = "<html><body><h1>Bad Gateway</h1></body></html>";
            (status, [(CONTENT_TYPE, "text/html")], page).into_response()
        }
        Some(Answer::Redirect) => {
            let location = format!("/{}/payments", C::TABLE);
            (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, location)]).into_response()
        }
        // The connection's task ends, without the message of a panic.
        Some(Answer::Silence) => std::panic::resume_unwind(Box::new("silence")),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Returns the reply with a code.
fn coded<C: Code>(code: &str, result: Option<&str>) -> Response {
    let mut body = json!({ "ret_code": code, "ret_msg": message::<C>(code) });
    if let Some(result) = result {
        body["result_pay"] = result.into();
    }
    (status::<C>(code), Json(body)).into_response()
}

/// LianLian answers with status 200 for every code, CMI with the status of the code.
fn status<C: Code>(code: &str) -> StatusCode {
    if C::TABLE.starts_with("lianlian/") {
        StatusCode::OK
    } else {
        StatusCode::from(&Received::<C>::from(code))
    }
}

/// Returns the printed text of the code; if the message has placeholders, the message with arguments.
fn message<C: Code>(code: &str) -> String {
    let Some(code) = C::from_code(code) else {
        return "未知错误".to_owned();
    };
    let printed = code.printed(Lang::Zh).or(code.printed(Lang::En));
    match printed.filter(|_| code.placeholders().is_empty()) {
        Some(printed) => printed.to_owned(),
        None => with_argument(code, Lang::Zh),
    }
}

/// Returns the message with [`ARGUMENT`] for each placeholder.
pub fn with_argument<C: Code>(code: C, lang: Lang) -> String {
    let arguments: Vec<(&str, &dyn std::fmt::Display)> = (code.placeholders().iter())
        .map(|name| (*name, &ARGUMENT as _))
        .collect();
    code.render(lang, &arguments).to_string()
}

/// Sends a signed notification of the result of a payment to `url`, and returns the status of the answer.
pub async fn notify(
    url: &str,
    secret: &[u8],
    notification: &Notification,
) -> reqwest::Result<StatusCode> {
    let body = serde_json::to_vec(notification).expect("a notification is JSON");
    let signature = notification::sign(secret, &body);
    let header = HeaderName::from_static(notification::SIGNATURE);
    let request = crate::client::http()?.post(url).header(header, signature);
    Ok(request.body(body).send().await?.status())
}
