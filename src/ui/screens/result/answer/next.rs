//! The next step, by verdict, and saving or sharing.

use super::{Findings, views};
use crate::ui::page::Page;
use assessment::i18n::key::ui::{nav, result::answer::next as words};
use decision::{evaluation::Verdict, plan::TrapLevel};
use session::{Action, Place, View};

pub fn buttons(page: &mut Page, findings: &Findings) {
    let (ui, evaluation) = (page.ui, &findings.prepared.evaluation);
    page.within("div.actions", |page| {
        if evaluation.verdict == Verdict::Insufficient {
            let label = ui.count(words::more::ONE, words::more::OTHER, evaluation.missing(ui.assessment()));
            page.button_named("primary", &label, None, move || ui.act(Action::GoOn));
        } else {
            primary(page, findings);
            views::save(page, false);
        }
        page.button("quiet", nav::CHANGE, move || ui.act(Action::GoTo(Place::Check)));
    });
}

fn primary(page: &mut Page, findings: &Findings) {
    let (ui, evaluation) = (page.ui, &findings.prepared.evaluation);
    let prepared = &findings.prepared;
    let is_settled = prepared.settled_after().is_some();
    let is_partial = !prepared.is_full() || evaluation.is_partial(ui.assessment()) && !is_settled;
    if is_partial && let Some([questions, minutes]) = views::rest(ui) {
        let label = ui.fill(words::REST, &[("questions", &questions), ("minutes", &minutes)]);
        return page.button_named("primary", &label, None, move || ui.act(Action::GoOn));
    }
    let (key, view) = match evaluation.verdict {
        _ if !findings.prepared.is_full() => (words::CHANGE, View::WhatIf),
        _ if evaluation.gates.conflict => (words::CONFLICT, View::WhatIf),
        _ if findings.plan.trap.level == TrapLevel::Caught && views::is_shown(ui, View::Who) => (words::WHO, View::Who),
        Verdict::Close => (words::SETTLE, View::WhatIf),
        _ if views::is_shown(ui, View::Plan) => (words::PLAN, View::Plan),
        _ => (words::CHANGE, View::WhatIf),
    };
    views::link(page, "primary", key, view);
}
