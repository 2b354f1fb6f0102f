//! A table of random messages with placeholders: next to each other, at the ends, repeated, and between texts that could be
//! part of their arguments.

use std::collections::BTreeMap;
use std::path::PathBuf;

use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree;

/// The number of codes.
const CODES: usize = 200;

/// Fixed texts, many of which start or end like another one.
const TEXTS: [&str; 14] = [
    "a", "ab", "b", "ba", " ", "a b", "。", "，", "卡", "卡号", "{{", "}}", "X", "5",
];

/// Returns the files of the catalog.
pub(crate) fn files() -> BTreeMap<PathBuf, Vec<u8>> {
    let mut runner = random_catalogs::runner(1);
    let rows = prop::collection::vec(messages(), CODES);
    let mut csv = "code,name,zh,en\n".to_owned();
    for (number, [zh, en]) in rows
        .new_tree(&mut runner)
        .unwrap()
        .current()
        .iter()
        .enumerate()
    {
        csv.push_str(&format!("{number:03},Code{number},\"{zh}\",\"{en}\"\n"));
    }
    let catalog = "languages = [\"zh\", \"en\"]\ntables = [\"table\"]\n[lints]\nname = \"allow\"\n";
    let table =
        "module = \"table\"\ntype = \"ReturnCode\"\ncode = { charset = \"digits\", width = 3 }\n";
    [
        ("catalog.toml", catalog.to_owned()),
        ("table.toml", table.to_owned()),
        ("table.csv", csv),
    ]
    .map(|(path, text)| (PathBuf::from(path), text.into_bytes()))
    .into()
}

/// A message in two languages with the same placeholders, each at least once.
fn messages() -> impl Strategy<Value = [String; 2]> {
    let piece = prop_oneof![
        3 => select(&TEXTS[..]).prop_map(str::to_owned),
        1 => select(&["{a}", "{b}"][..]).prop_map(str::to_owned),
    ];
    let pieces = || prop::collection::vec(piece.clone(), 0..5).prop_map(|pieces| pieces.concat());
    let message = ([pieces(), pieces(), pieces()], any::<bool>()).prop_map(
        |([first, between, last], is_in_order)| {
            let (one, other) = if is_in_order {
                ("{a}", "{b}")
            } else {
                ("{b}", "{a}")
            };
            let message = format!("{first}{one}{between}{other}{last}");
            message.trim().to_owned()
        },
    );
    [message.clone(), message]
}
