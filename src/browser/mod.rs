//! What only a browser has: storage, JSON, the locale, files, focus. It knows nothing of the assessment but the session's
//! traits, and nothing but this module touches storage.

mod file;
mod focus;
mod json;
mod locale;
mod opening;
mod schedule;
mod sharing;
mod storage;
mod words;

pub use file::save_as_file;
pub use focus::focus_without_jump;
pub use json::{JSON_CODEC, parse, print, to_js};
pub use locale::{BrowserLocale, Clock, Money, now, today};
pub use opening::{Opened, open_files};
pub use schedule::{after_paint, after_pause, in_next_frame, soon};
pub use sharing::{address, copy};
pub use storage::{LocalStore, stored_draft};
pub use words::add_later_words;
