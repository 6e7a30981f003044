//! The card of one model: the same fields and the same space for each model.

use super::{
    marker::marker,
    shares::{index_words, share_words},
    sources::sources_of,
};
use crate::ui::page::Page;
use assessment::{
    Alternative, Citation,
    i18n::{Key, key, key::ui::result as words},
};
use decision::{
    evaluation::{Evaluation, Status},
    explanation::{Cause, Grounds, Reason, Reasons},
};
use report::status_word;

/// Reasons shown on each side.
const MOST_REASONS: usize = 3;

pub fn model_card(page: &mut Page, evaluation: &Evaluation, alternative: Alternative) {
    let assessment = page.ui.assessment();
    let notes = assessment.notes(alternative);
    let reasons = Reasons::of(assessment, evaluation, alternative);
    let mut sources: Vec<Citation> = Vec::new();
    let class = match alternative {
        Alternative::InHouse => "section.card in-house",
        Alternative::CoManaged => "section.card co-managed",
        Alternative::Outsourced => "section.card outsourced",
    };
    page.within(class, |page| {
        page.within("h4", |page| {
            marker(page, alternative);
            page.bare(page.ui.t(notes.name));
        });
        figures(page, evaluation, alternative);
        gates(page, evaluation, alternative, &mut sources);
        reason_list(page, evaluation, [words::FOR, words::FOR_NONE], &reasons.speaking_for, &mut sources);
        reason_list(page, evaluation, [words::AGAINST, words::AGAINST_NONE], &reasons.speaking_against, &mut sources);
        for (title, note) in
            [(words::GIVES, notes.gives), (words::COSTS, notes.costs), (words::WRONG, notes.goes_wrong)]
        {
            sources.extend(note.sources);
            page.within("div", |page| {
                page.t("h5", title);
                page.t("p", note.text);
            });
        }
        sources_of(page, &sources);
    });
}

fn figures(page: &mut Page, evaluation: &Evaluation, alternative: Alternative) {
    let n = share_words(page.ui, evaluation.shares.first[alternative.index()]);
    let share = page.ui.fill(words::OF_100, &[("n", &n)]);
    let index = index_words(page.ui, evaluation, alternative);
    page.within("dl.facts", |page| {
        for (name, value) in [(words::FIRST, share), (words::INDEX, index)] {
            page.within("div", |page| {
                page.t("dt.muted", name);
                page.text("dd", &value);
            });
        }
    });
}

fn gates(page: &mut Page, evaluation: &Evaluation, alternative: Alternative, sources: &mut Vec<Citation>) {
    let status = evaluation.gates.of_alternative(alternative);
    page.within("div.gates", |page| {
        page.t(if status == Status::Blocked { "p.status blocked" } else { "p.status" }, status_word(status));
        let gates = evaluation.gates.reasons(page.ui.assessment(), alternative);
        if gates.is_empty() {
            return;
        }
        page.within("ul", |page| {
            for id in gates {
                let gate = &page.ui.assessment().gates[id.index()];
                sources.extend(gate.sources);
                page.t("li", gate.text);
            }
        });
    });
}

fn reason_list(
    page: &mut Page,
    evaluation: &Evaluation,
    [title, none]: [Key; 2],
    reasons: &[Reason],
    sources: &mut Vec<Citation>,
) {
    page.within("div", |page| {
        page.t("h5", title);
        if reasons.is_empty() {
            page.t("p.muted", none);
            return;
        }
        page.within("ul.reasons", |page| {
            for reason in reasons.iter().take(MOST_REASONS) {
                page.within("li", |page| reason_view(page, evaluation, reason, sources));
            }
        });
    });
}

fn reason_view(page: &mut Page, evaluation: &Evaluation, reason: &Reason, sources: &mut Vec<Citation>) {
    let assessment = page.ui.assessment();
    let Cause::Item(id) = reason.cause else {
        page.t("b", key::reason::PRIORITIES);
        return;
    };
    let grounds = Grounds::of(assessment, &evaluation.reading, id);
    sources.extend(&grounds.sources);
    for (question, option) in &grounds.answers {
        let question = assessment.question(*question);
        page.t("span.muted", question.text);
        page.t("b", question.options[option.index()].label);
    }
    if let Some(why) = grounds.why {
        page.t("span", why);
    }
}
