//! Words and numbers: the catalog of a language, plural forms, and how a locale writes a number.
//!
//! Every visible word is an entry in `crates/content/data/words/*.json`, named in code by its [`Key`]. Each language has
//! its own files, so a visitor downloads only one.
//!
//! ```
//! use assessment::i18n::{Catalog, key};
//!
//! let words = Catalog::english();
//! assert_eq!(words.get(key::alternative::in_house::NAME), "In-house IT");
//! ```

mod catalog;
mod currency;
mod locale;
mod typed;

pub use catalog::{Catalog, CatalogError, Part};
pub use currency::currency_of;
pub use locale::{English, Locale, MINUS, PluralForm};
pub use typed::{Marks, SAMPLE, TypedFault, typed};

/// An entry of the catalog, by its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(pub u16);

/// A constant for each entry of the catalog, by its path in the file.
pub mod key {
    use super::Key;

    include!(concat!(env!("OUT_DIR"), "/keys.rs"));
}
