//! The verdict, advice to stay or change, and the next step.

use leptos::prelude::*;

use super::Findings;
use crate::ui::{components::minutes_left, page::Page};
use assessment::i18n::{
    key,
    key::ui::{
        check, full, nav, result as words,
        result::{offer, stay},
    },
};
use config::Flow;
use decision::{
    evaluation::Verdict,
    plan::{Advice, Standing, Today},
};
use report::{Offer, verdict_sentence, verdict_title};
use session::{Action, Place, Session};

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
    recheck(page);
    if findings.prepared.is_full() {
        page.within("div.stay", |page| stay_or_change(page, findings));
    } else if ui.config().flow != Flow::Quick {
        full_assessment(page);
    }
    if evaluation.verdict != Verdict::Insufficient {
        disclosure(page);
    }
}

/// How many questions have changed since they were answered, with a link to the answers.
fn recheck(page: &mut Page) {
    let ui = page.ui;
    let count = ui.now(Session::recheck).len();
    if count > 0 {
        page.within("p", |page| {
            page.bare(&ui.count(check::recheck::ONE, check::recheck::OTHER, count));
            page.bare(" ");
            page.button("link", check::TITLE, move || ui.act(Action::GoTo(Place::Check)));
        });
    }
}

/// Who publishes this page and what they sell. The host page may replace this text.
fn disclosure(page: &mut Page) {
    let ui = page.ui;
    let config = ui.config();
    let offered_by = Offer { name: config.provider_name.as_deref(), sells: &config.provider_sells };
    let text = ui.with_voice(|voice| voice.offer(offered_by, [offer::SOMEBODY, offer::NAMED, offer::SELLS]));
    let text = [&text, " ", ui.t(offer::SAME)].concat();
    page.add(view! { <slot name="disclosure"><p class="muted small">{text}</p></slot> }.into_any());
}

/// Today's model, and whether to keep it.
fn stay_or_change(page: &mut Page, findings: &Findings) {
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

/// The number of open questions, and a button to continue.
fn full_assessment(page: &mut Page) {
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
