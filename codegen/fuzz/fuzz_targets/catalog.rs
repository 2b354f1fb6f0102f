//! Reads any bytes as the files of a catalog.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    codegen_fuzz::catalog::check(codegen_fuzz::catalog::files(input));
});
