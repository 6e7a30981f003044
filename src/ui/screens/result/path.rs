//! The recommended path.

use super::{Findings, Section};
use crate::ui::{components::sources_of, page::Page};
use assessment::i18n::key::ui::result::path as words;
use report::path_words;

pub const SECTION: Section = Section { heading: "h4#path", title: words::TITLE, write };

fn write(page: &mut Page, findings: &Findings) {
    let found = findings.plan.pattern;
    let [title, advice] = path_words(found, findings.prepared.evaluation.leader);
    page.t("h5", title);
    page.t("p.lead", advice);
    let notes = page.ui.assessment().patterns.iter().find(|notes| notes.id == found.code());
    if let Some(notes) = notes.filter(|notes| !notes.sources.is_empty()) {
        sources_of(page, notes.sources);
    }
}
