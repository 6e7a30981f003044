#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| support_fit_fuzz::reading(bytes));
