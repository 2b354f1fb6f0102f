//! Reads any bytes as a document for `import` and `reconcile`.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    codegen_fuzz::document::check(input);
});
