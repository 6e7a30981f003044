//! One question.

use leptos::prelude::*;

use crate::ui::{
    components::{choices, invalid_if_missing, progress, quotations},
    later::Later,
    page::{Attributes, Page},
};
use assessment::{
    Form, Kind, Question, QuestionId,
    i18n::{
        Key,
        key::ui::{answer as words, later, nav},
    },
};
use session::{Action, Course, Place, Session};

pub fn question_screen(page: &mut Page, id: QuestionId) {
    let question = page.ui.assessment().question(id);
    page.within("form.question", |form| {
        form.live(|page| {
            if let Some(at) = page.ui.with_navigation(Session::progress) {
                progress(page, at);
            }
        });
        kicker(form, question);
        answers(form, id, question);
        why_we_ask(form, id, question);
        form.within("div.actions", actions);
        form.live(move |page| settled(page, id));
    });
}

/// The question with its answers. A radio group is marked invalid as a whole, checkboxes by the first one, which gets the focus.
fn answers(page: &mut Page, id: QuestionId, question: &'static Question) {
    let ui = page.ui;
    let is_single = matches!(question.form, Form::Single);
    let (element, role) = if is_single { ("fieldset", Some("radiogroup")) } else { ("fieldset.several", None) };
    let invalid = is_single.then(|| invalid_if_missing(ui));
    let extra = Attributes { role, described_by: Some("kind help missing"), invalid, ..Attributes::default() };
    page.within_attr(element, extra, |page| {
        page.within("legend", |page| page.t("h3", question.text));
        page.text("p#help.muted", question.help.map_or("", |help| ui.t(help)));
        page.live_text("p#missing.error", move || {
            (if ui.answer_missing() { ui.t(words::MISSING) } else { "" }).to_owned()
        });
        choices(page, id, question);
    });
}

/// The section, and whether the question asks for a preference or a fact; mixing these up leads to a wrong result.
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

/// That the open questions do not matter. It is under the buttons, because it comes after an answer, when the visitor is about
/// to press one of them.
fn settled(page: &mut Page, id: QuestionId) {
    if page.ui.settled_at() == Some(id)
        && let Later::Ready(later) = page.ui.later().get_untracked()
    {
        (later.settled)(page);
    }
}

/// Back, except at the first question, and Next.
fn actions(page: &mut Page) {
    let ui = page.ui;
    let at = ui.now(Session::progress);
    if at.is_none_or(|at| at.position > 1) {
        page.button("secondary", nav::BACK, move || ui.act(Action::Back));
    }
    page.next_button(move || ui.t(ui.with_navigation(next_label)), move || ui.act(Action::Next));
    if at.is_some() && ui.now(Session::course) == Course::Full {
        page.button("quiet", nav::OVERVIEW, move || ui.act(Action::Visit(Place::Overview)));
    }
}

/// The label of the Next button; before an answer, the most likely one.
fn next_label(session: &Session) -> Key {
    let is_last = session.progress().is_some_and(|at| at.position == at.total);
    match (session.destination(), session.returns_to(), session.course()) {
        (Some(Place::Question(_)), ..) => nav::NEXT,
        (_, Some(Place::Result(_)), _) => nav::UPDATE,
        (_, Some(_), _) => nav::RETURN,
        (_, None, Course::Quick) if is_last => nav::RESULT,
        (_, None, Course::Full) if is_last => nav::TO_PRIORITIES,
        _ => nav::NEXT,
    }
}

/// The dimension that the answer counts for, and quotations, which are among the later words.
fn why_we_ask(page: &mut Page, id: QuestionId, question: &'static Question) {
    let assessment = page.ui.assessment();
    page.details("details.fold sources", words::WHY, |page| {
        match assessment.item_of(id) {
            Some(item) => {
                let dimension = &assessment.dimensions[assessment.items[item.index()].dimension.index()];
                page.fill("p", words::COUNTS, &[("dimension", page.ui.t(dimension.name))]);
            }
            None => page.t("p", words::NOT_COUNTED),
        }
        page.live(move |page| match page.ui.later().get() {
            Later::Ready(_) => {
                page.t("p", words::SOURCES);
                quotations(page, question.sources);
            }
            Later::Missing => page.t("p", later::MISSING),
            _ => page.t("p", later::COMING),
        });
    });
}
