//! The page `studio.html`, an editor of settings: a form on one side, a preview of the real element on the other.
//!
//! Visitors of an assessment never load it. It is a WebAssembly module of its own, and its scripts, style sheet and pages are in
//! this folder too. What is edited, and what comes out of it, is in the crate `studio`, which knows no browser.
//!
//! | module | concern |
//! |---|---|
//! | [`app`] | the form |
//! | [`host`] | what the form needs from the browser |
//! | [`trial`] | the page that sends a test message |
//! | [`fairness`] | what weights change, computed in a worker |
//! | `browser` | [`host::Host`] for a real page; only for WebAssembly |
//! | `start` | what the scripts call; only for WebAssembly |

pub mod app;
#[cfg(target_arch = "wasm32")]
mod browser;
pub mod fairness;
pub mod host;
#[cfg(target_arch = "wasm32")]
mod start;
pub mod trial;
