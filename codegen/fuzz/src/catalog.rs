//! Checks that any files of a catalog result in Rust or in errors.

use std::collections::BTreeMap;
use std::path::PathBuf;

use codegen::Builder;

/// Limits for the length of the generated code: a factor for the data, and an amount for each catalog.
const MOST_PER_CODE: usize = 4096;
const MOST_PER_BYTE: usize = 64;
const MOST_FOR_ALL: usize = 1 << 20;

/// The prefix of a line that names the following file: `=== catalog.toml`.
const MARK: &[u8] = b"=== ";

/// Splits an input into files. Ignores bytes before the first mark.
pub fn files(input: &[u8]) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut current: Option<(PathBuf, Vec<u8>)> = None;
    for line in input.split_inclusive(|byte| *byte == b'\n') {
        if let Some(name) = line.strip_prefix(MARK) {
            files.extend(current.take());
            let name = String::from_utf8_lossy(name.trim_ascii()).into_owned();
            current = Some((name.into(), Vec::new()));
        } else if let Some((_, bytes)) = &mut current {
            bytes.extend_from_slice(line);
        }
    }
    files.extend(current);
    files
}

/// Generates the code and checks the result.
pub fn check(files: BTreeMap<PathBuf, Vec<u8>>) {
    let size: usize = files.values().map(Vec::len).sum();
    let builder = Builder::new("catalog.toml").files(files);
    match builder.generate() {
        Ok(output) => {
            let mut length = 0;
            for (name, text) in output.files() {
                if let Err(error) = syn::parse_file(text) {
                    panic!("{name} is not valid Rust: {error}\n{text}");
                }
                length += text.len();
            }
            let codes: usize = output.tables().iter().map(|table| table.codes()).sum();
            let most = MOST_FOR_ALL + MOST_PER_CODE * codes + MOST_PER_BYTE * size;
            assert!(length <= most, "{size} bytes became {length}");
            let again = builder.generate().expect("it was sound before");
            assert_eq!(output.files(), again.files(), "not the same twice");
        }
        Err(errors) => {
            assert!(errors.iter().next().is_some(), "it fails, and says nothing");
            let text = errors.to_string();
            assert!(
                !text.contains(|c: char| c.is_control() && c != '\n'),
                "what a terminal would act on: {text:?}"
            );
        }
    }
}
