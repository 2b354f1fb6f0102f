//! How many bytes the tables are in a program.

use std::path::Path;

use codes::Code;
use codes_rivals::static_data;

/// Counts the codes of a table and the bytes of their texts, each with the pointer and the length by which it is found.
fn count<C: Code>(codes: &mut usize, bytes: &mut u64) {
    let pointer = size_of::<&str>();
    let texts = |code: &C| {
        let printed = code.entries().flat_map(|entry| {
            let columns = entry.printed_columns().iter();
            columns.map(move |column| entry.printed_column(column).unwrap_or_default())
        });
        let own = [code.code(), code.name()].into_iter();
        let messages = codes::Lang::ALL.iter().map(|lang| code.message(*lang));
        own.chain(messages)
            .chain(printed)
            .map(|text| text.len() + pointer)
            .sum::<usize>()
    };
    *codes += C::ALL.len();
    *bytes += C::ALL.iter().map(|code| texts(code) as u64).sum::<u64>();
}

#[test]
fn beside_its_texts_a_code_takes_less_than_24_bytes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/generated/mod.rs");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("static-data");
    let bytes = static_data::bytes(&root, &folder);
    let (mut codes, mut texts) = (0, 0);
    for_each_table!(count, &mut codes, &mut texts);
    println!("{codes} codes: {bytes} bytes, {texts} of them texts");
    assert!(
        bytes < texts + 24 * codes as u64,
        "{bytes} bytes, {texts} of them texts"
    );
    // The texts are there: the object holds what was counted, but for texts that are the same.
    assert!(bytes > texts / 2, "{bytes} bytes, {texts} of them texts");
}
