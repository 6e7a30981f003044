//! Where settings come from, and which one counts: what the attributes say, else what the document says, else the default.

use super::{
    Config, Detail, DraftStorage, Flow, Loading, Setting, Theme,
    address::{address, origin},
    choice::ALTERNATIVES,
    name::{currency, global, language_tag},
    problem::{Expected, Fault, Kind, MOST_PROBLEMS, Problem, piece},
    text::{LONGEST_KEY, LONGEST_LABEL, plain_text},
};
use crate::json::Value;

/// The version of documents that this build reads.
const VERSION: f64 = 1.0;

/// Most entries that a list may have.
const MOST_ENTRIES: usize = 20;

/// The array that tag managers use, meant by the attribute `data-layer` without a value.
const USUAL_DATA_LAYER: &str = "dataLayer";

impl Config {
    /// Reads the document, then the attributes, which win. Whatever is wrong is left at the default, or at what the document
    /// says, and reported.
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
                setting => self.set(setting, format!("$.{}", piece(key)), value),
            }
        }
    }

    fn attribute(&mut self, name: &str, text: &str) {
        let text = match (Setting::of_attribute(name), text) {
            (Some(Setting::DataLayer), "") => USUAL_DATA_LAYER,
            // In HTML this is a language that is not known: the default, and no mistake.
            (Some(Setting::Lang), "") => return,
            _ => text,
        };
        self.set(Setting::of_attribute(name), format!("attribute {}", piece(name)), &Value::from(text));
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
            Setting::Lang => config.lang = Some(language_tag(value)?),
            Setting::ProviderName => {
                config.provider_name = Some(plain_text(value, LONGEST_LABEL, Expected::Label)?);
            }
            Setting::ProviderSells => {
                let one = |part: &Value| one_of(part, &ALTERNATIVES, Expected::Alternative);
                let Some(sold) = self.list(path, value, Expected::Alternatives, one)? else { return Ok(()) };
                if sold.is_empty() {
                    return Err(Fault(Kind::Empty, Expected::Alternatives));
                }
                let in_order = ALTERNATIVES.iter().map(|(_, alternative)| *alternative);
                self.config.provider_sells = in_order.filter(|alternative| sold.contains(alternative)).collect();
            }
            Setting::CtaUrl => config.cta_url = Some(address(value)?),
            Setting::CtaLabel => config.cta_label = Some(plain_text(value, LONGEST_LABEL, Expected::Label)?),
            Setting::Flow => config.flow = one_of(value, Flow::NAMES, Expected::Flow)?,
            Setting::Theme => config.theme = one_of(value, Theme::NAMES, Expected::Theme)?,
            Setting::DraftStorage => {
                config.storage = one_of(value, DraftStorage::NAMES, Expected::DraftStorage)?;
            }
            Setting::StorageKey => {
                config.storage_key = Some(plain_text(value, LONGEST_KEY, Expected::StorageKey)?);
            }
            Setting::Currency => config.currency = Some(currency(value)?),
            Setting::Loading => config.loading = one_of(value, Loading::NAMES, Expected::Loading)?,
            Setting::Events => config.events = one_of(value, Detail::NAMES, Expected::Detail)?,
            Setting::DataLayer => config.data_layer = Some(global(value)?),
            Setting::FrameParents => {
                if let Some(origins) = self.list(path, value, Expected::Origins, origin)? {
                    self.config.frame_parents = origins;
                }
            }
            Setting::Config | Setting::Nonce => {}
        }
        Ok(())
    }

    /// The entries of a list, if all are right; those that are wrong are reported, each by itself. Half a list would say
    /// something that nobody wrote.
    fn list<T: PartialEq>(
        &mut self,
        path: &str,
        value: &Value,
        expected: Expected,
        entry: impl Fn(&Value) -> Result<T, Fault>,
    ) -> Result<Option<Vec<T>>, Fault> {
        let parts = value.as_list().ok_or(Fault(Kind::WrongType, expected))?;
        if parts.len() > MOST_ENTRIES {
            return Err(Fault(Kind::TooMany, Expected::FewerEntries));
        }
        let mut entries = Vec::new();
        for (n, part) in parts.iter().enumerate() {
            let fault = match entry(part) {
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

    /// Keeps a problem, once, until there are too many.
    fn report(&mut self, fault: Fault, path: String, found: &Value) {
        let is_known = |known: &Problem| known.kind == fault.0 && known.path == path;
        if self.problems.len() > MOST_PROBLEMS || self.problems.iter().any(is_known) {
            return;
        }
        let problem =
            if self.problems.len() < MOST_PROBLEMS { Problem::new(fault, path, found) } else { Problem::too_many() };
        self.problems.push(problem);
    }
}

/// The value with this name. Names are exact: the style sheet compares some of them too.
fn one_of<T: Copy>(value: &Value, names: &[(&str, T)], expected: Expected) -> Result<T, Fault> {
    let text = value.as_text().ok_or(Fault(Kind::WrongType, expected))?;
    let named = names.iter().find(|(name, _)| *name == text).map(|(_, named)| *named);
    named.ok_or(Fault(if text.is_empty() { Kind::Empty } else { Kind::UnknownValue }, expected))
}

const fn is_null(value: &Value) -> bool {
    matches!(value, Value::Null)
}
