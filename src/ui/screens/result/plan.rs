//! The plan: the path, the steps, and the measures.

use super::{Findings, Section, roadmap, scorecard, section};
use crate::ui::page::Page;
use report::path_words;

pub fn view(page: &mut Page, findings: &Findings) {
    let Section { heading, title, write } = roadmap::SECTION;
    page.within("section", |page| {
        page.t(heading, title);
        path(page, findings);
        write(page, findings);
    });
    page.details("details.fold", scorecard::SECTION.title, |page| section(page, findings, scorecard::SECTION));
}

/// The path that the answers suggest, and its ground.
fn path(page: &mut Page, findings: &Findings) {
    let [title, advice] = path_words(findings.plan.pattern, findings.prepared.evaluation.leader);
    page.within("p.lead", |page| {
        page.t("b", title);
        page.bare(". ");
        page.t("span", advice);
    });
}
