//! A fingerprint of the effective settings, independent of where and in which order they were set. A report contains it, so
//! that an auditor can see whether two reports had the same settings. It is not a security measure.

use super::{Config, Detail, DraftStorage, Flow, Loading, ResultSettings, Setting, Theme};
use assessment::checksum::Fnv1a;

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
        let Config { lang, flow, theme, storage, storage_key, loading, events, data_layer } = start;
        let Self { provider_name, provider_sells, cta_url, cta_label, currency, frame, frame_parents, link_query } =
            self;
        let mut sum = Sum(Fnv1a::default());
        sum.text(Setting::Lang, lang.as_deref());
        sum.text(Setting::ProviderName, provider_name.as_deref());
        for alternative in provider_sells {
            sum.text(Setting::ProviderSells, Some(alternative.name()));
        }
        sum.text(Setting::CtaUrl, cta_url.as_deref());
        sum.text(Setting::CtaLabel, cta_label.as_deref());
        sum.text(Setting::Flow, (*flow != Flow::default()).then(|| flow.code()));
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
}
