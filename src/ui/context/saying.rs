//! Words and numbers in the language of the element.

use super::Ui;
use assessment::{
    Alternative,
    i18n::{Catalog, Key, PluralForm},
};
use decision::worksheet::CalendarDate;

impl Ui {
    /// The text of an entry.
    #[must_use]
    pub fn t(self, key: Key) -> &'static str {
        self.words.get(key)
    }

    /// The text of an entry with its placeholders filled in.
    #[must_use]
    pub fn fill(self, key: Key, values: &[(&str, &str)]) -> String {
        self.words.fill(key, values)
    }

    /// A day as the language writes it.
    #[must_use]
    pub fn day(self, date: CalendarDate) -> String {
        self.formatted_day(&date.iso())
    }

    /// All words.
    #[must_use]
    pub const fn words(self) -> &'static Catalog {
        self.words
    }

    /// A whole number as the language writes it.
    #[must_use]
    pub fn number(self, value: usize) -> String {
        self.with_locale(|locale| locale.integer(value as i64))
    }

    /// The entry for a count: `one` or `other`, with the number as `{n}`.
    #[must_use]
    pub fn count(self, one: Key, other: Key, value: usize) -> String {
        let form = self.with_locale(|locale| locale.plural(value as i64));
        self.fill(if form == PluralForm::One { one } else { other }, &[("n", &self.number(value))])
    }

    /// The name of a model, as it begins a sentence or stands alone.
    #[must_use]
    pub fn name(self, alternative: Alternative) -> &'static str {
        self.t(self.assessment().notes(alternative).name)
    }

    /// The name of a model inside a sentence.
    #[must_use]
    pub fn inline(self, alternative: Alternative) -> &'static str {
        self.t(self.assessment().notes(alternative).inline)
    }
}
