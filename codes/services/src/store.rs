//! A store of payments, in memory. A real one is a database with a unique index on table and order, and one on the key.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};

use codes::{Code, Outcome};

use crate::payment::{Learned, Payment};

/// The payments of all providers. Clones share them.
#[derive(Clone, Default)]
pub struct Store(Arc<Mutex<State>>);

/// A table and an order number.
type Id = (&'static str, String);

#[derive(Default)]
struct State {
    payments: HashMap<Id, Payment>,
    keys: HashMap<String, (Id, u64)>,
    booked: Vec<Id>,
}

/// The answer of the store to a request to pay.
#[derive(Debug)]
pub enum Begin {
    /// The payment is stored: send it.
    Send,
    /// The request is a repetition, or may be one: do not send it, answer with what is stored.
    Stored(Payment),
    /// The key or the order is in use for another payment.
    Conflict,
}

impl Store {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap()
    }

    /// Stores a payment before it is sent. Only a new order is sent, or one that has certainly failed if the caller says by a new key that
    /// this is not a repetition.
    pub fn begin<C: Code>(&self, order: &str, key: &str, amount: u64) -> Begin {
        let mut state = self.state();
        let id = (C::TABLE, order.to_owned());
        let earlier = state.keys.get(key);
        if earlier.is_some_and(|(of, sum)| *of != id || *sum != amount) {
            return Begin::Conflict;
        }
        if let Some(payment) = state.payments.get(&id) {
            let may_send = earlier.is_none() && payment.outcome == Outcome::Failure;
            if !may_send && earlier.is_none() && payment.amount != amount {
                return Begin::Conflict;
            }
            if !may_send {
                return Begin::Stored(payment.clone());
            }
        }
        let payment = Payment::new::<C>(order, amount);
        state.payments.insert(id.clone(), payment);
        state.keys.insert(key.to_owned(), (id, amount));
        Begin::Send
    }

    /// Returns a payment.
    pub fn get<C: Code>(&self, order: &str) -> Option<Payment> {
        let id = (C::TABLE, order.to_owned());
        self.state().payments.get(&id).cloned()
    }

    /// Changes a payment and books it if it is paid, in one transaction. Returns the payment as it is then; `None` if it is not stored.
    pub fn update<C: Code>(
        &self,
        order: &str,
        change: impl FnOnce(&mut Payment) -> Learned,
    ) -> Option<(Payment, Learned)> {
        let mut state = self.state();
        let id = (C::TABLE, order.to_owned());
        let payment = state.payments.get_mut(&id)?;
        let learned = change(payment);
        let payment = payment.clone();
        if learned == Learned::Paid {
            state.booked.push(id);
        }
        Some((payment, learned))
    }

    /// Returns how often a payment was booked: at most once.
    pub fn booked<C: Code>(&self, order: &str) -> usize {
        let is_order = |(table, number): &&Id| *table == C::TABLE && number == order;
        self.state().booked.iter().filter(is_order).count()
    }
}
