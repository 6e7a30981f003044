//! What only a browser has: storage, JSON, the locale, files, focus. It knows nothing of the assessment but the session's
//! traits, and nothing but this module touches storage.

mod file;
mod focus;
mod json;
mod locale;
mod schedule;
mod storage;

pub use file::save_as_file;
pub use focus::focus_without_jump;
pub use json::{parse, print, to_js};
pub use locale::{BrowserLocale, Clock, now};
pub use schedule::{after_paint, after_pause, in_next_frame};
pub use storage::{LocalDraftStore, stored_draft};
