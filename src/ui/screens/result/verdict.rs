//! The verdict: what the answers settle, what that means for what the visitor has, and the way on.

use leptos::prelude::*;

use super::Findings;
use crate::ui::{components::minutes_left, page::Page};
use assessment::i18n::{
    key,
    key::ui::{
        full, nav, result as words,
        result::{offer, stay},
    },
};
use config::Flow;
use decision::{
    evaluation::Verdict,
    plan::{Advice, Standing, Today},
};
use report::{Offer, verdict_sentence, verdict_title};
use session::Action;

/// Title, sentence, stay or change, and after the quick check the way on.
pub fn verdict(page: &mut Page, findings: &Findings) {
    let (ui, evaluation) = (page.ui, &findings.prepared.evaluation);
    page.t("p.kicker", if evaluation.quick_only { words::KICKER } else { words::KICKER_FULL });
    page.t("h3", verdict_title(evaluation.verdict));
    page.text("p.lead", &ui.with_voice(|voice| verdict_sentence(voice, evaluation)));
    if evaluation.gates.conflict {
        page.t("p", key::verdict::CONFLICT);
    }
    if evaluation.quick_only {
        page.t("p.muted", key::verdict::QUICK);
    }
    if findings.prepared.is_full() {
        page.within("div.stay", |page| standing(page, findings));
    } else if ui.config().flow != Flow::Quick {
        go_on(page);
    }
    if evaluation.verdict != Verdict::Insufficient {
        disclosure(page);
    }
}

/// Who shows this, and what they sell. The page around may say it in its own words.
fn disclosure(page: &mut Page) {
    let ui = page.ui;
    let config = ui.config();
    let shown_by = Offer { name: config.provider_name.as_deref(), sells: &config.provider_sells };
    let said = ui.with_voice(|voice| voice.offer(shown_by, [offer::SOMEBODY, offer::NAMED, offer::SELLS]));
    let said = [&said, " ", ui.t(offer::SAME)].concat();
    page.add(view! { <slot name="disclosure"><p class="muted small">{said}</p></slot> }.into_any());
}

/// What they have today, and whether the result is to keep it.
fn standing(page: &mut Page, findings: &Findings) {
    let (ui, evaluation) = (page.ui, &findings.prepared.evaluation);
    let Standing { today, advice } = Standing::of(evaluation);
    page.t("b", stay::TITLE);
    match today {
        Today::Model(model) => page.fill("p", stay::MODEL, &[("name", ui.inline(model))]),
        Today::Nobody => page.t("p", stay::NOBODY),
        Today::Unknown => page.t("p", stay::UNKNOWN),
    }
    let key = match advice {
        Advice::None => return,
        Advice::Stay => stay::STAY,
        Advice::Change => stay::CHANGE,
        Advice::NoNeed => stay::NO_NEED,
        Advice::Undecided => stay::UNDECIDED,
    };
    let leader = ui.inline(evaluation.leader);
    let values = [("name", leader), ("leader", leader), ("runner_up", ui.inline(evaluation.runner_up))];
    page.fill("p", key, &values);
}

/// How many questions are left, and the button that asks them.
fn go_on(page: &mut Page) {
    let ui = page.ui;
    let open = ui.now(|session| session.open_questions().len());
    if open == 0 {
        return;
    }
    let questions = ui.count(full::ONE, full::OTHER, open);
    page.within("div.stay", |page| {
        page.t("b", full::TITLE);
        page.fill("p", full::TEXT, &[("questions", &questions), ("minutes", &minutes_left(ui, open))]);
        page.button("primary", nav::GO_ON, move || ui.act(Action::GoOn));
    });
}
