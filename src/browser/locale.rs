//! Numbers, lists, plurals and times by the browser's `Intl`, which knows every language and costs no bytes.

use js_sys::{Array, Date, JsString, Object, Reflect};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::i18n::{Locale, MINUS, PluralForm};

#[wasm_bindgen]
extern "C" {
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locales: &str) -> NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn with_options(locales: &str, options: &Object) -> NumberFormat;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, value: f64) -> String;

    type DateTimeFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locales: &str, options: &Object) -> DateTimeFormat;
    #[wasm_bindgen(method)]
    fn format(this: &DateTimeFormat, date: &Date) -> String;

    type PluralRules;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locales: &str) -> PluralRules;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, value: f64) -> String;

    type ListFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locales: &str) -> ListFormat;
    #[wasm_bindgen(method)]
    fn format(this: &ListFormat, parts: &Array) -> String;
}

/// A locale as the browser knows it.
pub struct BrowserLocale {
    numbers: NumberFormat,
    signed: NumberFormat,
    plurals: PluralRules,
    lists: ListFormat,
}

impl BrowserLocale {
    /// The locale of a language tag. The tag comes from the loader, which has checked it with the browser.
    #[must_use]
    pub fn new(language: &str) -> Self {
        Self {
            numbers: NumberFormat::new(language),
            signed: NumberFormat::with_options(
                language,
                &options(&[("signDisplay", "exceptZero".into()), ("minimumFractionDigits", 1.into())]),
            ),
            plurals: PluralRules::new(language),
            lists: ListFormat::new(language),
        }
    }
}

impl Locale for BrowserLocale {
    fn integer(&self, value: i64) -> String {
        self.numbers.format(value as f64)
    }

    fn signed_tenths(&self, tenths: i32) -> String {
        self.signed.format(f64::from(tenths) / 10.0).replace('-', MINUS)
    }

    fn plural(&self, value: i64) -> PluralForm {
        if self.plurals.select(value as f64) == "one" { PluralForm::One } else { PluralForm::Other }
    }

    fn and_list(&self, parts: &[String]) -> String {
        self.lists.format(&parts.iter().map(|part| JsString::from(part.as_str())).collect())
    }
}

/// The time now, ISO 8601 in UTC.
#[must_use]
pub fn now() -> String {
    Date::new_0().to_iso_string().into()
}

/// Times of day as a language writes them. To make one costs as much as everything else that an answer does, so it is kept.
pub struct Clock(DateTimeFormat);

impl Clock {
    /// The clock of a language tag.
    #[must_use]
    pub fn new(language: &str) -> Self {
        Self(DateTimeFormat::new(language, &options(&[("timeStyle", "short".into())])))
    }

    /// The time of day of an ISO 8601 time.
    #[must_use]
    pub fn time_of_day(&self, iso: &str) -> String {
        self.0.format(&Date::new(&JsValue::from(iso)))
    }
}

fn options(entries: &[(&str, JsValue)]) -> Object {
    let options = Object::new();
    for (name, value) in entries {
        // Setting a property of a fresh object does not fail.
        let _ = Reflect::set(&options, &(*name).into(), value);
    }
    options
}
