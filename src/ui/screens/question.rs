//! One question.

use leptos::prelude::*;

use assessment::{
    Form, Kind, Question, QuestionId,
    i18n::{
        Key,
        key::ui::{answer as words, nav},
    },
};

use session::{Action, Course, Place, Session};

use crate::ui::{
    components::{choices, progress, quotations},
    page::Page,
};

/// The question, its answers, why it is asked, and the way on.
pub fn question_screen(page: &mut Page, id: QuestionId) {
    let ui = page.ui;
    let question = ui.assessment().question(id);
    let mut form = Page::new(ui);
    form.live(|page| {
        if let Some(at) = page.ui.on_course(Session::progress) {
            progress(page, at);
        }
    });
    kicker(&mut form, question);
    let answers = if matches!(question.form, Form::Single) { "fieldset" } else { "fieldset.several" };
    form.within(answers, |form| {
        form.within("legend", |form| form.t("h3", question.text));
        form.text("p#help.muted", question.help.map_or("", |help| ui.t(help)));
        form.within("p#missing.error", |form| {
            form.live_text(move || (if ui.answer_missing() { ui.t(words::MISSING) } else { "" }).to_owned());
        });
        choices(form, id, question);
    });
    why_we_ask(&mut form, id, question);
    form.within("div.actions", actions);
    page.add(view! { <form class="question" part="question">{form.view()}</form> }.into_any());
}

/// The section, and whether a wish or a fact is asked for: people who mix these up get a result that is not theirs.
fn kicker(page: &mut Page, question: &'static Question) {
    let kind = match question.kind {
        Kind::Fact => words::IS,
        Kind::Preference => words::WANT,
        Kind::Context => words::CONTEXT,
    };
    page.within("p.kicker", |page| {
        page.t("span", page.ui.assessment().sections[question.section.index()].name);
        page.t("span#kind.kind", kind);
    });
}

/// Back, except at the first question, and the way on.
fn actions(page: &mut Page) {
    let ui = page.ui;
    let at = ui.now(Session::progress);
    if at.is_none_or(|at| at.position > 1) {
        page.button("secondary", nav::BACK, move || ui.act(Action::Back));
    }
    page.way_on(move || ui.t(ui.on_course(way_on)), move || ui.act(Action::Next));
    if at.is_some() && ui.now(Session::course) == Course::Full {
        page.button("quiet", nav::OVERVIEW, move || ui.act(Action::Visit(Place::Overview)));
    }
}

/// What the way on is called; before there is an answer it is called as it most likely will be.
fn way_on(session: &Session) -> Key {
    let is_last = session.progress().is_some_and(|at| at.position == at.total);
    match (session.destination(), session.returns_to(), session.course()) {
        (Some(Place::Question(_)), ..) => nav::NEXT,
        (_, Some(Place::Result), _) => nav::UPDATE,
        (_, Some(_), _) => nav::RETURN,
        (_, None, Course::Quick) if is_last => nav::RESULT,
        (_, None, Course::Full) if is_last => nav::TO_PRIORITIES,
        _ => nav::NEXT,
    }
}

/// Where the answer counts, and what the articles say.
fn why_we_ask(page: &mut Page, id: QuestionId, question: &'static Question) {
    let assessment = page.ui.assessment();
    page.fold("details.fold sources", words::WHY, |page| {
        match assessment.item_of(id) {
            Some(item) => {
                let dimension = &assessment.dimensions[assessment.items[item.index()].dimension.index()];
                page.fill("p", words::COUNTS, &[("dimension", page.ui.t(dimension.name))]);
            }
            None => page.t("p", words::NOT_COUNTED),
        }
        page.t("p", words::SOURCES);
        quotations(page, question.sources);
    });
}
