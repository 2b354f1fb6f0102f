//! A service that answers with the errors of this crate: `cargo run --example server`.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, Path};
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_LANGUAGE, VARY};
use axum::http::{StatusCode, request::Parts};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use shop_errors::{Code, CodeError, DeliveryCode, ErrorCode, Lang};
use tokio::net::TcpListener;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    // The system chooses the port.
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("http://{}", listener.local_addr()?);
    axum::serve(listener, service()).await
}

pub(crate) fn service() -> Router {
    Router::new()
        .route("/orders/{order_id}", get(order))
        .route("/orders", post(place_order))
        .route("/parcels/{parcel_id}", get(parcel))
}

async fn order(Language(lang): Language, Path(order_id): Path<u64>) -> Result<String, Response> {
    find(order_id).map_err(|error| respond(error, lang))
}

async fn place_order(Language(lang): Language, body: String) -> Result<String, Response> {
    let units = body.trim().parse::<u32>().map_err(|cause| {
        let error = ErrorCode::field_invalid("1-99", "units");
        respond(error.with_source(cause), lang)
    })?;
    Err(respond(ErrorCode::stock_too_low(0, units, "LAMP-1"), lang))
}

async fn parcel(Language(lang): Language, Path(parcel_id): Path<String>) -> Response {
    respond(DeliveryCode::parcel_lost(parcel_id), lang)
}

/// The business logic knows neither HTTP nor languages.
fn find(order_id: u64) -> Result<String, CodeError<ErrorCode>> {
    match order_id {
        1 => Ok("order 1: one lamp".to_owned()),
        _ => Err(ErrorCode::order_not_found(order_id)),
    }
}

/// Answers with an error: its HTTP status, and its code, message and arguments as JSON.
fn respond<C: Code>(error: CodeError<C>, lang: Lang) -> Response
where
    StatusCode: From<C>,
{
    let status = StatusCode::from(error.code());
    let lang = error.code().message_lang(lang);
    let headers = [(CONTENT_LANGUAGE, lang.tag()), (VARY, "Accept-Language")];
    (status, headers, Json(error.with_lang(lang))).into_response()
}

/// The language of the response.
struct Language(Lang);

impl<S: Sync> FromRequestParts<S> for Language {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let fields = parts.headers.get_all(ACCEPT_LANGUAGE).iter();
        let fields: Vec<&str> = fields.filter_map(|field| field.to_str().ok()).collect();
        let lang = Lang::negotiate(&fields.join(",")).unwrap_or_default();
        Ok(Language(lang))
    }
}
