//! The settings of a site owner, from a JSON document and the element's attributes, validated into a [`Config`].
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
//! | `read` | the sources of settings and their precedence |
//! | `problem` | messages about invalid settings, for the site owner |
//! | `fingerprint` | a hash of the effective settings |
//!
//! ```
//! use config::{Config, Theme};
//! use assessment::json::Value;
//!
//! let document = Value::object([("theme", "dark".into()), ("ctaUrl", 5.0.into())]);
//! let attributes = [("provider-name".to_owned(), "Marlow & Finch IT".to_owned())];
//! let (config, problems) = Config::read(Some(&document), &attributes);
//! assert_eq!(config.theme, Theme::Dark);
//! assert_eq!(config.provider_name.as_deref(), Some("Marlow & Finch IT"));
//! assert_eq!(config.cta_url, None);
//! assert_eq!(
//!     problems[0].to_string(),
//!     "wrong-type at $.ctaUrl: found 5, expected an address that begins with https:, mailto: or tel:"
//! );
//! ```

mod address;
mod choice;
mod contact;
#[cfg(feature = "documentation")]
pub mod documentation;
mod fingerprint;
mod name;
mod problem;
mod read;
mod setting;
mod text;

pub use choice::{Detail, DraftStorage, Flow, Loading, Theme};
pub use contact::{Contact, Field, FieldKind, HubSpot, Receiver};
pub use problem::{Expected, Fault, Kind, MOST_CHARACTERS, MOST_PROBLEMS, Problem, too_deep, too_large};
pub use read::document_of;
pub use setting::Setting;

use assessment::Alternative;

/// The settings of one element, each within its bounds. `docs/configuration.md` documents them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Config {
    /// Language tag in the format of BCP 47. Whether the language exists is not checked. `None`: that of the page.
    pub lang: Option<String>,
    /// Who offers the assessment, 1 to 80 visible characters.
    pub provider_name: Option<String>,
    /// What the provider sells, in model order, each once. Empty if unknown.
    pub provider_sells: Vec<Alternative>,
    /// Where the call to action leads: `https:`, `mailto:` or `tel:`, at most 2,000 characters. `None` if there is none.
    pub cta_url: Option<String>,
    /// The label of the call to action, 1 to 80 visible characters. `None`: words of the catalog.
    pub cta_label: Option<String>,
    pub flow: Flow,
    pub theme: Theme,
    pub storage: DraftStorage,
    /// Names the key of the answers in `localStorage` ([`Config::draft_key`]): 1 to 100 ASCII letters, digits, `_` or `-`.
    /// `None`: the element picks a free one.
    pub storage_key: Option<String>,
    /// Currency in the format of ISO 4217, three capital letters. Whether it exists is not checked. `None`: by language.
    pub currency: Option<String>,
    pub loading: Loading,
    pub events: Detail,
    /// Name of the global array that events are pushed to as well, at most 40 ASCII characters. `None` if there is none.
    pub data_layer: Option<String>,
    /// Whether the document says that it is meant for frames. `frame.html` reads it; the application only checks it.
    pub frame: bool,
    /// Origins of pages that may send commands to a frame, as the browser writes origins, at most 20. Empty if none may.
    pub frame_parents: Vec<String>,
    /// Names of parameters that links keep of the page's address, 1 to 80 visible characters each, at most 20. `None`: the
    /// usual ones ([`Config::link_query`]).
    pub link_query: Option<Vec<String>>,
}

/// The beginning of every key in `localStorage`, so that no setting reaches the data of other programs.
const KEY: &str = "support-fit";

impl Config {
    /// The names of the parameters that links to a result keep of the page's address. By default those without which a link
    /// leads to another page: the language, and what WordPress names its pages by.
    #[must_use]
    pub fn link_query(&self) -> Vec<String> {
        self.link_query.clone().unwrap_or_else(|| ["lang", "p", "page_id"].map(str::to_owned).into())
    }

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
