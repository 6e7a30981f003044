//! SupportFit.

pub mod assessment;
pub mod evaluation;
pub mod explanation;
pub mod i18n;
pub mod json;
pub mod plan;
pub mod report;
pub mod response;
pub mod session;

#[cfg(target_arch = "wasm32")]
pub mod embed;
