//! What is known about a payment.

use codes::{Code, Next, Outcome, Received};

use crate::client;

/// A payment as it is stored. The code is text, because 0106 is not 106; together with the table, it identifies the code of any provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// The table of the code.
    pub table: &'static str,
    /// The order number, which never changes: the provider detects duplicates by it.
    pub order: String,
    /// The amount in the smallest unit of the currency.
    pub amount: u64,
    /// The code of the reply to the payment; `None` before a reply with a code arrives.
    pub code: Option<String>,
    /// The message of that reply.
    pub message: Option<String>,
    /// What is known about the payment.
    pub outcome: Outcome,
}

/// What a result adds to the knowledge of a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Learned {
    /// The result was known, is older, or says nothing.
    Nothing,
    /// The payment has made progress, or has failed.
    Progress,
    /// The payment was carried out: book it. Each payment returns this value once.
    Paid,
    /// The result contradicts a final one. The first one stays, and a person must decide.
    Contradiction,
}

impl Payment {
    /// Returns a payment that is about to be sent. Until a reply arrives, it may have been carried out.
    pub fn new<C: Code>(order: &str, amount: u64) -> Self {
        Payment {
            table: C::TABLE,
            order: order.to_owned(),
            amount,
            code: None,
            message: None,
            outcome: Outcome::Pending,
        }
    }

    /// Reads the code back.
    pub fn code<C: Code>(&self) -> Option<Received<C>> {
        debug_assert_eq!(self.table, C::TABLE);
        self.code.as_deref().map(Received::from)
    }

    /// Adds the reply to the payment.
    pub fn replied<C: Code>(&mut self, reply: &client::Result<C>) -> Learned {
        let outcome = match reply {
            Ok(reply) => {
                self.code = Some(reply.code.code().to_owned());
                self.message.clone_from(&reply.message);
                reply.of_payment()
            }
            Err(_) => Outcome::Unknown,
        };
        match outcome {
            // A notification may arrive before the reply.
            Outcome::Unknown if !self.outcome.is_final() => {
                self.outcome = outcome;
                Learned::Progress
            }
            _ => self.learn(outcome),
        }
    }

    /// Adds a result from a query or a notification, which may arrive late, repeatedly and in any order.
    pub fn learn(&mut self, outcome: Outcome) -> Learned {
        if outcome == self.outcome || outcome == Outcome::Unknown {
            return Learned::Nothing;
        }
        if self.outcome.is_final() {
            return if outcome.is_final() {
                Learned::Contradiction
            } else {
                Learned::Nothing
            };
        }
        self.outcome = outcome;
        if outcome.is_success() {
            Learned::Paid
        } else {
            Learned::Progress
        }
    }

    /// Returns the code if it says what the payment's outcome is; `None` if a result field, a query or a notification decided.
    pub fn deciding_code<C: Code>(&self) -> Option<Received<C>> {
        let code = self.code::<C>()?;
        (code.outcome() == self.outcome && !self.outcome.is_success()).then_some(code)
    }

    /// Returns the next step; `None` after a success.
    pub fn next<C: Code>(&self) -> Option<Next> {
        match self.outcome {
            Outcome::Success => None,
            Outcome::Pending | Outcome::Unknown => Some(Next::Query),
            Outcome::ActionRequired => Some(Next::Act),
            Outcome::Failure => {
                let code = self.deciding_code::<C>();
                Some(code.map_or(Next::Stop, |code| code.next()))
            }
        }
    }
}
