//! One question.

use leptos::{ev::SubmitEvent, prelude::*};

use crate::{
    assessment::{Kind, Question, QuestionId},
    i18n::key::ui::{answer as words, nav},
    session::{Action, Session},
    ui::{
        Ui,
        components::{choices, progress, quotations},
        markup::{button, el, el_text, fold, live, parts, text},
    },
};

/// The question, its answers, why it is asked, and the way on.
pub fn question_screen(ui: Ui, id: QuestionId) -> AnyView {
    let question = ui.assessment().question(id);
    let on_path = ui.now(|session| session.path().contains(&id));
    let steps = live(move || match ui.with(Session::progress) {
        Some(at) if on_path => progress(ui, at),
        _ => parts(Vec::new()),
    });
    let missing = live(move || text(if ui.with(Session::answer_missing) { ui.t(words::MISSING) } else { "" }));
    let answers = view! {
        <fieldset aria-describedby="help missing">
            <legend>
                <h3 tabindex="-1">{ui.t(question.text)}</h3>
            </legend>
            <p id="help" class="muted">{question.help.map_or("", |help| ui.t(help))}</p>
            <p id="missing" class="error">{missing}</p>
            {choices(ui, id, question)}
        </fieldset>
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        ui.act(Action::Next);
        if ui.now(Session::answer_missing) {
            ui.focus("input");
        }
    };
    let content = vec![steps, answers.into_any(), why_we_ask(ui, id, question), actions(ui, on_path)];
    view! { <form class="question" novalidate on:submit=submit>{content}</form> }.into_any()
}

/// Back, except at the first question, and the way on.
fn actions(ui: Ui, on_path: bool) -> AnyView {
    let at = ui.now(Session::progress);
    let mut buttons = Vec::new();
    if !on_path || at.is_some_and(|at| at.position > 1) {
        buttons.push(button("secondary", ui.t(nav::BACK), move || ui.act(Action::Back)));
    }
    let label = live(move || {
        text(ui.t(match ui.with(Session::progress) {
            _ if !on_path => nav::UPDATE,
            Some(at) if at.position == at.total => nav::RESULT,
            _ => nav::NEXT,
        }))
    });
    buttons.push(view! { <button type="submit" class="primary">{label}</button> }.into_any());
    el("div", "actions", buttons)
}

/// What kind of question it is, where its answer counts, and what the articles say.
fn why_we_ask(ui: Ui, id: QuestionId, question: &'static Question) -> AnyView {
    let assessment = ui.assessment();
    let dimension =
        assessment.item_of(id).map(|item| &assessment.dimensions[assessment.items[item.index()].dimension.index()]);
    let counts = match dimension {
        Some(dimension) => ui.fill(words::COUNTS, &[("dimension", ui.t(dimension.name))]),
        None => ui.t(words::NOT_COUNTED).to_owned(),
    };
    let kind = match question.kind {
        Kind::Fact => ui.t(words::IS),
        Kind::Preference => ui.t(words::WANT),
        Kind::Context => "",
    };
    fold(
        "fold sources",
        ui.t(words::WHY),
        vec![
            el_text("p", "", kind),
            el_text("p", "", counts),
            el_text("p", "", ui.t(words::SOURCES)),
            quotations(ui, question.sources),
        ],
    )
}
