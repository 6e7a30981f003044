//! Every screen, rendered natively to HTML: laws for all of them, for every organization, and during any visit.
//!
//! No browser is needed: the host page is a fake ([`page::Page`]), and controls are used by calling handlers. What only a
//! browser shows (focus, layout, pixels) is in `tests/e2e`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod changes;
mod contact;
mod cost;
#[path = "../../fuzz/src/document.rs"]
#[allow(dead_code, reason = "only the parser and the printer are used")]
mod document;
mod doubts;
mod duties;
mod following;
mod forms;
mod html;
mod languages;
mod laws;
mod loader;
#[path = "../locales/mod.rs"]
mod locales;
mod messages;
mod organizations;
mod page;
mod provider;
mod random;
mod reading;
#[path = "../reference/mod.rs"]
mod reference;
mod screens;
mod settings;
mod settled;
mod source;
mod typing;
mod visit;
mod what_if;
mod why;
