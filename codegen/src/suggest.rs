//! Names that are similar to one that does not exist, and lists of them.

/// The longest name, in bytes, that is compared: the time and the memory grow with the product of two lengths.
const MAX_SUGGESTION_LEN: usize = 100;

/// Returns the candidate that is most similar to a name; `None` if none is similar enough.
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
        .min()?; // Of several, the first by name: candidates may come in random order.
    let longer = candidate.chars().count().max(given.chars().count());
    (distance <= 1 + longer / 4 && distance < longer).then_some(candidate)
}

/// Returns the help that names a similar candidate: ``there is a column with a similar name: `outcome` ``; `None` if none is
/// similar enough. `kind` says what is named: `column`.
pub fn suggestion<'a>(
    kind: &str,
    given: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    closest_match(given, candidates).map(|candidate| similar(kind, candidate))
}

/// Returns the help that names a similar candidate.
pub(crate) fn similar(kind: &str, candidate: &str) -> String {
    let article = article(kind);
    format!("there is {article} {kind} with a similar name: `{candidate}`")
}

/// Returns the help that names a similar code; `None` if none is similar enough.
pub(crate) fn similar_code<'a>(
    given: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    closest_match(given, candidates).map(|code| format!("there is a similar code: `{code}`"))
}

/// Returns the article of a noun.
fn article(word: &str) -> &'static str {
    if word.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    }
}

/// Returns alternatives in back-quotes: `` `a`, `b` or `c` ``.
pub(crate) fn or(alternatives: &[impl AsRef<str>]) -> String {
    list(alternatives, " or ")
}

/// Returns names in back-quotes: `` `a`, `b` and `c` ``.
pub(crate) fn and(names: &[impl AsRef<str>]) -> String {
    list(names, " and ")
}

fn list(names: &[impl AsRef<str>], before_last: &str) -> String {
    let mut list = String::new();
    for (index, name) in names.iter().enumerate() {
        list.push_str(match index {
            0 => "",
            _ if index + 1 == names.len() => before_last,
            _ => ", ",
        });
        list.push_str(&format!("`{}`", name.as_ref()));
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closest_name_is_suggested_and_a_far_one_is_not() {
        let names = ["code", "outcome", "printed.zh"];
        assert_eq!(
            suggestion("attribute", "outcom", names).as_deref(),
            Some("there is an attribute with a similar name: `outcome`")
        );
        assert_eq!(
            suggestion("column", "Printed.ZH", names).as_deref(),
            Some("there is a column with a similar name: `printed.zh`")
        );
        assert_eq!(suggestion("column", "colour", names), None);
        assert_eq!(suggestion("column", "x", []), None);
    }

    #[test]
    fn the_order_of_candidates_does_not_matter() {
        for names in [["0001", "0006"], ["0006", "0001"]] {
            assert_eq!(closest_match("0009", names), Some("0001"));
        }
    }

    #[test]
    fn alternatives_are_joined_by_commas_and_or() {
        assert_eq!(or(&["a"]), "`a`");
        assert_eq!(or(&["a", "b"]), "`a` or `b`");
        assert_eq!(or(&["a", "b", "c"]), "`a`, `b` or `c`");
        assert_eq!(and(&["a", "b", "c"]), "`a`, `b` and `c`");
    }

    #[test]
    fn long_names_are_not_compared() {
        let long = "a".repeat(MAX_SUGGESTION_LEN + 1);
        assert_eq!(closest_match(&long, [long.as_str()]), None);
        assert_eq!(closest_match("a", [long.as_str()]), None);
    }
}
