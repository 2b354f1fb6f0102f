//! A gateway in front of the providers, which never pays twice.
//!
//! - `POST /TABLE/payments/ORDER` with an `Idempotency-Key` and `{"amount": 100}` pays.
//! - `GET /TABLE/payments/ORDER` answers with the state of the payment, and queries the provider if it is not final.
//! - `POST /TABLE/notifications` receives the provider's notifications.
//! - `GET /metrics` counts the replies.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use codes::{Code, Next, Outcome, cmi, lianlian};
use serde::Deserialize;
use serde_json::json;

use crate::answer;
use crate::client::{self, Client};
use crate::notification::{self, Notification};
use crate::observe::{self, Metrics};
use crate::payment::{Learned, Payment};
use crate::reply::{self, Reply};
use crate::store::{Begin, Store};

/// The gateway. Clones share its state.
#[derive(Clone)]
pub struct Gateway {
    /// The payments.
    pub store: Store,
    client: Client,
    secret: Arc<[u8]>,
    metrics: Metrics,
    log: Arc<dyn Fn(&str) + Send + Sync>,
}

impl Gateway {
    /// Returns a gateway in front of the providers at `url`, which sign notifications with `secret`.
    pub fn new(
        url: String,
        secret: &[u8],
        log: impl Fn(&str) + Send + Sync + 'static,
    ) -> reqwest::Result<Self> {
        Ok(Gateway {
            store: Store::default(),
            client: Client::new(url)?,
            secret: secret.into(),
            metrics: Metrics::default(),
            log: Arc::new(log),
        })
    }

    /// Returns the routes for every table.
    pub fn router(&self) -> Router {
        Router::new()
            .merge(routes::<cmi::HttpStatus>())
            .merge(routes::<cmi::ReturnCode>())
            .merge(routes::<lianlian::ReturnCode>())
            .route("/metrics", get(metrics))
            .with_state(self.clone())
    }

    /// Adds a reply to a stored payment, then logs and counts it.
    fn update<C: Code>(
        &self,
        request: &str,
        order: &str,
        reply: &client::Result<C>,
        change: impl FnOnce(&mut Payment) -> Learned,
    ) -> Payment {
        let updated = self.store.update::<C>(order, change);
        let (payment, learned) = updated.expect("the payment is stored");
        (self.log)(&observe::line(request, &payment, reply));
        self.metrics.count(reply);
        self.check::<C>(order, learned);
        payment
    }

    /// Reports a result that contradicts an earlier one: a person must decide.
    fn check<C: Code>(&self, order: &str, learned: Learned) {
        if learned == Learned::Contradiction {
            (self.log)(&format!(
                "contradictory results: order={order} table={}",
                C::TABLE
            ));
        }
    }
}

fn routes<C: Code>() -> Router<Gateway> {
    let payment = format!("/{}/payments/{{order}}", C::TABLE);
    let notifications = format!("/{}/notifications", C::TABLE);
    Router::new()
        .route(&payment, post(pay::<C>).get(query::<C>))
        .route(&notifications, post(notified::<C>))
}

/// The body of a request to pay.
#[derive(Deserialize)]
struct Request {
    amount: u64,
}

/// Pays, once for each order. Stores the payment, then sends it: if the gateway stops in between, a query settles it.
async fn pay<C: Code>(
    State(gateway): State<Gateway>,
    Path(order): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let key = headers.get("idempotency-key").map(|key| key.to_str());
    let request = serde_json::from_slice::<Request>(&body);
    let (Some(Ok(key)), Ok(Request { amount })) = (key, request) else {
        let detail = "The request needs an Idempotency-Key and an amount";
        return answer::refusal(Outcome::Failure, Next::Fix, detail);
    };
    if !is_order_number(&order) {
        let detail = "An order number has 1 to 40 letters, digits and hyphens";
        return answer::refusal(Outcome::Failure, Next::Fix, detail);
    }
    let lang = answer::language(&headers);
    match gateway.store.begin::<C>(&order, key, amount) {
        Begin::Send => {}
        Begin::Stored(payment) => return answer::payment::<C>(&payment, lang),
        Begin::Conflict => {
            let detail = "The key or the order belongs to another payment; query that one first";
            return answer::refusal(Outcome::Unknown, Next::Query, detail);
        }
    }
    // If the caller goes away, this handler stops. The task goes on and stores the reply.
    let sent = tokio::spawn(async move {
        let reply = gateway.client.pay::<C>(&order, amount).await;
        gateway.update("pay", &order, &reply, |payment| payment.replied(&reply))
    });
    let payment = sent.await.expect("the task does not panic");
    answer::payment::<C>(&payment, lang)
}

/// Answers with the state of a payment. If it is not final, queries the provider first.
async fn query<C: Code>(
    State(gateway): State<Gateway>,
    Path(order): Path<String>,
    headers: HeaderMap,
) -> Response {
    let Some(mut payment) = gateway.store.get::<C>(&order) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    if !payment.outcome.is_final() {
        let reply = gateway.client.query::<C>(&order).await;
        // A missing reply says as little about the payment as a failed query.
        let outcome = reply.as_ref().map_or(Outcome::Unknown, Reply::of_query);
        payment = gateway.update("query", &order, &reply, |payment| payment.learn(outcome));
    }
    answer::payment::<C>(&payment, answer::language(&headers))
}

/// Receives a notification. The provider repeats it until the gateway has stored the result and answered with a success code.
async fn notified<C: Code>(
    State(gateway): State<Gateway>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let signature = headers.get(notification::SIGNATURE);
    let signature = signature.and_then(|value| value.to_str().ok());
    if !signature.is_some_and(|text| notification::verify(&gateway.secret, &body, text)) {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let Ok(notification) = serde_json::from_slice::<Notification>(&body) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let order = &notification.no_order;
    let stored = gateway.store.get::<C>(order);
    if stored.is_none_or(|payment| payment.amount != notification.amount) {
        (gateway.log)(&format!("notification of no payment: table={}", C::TABLE));
        return StatusCode::NOT_FOUND.into_response();
    }
    let outcome = reply::outcome_of_result(&notification.result_pay);
    let updated = (gateway.store).update::<C>(order, |payment| payment.learn(outcome));
    if let Some((_, learned)) = updated {
        gateway.check::<C>(order, learned);
    }
    Json(json!({ "ret_code": "0000", "ret_msg": "交易成功" })).into_response()
}

async fn metrics(State(gateway): State<Gateway>) -> String {
    gateway.metrics.text()
}

/// Returns true for an order number that is safe in paths and logs.
fn is_order_number(order: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (1..=40).contains(&order.len()) && order.bytes().all(is_allowed)
}
