//! Two providers in place of the real ones. An order is answered with the code that it is named after, and with the message
//! that the provider's document prints for it: `POST /lianlian/orders/2008` with 2008, `交易处理中`.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::post;
use axum::{Json, Router};
use codes::{Code, Lang, Received, cmi, lianlian};
use serde_json::{Value, json};

/// What the mock providers put in the place of each placeholder.
pub const ARGUMENT: &str = "imsi";

/// Both providers.
pub fn router() -> Router {
    Router::new()
        .route("/lianlian/orders/{order}", post(lianlian))
        .route("/cmi/orders/{order}", post(cmi))
}

/// LianLian answers 200, whatever the code.
async fn lianlian(Path(order): Path<String>) -> Json<Value> {
    let message = message::<lianlian::ReturnCode>(&order);
    Json(json!({ "ret_code": order, "ret_msg": message }))
}

/// CMI answers with a status of its own table, too.
async fn cmi(Path(order): Path<String>) -> (StatusCode, Json<Value>) {
    let message = message::<cmi::ReturnCode>(&order);
    let status = StatusCode::from(&Received::<cmi::ReturnCode>::from(order.as_str()));
    (status, Json(json!({ "code": order, "message": message })))
}

/// The message as the document prints it; with its argument, where it has placeholders.
fn message<C: Code>(order: &str) -> String {
    let Some(code) = C::from_code(order) else {
        return "没有人知道的错误".to_owned();
    };
    let printed = code.printed(Lang::Zh).or(code.printed(Lang::En));
    match printed.filter(|_| code.placeholders().is_empty()) {
        Some(printed) => printed.to_owned(),
        None => with_argument(code, Lang::Zh),
    }
}

/// The message with [`ARGUMENT`] in the place of each placeholder.
pub fn with_argument<C: Code>(code: C, lang: Lang) -> String {
    let arguments: Vec<(&str, &dyn std::fmt::Display)> = (code.placeholders().iter())
        .map(|name| (*name, &ARGUMENT as _))
        .collect();
    code.render(lang, &arguments).to_string()
}
