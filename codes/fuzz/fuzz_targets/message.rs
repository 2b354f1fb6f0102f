//! Messages with any arguments, and any texts, read back.

#![no_main]

libfuzzer_sys::fuzz_target!(|message: codes_fuzz::message::Message<'_>| {
    codes_fuzz::message::check(&message);
});
