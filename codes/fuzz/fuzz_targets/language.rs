//! Parses any text as an `Accept-Language` header.

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| codes_fuzz::language::check(input));
