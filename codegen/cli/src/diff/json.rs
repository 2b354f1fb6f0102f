//! The changes as JSON, on which other tools rely.

use serde_json::json;

use crate::terminal::json::inert;

use super::change::{Change, Level, level};

/// `{"level": …, "changes": […]}`; the level is null where nothing changed.
pub(crate) fn object(changes: &[Change]) -> String {
    let all: Vec<_> = changes
        .iter()
        .map(|change| {
            let subject = &change.subject;
            json!({
                "level": change.level().name(),
                "kind": change.kind_name(),
                "flip": change.changes_behavior(),
                "table": subject.table,
                "path": subject.path,
                "code": subject.code,
                "variant": subject.variant,
                "what": change.what(),
                "old": change.old,
                "new": change.new,
            })
        })
        .collect();
    let whole = json!({ "level": level(changes).map(Level::name), "changes": all });
    format!("{}\n", inert(&format!("{whole:#}")))
}
