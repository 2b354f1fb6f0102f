//! Checks the size of the tables in a program.

use std::path::Path;

use codes::Code;
use codes_rivals::static_data;

/// Counts the codes of a table and the bytes of their texts, including a pointer and a length per text.
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
fn code_needs_less_than_24_bytes_besides_its_texts() {
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
    // The object contains the texts, except for duplicates.
    assert!(bytes > texts / 2, "{bytes} bytes, {texts} of them texts");
}
