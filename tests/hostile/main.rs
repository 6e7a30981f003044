//! Hostile input: the fuzzer's corpus is replayed through the functions it calls. Input that no fuzzer finds,
//! very long and deeply nested strings, is tested explicitly.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod bounds;
mod corpus;
mod entered;
#[path = "../../fuzz/src/lib.rs"]
mod readers;
mod shown;
