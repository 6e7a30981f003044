//! What comes out of setting people side by side. It is computed once somebody is added, and again when an answer changes;
//! names change words alone.

use std::sync::Arc;

use leptos::prelude::*;

use super::{super::Findings, agenda, answers, circle::Round, dimensions};
use crate::ui::{components::share_table, page::Page};
use assessment::i18n::key::ui::compare::result;
use decision::comparison::{Agenda, Comparison, LEAST_PEOPLE};
use report::ComparisonWords;

/// A comparison under the names of this moment.
pub struct Outcome {
    pub comparison: Comparison,
    pub agenda: Agenda,
}

/// The comparison, as long as there is somebody to compare with.
pub fn outcome(page: &mut Page, round: Round, findings: &Findings) {
    let prepared = Arc::clone(&findings.prepared);
    page.live(move |page| {
        if round.members.get() < LEAST_PEOPLE {
            return;
        }
        let (assessment, own) = (page.ui.assessment(), prepared.evaluation.clone());
        let Ok(comparison) = Comparison::with_first(assessment, &round.people(), Some(own)) else { return };
        let agenda = Agenda::of(assessment, &comparison);
        page.within("div.compared", |page| {
            page.live(move |page| {
                round.named.track();
                let mut comparison = comparison.clone();
                for (compared, person) in comparison.people.iter_mut().zip(round.people()) {
                    person.name().clone_into(&mut compared.name);
                }
                let outcome = Arc::new(Outcome { comparison, agenda: agenda.clone() });
                page.ui.with_voice(|voice| {
                    let said = ComparisonWords::new(voice, &outcome.comparison);
                    results(page, &outcome.comparison, &said);
                    dimensions::dimensions(page, &outcome.comparison, &said);
                    answers::answers(page, &outcome.comparison, &said);
                    answers::collisions(page, &outcome.comparison, &said);
                    agenda::agenda(page, &outcome, &said);
                });
                agenda::take_along(page, round, outcome);
            });
        });
    });
}

/// All verdicts with equal space, and whether they agree.
fn results(page: &mut Page, comparison: &Comparison, said: &ComparisonWords<'_>) {
    page.t("h5", result::TITLE);
    page.text("p.lead", &said.agreement());
    page.within("ul.results", |page| {
        for (n, person) in comparison.people.iter().enumerate() {
            page.within("li", |page| {
                page.text("b", &said.result(n));
                share_table(page, &person.evaluation);
            });
        }
    });
}
