//! What people see: thin views over the [session](crate::session). A component is one screen or one control and scores
//! nothing; words come from the [catalog](crate::i18n).
//!
//! Views are plain functions that return [`AnyView`](leptos::prelude::AnyView): measured, that is the smallest form.

mod app;
mod components;
mod context;
mod drawing;
mod keeper;
mod notice;
mod page;
mod screens;
mod told;

pub use app::app;
pub use context::{Prepared, Start, Ui};
pub use told::{Tell, Told};
