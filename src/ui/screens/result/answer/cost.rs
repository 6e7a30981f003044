//! Cost in one line. It is no part of the result.

use super::{Findings, views};
use crate::ui::page::Page;
use assessment::i18n::key::ui::result::answer::cost as words;
use decision::plan::cost::{CostInputs, CostState};
use report::cost::cost_claim_sentence;
use session::View;

pub fn cost(page: &mut Page, findings: &Findings) {
    let ui = page.ui;
    if !findings.prepared.is_full() || !views::is_shown(ui, View::Cost) {
        return;
    }
    let own = ui.now(|session| session.worksheet().figures.own().to_vec());
    page.within("section", |page| {
        page.t("h4", words::TITLE);
        // Without own figures nothing is claimed, so nothing is computed.
        if own.is_empty() {
            page.t("p", words::SAMPLE);
            return views::link(page, "link", words::ADD, View::Cost);
        }
        let costed = ui.costed(CostInputs::of(ui.assessment(), &findings.prepared.evaluation.reading, &own));
        let claim = &costed.claim;
        if claim.state == CostState::Own {
            page.text(
                "p",
                &ui.with_cost_words(&costed.inputs, |cost, _| cost_claim_sentence(cost, &costed.study, claim)),
            );
        } else {
            let [n, total] = [claim.own, claim.own + claim.samples].map(|n| ui.number(n));
            page.fill("p", words::PARTLY, &[("n", &n), ("total", &total)]);
        }
        views::link(page, "link", words::SEE, View::Cost);
    });
}
