//! Colleagues who answered alone, beside the visitor: who they are, and what comes out. All of it is reached from
//! [`SECTION`] alone, since few visitors use it.

mod adding;
mod agenda;
mod answers;
mod circle;
mod dimensions;
mod outcome;
mod people;

use super::{Findings, Section};
use crate::ui::page::Page;
use assessment::i18n::key::ui::compare::with as words;

use circle::Round;

/// Who is compared, the ways to add somebody, and the comparison.
pub const SECTION: Section = Section { heading: "h4#compare", title: words::TITLE, write };

fn write(page: &mut Page, findings: &Findings) {
    let round = Round::new(page.ui);
    page.t("p", words::TEXT);
    page.t("p.muted small", words::PRIVATE);
    page.within("div.circle", |page| {
        people::people(page, round);
        adding::adding(page, round);
    });
    outcome::outcome(page, round, findings);
}
