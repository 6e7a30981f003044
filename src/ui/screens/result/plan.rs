//! The plan: the path, the steps as a timeline, the changes that the visitor expects, and the measures.

use leptos::prelude::*;

use super::{
    Findings,
    roadmap::{self, Roadmap},
    scorecard, views,
};
use crate::ui::{
    components::{OpenDetails, call_to_action_link, sources_of},
    page::Page,
};
use assessment::i18n::{
    Key,
    key::ui::result::{plan as plan_words, plan::open as open_words, roadmap as words},
};
use decision::{
    evaluation::Verdict,
    plan::{Gain, PlanPart, gains, notes_on_events},
};
use report::path_words;
use session::{Action, Place, View};

pub fn view(page: &mut Page, findings: &Findings) {
    // The open folds of the whole view.
    let opened: OpenDetails = RwSignal::new(0);
    page.within("section.plan", |page| {
        views::heading(page, "h3#roadmap", View::Plan, words::TITLE);
        unsettled(page, findings);
        path(page, findings);
        let roadmap = Roadmap::new(findings, opened);
        roadmap::roadmap(page, &roadmap);
        expected(page);
        page.within("div.more", |page| {
            roadmap::adding(page, &roadmap);
            scorecard::scorecard(page, opened);
            let mut sources = roadmap.sources();
            sources.extend(scorecard::sources(page.ui.assessment()));
            sources_of(page, &sources);
        });
        open(page, findings);
        call_to_action_link(page, &findings.prepared);
    });
}

/// What answers to the open questions could change here.
fn open(page: &mut Page, findings: &Findings) {
    let (ui, evaluation) = (page.ui, &findings.prepared.evaluation);
    let gains =
        ui.now(|session| gains(session.assessment(), evaluation, session.responses(), &session.open_questions()));
    if gains.is_empty() {
        return;
    }
    page.within("section.headed", |page| {
        page.t("h4", open_words::TITLE);
        page.t("p", open_words::TEXT);
        page.within("ul.next", |page| {
            for Gain { question, parts } in gains {
                page.within("li", |page| {
                    let visit = move || ui.act(Action::Visit(Place::Question(question)));
                    page.button("link", ui.assessment().question(question).text, visit);
                    let parts: Vec<String> = parts.iter().map(|part| ui.t(part_words(*part)).to_owned()).collect();
                    let parts = ui.with_voice(|voice| voice.locale.and_list(&parts));
                    page.fill("span.muted", open_words::CHANGES, &[("what", &parts)]);
                });
            }
        });
    });
}

const fn part_words(part: PlanPart) -> Key {
    match part {
        PlanPart::Steps => open_words::STEPS,
        PlanPart::Duties => open_words::DUTIES,
        PlanPart::Ask => open_words::ASK,
        PlanPart::Cost => open_words::COST,
    }
}

/// That the choice comes before the plan.
fn unsettled(page: &mut Page, findings: &Findings) {
    let evaluation = &findings.prepared.evaluation;
    let key = match evaluation.verdict {
        _ if evaluation.gates.conflict => plan_words::CONFLICT,
        Verdict::Close => plan_words::CLOSE,
        _ => return,
    };
    page.fill("p.unsettled", key, &[("name", page.ui.inline_forms(evaluation.leader))]);
}

/// The path that the answers suggest, and its ground.
fn path(page: &mut Page, findings: &Findings) {
    let [title, advice] = path_words(findings.plan.pattern, findings.prepared.evaluation.leader);
    page.within("p.lead", |page| {
        page.t("b", title);
        page.bare(". ");
        page.t("span", advice);
    });
}

/// What to mind in each change that the visitor expects.
fn expected(page: &mut Page) {
    let ui = page.ui;
    let notes = ui.now(|session| notes_on_events(ui.assessment(), session.responses()));
    if notes.is_empty() {
        return;
    }
    page.within("section.headed", |page| {
        page.t("h4", words::EXPECT);
        page.within("ul", |page| {
            for note in notes {
                page.t("li", note.text);
            }
        });
    });
}
