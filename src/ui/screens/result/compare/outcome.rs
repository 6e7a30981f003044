//! The comparison. It is computed when a person is added and when an answer changes; a changed name only changes the text.

use std::sync::Arc;

use leptos::prelude::*;

use super::{super::Findings, agenda, answers, dimensions, group::Group};
use crate::ui::{components::share_table, page::Page};
use assessment::i18n::key::ui::compare::{TITLE, result};
use decision::comparison::{Agenda, Comparison, LEAST_PEOPLE};
use report::ComparisonWords;

/// With the current names.
pub struct Outcome {
    pub comparison: Comparison,
    pub agenda: Agenda,
}

pub fn outcome(page: &mut Page, group: Group, findings: &Findings) {
    let prepared = Arc::clone(&findings.prepared);
    page.live(move |page| {
        if group.size.get() < LEAST_PEOPLE {
            return;
        }
        let (assessment, own) = (page.ui.assessment(), prepared.evaluation.clone());
        let Ok(comparison) = Comparison::with_first(assessment, &group.people(), Some(own)) else { return };
        let agenda = Agenda::of(assessment, &comparison);
        page.within("section.compared", |page| {
            page.t("h4", TITLE);
            page.live(move |page| {
                group.renamed.track();
                let mut comparison = comparison.clone();
                for (compared, person) in comparison.people.iter_mut().zip(group.people()) {
                    person.name().clone_into(&mut compared.name);
                }
                let outcome = Arc::new(Outcome { comparison, agenda: agenda.clone() });
                page.ui.with_voice(|voice| {
                    let sentences = ComparisonWords::new(voice, &outcome.comparison);
                    results(page, &outcome.comparison, &sentences);
                    dimensions::dimensions(page, &outcome.comparison, &sentences);
                    answers::answers(page, &outcome.comparison, &sentences);
                    answers::collisions(page, &outcome.comparison, &sentences);
                    agenda::agenda(page, &outcome, &sentences);
                });
                agenda::export(page, group, outcome);
            });
        });
    });
}

/// All verdicts with the same space, and whether they agree.
fn results(page: &mut Page, comparison: &Comparison, sentences: &ComparisonWords<'_>) {
    page.t("h5", result::TITLE);
    page.text("p.lead", &sentences.agreement());
    page.within("ul.results", |page| {
        for (n, person) in comparison.people.iter().enumerate() {
            page.within("li", |page| {
                page.text("b", &sentences.result(n));
                share_table(page, &person.evaluation);
            });
        }
    });
}
