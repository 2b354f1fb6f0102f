//! Any text as an `Accept-Language` field.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| codes_fuzz::language::check(input));
