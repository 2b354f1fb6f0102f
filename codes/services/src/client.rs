//! A client that calls a provider and decides what to do next.

use codes::{Code, Outcome, Received};
use serde::Deserialize;

/// What a provider replies: a code, which may be one that nobody documented, and a message for people.
#[derive(Debug, Deserialize)]
#[serde(bound = "")]
pub struct Reply<C: Code> {
    /// What happened.
    #[serde(alias = "ret_code")]
    pub code: Received<C>,
    /// The same in words.
    #[serde(alias = "ret_msg")]
    pub message: String,
}

/// What to do next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// It was carried out.
    Done,
    /// It was accepted: wait, then query the result.
    Wait,
    /// The user has to take a step first.
    AskUser,
    /// It was not carried out, and that is final. Whether to start anew, the code's `retry` tells.
    GiveUp,
    /// It may have been carried out: query the result before anything else.
    Query,
}

/// Decides by the reply. No reply, or one that makes no sense, tells nothing of the operation.
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

/// A client that reads the body of every reply: a provider that answers 400 has said more than that.
pub fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder().http_status_as_error(false);
    config.build().into()
}

/// Sends an order.
pub fn send<C: Code>(agent: &ureq::Agent, url: &str) -> Result<Reply<C>, ureq::Error> {
    agent.post(url).send_empty()?.body_mut().read_json()
}
