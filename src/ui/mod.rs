//! The screens: thin views of the [session](session). They compute no scores, and their text comes from the
//! [catalog](assessment::i18n).
//!
//! Views are plain functions that write to a [`Page`](page::Page) or return [`AnyView`](leptos::prelude::AnyView), which
//! compiles to the smallest code.

mod app;
mod components;
mod contact;
mod context;
mod drawing;
mod element;
mod events;
pub mod host;
mod later;
mod loading;
mod notice;
mod page;
mod paper;
mod screens;
mod subject;
mod subtree;

pub use app::app;
pub use context::{Commit, Costed, Currency, Prepared, Start, Ui};
pub use element::{HostElement, PublicEvent, SharedElement};
pub use later::{lay_out, open_file, open_link};
