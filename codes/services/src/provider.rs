//! Two mock providers. The name of an order is the code of the reply, and the message is the printed text of that code:
//! `POST /lianlian/orders/2008` answers with 2008 and `交易处理中`.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::post;
use axum::{Json, Router};
use codes::{Code, Lang, Received, cmi, lianlian};
use serde_json::{Value, json};

/// The argument that the mock providers insert for each placeholder.
pub const ARGUMENT: &str = "imsi";

/// Returns the routes of both providers.
pub fn router() -> Router {
    Router::new()
        .route("/lianlian/orders/{order}", post(lianlian))
        .route("/cmi/orders/{order}", post(cmi))
}

/// LianLian answers with status 200 for every code.
async fn lianlian(Path(order): Path<String>) -> Json<Value> {
    let message = message::<lianlian::ReturnCode>(&order);
    Json(json!({ "ret_code": order, "ret_msg": message }))
}

/// CMI answers with the status of the code.
async fn cmi(Path(order): Path<String>) -> (StatusCode, Json<Value>) {
    let message = message::<cmi::ReturnCode>(&order);
    let status = StatusCode::from(&Received::<cmi::ReturnCode>::from(order.as_str()));
    (status, Json(json!({ "code": order, "message": message })))
}

/// Returns the printed text of the code; if the message has placeholders, the message with arguments.
fn message<C: Code>(order: &str) -> String {
    let Some(code) = C::from_code(order) else {
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
