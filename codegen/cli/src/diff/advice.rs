//! What to do about changes.

use super::bump::Allow;
use super::change::{Change, Kind, level};
use codegen::text::Sanitized;

/// Returns a line for each thing to do: keep old names as aliases, and permit the changes.
pub(crate) fn lines(changes: &[Change], allow: &Allow) -> Vec<String> {
    let required = level(changes).filter(|level| !allow.covers(*level));
    let permit = required.map(|level| allow.advice(level));
    let help = aliases(changes).into_iter().chain(permit);
    help.map(|help| format!("help: {}", Sanitized(&help)))
        .collect()
}

/// Returns how to keep the old names of renamed variants; `None` if there are none to keep.
fn aliases(changes: &[Change]) -> Option<String> {
    let mut former = changes.iter().filter_map(|change| match &change.kind {
        Kind::Renamed(former) => former.as_ref().zip(change.subject.code.as_ref()),
        _ => None,
    });
    let (name, code) = former.next()?;
    Some(match former.count() {
        0 => format!(
            "to keep the old name as a deprecated alias, write `{name}` in the column `renamed`; the change is then minor"
        ),
        _ => format!(
            "to keep the old names as deprecated aliases, write them in the column `renamed`, such as `{name}` for code `{code}`; \
             the changes are then minor"
        ),
    })
}
