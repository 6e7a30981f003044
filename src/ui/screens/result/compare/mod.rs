//! Comparing the visitor's answers with those of colleagues who answered separately.

mod adding;
mod agenda;
mod answers;
mod dimensions;
mod group;
mod outcome;
mod people;

use super::{Findings, Section};
use crate::ui::page::Page;
use assessment::i18n::key::ui::compare::with as words;

use group::Group;

pub const SECTION: Section = Section { heading: "h4#compare", title: words::TITLE, write };

fn write(page: &mut Page, findings: &Findings) {
    let group = Group::new(page.ui);
    page.t("p", words::TEXT);
    page.t("p.muted small", words::PRIVATE);
    page.within("div.circle", |page| {
        people::people(page, group);
        adding::adding(page, group);
    });
    outcome::outcome(page, group, findings);
}
