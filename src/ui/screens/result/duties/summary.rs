//! How many tasks each side owns, and findings about how the work is done today, with what each costs.

use leptos::prelude::*;

use super::DutiesView;
use crate::ui::{components::fill_class, drawing::Fit, page::Page};
use assessment::{Alternative, Side, i18n::key::ui::duties as words};
use decision::plan::duties::{DutyCounts, FindingKind, finding_texts, side_name};
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

/// How many tasks each side owns under the model that is shown.
pub fn owners(page: &mut Page, duties: DutiesView) {
    let (ui, model) = (page.ui, duties.model.get());
    let table = duties.table.get();
    let shown = table.rows.iter().filter(|row| !row.hidden);
    let (inside, outside): (Vec<_>, Vec<_>) = shown.partition(|row| row.accountable(model) == Side::Internal);
    let (inside, outside) = (inside.len(), outside.len());
    let sentence = match (inside, outside) {
        (_, 0) => words::owners::INSIDE,
        (0, _) => words::owners::OUTSIDE,
        _ => words::owners::BOTH,
    };
    let [team, provider, total] = [inside, outside, inside + outside].map(|n| ui.number(n));
    let values = [("model", ui.inline_forms(model)), ("inside", &team), ("outside", &provider), ("total", &total)];
    page.fill("p.lead", sentence, &values);
    if inside == 0 || outside == 0 {
        return;
    }
    page.within("p.owned", |page| {
        for (element, side, n) in
            [("span.side inside", Side::Internal, &team), ("span.side outside", Side::Provider, &provider)]
        {
            page.within(element, |page| {
                page.t("span", side_name(side));
                page.text("b", n);
            });
        }
    });
    page.drawing("owners", [0, (inside + outside) as i32, 1], Fit::Stretch, |shapes| {
        shapes.bar(fill_class(Alternative::InHouse), [0, 0, inside as i32, 1]);
        shapes.bar(fill_class(Alternative::Outsourced), [inside as i32, 0, outside as i32, 1]);
    });
}

pub fn findings(page: &mut Page, duties: DutiesView) {
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
