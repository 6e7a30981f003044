//! The settings of a site owner, from a JSON document and the element's attributes.
//!
//! They are read in steps, so that each module of the application contains only the checks that it needs: [`Config`] is what
//! the start needs, [`ResultSettings`] what the screens after the questions need, and [`Contact`] what a message to the provider
//! needs. [`Settings`] has all of them.
//!
//! The input is untrusted. An invalid setting is reported and keeps its previous value, but an invalid `storage` means `none`;
//! the others apply. This crate neither fetches nor parses documents (the browser does).
//!
//! | module | concern |
//! |---|---|
//! | `setting` | the table of settings |
//! | `documentation` | what documents say of them; only with the feature of that name |
//! | `choice` | settings with a few fixed values |
//! | `text`, `address`, `name` | validation of strings, addresses and short names |
//! | `list`, `object` | settings with several values, and with named entries |
//! | `read` | the sources of settings and their precedence, and what the start needs |
//! | `result` | what the screens after the questions need |
//! | `contact` | what a message to the provider needs |
//! | `all` | everything at once |
//! | `problem` | messages about invalid settings, for the site owner |
//! | `fingerprint` | a hash of the effective settings |
//!
//! ```
//! use config::{Settings, Theme};
//! use assessment::json::Value;
//!
//! let document = Value::object([("theme", "dark".into()), ("ctaUrl", 5.0.into())]);
//! let attributes = [("provider-name".to_owned(), "Marlow & Finch IT".to_owned())];
//! let (settings, problems) = Settings::read(Some(&document), &attributes);
//! assert_eq!(settings.start.theme, Theme::Dark);
//! assert_eq!(settings.result.provider_name.as_deref(), Some("Marlow & Finch IT"));
//! assert_eq!(settings.result.cta_url, None);
//! assert_eq!(
//!     problems[0].to_string(),
//!     "wrong-type at $.ctaUrl: found 5, expected an address that begins with https:, mailto: or tel:"
//! );
//! ```

mod address;
mod all;
mod choice;
mod contact;
#[cfg(feature = "documentation")]
pub mod documentation;
mod fingerprint;
mod list;
mod name;
mod object;
mod problem;
mod read;
mod result;
mod setting;
mod text;

pub use address::origin;
pub use all::Settings;
pub use choice::{Detail, DraftStorage, Flow, Loading, Order, Theme};
pub use contact::{Contact, FIELDS, Field, FieldKind, HubSpot, LONGEST_EMAIL, PARTS, RECEIVERS, Receiver};
pub use problem::{Expected, Fault, Kind, MOST_CHARACTERS, MOST_PROBLEMS, Problem, too_deep, too_large};
pub use read::document_of;
pub use result::{CallToAction, Logo, OPTIONAL_VIEWS, OUTCOMES, Rest, ResultSettings, VIEWS};
pub use setting::Setting;

/// The settings of one element that its start needs, each within its bounds. `docs/configuration.md` documents all settings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// Language tag in the format of BCP 47. Whether the language exists is not checked. `None`: that of the page.
    pub lang: Option<String>,
    pub flow: Flow,
    pub theme: Theme,
    pub storage: DraftStorage,
    /// Names the key of the answers in `localStorage` ([`Config::draft_key`]): 1 to 100 ASCII letters, digits, `_` or `-`.
    /// `None`: the element picks a free one.
    pub storage_key: Option<String>,
    pub loading: Loading,
    pub events: Detail,
    /// Name of the global array that events are pushed to as well, at most 40 ASCII characters. `None` if there is none.
    pub data_layer: Option<String>,
    /// The title, 1 to 80 visible characters. `None`: words of the catalog.
    pub title: Option<String>,
    /// What visitors get, 1 to 300 visible characters. `None`: words of the catalog.
    pub promise: Option<String>,
}

/// The beginning of every key in `localStorage`, so that no setting reaches the data of other programs.
const KEY: &str = "support-fit";

impl Config {
    /// The key in `localStorage` that the setting means: with the beginning of all our keys, unless the setting has it.
    ///
    /// ```
    /// use config::Config;
    ///
    /// let config = Config { storage_key: Some("acme".to_owned()), ..Config::default() };
    /// assert_eq!(config.draft_key().as_deref(), Some("support-fit-acme"));
    /// ```
    #[must_use]
    pub fn draft_key(&self) -> Option<String> {
        let key = self.storage_key.as_deref()?;
        Some(if self.old_draft_key().is_none() { key.to_owned() } else { [KEY, "-", key].concat() })
    }

    /// The key that versions before this rule used for the same setting; `None` if it is the same.
    #[must_use]
    pub fn old_draft_key(&self) -> Option<&str> {
        self.storage_key.as_deref().filter(|key| *key != KEY && !key.starts_with("support-fit-"))
    }
}
