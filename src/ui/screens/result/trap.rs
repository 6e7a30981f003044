//! The halfway trap: work that is shared by accident.

use super::{Findings, Section};
use crate::ui::{components::sources_of, page::Page};
use assessment::i18n::{
    Key,
    key::trap::level::{caught, none, risk, unknown},
};
use decision::plan::TrapLevel;

pub fn section(findings: &Findings) -> Section {
    Section { heading: "h4#trap", title: words(findings)[0], write }
}

pub fn warns(findings: &Findings) -> bool {
    matches!(findings.plan.trap.level, TrapLevel::Caught | TrapLevel::Risk)
}

fn words(findings: &Findings) -> [Key; 2] {
    match (findings.plan.trap.level, findings.plan.trap.future) {
        (TrapLevel::Caught, _) => [caught::TITLE, caught::TEXT],
        (TrapLevel::Risk, true) => [risk::TITLE, risk::FUTURE_TEXT],
        (TrapLevel::Risk, false) => [risk::TITLE, risk::TEXT],
        // A single sign is not the trap, but is mentioned.
        (TrapLevel::None, _) if !findings.plan.trap.signs.is_empty() => [none::TITLE, none::BUT],
        (TrapLevel::None, _) => [none::TITLE, none::TEXT],
        (TrapLevel::Unknown, _) => [unknown::TITLE, unknown::TEXT],
    }
}

fn write(page: &mut Page, findings: &Findings) {
    let (trap, found) = (&page.ui.assessment().trap, &findings.plan.trap);
    page.within(if warns(findings) { "div.panel warning" } else { "div.panel" }, |page| {
        page.t("p", words(findings)[1]);
        if !found.signs.is_empty() {
            page.within("ul", |page| {
                for id in &found.signs {
                    let sign = &trap.signs[id.index()];
                    page.t("li", sign.future_text.filter(|_| found.future).unwrap_or(sign.text));
                }
            });
        }
    });
    sources_of(page, trap.sources);
}
