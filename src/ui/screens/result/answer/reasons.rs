//! The main reasons for and against the model in front, and why a model is ruled out.

use super::Findings;
use crate::ui::page::Page;
use assessment::{Alternative, i18n::Key, i18n::key::ui::result::answer as words};
use decision::{
    evaluation::{Status, Verdict},
    explanation::{Cause, Reason, Reasons, statement},
};

/// Reasons for the leader, for each of two in front, and against the leader.
const MOST_FOR: usize = 4;
const MOST_FOR_EACH: usize = 3;
const MOST_AGAINST: usize = 2;

pub fn reasons(page: &mut Page, findings: &Findings) {
    let (ui, evaluation) = (page.ui, &findings.prepared.evaluation);
    let of = |model| Reasons::of(ui.assessment(), evaluation, model);
    if evaluation.gates.conflict {
        return rules(page, findings, words::NEEDS, &Alternative::ALL);
    }
    if evaluation.verdict == Verdict::Close {
        for model in [evaluation.leader, evaluation.second()] {
            list(page, findings, words::FOR, model, &of(model).speaking_for, MOST_FOR_EACH);
        }
        return;
    }
    let leader = of(evaluation.leader);
    list(page, findings, words::WHY, evaluation.leader, &leader.speaking_for, MOST_FOR);
    list(page, findings, words::NOT, evaluation.leader, &leader.speaking_against, MOST_AGAINST);
}

/// The statements of the strongest reasons; nothing if no answer is one.
fn list(page: &mut Page, findings: &Findings, title: Key, model: Alternative, reasons: &[Reason], most: usize) {
    let ui = page.ui;
    let said = reasons.iter().filter_map(|reason| match reason.cause {
        Cause::Item(item) => statement(ui.assessment(), &findings.prepared.evaluation.reading, item),
        Cause::Priorities => None,
    });
    let said: Vec<Key> = said.take(most).collect();
    if said.is_empty() {
        return;
    }
    page.within("section", |page| {
        page.fill("h4", title, &[("name", ui.inline_forms(model))]);
        page.within("ul", |page| {
            for key in said {
                page.t("li", key);
            }
        });
    });
}

/// Each model that the answers rule out, and the rules.
pub fn ruled_out(page: &mut Page, findings: &Findings) {
    let gates = &findings.prepared.evaluation.gates;
    let is_blocked = |model: &Alternative| gates.of_alternative(*model) == Status::Blocked;
    let blocked: Vec<Alternative> = Alternative::ALL.into_iter().filter(is_blocked).collect();
    rules(page, findings, words::OUT, &blocked);
}

/// The rules about some models, one section for each.
fn rules(page: &mut Page, findings: &Findings, title: Key, models: &[Alternative]) {
    let ui = page.ui;
    for model in models {
        page.within("section", |page| {
            page.fill("h4", title, &[("name", ui.inline_forms(*model))]);
            for id in findings.prepared.evaluation.gates.reasons(ui.assessment(), *model) {
                page.t("p", ui.assessment().gates[id.index()].text);
            }
        });
    }
}
