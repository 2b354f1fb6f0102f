//! Calls a provider.

use std::error::Error;
use std::time::Duration;

use codes::Code;
use reqwest::RequestBuilder;
use serde_json::json;

use crate::reply::Reply;

/// A reply, or the reason why none with a code arrived. Such a reason says nothing about the payment.
pub type Result<C> = std::result::Result<Reply<C>, Box<dyn Error + Send + Sync>>;

/// A client of one provider.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    url: String,
}

impl Client {
    /// Returns a client of the provider at `url`.
    pub fn new(url: String) -> reqwest::Result<Self> {
        Ok(Client { http: http()?, url })
    }

    /// Sends a payment, once. The order number is also the idempotency key.
    pub async fn pay<C: Code>(&self, order: &str, amount: u64) -> Result<C> {
        let url = format!("{}/{}/payments", self.url, C::TABLE);
        let request = self.http.post(url).header("idempotency-key", order);
        read(request.json(&json!({ "no_order": order, "amount": amount }))).await
    }

    /// Queries the result of a payment.
    pub async fn query<C: Code>(&self, order: &str) -> Result<C> {
        let url = format!("{}/{}/payments/{order}", self.url, C::TABLE);
        read(self.http.get(url)).await
    }
}

/// Returns an HTTP client that sends each request once. A redirect may repeat a payment (307, 308), and so may a retry.
pub fn http() -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .timeout(Duration::from_secs(10))
        .no_proxy() // all servers are local
        .build()
}

/// Reads the reply, whatever its status: providers send codes with error statuses as well.
async fn read<C: Code>(request: RequestBuilder) -> Result<C> {
    let body = request.send().await?.bytes().await?;
    Ok(serde_json::from_slice(&body)?)
}
