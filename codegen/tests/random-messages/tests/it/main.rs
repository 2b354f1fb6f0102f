//! `extract` finds the same arguments in random messages as regular expressions do.

mod oracle;

use random_messages as codes;

use codes::Lang;
use codes::table::ReturnCode;
use oracle::{Numbers, Pattern, compare};

#[test]
fn extract_finds_the_same_arguments_as_regular_expressions() {
    let (mut read, mut turned_down) = (0, 0);
    let mut numbers = Numbers(8);
    for code in ReturnCode::ALL.iter().copied() {
        let messages = |entry| {
            Lang::ALL
                .iter()
                .map(move |lang| Pattern::of_message(entry, *lang))
        };
        let patterns: Vec<Pattern> = code.entries().flat_map(messages).collect();
        let counts = compare(code, &patterns, &mut numbers);
        read += counts[0];
        turned_down += counts[1];
    }
    assert!(read > 10_000 && turned_down > 1_000, "{read} {turned_down}");
}
