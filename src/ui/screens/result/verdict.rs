//! The verdict: what the answers settle, what that means for what the visitor has, and the way on.

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
use report::{verdict_sentence, verdict_title};
use session::{Action, Place, Session};

/// Title, sentence, stay or change, and after the quick check the way on.
pub fn verdict(page: &mut Page, findings: &Findings) {
    let (ui, evaluation) = (page.ui, &findings.prepared.evaluation);
    page.t("p.kicker", if evaluation.quick_only { words::KICKER } else { words::KICKER_FULL });
    page.t("h3", verdict_title(evaluation.verdict));
    page.text("p.lead", &ui.with_locale(|l| verdict_sentence(ui.assessment(), ui.words(), l, evaluation)));
    if evaluation.gates.conflict {
        page.t("p", key::verdict::CONFLICT);
    }
    if evaluation.quick_only {
        page.t("p.muted", key::verdict::QUICK);
    }
    recheck(page);
    if findings.prepared.is_full() {
        page.within("div.stay", |page| standing(page, findings));
    } else if ui.config().flow != Flow::Quick {
        go_on(page);
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

/// Who shows this, and what they sell. The page around may say it in its own words.
fn disclosure(page: &mut Page) {
    let ui = page.ui;
    let config = ui.config();
    let name = config.provider_name.as_deref();
    let sold: Vec<String> = config.provider_sells.iter().map(|model| ui.inline(*model).to_owned()).collect();
    let mut said = String::new();
    said.push_str(&match (name, sold.is_empty()) {
        (None, _) => ui.t(offer::SOMEBODY).to_owned(),
        (Some(name), true) => ui.fill(offer::NAMED, &[("provider", name)]),
        (Some(name), false) => {
            let models = ui.with_locale(|locale| locale.and_list(&sold));
            ui.fill(offer::SELLS, &[("provider", name), ("models", &models)])
        }
    });
    said.push(' ');
    said.push_str(ui.t(offer::SAME));
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
