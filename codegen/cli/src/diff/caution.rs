//! Changes that make programs less cautious: they compile as before, and may repeat an operation that was carried out.

use std::collections::BTreeSet;

use codegen::catalog::Attribute;

use super::change::Kind;

/// Returns the kind of a change of a value: of a code, or of undocumented codes.
pub(super) fn decision(
    name: String,
    base: Attribute<'_>,
    head: Attribute<'_>,
    [old, new]: [Option<&str>; 2],
) -> Kind {
    let was_cautious = old.is_some_and(|old| is_cautious(base, old) || is_cautious(head, old));
    if was_cautious && !new.is_some_and(|new| is_cautious(head, new)) {
        Kind::CautionLeft(name)
    } else {
        Kind::DecisionChanged(name)
    }
}

/// The method that keeps some values, and turns the others into that of undocumented codes.
pub(super) const OF_QUERY: &str = "of_query";

/// Returns the kind of a change of the values for which a method decides in another way. The values of the codes stay.
pub(super) fn method(
    name: String,
    base: Attribute<'_>,
    head: Attribute<'_>,
    [old, new]: [&BTreeSet<String>; 2],
) -> Kind {
    let drops_caution = if name == OF_QUERY {
        // A value that is now kept was that of undocumented codes.
        let mut kept = new.difference(old);
        head.cautious().len() > 0 && kept.any(|value| !is_cautious(head, value))
    } else {
        let mut differing = old.symmetric_difference(new);
        differing.any(|value| is_cautious(base, value) || is_cautious(head, value))
    };
    if drops_caution {
        Kind::CautionLeft(name)
    } else {
        Kind::DecisionChanged(name)
    }
}

/// Returns `true` if an attribute declares the value as cautious.
fn is_cautious(attribute: Attribute<'_>, value: &str) -> bool {
    attribute.cautious().any(|known| known.name() == value)
}

/// Compares the declared values. A value that no longer exists is reported as such.
pub(super) fn compare(
    base: Attribute<'_>,
    head: Attribute<'_>,
    add: &mut impl FnMut(Kind, Option<&str>, Option<&str>),
) {
    let name = || head.name().to_owned();
    for value in head.cautious().map(|value| value.name()) {
        if !is_cautious(base, value) {
            add(Kind::CautionAdded(name()), None, Some(value));
        }
    }
    for value in base.cautious().map(|value| value.name()) {
        let exists = head.values().any(|known| known.name() == value);
        if exists && !is_cautious(head, value) {
            add(Kind::CautionRemoved(name()), Some(value), None);
        }
    }
}
