//! A mock provider and a gateway in front of it, and callers.

use codes::{Code, Next, Outcome};
use codes_services::client::http;
use codes_services::gateway::Gateway;
use codes_services::provider::{Answer, Provider};
use codes_services::server::Server;
use reqwest::RequestBuilder;
use serde_json::Value;
use std::sync::{Arc, Mutex};

pub(crate) const SECRET: &[u8] = b"secret";

/// A mock provider, a gateway and its log.
pub(crate) struct Services {
    pub(crate) provider: Provider,
    pub(crate) provider_server: Server,
    pub(crate) gateway: Gateway,
    pub(crate) log: Arc<Mutex<Vec<String>>>,
    server: Server,
    http: reqwest::Client,
}

impl Services {
    pub(crate) async fn start() -> Self {
        Self::with_layer(|router| router).await
    }

    /// Starts the services with a changed router of the gateway.
    pub(crate) async fn with_layer(layer: impl FnOnce(axum::Router) -> axum::Router) -> Self {
        let provider = Provider::default();
        let provider_server = Server::start(provider.router()).await.unwrap();
        let log = Arc::new(Mutex::new(Vec::new()));
        let lines = Arc::clone(&log);
        let write = move |line: &str| lines.lock().unwrap().push(line.to_owned());
        let gateway = Gateway::new(provider_server.url(), SECRET, write).unwrap();
        let server = Server::start(layer(gateway.router())).await.unwrap();
        Services {
            provider,
            provider_server,
            gateway,
            log,
            server,
            http: http().unwrap(),
        }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.server.url())
    }

    fn payment_url<C: Code>(&self, order: &str) -> String {
        self.url(&format!("/{}/payments/{order}", C::TABLE))
    }

    /// Returns a request to pay 100.
    pub(crate) fn pay<C: Code>(&self, order: &str, key: &str) -> RequestBuilder {
        let request = self.http.post(self.payment_url::<C>(order));
        let request = request.header("idempotency-key", key);
        request.body(r#"{"amount": 100}"#)
    }

    /// Returns a request for the state of a payment.
    pub(crate) fn query<C: Code>(&self, order: &str) -> RequestBuilder {
        self.http.get(self.payment_url::<C>(order))
    }

    /// Pays an order with these answers of the provider, then queries it, and returns both answers.
    pub(crate) async fn pay_and_query<C: Code>(
        &self,
        order: &str,
        payment: Answer,
        query: Answer,
    ) -> [Reply; 2] {
        self.provider.script(order, payment, query);
        let paid = Reply::of(self.pay::<C>(order, order)).await;
        [paid, Reply::of(self.query::<C>(order)).await]
    }
}

/// An answer of the gateway.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) content_type: String,
    pub(crate) language: Option<String>,
    pub(crate) body: Value,
}

impl Reply {
    /// Sends a request once.
    pub(crate) async fn of(request: RequestBuilder) -> Self {
        Self::read(request.send().await.unwrap()).await
    }

    async fn read(response: reqwest::Response) -> Self {
        let header = |name| {
            let value = response.headers().get(name)?;
            Some(value.to_str().unwrap().to_owned())
        };
        assert_eq!(header("vary").as_deref(), Some("Accept-Language"));
        Reply {
            status: response.status().as_u16(),
            content_type: header("content-type").unwrap(),
            language: header("content-language"),
            body: response.json().await.unwrap(),
        }
    }

    /// Sends a request as retry layers of HTTP clients do: three times, after a lost connection and after these statuses.
    pub(crate) async fn with_retries(request: impl Fn() -> RequestBuilder) -> Option<Self> {
        const RETRIED: [u16; 7] = [408, 425, 429, 500, 502, 503, 504];
        let mut last = None;
        for _ in 0..3 {
            let Ok(response) = request().send().await else {
                continue;
            };
            let is_retried = RETRIED.contains(&response.status().as_u16());
            last = Some(Self::read(response).await);
            if !is_retried {
                break;
            }
        }
        last
    }

    pub(crate) fn outcome(&self) -> Outcome {
        self.body["outcome"].as_str().unwrap().parse().unwrap()
    }

    pub(crate) fn next(&self) -> Option<Next> {
        let next = self.body.get("next")?;
        Some(next.as_str().unwrap().parse().unwrap())
    }
}
