//! Damaged files are accepted, or refused with a location in them.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::PathBuf;

use codegen::{Builder, Diagnostic, Errors, Level};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::TestCaseResult;

use random_catalogs::{Layout, files};
use random_catalogs::{Size, catalogs};
use test_support::cases;

/// Texts whose insertion damages files.
const INSERTIONS: [&str; 43] = [
    "",
    " ",
    "\t",
    "\n",
    "\r",
    "\r\n",
    ",",
    ",,",
    "\"",
    "\"\"",
    "'",
    "=",
    "[",
    "]",
    "{",
    "}",
    "{}",
    "{{",
    "#",
    "-",
    "0",
    "1",
    "999999999999999999999",
    "\u{feff}",
    "\u{0}",
    "\u{200b}",
    "\u{202e}",
    "\u{a0}",
    "é",
    "🚀",
    "余",
    "any",
    "true",
    "code",
    "languages",
    "printed.",
    "; use ",
    "since ",
    "word",
    "。",
    "x",
    "\\",
    "self",
];

/// A slip: the file, the place in it, the new text, and how much it replaces.
type Slip = (Index, Index, &'static str, usize);

fn slips() -> impl Strategy<Value = Vec<Slip>> {
    let slip = || {
        let places = (any::<Index>(), any::<Index>());
        let slip = (places, select(&INSERTIONS[..]), 0_usize..4);
        slip.prop_map(|((file, at), text, length)| (file, at, text, length))
    };
    prop_oneof![
        3 => prop::collection::vec(slip(), 1),
        1 => prop::collection::vec(slip(), 2..=3),
    ]
}

fn damage(files: &mut BTreeMap<PathBuf, Vec<u8>>, slips: &[Slip]) {
    for (file, at, text, length) in slips {
        let file = file.index(files.len());
        let bytes = files.values_mut().nth(file).unwrap();
        let at = at.index(bytes.len() + 1);
        let end = (at + length).min(bytes.len());
        bytes.splice(at..end, text.bytes());
    }
}

/// Checks that a diagnostic is in a file that was read, on the lines that it quotes.
fn is_placed(diagnostic: &Diagnostic, files: &BTreeMap<PathBuf, Vec<u8>>) -> TestCaseResult {
    let Some(at) = diagnostic.location() else {
        // A missing file and a file that is not text have no location.
        let path = diagnostic.path();
        let file = path.and_then(|path| files.get(path));
        let is_text = file.is_some_and(|bytes| std::str::from_utf8(bytes).is_ok());
        prop_assert!(path.is_some() && !is_text, "no place: {diagnostic}");
        return Ok(());
    };
    let text = String::from_utf8_lossy(&files[at.path()]);
    let line = text.split('\n').nth(at.line() - 1);
    let first = at.text().split('\n').next().unwrap_or_default();
    let is_line = line.is_some_and(|line| line.contains(first));
    prop_assert!(
        is_line,
        "line {} is not {:?}: {diagnostic}",
        at.line(),
        at.text()
    );
    let columns = first.chars().count() + 1;
    prop_assert!((1..=columns).contains(&at.column()), "{diagnostic}");
    prop_assert!(at.text().get(at.range()).is_some(), "{diagnostic}");
    Ok(())
}

fn are_placed(errors: &Errors, files: &BTreeMap<PathBuf, Vec<u8>>) -> TestCaseResult {
    prop_assert!(errors.error_count() > 0);
    for diagnostic in errors.iter() {
        is_placed(diagnostic, files)?;
        prop_assert!(!diagnostic.message().is_empty());
    }
    let text = errors.to_string();
    prop_assert!(text.contains("error"), "{text}");
    Ok(())
}

#[test]
fn damaged_files_are_accepted_or_refused_with_a_location() {
    let size = Size {
        tables: 1..=2,
        rows: 1..=6,
    };
    let (accepted, refused) = (Cell::new(0), Cell::new(0));
    let values = (catalogs(size), slips());
    let regressions = "tests/it/properties/regressions/damage.txt";
    crate::properties::check(regressions, cases(120, 600), &values, |(catalog, slips)| {
        let mut files = files(&catalog, "", Layout::default());
        damage(&mut files, &slips);
        match Builder::new("catalog.toml").files(files.clone()).generate() {
            Ok(output) => {
                accepted.set(accepted.get() + 1);
                for warning in output.warnings() {
                    prop_assert_eq!(warning.level(), Level::Warning);
                    is_placed(warning, &files)?;
                }
                for (name, text) in output.files() {
                    let parsed = syn::parse_file(text);
                    prop_assert!(parsed.is_ok(), "{name}: {:?}", parsed.err());
                }
            }
            Err(errors) => {
                refused.set(refused.get() + 1);
                are_placed(&errors, &files)?;
            }
        }
        Ok(())
    });
    // Both results must occur.
    assert!(
        accepted.get() > cases(4, 40) && refused.get() > cases(60, 300),
        "{accepted:?}, {refused:?}"
    );
}
