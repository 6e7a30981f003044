//! All answers before the result, by section. Each can be changed; open questions show what an answer would add. Above them are
//! doubts about the answers themselves.

use crate::ui::{
    Prepared,
    components::{rating_word, response_words, share_words},
    page::Page,
};
use assessment::{
    DimensionId, QuestionId,
    i18n::{
        Key,
        key::{self, ui::check as words, ui::nav},
    },
};
use decision::response::{MiddleAnswers, Priorities, Reading, SectionProgress, contradictions};
use session::{Action, Place, Session};

pub fn check_screen(page: &mut Page) {
    let ui = page.ui;
    let prepared = ui.prepared();
    let sections = ui.now(|session| SectionProgress::of_all(ui.assessment(), session.responses()));
    let reading = &prepared.evaluation.reading;
    let recheck = ui.now(Session::recheck);
    page.within("div.check", |page| {
        page.t("h3", words::TITLE);
        match sections.iter().map(|at| at.questions.len() - at.answered).sum() {
            0 => page.t("p.lead", words::COMPLETE),
            open => page.text("p.lead", &ui.count(words::open::ONE, words::open::OTHER, open)),
        }
        page.t("p.muted", words::TEXT);
        if !recheck.is_empty() {
            page.text("p", &ui.count(words::recheck::ONE, words::recheck::OTHER, recheck.len()));
        }
        if MiddleAnswers::of(ui.assessment(), reading).is_noted {
            page.t("p", ui.assessment().middle_note.text);
        }
        doubts(page, reading);
        for at in &sections {
            page.within("section", |page| {
                page.t("h4", ui.assessment().sections[at.section.index()].name);
                page.within("dl.answers-given", |page| {
                    for id in &at.questions {
                        answer(page, &prepared, *id, recheck.contains(id));
                    }
                });
            });
        }
        page.within("section", |page| {
            page.t("h4", words::PRIORITIES);
            page.within("dl.answers-given", |page| {
                row(page, "div", words::PRIORITIES, [words::CHANGE, words::CHANGE_TO], Place::Priorities, priorities);
            });
        });
        page.within("div.actions", |page| {
            page.button("secondary", nav::BACK, move || ui.act(Action::Back));
            page.button("primary", nav::TO_RESULT, move || ui.act(Action::Next));
        });
    });
}

/// The answers that contradict each other, with links to their questions.
fn doubts(page: &mut Page, reading: &Reading) {
    let (ui, assessment) = (page.ui, page.ui.assessment());
    let found = contradictions(assessment, reading);
    if found.is_empty() {
        return;
    }
    page.within("section", |page| {
        page.t("h4", words::DOUBTS);
        for id in found {
            let contradiction = &assessment.contradictions[id.index()];
            page.within("div.panel", |page| {
                page.t("p", contradiction.text);
                page.within("ul.jumps", |page| {
                    for test in contradiction.when.tests() {
                        let place = Place::Question(test.question);
                        let text = assessment.question(test.question).text;
                        page.within("li", |page| page.button("link", text, move || ui.act(Action::Visit(place))));
                    }
                });
            });
        }
    });
}

fn answer(page: &mut Page, prepared: &Prepared, id: QuestionId, has_changed: bool) {
    let ui = page.ui;
    let question = ui.assessment().question(id).text;
    match ui.now(|session| session.responses().get(id)) {
        Some(response) => {
            let labels = |page: &mut Page| {
                for part in response_words(ui.assessment(), ui.words(), id, response) {
                    page.text("span", part);
                }
                if has_changed {
                    page.t("span.tag", words::AGAIN);
                }
            };
            row(page, "div", question, [words::CHANGE, words::CHANGE_TO], Place::Question(id), labels);
        }
        None => {
            let value = |page: &mut Page| missing(page, prepared, id);
            row(page, "div.open", question, [words::ANSWER, words::ANSWER_TO], Place::Question(id), value);
        }
    }
}

/// A question, its answer, and a button to change it.
fn row(
    page: &mut Page,
    element: &'static str,
    question: Key,
    [label, name]: [Key; 2],
    place: Place,
    answer: impl FnOnce(&mut Page),
) {
    let ui = page.ui;
    page.within(element, |page| {
        page.t("dt", question);
        page.within("dd.said", answer);
        page.within("dd", |page| {
            let name = ui.fill(name, &[("name", ui.t(question))]);
            page.button_named("link", ui.t(label), Some(name), move || ui.act(Action::Visit(place)));
        });
    });
}

/// What an answer to an open question would add.
fn missing(page: &mut Page, prepared: &Prepared, id: QuestionId) {
    page.t("span", words::MISSING);
    if let Some(next) = prepared.next(page.ui.assessment()).iter().find(|next| next.question == id) {
        let n = share_words(page.ui, next.value);
        page.fill("span.muted", words::ADDS, &[("n", &n)]);
    } else if !page.ui.assessment().question(id).scored {
        page.t("span.muted", key::ui::answer::NOT_COUNTED);
    }
}

/// The ratings that are not normal.
fn priorities(page: &mut Page) {
    let ui = page.ui;
    let ratings = ui.now(|session| session.priorities().clone());
    let normal = Priorities::new(ui.assessment());
    if ratings == normal {
        page.t("span", words::ALIKE);
    }
    for (n, dimension) in ui.assessment().dimensions.iter().enumerate() {
        let id = DimensionId::from_index(n);
        if ratings.get(id) != normal.get(id) {
            page.text("span", &ui.label_of(ui.t(dimension.name), ui.t(rating_word(ratings.get(id)))));
        }
    }
}
