//! Calls a provider and decides what to do next.

use codes::{Code, Next, Received};
use serde::Deserialize;

/// The reply of a provider.
#[derive(Debug, Deserialize)]
#[serde(bound = "")]
pub struct Reply<C: Code> {
    /// The code, which may be undocumented.
    #[serde(alias = "ret_code")]
    pub code: Received<C>,
    /// The message that explains the code.
    #[serde(alias = "ret_msg")]
    pub message: String,
}

/// Returns the next step. A missing or malformed reply says nothing about the operation.
pub fn next<C: Code>(reply: &Result<Reply<C>, ureq::Error>) -> Next {
    match reply {
        Ok(reply) => reply.code.next(),
        Err(_) => Next::Query,
    }
}

/// Returns an HTTP client that reads the body of every reply, including those with an error status.
pub fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder().http_status_as_error(false);
    config.build().into()
}

/// Sends an order and returns the reply.
pub fn send<C: Code>(agent: &ureq::Agent, url: &str) -> Result<Reply<C>, ureq::Error> {
    agent.post(url).send_empty()?.body_mut().read_json()
}
