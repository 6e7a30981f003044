//! What would change the result: the nearest changes of answers, any other answer, open questions, and the weights.

use super::{Findings, flips, next, section, sliders, trial};
use crate::ui::page::Page;

pub fn view(page: &mut Page, findings: &Findings) {
    flips::flips(page, findings);
    section(page, findings, trial::SECTION);
    if let Some(open) = next::section(findings) {
        section(page, findings, open);
    }
    if findings.prepared.is_full() {
        page.within("div.more", |page| {
            page.details("details.fold", sliders::TITLE, |page| sliders::sliders(page, findings));
        });
    }
}
