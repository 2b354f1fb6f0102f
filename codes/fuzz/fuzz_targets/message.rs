//! Reads back messages with any arguments, and any text.

#![no_main]

libfuzzer_sys::fuzz_target!(|message: codes_fuzz::message::Message<'_>| {
    codes_fuzz::message::check(&message);
});
