//! One model: the same fields and the same space as the other two.

use leptos::prelude::*;

use super::{
    marker::{marker, model_class},
    shares::status_word,
    sources::quotations,
};
use crate::{
    assessment::{Alternative, Citation, Performance},
    evaluation::{Evaluation, Status},
    explanation::{Cause, Reason, Reasons},
    i18n::{Key, key, key::ui::result as words},
    ui::{
        Ui,
        markup::{el, el_text, fold, text},
    },
};

/// Reasons shown on each side.
const MOST_REASONS: usize = 3;

/// Status, reasons for and against, what it gives and costs, and where that comes from.
pub fn model_card(ui: Ui, evaluation: &Evaluation, alternative: Alternative) -> AnyView {
    let assessment = ui.assessment();
    let notes = assessment.notes(alternative);
    let reasons = Reasons::of(assessment, evaluation, alternative);
    let mut citations: Vec<Citation> = Vec::new();
    let mut parts = vec![
        el("h5", "", vec![marker(alternative), text(ui.t(notes.name))]),
        gates(ui, evaluation, alternative, &mut citations),
        reason_list(ui, evaluation, (words::FOR, words::FOR_NONE), &reasons.speaking_for, &mut citations),
        reason_list(ui, evaluation, (words::AGAINST, words::AGAINST_NONE), &reasons.speaking_against, &mut citations),
    ];
    for (title, note) in [(words::GIVES, notes.gives), (words::COSTS, notes.costs), (words::WRONG, notes.goes_wrong)] {
        citations.extend(note.sources);
        parts.push(el("div", "", vec![el_text("h6", "", ui.t(title)), el_text("p", "", ui.t(note.text))]));
    }
    parts.push(fold("fold sources", ui.t(words::SOURCES), vec![quotations(ui, &citations)]));
    let card = el("div", "card", parts);
    el("section", model_class(alternative, evaluation.leader == alternative), vec![card])
}

fn gates(ui: Ui, evaluation: &Evaluation, alternative: Alternative, citations: &mut Vec<Citation>) -> AnyView {
    let status = evaluation.gates.of_alternative(alternative);
    let class = if status == Status::Blocked { "status blocked" } else { "status" };
    let texts = evaluation.gates.reasons(ui.assessment(), alternative).into_iter().map(|id| {
        let gate = &ui.assessment().gates[id.index()];
        citations.extend(gate.sources);
        el_text("li", "", ui.t(gate.text))
    });
    let texts: Vec<AnyView> = texts.collect();
    let mut content = vec![el_text("p", class, ui.t(status_word(status)))];
    if !texts.is_empty() {
        content.push(el("ul", "", texts));
    }
    el("div", "gates", content)
}

fn reason_list(
    ui: Ui,
    evaluation: &Evaluation,
    (title, none): (Key, Key),
    reasons: &[Reason],
    citations: &mut Vec<Citation>,
) -> AnyView {
    let list = if reasons.is_empty() {
        el_text("p", "muted", ui.t(none))
    } else {
        let shown = reasons.iter().take(MOST_REASONS);
        el("ul", "reasons", shown.map(|reason| reason_view(ui, evaluation, reason, citations)).collect())
    };
    el("div", "", vec![el_text("h6", "", ui.t(title)), list])
}

/// The question, what was said, and why it counts as it does.
fn reason_view(ui: Ui, evaluation: &Evaluation, reason: &Reason, citations: &mut Vec<Citation>) -> AnyView {
    let assessment = ui.assessment();
    let Cause::Item(id) = reason.cause else {
        return el("li", "", vec![el_text("b", "", ui.t(key::reason::PRIORITIES))]);
    };
    let item = &assessment.items[id.index()];
    let mut why = item.why;
    citations.extend(item.sources);
    let mut parts = Vec::new();
    for question_id in item.questions() {
        let Some(option_id) = evaluation.reading.get(question_id) else { continue };
        let question = assessment.question(question_id);
        let option = &question.options[option_id.index()];
        match item.performance {
            Performance::Table { first, row_why, .. } => {
                if first == question_id {
                    why = row_why.get(option_id.index()).copied();
                }
            }
            _ => {
                why = option.why;
                citations.extend(option.sources);
            }
        }
        parts.push(el_text("span", "muted", ui.t(question.text)));
        parts.push(el_text("b", "", ui.t(option.label)));
    }
    parts.extend(why.map(|why| el_text("span", "", ui.t(why))));
    el("li", "", parts)
}
