//! `cargo +nightly fuzz run --fuzz-dir tests/fuzz link`
#![no_main]

mod targets;

libfuzzer_sys::fuzz_target!(|data: &[u8]| targets::run("link", data));
