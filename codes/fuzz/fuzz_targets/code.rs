//! Parses any text as a code.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| codes_fuzz::code::check(input));
