//! Comparing the visitor's answers with those of colleagues who answered separately.

mod adding;
mod agenda;
mod answers;
mod dimensions;
mod group;
mod outcome;
mod people;

use super::Findings;
use crate::ui::{Ui, page::Page};
use assessment::i18n::key::ui::compare::with as words;

use group::Group;

/// Whether anybody was added, on this page or before.
pub fn is_begun(ui: Ui) -> bool {
    Group::new(ui).people().len() > 1
}

pub fn compare(page: &mut Page, findings: &Findings) {
    let group = Group::new(page.ui);
    page.t("p", words::TEXT);
    page.t("p.muted small", words::PRIVATE);
    page.within("div.circle", |page| {
        people::people(page, group);
        adding::adding(page, group);
    });
    outcome::outcome(page, group, findings);
}
