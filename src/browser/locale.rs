//! Numbers, lists, plurals, dates and times, formatted by the browser's `Intl`.

use std::cell::OnceCell;

use js_sys::{Array, Date, JsString, Object};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::ui::host::Money;
use assessment::i18n::{Locale, MINUS, PluralForm, currency_of};

#[wasm_bindgen]
extern "C" {
    type NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locales: &str) -> NumberFormat;
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn with_options(locales: &str, options: &Object) -> NumberFormat;
    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, value: f64) -> String;

    #[wasm_bindgen(js_name = Locale)]
    type Region;
    #[wasm_bindgen(constructor, js_namespace = Intl, js_class = Locale)]
    fn new(tag: &str) -> Region;
    #[wasm_bindgen(method)]
    fn maximize(this: &Region) -> Region;
    #[wasm_bindgen(method, getter)]
    fn region(this: &Region) -> Option<String>;

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

/// A locale of the browser.
pub struct BrowserLocale {
    language: String,
    numbers: NumberFormat,
    signed: NumberFormat,
    plurals: PluralRules,
    lists: ListFormat,
    times: DateTimeFormat,
    /// Created for the first date, because creating it takes as long as all the others together.
    days: OnceCell<DateTimeFormat>,
}

impl BrowserLocale {
    /// `language` is a tag that the browser accepts.
    pub fn new(language: &str) -> Self {
        Self {
            language: language.to_owned(),
            numbers: NumberFormat::new(language),
            signed: NumberFormat::with_options(
                language,
                &options(&[("signDisplay", "exceptZero".into()), ("minimumFractionDigits", 1.into())]),
            ),
            plurals: PluralRules::new(language),
            lists: ListFormat::new(language),
            // Takes as long as everything else that an answer causes, so it is created before the first answer.
            times: DateTimeFormat::new(language, &options(&[("timeStyle", "short".into())])),
            days: OnceCell::new(),
        }
    }

    pub fn language(&self) -> &str {
        &self.language
    }

    /// Formats a date such as `2026-11-22`, or a month such as `2026-11`.
    pub fn day(&self, iso: &str) -> String {
        // JavaScript parses a date without a time as midnight UTC.
        let make = |options_in_utc: &[(&str, JsValue)]| {
            DateTimeFormat::new(&self.language, &options(&[options_in_utc, &[("timeZone", "UTC".into())]].concat()))
        };
        let date = Date::new(&JsValue::from(iso));
        if iso.len() < 10 {
            return make(&[("year", "numeric".into()), ("month", "long".into())]).format(&date);
        }
        self.days.get_or_init(|| make(&[("dateStyle", "medium".into())])).format(&date)
    }

    /// Formats the time of day of an ISO 8601 timestamp; `None` if it is not valid.
    pub fn time_of_day(&self, iso: &str) -> Option<String> {
        let time = Date::new(&JsValue::from(iso));
        (!time.get_time().is_nan()).then(|| self.times.format(&time))
    }

    /// Formats today's date in words.
    pub fn long_day(&self) -> String {
        DateTimeFormat::new(&self.language, &options(&[("dateStyle", "long".into())])).format(&Date::new_0())
    }

    /// Formats amounts in a currency (ISO 4217), in none if the code is empty, or in the currency of the region.
    pub fn money(&self, currency: Option<&str>) -> BrowserMoney {
        let of_region = || currency_of(&Region::new(&self.language).maximize().region().unwrap_or_default());
        BrowserMoney::new(&self.language, currency.unwrap_or_else(of_region))
    }
}

impl Locale for BrowserLocale {
    fn integer(&self, value: i64) -> String {
        self.numbers.format(value as f64)
    }

    fn signed_tenths(&self, tenths: i32) -> String {
        self.signed.format(f64::from(tenths) / 10.0).replace('-', MINUS)
    }

    fn decimal(&self, parts: i64, decimals: u32) -> String {
        let of_one = (0..decimals).fold(1.0, |one, _| one * 10.0);
        self.numbers.format(parts as f64 / of_one)
    }

    fn plural(&self, value: i64) -> PluralForm {
        if self.plurals.select(value as f64) == "one" { PluralForm::One } else { PluralForm::Other }
    }

    fn and_list(&self, parts: &[String]) -> String {
        self.lists.format(&parts.iter().map(|part| JsString::from(part.as_str())).collect())
    }
}

/// Formats amounts in one currency. Slow to create, so it is reused.
pub struct BrowserMoney {
    language: String,
    code: String,
    amounts: NumberFormat,
    short: NumberFormat,
}

impl BrowserMoney {
    fn new(language: &str, code: &str) -> Self {
        let of = |more: &[(&str, JsValue)]| {
            let mut entries = match code {
                "" => Vec::new(),
                code => vec![("style", "currency".into()), ("currency", code.into())],
            };
            entries.extend_from_slice(more);
            NumberFormat::with_options(language, &options(&entries))
        };
        Self {
            language: language.to_owned(),
            code: code.to_owned(),
            amounts: of(&[("maximumFractionDigits", 0.into())]),
            short: of(&[("notation", "compact".into())]),
        }
    }
}

impl Money for BrowserMoney {
    fn code(&self) -> &str {
        &self.code
    }

    fn amount(&self, amount: i64) -> String {
        self.amounts.format(amount as f64).replace('-', MINUS)
    }

    fn short(&self, amount: i64) -> String {
        self.short.format(amount as f64).replace('-', MINUS)
    }

    fn name_of(&self, code: &str) -> String {
        let named = options(&[
            ("style", "currency".into()),
            ("currency", code.into()),
            ("currencyDisplay", "name".into()),
            ("maximumFractionDigits", 0.into()),
        ]);
        // What is left without the number is the name.
        let text = NumberFormat::with_options(&self.language, &named).format(0.0);
        text.trim_matches(|c: char| c.is_numeric() || c.is_whitespace()).to_owned()
    }
}

/// The current time (ISO 8601, UTC).
pub fn now() -> String {
    Date::new_0().to_iso_string().into()
}

/// The visitor's date, such as `2026-11-22`.
pub fn today() -> String {
    let now = Date::new_0();
    // Shifted so that UTC shows the visitor's local time.
    let shifted = now.get_time() - now.get_timezone_offset() * 60_000.0;
    let text: String = Date::new(&JsValue::from_f64(shifted)).to_iso_string().into();
    text.get(..10).unwrap_or_default().to_owned()
}

fn options(entries: &[(&str, JsValue)]) -> Object {
    // Defines own properties, whatever the page has added to `Object.prototype`.
    let pairs: Array = entries.iter().map(|(name, value)| Array::of2(&JsValue::from(*name), value)).collect();
    Object::from_entries(&pairs).unwrap_or_default()
}
