//! `diff` reports a single change and nothing else, and nothing for equal catalogs.

use std::cell::RefCell;
use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

use crate::properties::mutations::{self, Change};
use crate::support::Folder;
use random_catalogs::catalog::Catalog;
use random_catalogs::{Layout, files};
use random_catalogs::{Size, catalogs};
use test_support::cases;

fn write(folder: &Folder, name: &str, catalog: &Catalog, layout: Layout) {
    for (path, text) in files(catalog, &format!("{name}/"), layout) {
        folder.write(path.to_str().unwrap(), text);
    }
}

/// Returns the changes in the JSON output of `diff`.
fn changes(folder: &Folder) -> Vec<Change> {
    let run = folder.codegen(&[
        "diff", "base", "head", "--allow", "major", "--format", "json",
    ]);
    run.assert(0, &[], &[]);
    let json: Value = serde_json::from_str(&run.stdout).unwrap();
    let text = |change: &Value, key: &str| change[key].as_str().unwrap_or_default().to_owned();
    let change = |change: &Value| {
        let kind = text(change, "kind").leak();
        (&*kind, text(change, "path"), text(change, "code"))
    };
    json["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(change)
        .collect()
}

#[test]
fn diff_reports_exactly_the_change() {
    let size = Size {
        tables: 1..=3,
        rows: 1..=5,
    };
    let tried = RefCell::new(BTreeSet::new());
    let values = (catalogs(size), 0..mutations::all().count(), any::<Index>());
    let regressions = "tests/it/properties/regressions/diff.txt";
    crate::properties::check(
        regressions,
        cases(60, 1500),
        &values,
        |(base, mutation, at)| {
            // The first mutation from there on that applies to the catalog.
            let mutations = mutations::all().cycle().skip(mutation);
            let (name, head, mut expected) = mutations
                .filter_map(|(name, mutate)| {
                    let mut head = base.clone();
                    mutate(&mut head, &at).map(|changes| (*name, head, changes))
                })
                .next()
                .expect("`nothing` can always be done");
            tried.borrow_mut().insert(name);
            let folder = Folder::new();
            write(&folder, "base", &base, Layout::default());
            let turned = Layout {
                turns_columns: true,
                ..Layout::default()
            };
            write(&folder, "head", &head, turned);
            let mut actual = changes(&folder);
            actual.sort();
            expected.sort();
            prop_assert_eq!(actual, expected, "{}", name);
            Ok(())
        },
    );
    let tried = tried.into_inner();
    let names = mutations::all().map(|(name, _)| *name);
    let left: Vec<&str> = names.filter(|name| !tried.contains(name)).collect();
    // A short run does not try every mutation.
    let most = if cases(0, 1) == 1 { 0 } else { tried.len() };
    assert!(left.len() <= most, "never tried: {left:?}");
}
