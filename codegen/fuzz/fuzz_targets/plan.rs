//! Reads plausible catalogs with mistakes.

#![no_main]

libfuzzer_sys::fuzz_target!(|plan: codegen_fuzz::plan::Plan| {
    codegen_fuzz::catalog::check(plan.files());
});
