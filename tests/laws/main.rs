//! Laws for every set of answers, checked on random ones. The cases are the same in every run.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod answers;
mod breakdown;
mod calendars;
mod comparison;
mod dates;
mod doubts;
mod drafts;
mod duties;
mod effects;
mod entries;
mod factors;
mod fairness;
mod flips;
mod fuzzing;
mod histories;
mod links;
mod mails;
mod moving;
mod plans;
#[path = "../../fuzz/src/lib.rs"]
#[allow(dead_code, reason = "each test program uses a part of it")]
#[allow(clippy::expect_used, reason = "a test fails by panicking")]
mod readers;
mod relabeling;
mod reports;
mod sampled;
#[path = "../report/schema.rs"]
#[allow(dead_code, reason = "each test program uses a part of it")]
mod schema;
mod scoring;
mod sessions;
mod shares;
mod signals;
mod sliders;
mod spreadsheet;
mod typed;
mod undo;
mod verdicts;
mod worksheets;

use readers::forged;
