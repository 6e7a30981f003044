//! What comes out of the studio, and comes in again.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod designs;
mod documents;
mod generated;
mod hostile;
mod links;
mod reading;
mod rules;
