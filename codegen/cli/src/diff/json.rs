//! The changes as JSON for other tools.

use serde_json::json;

use crate::terminal::json::sanitized_json;

use super::change::{Change, Level, level};

/// Returns `{"level": …, "changes": […]}`. The level is null without changes.
pub(crate) fn object(changes: &[Change]) -> String {
    let all: Vec<_> = changes
        .iter()
        .map(|change| {
            let subject = &change.subject;
            json!({
                "level": change.level().name(),
                "kind": change.kind_name(),
                "behavior_change": change.changes_behavior(),
                "table": subject.table,
                "path": subject.path,
                "code": subject.code,
                "variant": subject.variant,
                "text": change.text(),
                "old": change.old,
                "new": change.new,
            })
        })
        .collect();
    let whole = json!({ "level": level(changes).map(Level::name), "changes": all });
    format!("{}\n", sanitized_json(&format!("{whole:#}")))
}
