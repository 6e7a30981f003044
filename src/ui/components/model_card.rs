//! The card of one model: the same fields and the same space for each model.

use leptos::prelude::*;

use super::{
    cited::cited,
    grounds::{grounds, said},
    marker::marked_name,
    shares::share_words,
};
use crate::ui::page::Page;
use assessment::{
    Alternative,
    i18n::{Key, key::ui::result as words, key::ui::result::why},
};
use decision::{
    evaluation::{Evaluation, Status},
    explanation::{Cause, Reason, Reasons},
};
use report::{Quoted, status_word};

/// Reasons shown on each side.
const MOST_REASONS: usize = 3;

pub fn model_card(page: &mut Page, evaluation: &Evaluation, alternative: Alternative, quoted: &mut Quoted) {
    let assessment = page.ui.assessment();
    let notes = assessment.notes(alternative);
    let reasons = Reasons::of(assessment, evaluation, alternative);
    let class = match alternative {
        Alternative::InHouse => "section.card in-house",
        Alternative::CoManaged => "section.card co-managed",
        Alternative::Outsourced => "section.card outsourced",
    };
    page.within(class, |page| {
        page.within("div.of-card", |page| {
            page.within("h4", |page| marked_name(page, alternative));
            let n = share_words(page.ui, evaluation.shares.first[alternative.index()]);
            page.fill("p.muted", words::OF_100, &[("n", &n)]);
        });
        gates(page, evaluation, alternative, quoted);
        for (keys, side) in [
            ([words::FOR, words::FOR_NONE], &reasons.speaking_for),
            ([words::AGAINST, words::AGAINST_NONE], &reasons.speaking_against),
        ] {
            reason_list(page, evaluation, keys, side, quoted);
        }
        more(page, alternative);
        page.within("div.notes", |page| {
            for (title, note) in
                [(words::GIVES, notes.gives), (words::COSTS, notes.costs), (words::WRONG, notes.goes_wrong)]
            {
                page.within("div.note", |page| {
                    page.t("h5", title);
                    cited(page, "p", note.text, quoted, note.sources);
                });
            }
        });
    });
}

/// On narrow screens, the button that shows the notes after it.
fn more(page: &mut Page, alternative: Alternative) {
    let is_open = RwSignal::new(false);
    let id = ["notes-", &alternative.index().to_string()].concat();
    page.live(move |page| {
        let label = page.ui.t(why::MORE);
        let name = page.ui.label_of(label, page.ui.name(alternative));
        page.toggle("link more", (id.clone(), is_open.get()), label, Some(name), move || {
            is_open.update(|is| *is = !*is)
        });
    });
}

/// What rules the model out or makes it conditional. Empty if nothing does, so that the cards keep the same rows.
fn gates(page: &mut Page, evaluation: &Evaluation, alternative: Alternative, quoted: &mut Quoted) {
    let status = evaluation.gates.shown(alternative);
    page.within("div.gates", |page| {
        if status == Status::Ok {
            return;
        }
        page.t(if status == Status::Blocked { "p.status blocked" } else { "p.status" }, status_word(status));
        for id in evaluation.gates.reasons(page.ui.assessment(), alternative) {
            let gate = &page.ui.assessment().gates[id.index()];
            cited(page, "p", gate.text, quoted, gate.sources);
        }
    });
}

/// The strongest reasons, each of them opening to its basis.
fn reason_list(
    page: &mut Page,
    evaluation: &Evaluation,
    [title, none]: [Key; 2],
    reasons: &[Reason],
    quoted: &mut Quoted,
) {
    page.within("div.reasons-of", |page| {
        page.t("h5", title);
        if reasons.is_empty() {
            return page.t("p.muted", none);
        }
        page.within("ul.reasons", |page| {
            for reason in reasons.iter().take(MOST_REASONS) {
                page.within("li", |page| {
                    page.within("details.reason", |page| {
                        page.text("summary", statement_of(page, evaluation, reason));
                        grounds(page, evaluation, reason.cause, quoted);
                    });
                });
            }
        });
    });
}

fn statement_of(page: &Page, evaluation: &Evaluation, reason: &Reason) -> &'static str {
    match reason.cause {
        Cause::Item(item) => said(page.ui, evaluation, item),
        Cause::Priorities => page.ui.t(if reason.effect > 0.0 { why::WELL } else { why::LESS }),
    }
}
