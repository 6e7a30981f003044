//! The table of settings. To add one, add a row here, read it in `read.rs` or `result.rs`, and add a test.
//!
//! The reader needs only the names. Everything else is compiled with the feature `documentation`, from which
//! `cargo xtask docs` and `cargo xtask build` write the schema, the tables in the documents, the types, and the lists of
//! attributes in the JavaScript.

#[cfg(feature = "documentation")]
use crate::{
    choice::{Detail, DraftStorage, Flow, Loading, Order, Theme},
    documentation::{
        ADDRESS, CONTACT, CTA, CURRENCY, Documentation, FrameParameter, GLOBAL, LABEL, LANGUAGE_TAG, LINE, LOGO,
        MODELS, MOST_ENTRIES, MOST_QUESTIONS, ORIGIN, QUESTION, SECURE_ADDRESS, SETTINGS_ADDRESS, STORAGE_KEY, Shape,
        TEXTS, VIEW, WEIGHTS,
    },
    result::UNHIDDEN_VIEWS,
};

macro_rules! settings {
    ($($setting:ident { json: $json:expr, attribute: $attribute:expr, $($column:ident: $cell:expr,)+ })+) => {
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Setting {
            $($setting,)+
        }

        /// Each setting with its key in JSON and its attribute, if any, in the order of the documentation.
        const NAMES: &[(Setting, Option<&str>, Option<&str>)] = &[$((Setting::$setting, $json, $attribute),)+];

        #[cfg(feature = "documentation")]
        impl Setting {
            #[must_use]
            pub const fn documentation(self) -> Documentation {
                match self {
                    $(Self::$setting => Documentation { $($column: $cell,)+ },)+
                }
            }
        }
    };
}

settings! {
    Lang {
        json: Some("lang"),
        attribute: Some("lang"),
        about: "Language of the assessment; English if the build does not have it.",
        shape: Shape::Text(&LANGUAGE_TAG),
        default: Some("the nearest `lang` around the element when it is inserted, else `en`"),
        frame: FrameParameter::Always,
        since: "0.1.0",
    }
    ProviderName {
        json: Some("providerName"),
        attribute: Some("provider-name"),
        about: "Who offers the assessment, shown in the disclosure and the call to action.",
        shape: Shape::Text(&LABEL),
        default: Some("none; the disclosure names no one"),
        frame: FrameParameter::InsideAPage,
        since: "0.1.0",
    }
    ProviderSells {
        json: Some("providerSells"),
        attribute: None,
        about: "The models that you sell, named in the disclosure.",
        shape: Shape::List { of: &MODELS, least: 1, most: MOST_ENTRIES, with: &[] },
        default: Some("none; the disclosure does not say"),
        frame: FrameParameter::Never,
        since: "0.1.0",
    }
    CtaUrl {
        json: Some("ctaUrl"),
        attribute: Some("cta-url"),
        about: "Where the call to action leads.",
        shape: Shape::Text(&ADDRESS),
        default: Some("none; there is no call to action"),
        // A link to the frame's origin must not lead visitors elsewhere.
        frame: FrameParameter::Never,
        since: "0.1.0",
    }
    CtaLabel {
        json: Some("ctaLabel"),
        attribute: Some("cta-label"),
        about: "Label of the call to action.",
        shape: Shape::Text(&LABEL),
        default: Some("a general label"),
        frame: FrameParameter::Never,
        since: "0.1.0",
    }
    Cta {
        json: Some("cta"),
        attribute: None,
        about: "Calls to action for some results, instead of `ctaUrl` and `ctaLabel`.",
        shape: Shape::Object(&CTA),
        default: Some("none; every result has the same"),
        frame: FrameParameter::Never,
        since: "0.2.0",
    }
    Texts {
        json: Some("texts"),
        attribute: None,
        about: "Your words in some places, in the language of the page.",
        shape: Shape::Object(&TEXTS),
        default: Some("our words"),
        frame: FrameParameter::Never,
        since: "0.2.0",
    }
    Sections {
        json: Some("sections"),
        attribute: None,
        about: "The views of the result that are shown; `answer` always is.",
        shape: Shape::List { of: &VIEW, least: 0, most: MOST_ENTRIES, with: &UNHIDDEN_VIEWS },
        default: Some("all of them"),
        frame: FrameParameter::Never,
        since: "0.2.0",
    }
    Logo {
        json: Some("logo"),
        attribute: None,
        about: "Your logo, shown with the disclosure.",
        shape: Shape::Object(&LOGO),
        default: Some("none"),
        frame: FrameParameter::Never,
        since: "0.2.0",
    }
    Weights {
        json: Some("weights"),
        attribute: None,
        about: "How much each priority counts, as a factor; the disclosure names each that is not 1.",
        shape: Shape::Object(&WEIGHTS),
        default: Some("none; the published weights"),
        // A link to the frame's origin must not change what comes first.
        frame: FrameParameter::Never,
        since: "0.2.0",
    }
    Flow {
        json: Some("flow"),
        attribute: Some("flow"),
        about: "Which questions are asked.",
        shape: Shape::Choice(
            Flow::CODES,
            &["seven questions, then an offer to answer the rest", "only the seven", "all questions"],
        ),
        default: None,
        frame: FrameParameter::Always,
        since: "0.1.0",
    }
    Order {
        json: Some("order"),
        attribute: None,
        about: "Which question comes next on the full course.",
        shape: Shape::Choice(
            Order::CODES,
            &["the next of its section", "after the quick check, the one that could change the result most"],
        ),
        default: None,
        frame: FrameParameter::Never,
        since: "0.2.0",
    }
    Theme {
        json: Some("theme"),
        attribute: Some("theme"),
        about: "Color theme.",
        shape: Shape::Choice(
            Theme::CODES,
            &["follows the `color-scheme` of your page", "light on any page", "dark on any page"],
        ),
        default: None,
        frame: FrameParameter::Always,
        since: "0.1.0",
    }
    DraftStorage {
        json: Some("storage"),
        attribute: Some("storage"),
        about: "Whether answers are saved.",
        shape: Shape::Choice(
            DraftStorage::CODES,
            &["answers stay on the visitor's device", "answers are lost when the page closes, as with any unknown value"],
        ),
        default: None,
        frame: FrameParameter::Always,
        since: "0.1.0",
    }
    StorageKey {
        json: Some("storageKey"),
        attribute: Some("storage-key"),
        about: "Names the key of the answers in `localStorage`: `acme` means `support-fit-acme`.",
        shape: Shape::Text(&STORAGE_KEY),
        default: Some("`support-fit`; another element on the page gets its own key"),
        frame: FrameParameter::Checked,
        since: "0.1.0",
    }
    Currency {
        json: Some("currency"),
        attribute: Some("currency"),
        about: "Currency of the visitor's own cost figures; amounts are not converted.",
        shape: Shape::Text(&CURRENCY),
        default: Some("the currency of the language's region, else `USD`"),
        frame: FrameParameter::Always,
        since: "0.1.0",
    }
    Events {
        json: Some("events"),
        attribute: None,
        about: "Whether events carry answers.",
        shape: Shape::Choice(
            Detail::CODES,
            &["the result and no answers", "the visitor's answers too"],
        ),
        default: None,
        frame: FrameParameter::Never,
        since: "0.1.0",
    }
    DataLayer {
        json: Some("dataLayer"),
        attribute: Some("data-layer"),
        about: "Global array that also gets the events; the attribute without a value means `dataLayer`.",
        shape: Shape::Text(&GLOBAL),
        default: Some("none"),
        frame: FrameParameter::Always,
        since: "0.1.0",
    }
    Frame {
        json: Some("frame"),
        attribute: None,
        about: "Whether the file is meant for `frame.html`; without it, the frame takes only what its address could set anyway.",
        shape: Shape::Flag,
        default: None,
        frame: FrameParameter::Never,
        since: "0.2.0",
    }
    FrameParents {
        json: Some("frameParents"),
        attribute: None,
        about: "Pages that may send commands to `frame.html` and receive answers.",
        shape: Shape::List { of: &Shape::Text(&ORIGIN), least: 0, most: MOST_ENTRIES, with: &[] },
        default: Some("none; no page may"),
        frame: FrameParameter::Never,
        since: "0.1.0",
    }
    LinkQuery {
        json: Some("linkQuery"),
        attribute: None,
        about: "Parameters of your page's address that links to a result keep.",
        shape: Shape::List { of: &Shape::Text(&LABEL), least: 0, most: MOST_ENTRIES, with: &[] },
        default: Some("`lang`, `p` and `page_id`"),
        frame: FrameParameter::Never,
        since: "0.2.0",
    }
    PrivacyUrl {
        json: Some("privacyUrl"),
        attribute: None,
        about: "Your privacy notice, linked where visitors write to you.",
        shape: Shape::Text(&SECURE_ADDRESS),
        default: Some("none"),
        frame: FrameParameter::Never,
        since: "0.2.0",
    }
    LegalName {
        json: Some("legalName"),
        attribute: None,
        about: "Your name by law, shown where visitors write to you.",
        shape: Shape::Text(&LINE),
        default: Some("none"),
        frame: FrameParameter::Never,
        since: "0.2.0",
    }
    PostalAddress {
        json: Some("postalAddress"),
        attribute: None,
        about: "Your address on one line, shown where visitors ask for news.",
        shape: Shape::Text(&LINE),
        default: Some("none"),
        frame: FrameParameter::Never,
        since: "0.2.0",
    }
    Contact {
        json: Some("contact"),
        attribute: None,
        about: "How visitors can write to you after the result.",
        shape: Shape::Object(&CONTACT),
        default: Some("none; there is no form"),
        // A link to the frame's origin must not send messages elsewhere.
        frame: FrameParameter::Never,
        since: "0.2.0",
    }
    Questions {
        json: Some("questions"),
        attribute: None,
        about: "Your own questions, asked in the form of `contact` and not scored.",
        shape: Shape::List { of: &QUESTION, least: 0, most: MOST_QUESTIONS, with: &[] },
        default: Some("none"),
        frame: FrameParameter::Never,
        since: "0.2.0",
    }
    Loading {
        json: None,
        attribute: Some("loading"),
        about: "When the application is loaded.",
        shape: Shape::Choice(
            Loading::CODES,
            &["when the element is about a screen away from view", "at once"],
        ),
        default: None,
        frame: FrameParameter::Never,
        since: "0.1.0",
    }
    Config {
        json: None,
        attribute: Some("config"),
        about: "Where the JSON is.",
        shape: Shape::Text(&SETTINGS_ADDRESS),
        default: Some("none"),
        frame: FrameParameter::Checked,
        since: "0.1.0",
    }
}

impl Setting {
    /// In the order of the documentation.
    pub fn all() -> impl Iterator<Item = Self> {
        NAMES.iter().map(|(setting, ..)| *setting)
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
