//! Reads settings. Attributes take precedence over the document, and the document over the defaults.

use super::{
    Config, Detail, DraftStorage, Flow, Loading, Setting, Theme,
    address::{address, origin},
    name::{currency, global, language_tag, one_of, storage_key},
    problem::{
        Expected, Fault, Kind, MOST_CHARACTERS, MOST_PROBLEMS, Problem, excerpt, problem, too_deep, too_large, too_many,
    },
    text::label,
};
use assessment::{Alternative, json::Value, text::characters};

/// The version of documents that this build reads.
const VERSION: f64 = 1.0;

/// Maximum number of entries that a list may have.
pub const MOST_ENTRIES: usize = 20;

/// The array that tag managers use: the value of `data-layer` without a value.
const USUAL_DATA_LAYER: &str = "dataLayer";

/// Parses a configuration, after checking its length. `parse` returns `None` for a document that is nested too deeply. (The
/// loader has checked that it is JSON.)
///
/// # Errors
/// A document that is too long or too deep.
pub fn document_of(text: &str, parse: fn(&str) -> Option<Value>) -> Result<Value, Problem> {
    let length = characters(text);
    if length > MOST_CHARACTERS {
        return Err(too_large(length));
    }
    parse(text).ok_or_else(too_deep)
}

impl Config {
    /// Reads the document, then the attributes, which take precedence. Invalid settings are reported and ignored, except that
    /// an invalid `storage` means that nothing is saved.
    ///
    /// `attributes` are those of the element that are settings, with their values. Attributes that every element may have,
    /// such as `class`, are to be left out: they would be unknown settings.
    #[must_use]
    pub fn read(document: Option<&Value>, attributes: &[(String, String)]) -> (Self, Vec<Problem>) {
        let mut reader = Reader { config: Self::default(), problems: Vec::new() };
        if let Some(document) = document {
            reader.document(document);
        }
        for (name, text) in attributes {
            reader.attribute(name, text);
        }
        (reader.config, reader.problems)
    }
}

/// Validates a setting. A function pointer, so that each check is compiled only once.
type Check = fn(&Value) -> Result<String, Fault>;

struct Reader {
    config: Config,
    problems: Vec<Problem>,
}

impl Reader {
    fn document(&mut self, document: &Value) {
        let Some(entries) = document.entries() else {
            return self.report(Fault(Kind::NotAnObject, Expected::Object), "$".to_owned(), document);
        };
        if let Some(version) = document.get("version")
            && !is_null(version)
            && version.as_number() != Some(VERSION)
        {
            let fault = Fault(Kind::UnknownVersion, Expected::Version);
            return self.report(fault, "$.version".to_owned(), version);
        }
        for (key, value) in entries {
            // `null` is how programs leave a setting out.
            match Setting::of_key(key) {
                Some(_) if is_null(value) => {}
                None if matches!(key.as_str(), "$schema" | "version") => {}
                setting => self.set(setting, format!("$.{}", excerpt(key)), value),
            }
        }
    }

    fn attribute(&mut self, name: &str, text: &str) {
        let text = match (Setting::of_attribute(name), text) {
            (Some(Setting::DataLayer), "") => USUAL_DATA_LAYER,
            // In HTML this means an unknown language: use the default.
            (Some(Setting::Lang), "") => return,
            _ => text,
        };
        self.set(Setting::of_attribute(name), format!("attribute {}", excerpt(name)), &Value::from(text));
    }

    fn set(&mut self, setting: Option<Setting>, path: String, value: &Value) {
        let set = match setting {
            Some(setting) => self.try_set(setting, &path, value),
            None => Err(Fault(Kind::UnknownSetting, Expected::SettingName)),
        };
        if let Err(fault) = set {
            self.report(fault, path, value);
        }
    }

    fn try_set(&mut self, setting: Setting, path: &str, value: &Value) -> Result<(), Fault> {
        let config = &mut self.config;
        match setting {
            Setting::Lang => keep(&mut config.lang, value, language_tag)?,
            Setting::ProviderName => keep(&mut config.provider_name, value, label)?,
            Setting::CtaUrl => keep(&mut config.cta_url, value, address)?,
            Setting::CtaLabel => keep(&mut config.cta_label, value, label)?,
            Setting::StorageKey => keep(&mut config.storage_key, value, storage_key)?,
            Setting::Currency => keep(&mut config.currency, value, currency)?,
            Setting::DataLayer => keep(&mut config.data_layer, value, global)?,
            Setting::Flow => config.flow = Flow::ALL[one_of(value, Flow::CODES, Expected::Flow)?],
            Setting::Theme => config.theme = Theme::ALL[one_of(value, Theme::CODES, Expected::Theme)?],
            Setting::DraftStorage => {
                // Whoever sets it to something unknown does not mean the default.
                config.storage = DraftStorage::None;
                config.storage = DraftStorage::ALL[one_of(value, DraftStorage::CODES, Expected::DraftStorage)?];
            }
            Setting::Loading => config.loading = Loading::ALL[one_of(value, Loading::CODES, Expected::Loading)?],
            Setting::Events => config.events = Detail::ALL[one_of(value, Detail::CODES, Expected::Detail)?],
            Setting::ProviderSells => {
                let Some(sold) = self.list(path, value, Expected::Alternatives, alternative)? else { return Ok(()) };
                if sold.is_empty() {
                    return Err(Fault(Kind::Empty, Expected::Alternatives));
                }
                let is_sold = |alternative: &Alternative| sold.iter().any(|name| name == alternative.name());
                self.config.provider_sells = Alternative::ALL.into_iter().filter(is_sold).collect();
            }
            Setting::Frame => match value {
                Value::Bool(is_meant) => config.frame = *is_meant,
                _ => return Err(Fault(Kind::WrongType, Expected::Flag)),
            },
            Setting::FrameParents => {
                if let Some(origins) = self.list(path, value, Expected::Origins, origin)? {
                    self.config.frame_parents = origins;
                }
            }
            Setting::LinkQuery => {
                if let Some(names) = self.list(path, value, Expected::Parameters, label)? {
                    self.config.link_query = Some(names);
                }
            }
            Setting::Config => {}
        }
        Ok(())
    }

    /// The entries of a list if all are valid. Invalid ones are reported individually, and the whole list is ignored.
    fn list(
        &mut self,
        path: &str,
        value: &Value,
        expected: Expected,
        check: Check,
    ) -> Result<Option<Vec<String>>, Fault> {
        let parts = value.as_list().ok_or(Fault(Kind::WrongType, expected))?;
        if parts.len() > MOST_ENTRIES {
            return Err(Fault(Kind::TooMany, Expected::FewerEntries));
        }
        let mut entries = Vec::new();
        for (n, part) in parts.iter().enumerate() {
            let fault = match check(part) {
                Ok(entry) if entries.contains(&entry) => Fault(Kind::Repeated, Expected::Once),
                Ok(entry) => {
                    entries.push(entry);
                    continue;
                }
                Err(fault) => fault,
            };
            self.report(fault, format!("{path}[{n}]"), part);
        }
        Ok((entries.len() == parts.len()).then_some(entries))
    }

    /// Records a problem once, until there are too many.
    fn report(&mut self, fault: Fault, path: String, found: &Value) {
        let is_known = |known: &Problem| known.expected.0 == fault.0 && known.path == path;
        if self.problems.len() > MOST_PROBLEMS || self.problems.iter().any(is_known) {
            return;
        }
        let is_room = self.problems.len() < MOST_PROBLEMS;
        self.problems.push(if is_room { problem(fault, &path, found) } else { too_many() });
    }
}

fn keep(place: &mut Option<String>, value: &Value, check: Check) -> Result<(), Fault> {
    *place = Some(check(value)?);
    Ok(())
}

fn alternative(value: &Value) -> Result<String, Fault> {
    one_of(value, &Alternative::NAMES, Expected::Alternative).map(|n| Alternative::NAMES[n].to_owned())
}

const fn is_null(value: &Value) -> bool {
    matches!(value, Value::Null)
}
