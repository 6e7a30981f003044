//! What holds for every set of answers, tried on random ones. The cases are the same in every run.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod answers;
mod breakdown;
mod drafts;
mod flips;
mod moving;
mod relabeling;
mod sampled;
mod scoring;
mod shares;
mod signals;
mod sliders;
mod undo;
mod verdicts;
