//! Log lines and metrics.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use codes::{Code, Received};

use crate::client;
use crate::payment::Payment;

/// Returns a line for the log: the request, the payment, and what was received. `Display` of a received code escapes control characters and
/// cuts long texts, and comes last, so that a provider can neither forge nor flood the log. The outcome is the payment's: that of
/// the code would show a query of an open payment as a success.
pub fn line<C: Code>(request: &str, payment: &Payment, reply: &client::Result<C>) -> String {
    let (order, outcome) = (&payment.order, payment.outcome);
    let received = match reply {
        Ok(reply) => format!("code={}", reply.code),
        Err(error) => format!("error={:?}", error.to_string()),
    };
    format!(
        "{request} order={order} payment={outcome} table={} {received}",
        C::TABLE
    )
}

/// Returns a metric label: the code if the table has it, else `unknown`. A label with the received text would create a time series for each
/// text that a provider sends.
pub fn label<C: Code>(code: &Received<C>) -> &'static str {
    code.known().map_or("unknown", C::code)
}

/// Counts replies by table and code. Clones share the counts.
#[derive(Clone, Default)]
pub struct Metrics(Arc<Mutex<BTreeMap<(&'static str, &'static str), u64>>>);

impl Metrics {
    /// Counts a reply.
    pub fn count<C: Code>(&self, reply: &client::Result<C>) {
        let label = reply.as_ref().map_or("none", |reply| label(&reply.code));
        *self.0.lock().unwrap().entry((C::TABLE, label)).or_default() += 1;
    }

    /// Returns the counts in the text format of Prometheus.
    pub fn text(&self) -> String {
        let counts = self.0.lock().unwrap();
        let lines = counts.iter().map(|((table, code), count)| {
            format!("provider_replies_total{{table=\"{table}\",code=\"{code}\"}} {count}\n")
        });
        lines.collect()
    }
}
