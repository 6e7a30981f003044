//! Trying other answers: the result as it would be, next to the current one. Nothing changes until the visitor keeps the answer,
//! and keeping it can be undone.

use leptos::prelude::*;

use super::{Findings, Section};
use crate::ui::{
    components::{list_choice, list_prompt, marked_name, select, share_words},
    notice,
    page::Page,
};
use assessment::{
    Alternative, Form, OptionId, QuestionId,
    i18n::key::ui::{footer, result as result_words, result::trial as words},
};
use decision::{evaluation::Evaluation, response::Response};
use report::{headline, verdict_sentence};
use session::{Action, Notice, Place};

pub const SECTION: Section = Section { heading: "h4#trial", title: words::TITLE, write };

fn write(page: &mut Page, findings: &Findings) {
    let question = RwSignal::new(None::<QuestionId>);
    page.t("p", words::TEXT);
    let choosing = findings.clone();
    page.live(move |page| {
        page.within("div.choice", |page| choice(page, &choosing, question, question.get()));
    });
    let comparing = findings.clone();
    page.live(move |page| {
        let tried = comparing.tried.get();
        let is_chosen = tried.first().is_some_and(|(id, _)| Some(*id) == question.get());
        if is_chosen {
            page.within("div.panel", |page| difference(page, &comparing, tried));
        } else if page.ui.notice() == Some(Notice::Kept) {
            page.within("div.panel", kept);
        }
    });
}

/// Two `select`s: the question and its answers.
fn choice(page: &mut Page, findings: &Findings, question: RwSignal<Option<QuestionId>>, id: Option<QuestionId>) {
    let (ui, assessment, tried) = (page.ui, page.ui.assessment(), findings.tried);
    let reading = &findings.prepared.evaluation.reading;
    let questions = reading.applicable(assessment);
    let at = id.and_then(|id| questions.iter().position(|q| *q == id));
    let mut list = Page::new(ui);
    list_prompt(&mut list, words::CHOOSE);
    for (n, id) in questions.iter().enumerate() {
        list_choice(&mut list, n, ui.t(assessment.question(*id).text), at == Some(n));
    }
    let chosen = Box::new(move |n: Option<usize>| {
        tried.set(Vec::new());
        question.set(n.and_then(|n| questions.get(n).copied()));
    });
    select(page, words::QUESTION, list, at, chosen);

    let Some(id) = id else { return };
    let known = reading.get(id);
    let at = tried.with_untracked(|tried| tried.iter().find(|(q, _)| *q == id).map(|(_, o)| o.index()));
    let mut list = Page::new(ui);
    list_prompt(&mut list, words::CHOOSE_ANSWER);
    for (n, option) in assessment.question(id).options.iter().enumerate() {
        let label = ui.t(option.label);
        if known == Some(OptionId::from_index(n)) {
            list_choice(&mut list, n, &ui.fill(words::YOURS, &[("answer", label)]), at == Some(n));
        } else {
            list_choice(&mut list, n, label, at == Some(n));
        }
    }
    let chosen = Box::new(move |n: Option<usize>| {
        question.set(Some(id));
        let other = n.map(OptionId::from_index).filter(|option| known != Some(*option));
        tried.set(other.map(|option| (id, option)).into_iter().collect());
    });
    select(page, words::ANSWER, list, at, chosen);
}

/// The result under other answers, next to the current one.
pub fn difference(page: &mut Page, findings: &Findings, changes: Vec<(QuestionId, OptionId)>) {
    let (ui, assessment, now) = (page.ui, page.ui.assessment(), &findings.prepared.evaluation);
    let then = Evaluation::of_reading(assessment, now.reading.with(assessment, &changes), now.priorities.clone());
    page.t("p.muted", words::WITH);
    page.within("ul", |page| {
        for (id, option) in &changes {
            let question = assessment.question(*id);
            page.within("li", |page| {
                page.t("span.muted", question.text);
                page.bare(" ");
                page.t("b", question.options[option.index()].label);
            });
        }
    });
    page.within("table.plain", |page| {
        page.heads("thead", &[words::FIRST, words::NOW, words::THEN]);
        page.within("tbody", |page| {
            for alternative in Alternative::ALL {
                page.within("tr", |page| {
                    page.within("th", |page| marked_name(page, alternative));
                    for evaluation in [now, &then] {
                        page.text("td", &share_words(ui, evaluation.shares.first[alternative.index()]));
                    }
                });
            }
        });
    });
    let [title, sentence] = ui.with_voice(|voice| [headline(voice, &then), verdict_sentence(voice, &then)]);
    let verdict = ui.fill(words::VERDICT, &[("title", &title)]);
    page.text("b", &verdict);
    page.text("p", &sentence);
    ui.announce(Some([verdict.as_str(), " ", &sentence].concat()));
    page.within("div.actions", |page| keep_or_drop(page, findings, changes));
}

fn keep_or_drop(page: &mut Page, findings: &Findings, changes: Vec<(QuestionId, OptionId)>) {
    let (ui, tried) = (page.ui, findings.tried);
    page.button("secondary", words::DROP, move || {
        tried.set(Vec::new());
        ui.announce(None);
        ui.focus_now("#trial");
    });
    // Only the number of selected choices is scored, so the visitor must select them.
    let several = |id: &QuestionId| matches!(ui.assessment().question(*id).form, Form::Multi { .. });
    if let Some(id) = changes.iter().map(|(id, _)| *id).find(several) {
        page.button("primary", result_words::why::OPEN, move || ui.act(Action::Visit(Place::Question(id))));
        return;
    }
    page.button("primary", words::KEEP, move || {
        let mut responses = Vec::with_capacity(changes.len());
        for (id, option) in &changes {
            responses.push((*id, Response::One(*option)));
        }
        ui.act(Action::Adopt(responses));
        ui.focus("#trial");
    });
}

/// Undo for an answer that was just kept.
fn kept(page: &mut Page) {
    let ui = page.ui;
    page.t("p", notice::text(Notice::Kept));
    page.within("div.actions", |page| {
        page.button("secondary", footer::UNDO, move || {
            ui.act(Action::Undo);
            ui.focus("#trial");
        });
    });
}
