//! What would change the result: the nearest changes of answers, any other answer, open questions, and the weights.

use super::{Findings, flips, next, section, sliders, trial};
use crate::ui::page::Page;

pub fn view(page: &mut Page, findings: &Findings) {
    section(page, findings, flips::SECTION);
    section(page, findings, trial::SECTION);
    if let Some(open) = next::section(findings) {
        section(page, findings, open);
    }
    if findings.prepared.is_full() {
        page.details("details.fold", sliders::SECTION.title, |page| (sliders::SECTION.write)(page, findings));
    }
}
