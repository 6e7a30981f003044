//! Reads what the start needs, and keeps the rest. Attributes take precedence over the document, and the document over the
//! defaults.

use super::{
    Config, Detail, DraftStorage, Flow, Loading, Rest, Setting, Theme,
    list::Check,
    name::{global, language_tag, one_of, storage_key},
    problem::{Expected, Fault, Kind, MOST_CHARACTERS, Problem, Problems, excerpt, too_deep, too_large},
    text::{LONGEST_LABEL, LONGEST_SENTENCE},
};
use assessment::{
    json::Value,
    text::{characters, line},
};

/// The version of documents that this build reads.
const VERSION: f64 = 1.0;

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
    pub fn read(document: Option<&Value>, attributes: &[(String, String)]) -> (Self, Rest, Vec<Problem>) {
        let mut reader = Reader::default();
        if let Some(document) = document {
            reader.document(document);
        }
        for (name, text) in attributes {
            reader.attribute(name, text);
        }
        (reader.config, reader.rest, reader.problems.list())
    }
}

/// The path of a setting in the document.
pub(super) fn path_of_key(key: &str) -> String {
    format!("$.{}", excerpt(key))
}

/// The path of an attribute.
pub(super) fn path_of_attribute(name: &str) -> String {
    format!("attribute {}", excerpt(name))
}

#[derive(Default)]
struct Reader {
    config: Config,
    rest: Rest,
    problems: Problems,
}

impl Reader {
    fn document(&mut self, document: &Value) {
        let Some(entries) = document.entries() else {
            return self.problems.report(Fault(Kind::NotAnObject, Expected::OBJECT), "$", document);
        };
        if let Some(version) = document.get("version")
            && !is_null(version)
            && version.as_number() != Some(VERSION)
        {
            let fault = Fault(Kind::UnknownVersion, Expected::VERSION);
            return self.problems.report(fault, "$.version", version);
        }
        for (key, value) in entries {
            // `null` is how programs leave a setting out.
            match Setting::of_key(key) {
                Some(_) if is_null(value) => {}
                None if matches!(key.as_str(), "$schema" | "version") => {}
                setting => self.set(setting, path_of_key(key), value),
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
        self.set(Setting::of_attribute(name), path_of_attribute(name), &Value::from(text));
    }

    fn set(&mut self, setting: Option<Setting>, path: String, value: &Value) {
        let set = match setting {
            Some(setting) => self.try_set(setting, value),
            None => Err(Fault(Kind::UnknownSetting, Expected::SETTING_NAME)),
        };
        match set {
            Ok(None) => {}
            Ok(Some(setting)) => self.rest.push(setting, path, value),
            Err(fault) => self.problems.report(fault, &path, value),
        }
    }

    /// Returns the setting if the start does not need it.
    fn try_set(&mut self, setting: Setting, value: &Value) -> Result<Option<Setting>, Fault> {
        let config = &mut self.config;
        match setting {
            Setting::Lang => keep(&mut config.lang, value, language_tag)?,
            Setting::StorageKey => keep(&mut config.storage_key, value, storage_key)?,
            Setting::DataLayer => keep(&mut config.data_layer, value, global)?,
            Setting::Flow => config.flow = Flow::ALL[one_of(value, Flow::CODES, Expected::FLOW)?],
            Setting::Theme => config.theme = Theme::ALL[one_of(value, Theme::CODES, Expected::THEME)?],
            Setting::DraftStorage => {
                // Whoever sets it to something unknown does not mean the default.
                config.storage = DraftStorage::None;
                config.storage = DraftStorage::ALL[one_of(value, DraftStorage::CODES, Expected::DRAFT_STORAGE)?];
            }
            Setting::Loading => config.loading = Loading::ALL[one_of(value, Loading::CODES, Expected::LOADING)?],
            Setting::Events => config.events = Detail::ALL[one_of(value, Detail::CODES, Expected::DETAIL)?],
            Setting::Texts => {
                // The first screen needs two of them. The later module reads all, and reports their problems.
                let text = |name, most| Some(line(value.get(name)?.as_text()?, most).ok()?.to_owned());
                config.title = text("title", LONGEST_LABEL);
                config.promise = text("promise", LONGEST_SENTENCE);
                return Ok(Some(setting));
            }
            // The loader reads it.
            Setting::Config => {}
            later => return Ok(Some(later)),
        }
        Ok(None)
    }
}

pub(super) fn keep(place: &mut Option<String>, value: &Value, check: Check) -> Result<(), Fault> {
    *place = Some(check(value)?);
    Ok(())
}

const fn is_null(value: &Value) -> bool {
    matches!(value, Value::Null)
}
