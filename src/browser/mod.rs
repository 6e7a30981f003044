//! What only a browser has: storage, JSON, the locale, files, focus. It knows nothing of the assessment but the session's
//! traits, and nothing but this module touches storage.

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
pub use json::{parse, to_js};
pub use locale::{BrowserLocale, Clock, now, today};
pub use storage::LocalStore;
