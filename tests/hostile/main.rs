//! Hostile input: what the fuzzer knows is replayed through the functions that it calls, and what no fuzzer comes to by chance,
//! very long and very deep texts, is tried by hand.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod bounds;
mod corpus;
mod entered;
#[path = "../../fuzz/src/lib.rs"]
mod readers;
mod shown;
