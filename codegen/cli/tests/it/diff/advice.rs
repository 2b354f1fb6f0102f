//! What `diff` advises.

use super::catalog;

/// Returns the lines that start with `help:` after these edits of `shop.csv`.
fn advice(edits: &[(&str, &str)], allow: &str) -> Vec<String> {
    let (base, head) = (catalog(), catalog());
    for (from, to) in edits {
        head.edit("shop.csv", from, to);
    }
    let base = base.path().to_str().unwrap();
    let run = head.codegen(&["diff", base, "--allow", allow]);
    let lines = run.stderr.lines().map(str::to_owned);
    lines.filter(|line| line.starts_with("help:")).collect()
}

#[test]
fn a_renamed_variant_can_keep_its_old_name_as_an_alias() {
    let one = ("card lost,卡", "lost card,卡");
    assert_eq!(
        advice(&[one], "major"),
        [
            "help: to keep the old name as a deprecated alias, write `card lost` in the column `renamed`; the change is then minor"
        ]
    );
    let other = ("order not found", "order missing");
    assert_eq!(
        advice(&[one, other], "major"),
        [
            "help: to keep the old names as deprecated aliases, write them in the column `renamed`, such as `order not found` \
             for code `0042`; the changes are then minor"
        ]
    );
    // Another code has the old name, or the code is one of a range.
    let swapped = [
        ("card lost,卡", "lost card,卡"),
        ("order not found,订", "card lost,订"),
    ];
    assert_eq!(
        advice(&swapped, "major"),
        [
            "help: to keep the old name as a deprecated alias, write `order not found` in the column `renamed`; the change is then \
             minor"
        ]
    );
    let range = ("stock locked,库", "stock held,库");
    assert!(advice(&[range], "major").is_empty());
}

#[test]
fn changes_above_the_allowed_level_say_what_permits_them() {
    let reworded = [("Success,200", "Done,200")];
    let status = [("lost,400", "lost,404")];
    let recoded = [("0070,", "0071,")];
    let cases: [(&[_], _, &[_]); 6] = [
        (&reworded, "minor", &[]),
        (
            &status,
            "patch",
            &["help: pass `--allow minor` if the next release is a minor one"],
        ),
        (
            &recoded,
            "minor",
            &["help: pass `--allow major` if the next release is a major one"],
        ),
        (
            &status,
            "0.1.0..0.1.0",
            &["help: `0.1.0..0.1.0` permits no change; set the version to 0.1.1 or higher"],
        ),
        (
            &recoded,
            "v0.1.0..v0.1.1",
            &[
                "help: `0.1.0..0.1.1` permits no change above minor; set the version to 0.2.0 or higher",
            ],
        ),
        (&recoded, "0.1.0..0.2.0", &[]),
    ];
    for (edits, allow, expected) in cases {
        assert_eq!(advice(edits, allow), expected, "{allow}");
    }
}
