//! A provider's reply, and what it says about a payment.

use codes::{Code, Outcome, Received};
use serde::Deserialize;

/// The reply of a provider to a payment or to a query.
///
/// The message may be missing or null. A reply without a code is not a reply: deserializing it is an error.
#[derive(Debug, Deserialize)]
#[serde(bound = "")]
pub struct Reply<C: Code> {
    /// The code, which may be undocumented.
    #[serde(rename = "ret_code", alias = "code")]
    pub code: Received<C>,
    /// The message that explains the code.
    #[serde(rename = "ret_msg", alias = "message", default)]
    pub message: Option<String>,
    /// The state of the payment. LianLian sends it in replies to queries and in notifications.
    #[serde(default)]
    pub result_pay: Option<String>,
}

impl<C: Code> Reply<C> {
    /// Returns what this reply to a payment says about the payment. A success without a result means that the payment was accepted, not
    /// that it was carried out.
    pub fn of_payment(&self) -> Outcome {
        match (&self.result_pay, self.code.outcome()) {
            (Some(result), _) => outcome_of_result(result),
            (None, Outcome::Success) => Outcome::Pending,
            (None, outcome) => outcome,
        }
    }

    /// Returns what this reply to a query says about the payment that the query asks about. The code is about the query.
    pub fn of_query(&self) -> Outcome {
        match &self.result_pay {
            Some(result) => outcome_of_result(result),
            None => self.code.of_query(),
        }
    }
}

/// Returns the outcome for a value of `result_pay`. A payment that was refunded (`REFUND`) is neither paid nor failed, and other values are
/// undocumented.
pub fn outcome_of_result(result_pay: &str) -> Outcome {
    match result_pay {
        "SUCCESS" => Outcome::Success,
        "PROCESSING" | "WAITING" => Outcome::Pending,
        "FAILURE" => Outcome::Failure,
        _ => Outcome::Unknown,
    }
}
