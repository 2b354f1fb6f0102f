//! The name that was meant by one that does not exist.

/// The longest name, in bytes, that is compared: the time and memory to compare two names grow with the product of
/// their lengths.
const MAX_SUGGESTION_LEN: usize = 100;

/// Returns the candidate that was meant, where one is near enough to what was given.
pub(crate) fn closest_match<'a>(
    given: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let is_short = |name: &str| name.len() <= MAX_SUGGESTION_LEN;
    if !is_short(given) {
        return None;
    }
    let given = given.to_lowercase();
    let distance = |candidate: &str| strsim::damerau_levenshtein(&given, &candidate.to_lowercase());
    let (distance, candidate) = candidates
        .into_iter()
        .filter(|candidate| is_short(candidate))
        .map(|candidate| (distance(candidate), candidate))
        .min_by_key(|(distance, _)| *distance)?;
    let longer = candidate.chars().count().max(given.chars().count());
    (distance <= 1 + longer / 4 && distance < longer).then_some(candidate)
}

/// Returns the help that names the candidate that was meant, where one is near enough.
pub fn suggestion<'a>(
    given: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    closest_match(given, candidates).map(|candidate| format!("did you mean `{candidate}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closest_name_is_suggested_and_a_far_one_is_not() {
        let names = ["code", "outcome", "printed.zh"];
        assert_eq!(
            suggestion("outcom", names).as_deref(),
            Some("did you mean `outcome`?")
        );
        assert_eq!(
            suggestion("Printed.ZH", names).as_deref(),
            Some("did you mean `printed.zh`?")
        );
        assert_eq!(suggestion("colour", names), None);
        assert_eq!(suggestion("x", []), None);
    }

    #[test]
    fn long_names_are_not_compared() {
        let long = "a".repeat(MAX_SUGGESTION_LEN + 1);
        assert_eq!(closest_match(&long, [long.as_str()]), None);
        assert_eq!(closest_match("a", [long.as_str()]), None);
    }
}
