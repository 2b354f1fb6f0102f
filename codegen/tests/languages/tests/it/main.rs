//! Compares the selection of languages with the tables in the documents, and with the language matching data of CLDR.

use icu_locale::subtags::Region;
use icu_locale::{LanguageIdentifier, Locale, LocaleCanonicalizer, LocaleExpander};
use language_matcher::LanguageMatcher;
use languages::{PAIRS, Pair};

#[test]
fn languages_are_selected_as_the_tables_say() {
    let mut differences = Vec::new();
    for pair in PAIRS {
        let selected = (pair.negotiate)(pair.requested);
        if selected != pair.selected {
            differences.push(format!("{pair:?}, not {selected:?}"));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

/// The regions of America in the tables. CLDR prefers a country's own continent for Spanish and Portuguese, but `language-matcher` does
/// not know the regions of a continent.
const AMERICA: [&str; 4] = ["419", "AR", "BR", "MX"];

/// Returns the canonical form of a tag.
fn identifier(tag: &str) -> LanguageIdentifier {
    let mut locale: Locale = tag.replace('_', "-").parse().unwrap();
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    let mut identifier = locale.id;
    let is_american = |region: &Region| AMERICA.contains(&region.as_str());
    if ["es", "pt"].contains(&identifier.language.as_str()) {
        LocaleExpander::new_extended().maximize(&mut identifier);
        if identifier.region.as_ref().is_some_and(is_american) {
            identifier.region = "019".parse().ok(); // America
        }
    }
    identifier
}

/// The distance of two languages that CLDR does not relate. The one of two scripts is 500, and ICU selects no language so far away. We do,
/// as RFC 4647: readers of `zh-TW` get `zh` instead of the default language.
const UNRELATED: u16 = 800;

/// Returns the nearest language by CLDR's data, the first one among equals; `None` if all are too far away.
fn nearest(pair: &Pair) -> Option<&'static str> {
    let matcher = LanguageMatcher::new();
    let distance =
        |offered: &str| matcher.distance(identifier(pair.requested), identifier(offered));
    let offered = pair.offered.iter().map(|tag| (*tag, distance(tag)));
    let (tag, distance) = offered.min_by_key(|(_, distance)| *distance)?;
    (distance < UNRELATED).then_some(tag)
}

#[test]
fn languages_are_selected_as_cldr_matches_them() {
    let single = |pair: &&Pair| !pair.requested.contains([',', ';', '*']);
    let mut differences = Vec::new();
    let mut compared = 0;
    for pair in PAIRS.iter().filter(single) {
        compared += 1;
        let nearest = nearest(pair);
        if nearest != pair.selected {
            differences.push(format!("{pair:?}, CLDR: {nearest:?}"));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert!(compared >= 60, "{compared}");
}
