//! Findings about how the work is done today, and what each costs.

use leptos::prelude::*;

use super::DutiesView;
use crate::ui::page::Page;
use assessment::i18n::key::ui::duties as words;
use decision::plan::duties::{DutyCounts, FindingKind, finding_texts};
use report::duties_summary;

/// Groups of findings, in the order of the sentences.
const GROUPS: usize = 4;

const fn group_of(kind: FindingKind) -> usize {
    match kind {
        FindingKind::Gap | FindingKind::Unclear => 0,
        FindingKind::Collision => 1,
        FindingKind::OnePerson { .. } => 2,
        FindingKind::ChangesHands(_) => 3,
    }
}

pub fn summary(page: &mut Page, duties: DutiesView) {
    let ui = page.ui;
    let table = duties.table.get();
    let counts = DutyCounts::of(&table.rows, &table.findings);
    let mut sentences = ui.with_voice(|voice| duties_summary(voice, counts)).into_iter();
    let Some(first) = sentences.next() else {
        page.t("p.muted", words::START);
        return;
    };
    page.within("div.panel", |page| {
        page.text("p.muted", &first);
        if table.findings.is_empty() {
            page.text("p", &sentences.next().unwrap_or_default());
            return;
        }
        page.within("ul.found", |page| {
            for group in 0..GROUPS {
                let mut costs = Vec::new();
                for finding in table.findings.iter().filter(|finding| group_of(finding.kind) == group) {
                    let (_, cost) = finding_texts(finding.kind);
                    if !costs.contains(&cost) {
                        costs.push(cost);
                    }
                }
                if costs.is_empty() {
                    continue;
                }
                page.within("li", |page| {
                    page.text("b", &sentences.next().unwrap_or_default());
                    for cost in costs {
                        page.bare(" ");
                        page.t("span", cost);
                    }
                });
            }
        });
    });
}
