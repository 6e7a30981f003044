//! Trying other answers: the result as it would be, next to the current one. Nothing changes until the visitor keeps the answer,
//! and keeping it can be undone.

use leptos::prelude::*;

use super::{Findings, Section};
use crate::ui::{
    Ui,
    components::{list_choice, list_prompt, marked_name, select, share_words},
    page::Page,
};
use assessment::{
    Alternative, Form, OptionId, QuestionId,
    i18n::key::ui::{duties::UNDONE, footer, result as result_words, result::trial as words},
};
use decision::{evaluation::Evaluation, response::Response};
use report::{headline, verdict_sentence};
use session::{Action, Notice, Place};

pub const SECTION: Section = Section { heading: "h4#trial", title: words::TITLE, write };

/// Other answers that are being tried, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Tried {
    /// The place of a suggested change, from 1; 0 is the lists of questions and answers.
    pub place: usize,
    pub answers: Vec<(QuestionId, OptionId)>,
}

/// The id of the button that tries the suggested change at a place.
pub fn button_id(place: usize) -> String {
    ["try-", &place.to_string()].concat()
}

/// Ends the trial, and takes back its announcement.
pub fn end(ui: Ui, tried: RwSignal<Option<Tried>>) {
    tried.set(None);
    ui.announce(None);
}

fn write(page: &mut Page, findings: &Findings) {
    let (question, tried) = (RwSignal::new(None::<QuestionId>), findings.tried);
    page.t("p", words::TEXT);
    page.within("div.choice", |page| {
        let choosing = findings.clone();
        page.live(move |page| questions(page, &choosing, question));
        let choosing = findings.clone();
        page.live(move |page| {
            if let Some(id) = question.get() {
                answers_to(page, &choosing, id);
            }
        });
    });
    let comparing = findings.clone();
    page.live(move |page| {
        if let Some(tried) = tried.get().filter(|tried| tried.place == 0) {
            page.within("div.panel", |page| difference(page, &comparing, &tried));
        }
    });
}

fn questions(page: &mut Page, findings: &Findings, question: RwSignal<Option<QuestionId>>) {
    let (ui, assessment, tried) = (page.ui, page.ui.assessment(), findings.tried);
    let questions = findings.prepared.evaluation.reading.applicable(assessment);
    let at = question.get().and_then(|id| questions.iter().position(|q| *q == id));
    let mut list = Page::new(ui);
    list_prompt(&mut list, words::CHOOSE);
    for (n, id) in questions.iter().enumerate() {
        list_choice(&mut list, n, ui.t(assessment.question(*id).text), at == Some(n));
    }
    let chosen = move |n: Option<usize>| {
        end(ui, tried);
        question.set(n.and_then(|n| questions.get(n).copied()));
    };
    select(page, words::QUESTION, list, at, Box::new(chosen));
}

fn answers_to(page: &mut Page, findings: &Findings, id: QuestionId) {
    let (ui, tried, known) = (page.ui, findings.tried, findings.prepared.evaluation.reading.get(id));
    // A dropped trial clears the list.
    let at = tried.with(|tried| match tried {
        Some(Tried { place: 0, answers }) => answers.first().map(|(_, option)| *option),
        _ => None,
    });
    let mut list = Page::new(ui);
    list_prompt(&mut list, words::CHOOSE_ANSWER);
    for (n, option) in ui.assessment().question(id).options.iter().enumerate() {
        let (label, option) = (ui.t(option.label), OptionId::from_index(n));
        let is_chosen = at == Some(option);
        if known == Some(option) {
            list_choice(&mut list, n, &ui.fill(words::YOURS, &[("answer", label)]), is_chosen);
        } else {
            list_choice(&mut list, n, label, is_chosen);
        }
    }
    let chosen = move |n: Option<usize>| {
        let other = n.map(OptionId::from_index).filter(|option| known != Some(*option));
        tried.set(other.map(|option| Tried { place: 0, answers: vec![(id, option)] }));
    };
    select(page, words::ANSWER, list, at.map(OptionId::index), Box::new(chosen));
}

/// The result under other answers, next to the current one.
pub fn difference(page: &mut Page, findings: &Findings, tried: &Tried) {
    let (ui, assessment, now) = (page.ui, page.ui.assessment(), &findings.prepared.evaluation);
    let reading = now.reading.with(assessment, &tried.answers);
    let then = Evaluation::with_factors(assessment, reading, now.priorities.clone(), now.factors.clone());
    let [title, sentence] = ui.with_voice(|voice| [headline(voice, &then), verdict_sentence(voice, &then)]);
    let verdict = ui.fill(words::VERDICT, &[("title", &title)]);
    page.text("b", &verdict);
    page.text("p", &sentence);
    ui.announce(Some([verdict.as_str(), " ", &sentence].concat()));
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
    // The lists show the answer themselves.
    if tried.place > 0 {
        answers(page, tried);
    }
    page.within("div.actions", |page| keep_or_drop(page, findings, tried));
}

fn answers(page: &mut Page, tried: &Tried) {
    let ui = page.ui;
    page.t("p.muted", words::WITH);
    page.within("ul", |page| {
        for (id, option) in &tried.answers {
            let question = ui.assessment().question(*id);
            page.within("li", |page| {
                page.t("span.muted", question.text);
                page.bare(" ");
                page.t("b", question.options[option.index()].label);
            });
        }
    });
}

fn keep_or_drop(page: &mut Page, findings: &Findings, tried: &Tried) {
    let (ui, signal) = (page.ui, findings.tried);
    // Only the number of selected choices is scored, so the visitor must select them.
    let several = |id: &QuestionId| matches!(ui.assessment().question(*id).form, Form::Multi { .. });
    if let Some(id) = tried.answers.iter().map(|(id, _)| *id).find(several) {
        page.button("primary", result_words::why::OPEN, move || ui.act(Action::Visit(Place::Question(id))));
    } else {
        let answers = tried.answers.clone();
        let key = if answers.len() == 1 { words::KEEP } else { words::KEEP_ALL };
        page.button("primary", key, move || {
            let kept = answers.iter().map(|(id, option)| (*id, Response::One(*option))).collect();
            ui.act(Action::Adopt(kept));
            ui.focus("#change");
        });
    }
    let near = if tried.place > 0 { ["#", &button_id(tried.place)].concat() } else { "#trial".to_owned() };
    page.button("secondary", words::DROP, move || {
        end(ui, signal);
        ui.focus_now(&near);
    });
}

/// The verdict after an answer was kept, with undo, at the top of the view: everything below it has changed.
pub fn kept(page: &mut Page, evaluation: &Evaluation) {
    let title = page.ui.with_voice(|voice| headline(voice, evaluation));
    page.live(move |page| {
        let ui = page.ui;
        if ui.notice() != Some(Notice::Kept) {
            return;
        }
        page.within("div.panel", |page| {
            page.fill("b", words::VERDICT, &[("title", &title)]);
            page.within("div.actions", |page| {
                page.button("secondary", footer::UNDO, move || {
                    ui.act(Action::Undo);
                    ui.announce(Some(ui.t(UNDONE).to_owned()));
                    ui.focus("#change");
                });
            });
        });
    });
}
