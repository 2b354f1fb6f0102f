//! Any bytes as a document that `import` and `reconcile` read.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    codegen_fuzz::document::check(input);
});
