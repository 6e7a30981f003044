//! Words and numbers in the language of the element.

use super::Ui;
use assessment::{
    Alternative,
    i18n::{Catalog, Key},
};
use decision::worksheet::CalendarDate;
use report::Voice;

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

    /// Calls `then` with what sentences are made with.
    pub fn with_voice<T>(self, then: impl FnOnce(Voice<'_>) -> T) -> T {
        self.with_locale(|locale| then(Voice { assessment: self.assessment(), words: self.words, locale }))
    }

    /// A whole number as the language writes it.
    #[must_use]
    pub fn number(self, value: usize) -> String {
        self.with_locale(|locale| locale.integer(value as i64))
    }

    /// The entry for a count: `one` or `other`, with the number as `{n}`.
    #[must_use]
    pub fn count(self, one: Key, other: Key, value: usize) -> String {
        self.with_voice(|voice| voice.count([one, other], value))
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
