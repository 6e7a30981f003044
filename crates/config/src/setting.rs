//! The settings and their names in JSON and as attributes. A test compares them with `docs/configuration.md`.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// Language tag.
    Lang,
    /// Who offers the assessment.
    ProviderName,
    /// Which models the provider sells.
    ProviderSells,
    /// Where the call to action leads.
    CtaUrl,
    /// The label of the call to action.
    CtaLabel,
    /// Which questions are asked.
    Flow,
    /// Light or dark.
    Theme,
    /// Whether answers are saved.
    DraftStorage,
    /// The key of the answers in `localStorage`.
    StorageKey,
    Currency,
    /// How much events reveal.
    Events,
    /// A global array that receives events.
    DataLayer,
    /// Whether the document is meant for frames, used by `frame.html`.
    Frame,
    /// Who may send commands to a frame.
    FrameParents,
    /// Which parameters of the page's address are kept in links to a result.
    LinkQuery,
    /// When the application is loaded.
    Loading,
    /// The URL of the document, used by the loader.
    Config,
}

/// Each setting with its key in JSON and its attribute, if any, in the order of the documentation.
const NAMES: [(Setting, Option<&str>, Option<&str>); 17] = [
    (Setting::Lang, Some("lang"), Some("lang")),
    (Setting::ProviderName, Some("providerName"), Some("provider-name")),
    (Setting::ProviderSells, Some("providerSells"), None),
    (Setting::CtaUrl, Some("ctaUrl"), Some("cta-url")),
    (Setting::CtaLabel, Some("ctaLabel"), Some("cta-label")),
    (Setting::Flow, Some("flow"), Some("flow")),
    (Setting::Theme, Some("theme"), Some("theme")),
    (Setting::DraftStorage, Some("storage"), Some("storage")),
    (Setting::StorageKey, Some("storageKey"), Some("storage-key")),
    (Setting::Currency, Some("currency"), Some("currency")),
    (Setting::Events, Some("events"), None),
    (Setting::DataLayer, Some("dataLayer"), Some("data-layer")),
    (Setting::Frame, Some("frame"), None),
    (Setting::FrameParents, Some("frameParents"), None),
    (Setting::LinkQuery, Some("linkQuery"), None),
    (Setting::Loading, None, Some("loading")),
    (Setting::Config, None, Some("config")),
];

impl Setting {
    /// In the order of the documentation.
    pub fn all() -> impl Iterator<Item = Self> {
        NAMES.into_iter().map(|(setting, ..)| setting)
    }

    /// Its key in JSON, if it has one.
    #[must_use]
    pub const fn key(self) -> Option<&'static str> {
        NAMES[self as usize].1
    }

    /// Its attribute, if it has one.
    #[must_use]
    pub const fn attribute(self) -> Option<&'static str> {
        NAMES[self as usize].2
    }

    /// The setting with this key in JSON.
    pub(super) fn of_key(name: &str) -> Option<Self> {
        NAMES.iter().find(|(_, key, _)| *key == Some(name)).map(|(setting, ..)| *setting)
    }

    pub(super) fn of_attribute(name: &str) -> Option<Self> {
        NAMES.iter().find(|(.., attribute)| *attribute == Some(name)).map(|(setting, ..)| *setting)
    }
}
