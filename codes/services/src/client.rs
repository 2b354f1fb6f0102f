//! Calls a provider and decides what to do next.

use codes::{Code, Outcome, Received};
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

/// The next step after a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// The request succeeded. For a payment, the result field of the reply decides.
    Done,
    /// The operation was accepted: wait, then query the result.
    Wait,
    /// The user must take a step first.
    AskUser,
    /// The operation was not carried out, and that is final. The code's `retry` says whether to send it again.
    GiveUp,
    /// The operation may have been carried out: query the result before anything else.
    Query,
}

/// Returns the next step. A missing or malformed reply says nothing about the operation.
pub fn next<C: Code>(reply: &Result<Reply<C>, ureq::Error>) -> Next {
    let Ok(reply) = reply else {
        return Next::Query;
    };
    match reply.code.outcome() {
        Outcome::Success => Next::Done,
        Outcome::Pending => Next::Wait,
        Outcome::ActionRequired => Next::AskUser,
        Outcome::Failure => Next::GiveUp,
        Outcome::Unknown => Next::Query,
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
