//! Words and numbers in the element's language.

use super::Ui;
use assessment::{
    Alternative,
    i18n::{Catalog, Key, key::ui::result::LABELED},
};
use report::Voice;

impl Ui {
    /// The text of a key.
    #[must_use]
    pub fn t(self, key: Key) -> &'static str {
        self.words.get(key)
    }

    /// The text of a key with its placeholders replaced.
    #[must_use]
    pub fn fill(self, key: Key, values: &[(&str, &str)]) -> String {
        self.words.fill(key, values)
    }

    #[must_use]
    pub const fn words(self) -> &'static Catalog {
        self.words
    }

    /// Calls `then` with what sentences are made with.
    pub fn with_voice<T>(self, then: impl FnOnce(Voice<'_>) -> T) -> T {
        self.with_locale(|locale| then(Voice { assessment: self.assessment(), words: self.words, locale }))
    }

    /// A formatted number.
    #[must_use]
    pub fn number(self, value: usize) -> String {
        self.with_locale(|locale| locale.integer(value as i64))
    }

    /// A label that names its subject, such as "Owner: Choose a provider", or a text with its label.
    #[must_use]
    pub fn label_of(self, label: &str, subject: &str) -> String {
        self.fill(LABELED, &[("label", label), ("text", subject)])
    }

    /// The singular or plural text of a count, with the number as `{n}`.
    #[must_use]
    pub fn count(self, one: Key, other: Key, value: usize) -> String {
        self.with_locale(|locale| self.words.count(locale, [one, other], value))
    }

    /// The name of a model, capitalized.
    #[must_use]
    pub fn name(self, alternative: Alternative) -> &'static str {
        self.t(self.assessment().notes(alternative).name)
    }

    /// The name of a model as it starts a sentence, with its forms, as a value for [`Ui::fill`].
    #[must_use]
    pub fn name_forms(self, alternative: Alternative) -> &'static str {
        self.words.with_forms(self.assessment().notes(alternative).name)
    }

    /// The name of a model inside a sentence, with its forms, as a value for [`Ui::fill`].
    #[must_use]
    pub fn inline_forms(self, alternative: Alternative) -> &'static str {
        self.words.with_forms(self.assessment().notes(alternative).inline)
    }
}
