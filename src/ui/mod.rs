//! What people see: thin views over the [session](session). A component is one screen or one control and scores
//! nothing; words come from the [catalog](assessment::i18n).
//!
//! Views are plain functions that return [`AnyView`](leptos::prelude::AnyView): measured, that is the smallest form.

mod app;
mod components;
mod context;
mod drawing;
mod element;
mod entering;
mod events;
pub mod host;
mod later;
mod notice;
mod page;
mod paper;
mod screens;
mod subject;
mod subtree;

pub use app::app;
pub use context::{Costed, Prepared, Start, Ui};
pub use element::{HostElement, PublicEvent};
pub use later::{lay_out, open_file, open_link};
