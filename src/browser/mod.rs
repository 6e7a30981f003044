//! What only a browser has: storage, JSON, the locale, files, focus. The screens reach it through [`Host`](crate::ui::host::Host),
//! which [`BrowserHost`] implements. Nothing but this module touches storage.

mod file;
mod focus;
mod host;
mod json;
mod locale;
mod opening;
mod schedule;
mod sharing;
mod storage;
mod words;

pub use host::BrowserHost;
pub use json::{JSON_CODEC, parse, print, to_js};
pub use locale::{BrowserLocale, Clock, now, today};
pub use storage::{LocalStore, stored_draft};
