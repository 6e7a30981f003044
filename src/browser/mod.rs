//! Browser APIs behind [`ui::Host`](crate::ui::host::Host): storage, JSON, the locale, files, focus, dialogs.

mod dialog;
mod files;
mod focus;
mod host;
mod json;
mod locale;
mod sharing;
mod storage;
mod words;

pub use host::BrowserHost;
pub use json::{from_js, parse, to_js};
pub use storage::LocalStore;
