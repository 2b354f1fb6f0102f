//! Log lines and metrics.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use codes::{Code, Received};

use crate::client;

/// Returns a line for the log: table, code, order and a reason. `Display` of a received code escapes control characters and cuts long
/// texts, so that a provider can neither forge nor flood the log.
pub fn line<C: Code>(order: &str, reply: &client::Result<C>) -> String {
    match reply {
        Ok(reply) => {
            let (code, outcome) = (&reply.code, reply.code.outcome());
            format!("{} {code} order={order} code-outcome={outcome}", C::TABLE)
        }
        Err(error) => format!(
            "{} no code order={order} error={:?}",
            C::TABLE,
            error.to_string()
        ),
    }
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
