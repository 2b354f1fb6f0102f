//! Random messages, read by `extract` and by regular expressions: both find the same arguments.

mod oracle;

use random_messages as codes;

use codes::Lang;
use codes::table::ReturnCode;
use oracle::{Numbers, Wording, compare};

#[test]
fn messages_are_read_as_regular_expressions_read_them() {
    let (mut read, mut turned_down) = (0, 0);
    let mut numbers = Numbers(8);
    for code in ReturnCode::ALL.iter().copied() {
        let messages = |entry| {
            Lang::ALL
                .iter()
                .map(move |lang| Wording::of_message(entry, *lang))
        };
        let wordings: Vec<Wording> = code.entries().flat_map(messages).collect();
        let counts = compare(code, &wordings, &mut numbers);
        read += counts[0];
        turned_down += counts[1];
    }
    assert!(read > 10_000 && turned_down > 1_000, "{read} {turned_down}");
}
