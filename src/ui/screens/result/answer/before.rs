//! What to settle before acting: conditions of the model in front, work that is shared by accident, and doubts about the answers.

use super::{Findings, views};
use crate::ui::page::Page;
use assessment::i18n::{
    Key,
    key::ui::{check, result::answer::before as words, result::answer::next},
};
use decision::{
    evaluation::{Status, Verdict},
    plan::TrapLevel,
    response::{MiddleAnswers, contradictions},
};
use report::trap_words;
use session::{Action, Place, Session, View};

pub fn before(page: &mut Page, findings: &Findings) {
    let (ui, assessment, evaluation) = (page.ui, page.ui.assessment(), &findings.prepared.evaluation);
    let (leader, gates) = (evaluation.leader, &evaluation.gates);
    let mut notes: Vec<String> = Vec::new();
    if gates.of_alternative(leader) == Status::Conditional && !gates.conflict {
        notes.extend(
            gates.reasons(assessment, leader).iter().map(|id| ui.t(assessment.gates[id.index()].text).to_owned()),
        );
    }
    // A rule that comes before sharing the work already says what the trap would.
    let is_said = findings.plan.trap.future && !notes.is_empty();
    let is_shared = matches!(findings.plan.trap.level, TrapLevel::Caught | TrapLevel::Risk) && !is_said;
    if is_shared {
        let [title, text] = trap_words(&findings.plan.trap);
        notes.push([&*ui.with_voice(|voice| voice.sentence(ui.t(title))), " ", ui.t(text)].concat());
    }
    let doubts = doubts_about(findings);
    if !notes.is_empty() || !doubts.is_empty() {
        noted(page, words::TITLE, &notes, &doubts, is_shared);
    } else if evaluation.verdict == Verdict::Clear {
        noted(page, words::WATCH, &[ui.t(assessment.notes(leader).goes_wrong.text).to_owned()], &[], false);
    }
}

/// Notes, with a link to who does what if work is shared by accident, and doubts with a link to the answers.
fn noted(page: &mut Page, title: Key, notes: &[String], doubts: &[String], is_shared: bool) {
    let ui = page.ui;
    page.within("section", |page| {
        page.t("h4", title);
        for note in notes {
            page.text("p", note);
        }
        if is_shared {
            views::link(page, "link", next::WHO, View::Who);
        }
        for doubt in doubts {
            page.text("p", doubt);
        }
        if !doubts.is_empty() {
            page.button("link", check::TITLE, move || ui.act(Action::GoTo(Place::Check)));
        }
    });
}

/// Only the doubts, for a result with too few answers.
pub fn doubts(page: &mut Page, findings: &Findings) {
    let doubts = doubts_about(findings);
    if !doubts.is_empty() {
        noted(page, words::TITLE, &[], &doubts, false);
    }
}

/// What the answers leave in doubt: contradictions, many middle answers, and questions that have changed since.
fn doubts_about(findings: &Findings) -> Vec<String> {
    let ui = findings.ui;
    let (assessment, reading) = (ui.assessment(), &findings.prepared.evaluation.reading);
    let mut doubts: Vec<String> = Vec::new();
    if !contradictions(assessment, reading).is_empty() {
        doubts.push(ui.t(words::DOUBTS).to_owned());
    }
    if MiddleAnswers::of(assessment, reading).is_noted {
        doubts.push(ui.t(assessment.middle_note.text).to_owned());
    }
    let recheck = ui.now(Session::recheck).len();
    if recheck > 0 {
        doubts.push(ui.count(check::recheck::ONE, check::recheck::OTHER, recheck));
    }
    doubts
}
