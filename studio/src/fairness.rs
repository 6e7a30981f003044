//! What the weights of a page change, for the worker.

use assessment::{i18n::Catalog, json::Value};
use config::Settings;

use crate::host::LONGEST_FILE;

/// The report of `cargo xtask fairness --json` for a JSON document of settings, with the one for people as `markdown`. Takes a second on a fast device. `None` if the
/// text is not JSON, or too long. Weights that are not valid do not count, as on a page.
#[must_use]
pub fn of(settings: &str) -> Option<String> {
    if settings.len() > LONGEST_FILE {
        return None;
    }
    let document: Value = serde_json::from_str(settings).ok()?;
    let (settings, _) = Settings::read(Some(&document), &[]);
    let report = studio::fairness(&settings.result);
    let mut document: Value = serde_json::from_str(&report.json()).ok()?;
    if let Value::Object(entries) = &mut document {
        entries.push(("markdown".to_owned(), report.markdown(&Catalog::english()).into()));
    }
    serde_json::to_string(&document).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_are_those_of_the_published_report() {
        let report: Value = serde_json::from_str(&of(r#"{"weights":{"control":0.5,"cost":2}}"#).unwrap()).unwrap();
        let count = |when: &str| report.get("first")?.get("in-house")?.get(when)?.as_number();
        assert_eq!((count("before"), count("after")), (Some(3_252.0), Some(3_093.0)));
        assert_eq!(report.get("changed").and_then(Value::as_number), Some(1_906.0));
    }

    #[test]
    fn a_text_that_is_not_json_or_too_long_has_no_report() {
        assert_eq!(of("{"), None);
        assert_eq!(of(&format!("{{}}{}", " ".repeat(LONGEST_FILE))), None);
    }
}
