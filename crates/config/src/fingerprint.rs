//! A fingerprint of the effective settings, independent of where and in which order they were set. A report contains it, so
//! that an auditor can see whether two reports had the same settings. It is not a security measure.

use super::{CallToAction, Config, Detail, DraftStorage, Flow, Loading, Logo, Order, ResultSettings, Setting, Theme};
use assessment::{Assessment, checksum::Fnv1a, json::Value};

impl ResultSettings {
    /// 16 digits from 0 to f, of these settings and those of the start; empty if everything is at its default.
    ///
    /// ```
    /// use config::{Config, ResultSettings};
    ///
    /// let settings = ResultSettings { currency: Some("EUR".to_owned()), ..ResultSettings::default() };
    /// assert_eq!(settings.fingerprint(&Config::default()), "6be06479c9f14fb2");
    /// assert_eq!(ResultSettings::default().fingerprint(&Config::default()), "");
    /// ```
    #[must_use]
    pub fn fingerprint(&self, start: &Config) -> String {
        // Destructured, so that a new setting cannot be forgotten.
        let Config { lang, flow, theme, storage, storage_key, loading, events, data_layer, title: _, promise: _ } =
            start;
        let Self {
            provider_name,
            provider_sells,
            cta_url,
            cta_label,
            cta,
            texts,
            hidden,
            logo,
            order,
            weights,
            currency,
            frame,
            frame_parents,
            link_query,
            privacy_url,
            legal_name,
            postal_address,
            contact,
            questions,
        } = self;
        let mut sum = Sum(Fnv1a::default());
        sum.text(Setting::Lang, lang.as_deref());
        sum.text(Setting::ProviderName, provider_name.as_deref());
        for alternative in provider_sells {
            sum.text(Setting::ProviderSells, Some(alternative.name()));
        }
        sum.text(Setting::CtaUrl, cta_url.as_deref());
        sum.text(Setting::CtaLabel, cta_label.as_deref());
        sum.text(Setting::Flow, (*flow != Flow::default()).then(|| flow.code()));
        sum.text(Setting::Order, (*order != Order::default()).then(|| order.code()));
        sum.text(Setting::Theme, (*theme != Theme::default()).then(|| theme.code()));
        sum.text(Setting::DraftStorage, (*storage != DraftStorage::default()).then(|| storage.code()));
        sum.text(Setting::StorageKey, storage_key.as_deref());
        sum.text(Setting::Currency, currency.as_deref());
        sum.text(Setting::Loading, (*loading != Loading::default()).then(|| loading.code()));
        sum.text(Setting::Events, (*events != Detail::default()).then(|| events.code()));
        sum.text(Setting::DataLayer, data_layer.as_deref());
        sum.text(Setting::Frame, frame.then_some("true"));
        for origin in frame_parents {
            sum.text(Setting::FrameParents, Some(origin));
        }
        // An empty list is a setting too.
        sum.text(Setting::LinkQuery, link_query.as_ref().map(|_| ""));
        for name in link_query.iter().flatten() {
            sum.text(Setting::LinkQuery, Some(name));
        }
        for (outcome, CallToAction { url, label }) in cta {
            // No address contains a space.
            let call = [url, " ", label.as_deref().unwrap_or_default()].concat();
            sum.named(Setting::Cta, outcome, &call);
        }
        // With the two of the start.
        for (name, text) in texts {
            sum.named(Setting::Texts, name, text);
        }
        for view in hidden {
            sum.text(Setting::Sections, Some(view));
        }
        if let Some(Logo { url, alt }) = logo {
            // No address contains a space.
            sum.named(Setting::Logo, url, alt);
        }
        for (dimension, factor) in weights {
            let id = Assessment::standard().dimensions[dimension.index()].id;
            sum.named(Setting::Weights, id, &factor.to_string());
        }
        sum.text(Setting::PrivacyUrl, privacy_url.as_deref());
        sum.text(Setting::LegalName, legal_name.as_deref());
        sum.text(Setting::PostalAddress, postal_address.as_deref());
        // As they are written, because another module reads them.
        for (setting, value) in [(Setting::Contact, contact), (Setting::Questions, questions)] {
            if let Some(value) = value {
                sum.text(setting, Some(""));
                sum.value(value);
            }
        }
        if sum.0 == Fnv1a::default() { String::new() } else { sum.0.hex() }
    }
}

struct Sum(Fnv1a);

impl Sum {
    /// A setting under its name, if it has a value.
    fn text(&mut self, setting: Setting, value: Option<&str>) {
        let Some(value) = value else { return };
        let name = setting.key().or(setting.attribute()).unwrap_or_default();
        // A zero byte ends each name and value, and neither contains one, so different configurations give different bytes.
        for part in [name, value] {
            self.0 = self.0.with(part.as_bytes()).with(&[0]);
        }
    }

    /// An entry of a setting under both names.
    fn named(&mut self, setting: Setting, name: &str, value: &str) {
        self.text(setting, Some(&[name, " ", value].concat()));
    }

    /// A value of any shape. The order of entries does not count, and neither do those that are `null`.
    fn value(&mut self, value: &Value) {
        match value {
            Value::Null => self.part(b'n', 0, &[]),
            Value::Bool(flag) => self.part(b'b', 0, &[u8::from(*flag)]),
            Value::Number(number) => self.part(b'f', 0, &number.to_bits().to_le_bytes()),
            Value::Text(text) => self.part(b't', text.len(), text.as_bytes()),
            Value::List(parts) => {
                self.part(b'l', parts.len(), &[]);
                parts.iter().for_each(|part| self.value(part));
            }
            Value::Object(entries) => {
                // Sorting them would cost kilobytes.
                let mut all = 0_u64;
                for (name, value) in entries.iter().filter(|(_, value)| !matches!(value, Value::Null)) {
                    let mut one = Self(Fnv1a::default());
                    one.part(b'k', name.len(), name.as_bytes());
                    one.value(value);
                    all = all.wrapping_add(one.0.value());
                }
                self.part(b'o', 0, &all.to_le_bytes());
            }
        }
    }

    /// The length comes first, so different values give different bytes.
    fn part(&mut self, kind: u8, length: usize, bytes: &[u8]) {
        self.0 = self.0.with(&[kind]).with(&(length as u64).to_le_bytes()).with(bytes);
    }
}
