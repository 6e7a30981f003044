//! Shares in words: "83 of 100", "more than 99", "fewer than 1".

use assessment::i18n::{Catalog, Locale, key};

/// A share from 0 to 1 as a number of 100 in words; never all or none unless it is exactly that.
#[must_use]
pub fn share_of_100(words: &Catalog, locale: &dyn Locale, share: f64) -> String {
    match of_100(share) {
        100 if share < 1.0 => words.get(key::share::OVER).to_owned(),
        0 if share > 0.0 => words.get(key::share::UNDER).to_owned(),
        n => locale.integer(n),
    }
}

/// `floor(100 p + 0.5)`.
#[must_use]
pub fn of_100(share: f64) -> i64 {
    (100.0 * share + 0.5).floor() as i64
}
