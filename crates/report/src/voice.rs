//! What every sentence is made with, and the phrases that page, mail, report and comparison share.

use assessment::{
    Alternative, Assessment,
    i18n::{Catalog, Key, Locale, PluralForm, key, key::ui::compare, key::ui::result},
};

use crate::{Changes, of_100};

/// The content, the words of a language, and how it writes numbers.
#[derive(Clone, Copy)]
pub struct Voice<'a> {
    /// The content.
    pub assessment: &'a Assessment,
    pub words: &'a Catalog,
    /// How numbers and lists are written.
    pub locale: &'a dyn Locale,
}

impl<'a> Voice<'a> {
    /// The text of an entry.
    #[must_use]
    pub fn t(self, key: Key) -> &'a str {
        self.words.get(key)
    }

    /// The text of an entry with its placeholders filled in.
    #[must_use]
    pub fn fill(self, key: Key, values: &[(&str, &str)]) -> String {
        self.words.fill(key, values)
    }

    /// A whole number.
    #[must_use]
    pub fn number(self, n: usize) -> String {
        self.locale.integer(n as i64)
    }

    /// The entry that fits a count.
    #[must_use]
    pub fn plural(self, [one, other]: [Key; 2], n: usize) -> Key {
        match self.locale.plural(n as i64) {
            PluralForm::One => one,
            PluralForm::Other => other,
        }
    }

    /// The entry that fits a count, with the count as `{n}`.
    #[must_use]
    pub fn count(self, forms: [Key; 2], n: usize) -> String {
        self.words.count(self.locale, forms, n)
    }

    /// The name of a model as it starts a sentence.
    #[must_use]
    pub fn name(self, model: Alternative) -> &'a str {
        self.t(self.assessment.notes(model).name)
    }

    /// The name of a model inside a sentence.
    #[must_use]
    pub fn inline(self, model: Alternative) -> &'a str {
        self.t(self.assessment.notes(model).inline)
    }

    /// The name of a model as it starts a sentence, with its forms, as a value for [`Voice::fill`].
    #[must_use]
    pub fn name_forms(self, model: Alternative) -> &'a str {
        self.words.with_forms(self.assessment.notes(model).name)
    }

    /// The name of a model inside a sentence, with its forms, as a value for [`Voice::fill`].
    #[must_use]
    pub fn inline_forms(self, model: Alternative) -> &'a str {
        self.words.with_forms(self.assessment.notes(model).inline)
    }

    /// A text with its label, such as "In-house IT: 12".
    #[must_use]
    pub fn labeled(self, label: &str, text: &str) -> String {
        self.fill(result::LABELED, &[("label", label), ("text", text)])
    }

    /// A text as a sentence.
    #[must_use]
    pub fn sentence(self, text: &str) -> String {
        self.fill(result::STOP, &[("text", text)])
    }

    /// Texts side by side, without "and".
    #[must_use]
    pub fn series<'t>(self, texts: impl IntoIterator<Item = &'t str>) -> String {
        series(self.words, texts)
    }

    /// The numbers of quotations, ascending: "3, 7–9".
    #[must_use]
    pub fn cited_numbers(self, numbers: &[usize]) -> String {
        let mut rest = numbers;
        let mut text = String::new();
        while let Some(first) = rest.first() {
            let run = rest.iter().zip(*first..).take_while(|(n, expected)| *n == expected).count();
            // Two numbers are no shorter as a run.
            let taken = if run > 2 { run } else { 1 };
            let mut n = self.number(*first);
            if taken > 1 {
                n = self.fill(result::cited::RUN, &[("from", &n), ("to", &self.number(first + run - 1))]);
            }
            text = if text.is_empty() { n } else { self.fill(result::cited::MORE, &[("text", &text), ("n", &n)]) };
            rest = &rest[taken..];
        }
        text
    }

    /// The names of some models as a list inside a sentence.
    #[must_use]
    pub fn inline_list(self, models: impl Iterator<Item = Alternative>) -> String {
        let names: Vec<String> = models.map(|model| self.inline(model).to_owned()).collect();
        self.locale.and_list(&names)
    }

    /// A share from 0 to 1 as a number of 100: "83", "more than 99", "fewer than 1". It is 100 or 0 only if exact.
    #[must_use]
    pub fn share(self, share: f64) -> String {
        match of_100(share) {
            100 if share < 1.0 => self.t(key::share::OVER).to_owned(),
            0 if share > 0.0 => self.t(key::share::UNDER).to_owned(),
            n => self.locale.integer(n),
        }
    }

    /// The display name of a person in a comparison, by position: their own name, else "You" for the first and "Person 2"
    /// for the second.
    #[must_use]
    pub fn person(self, name: &str, n: usize) -> String {
        match (name, n) {
            ("", 0) => self.t(compare::YOU).to_owned(),
            ("", _) => self.fill(compare::PERSON, &[("n", &self.number(n + 1))]),
            (name, _) => name.to_owned(),
        }
    }

    /// Who shows the assessment and what they sell. The three texts are for an unknown provider, for a provider with an
    /// unknown offer, and for a provider whose offer is known.
    #[must_use]
    pub fn offer(self, offer: Offer<'_>, [unknown, named, sells]: [Key; 3]) -> String {
        let Some(name) = offer.name else { return self.t(unknown).to_owned() };
        let models = self.inline_list(offer.sells.iter().copied());
        self.fill(if models.is_empty() { named } else { sells }, &[("provider", name), ("models", &models)])
    }
}

/// Texts side by side, without "and".
pub fn series<'t>(words: &Catalog, texts: impl IntoIterator<Item = &'t str>) -> String {
    let mut texts = texts.into_iter();
    let first = texts.next().unwrap_or_default().to_owned();
    texts.fold(first, |text, other| words.fill(result::SERIES, &[("text", &text), ("other", other)]))
}

/// Who shows the assessment, what they sell, and what they changed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Offer<'a> {
    /// The provider's name, if the site owner has set one.
    pub name: Option<&'a str>,
    /// The models that they sell; empty if unknown.
    pub sells: &'a [Alternative],
    /// What they changed from the published tool.
    pub changes: Changes<'a>,
}
