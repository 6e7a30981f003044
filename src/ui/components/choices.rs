//! The answers to a question: one option, or any number of choices; "not sure" is set apart at the end.

use leptos::prelude::*;

use crate::{
    assessment::{Form, OptionId, Question, QuestionId},
    i18n::key::ui::answer as words,
    response::{ChoiceSet, Response},
    session::Action,
    ui::{Ui, markup::el},
};

/// All answers of a question as native controls; a whole row is the target.
pub fn choices(ui: Ui, id: QuestionId, question: &'static Question) -> AnyView {
    let mut apart = Vec::new();
    let rows = match question.form {
        Form::Single => (0..question.options.len())
            .map(|n| {
                let option = OptionId::from_index(n);
                radio(ui, id, Response::One(option), ui.t(question.options[n].label))
            })
            .collect(),
        Form::Multi { choices, .. } => {
            apart.push(radio(ui, id, Response::Several(ChoiceSet::default()), ui.t(words::NONE)));
            (0..choices.len()).map(|n| checkbox(ui, id, n, ui.t(choices[n].label))).collect()
        }
    };
    apart.push(radio(ui, id, Response::NotSure, ui.t(words::NOT_SURE)));
    el("div", "answers", vec![el("div", "rows", rows), el("div", "rows apart", apart)])
}

fn radio(ui: Ui, id: QuestionId, response: Response, label: &'static str) -> AnyView {
    row(
        ui,
        "radio",
        label,
        Box::new(move || ui.response(id) == Some(response)),
        Box::new(move |_| Action::Respond(id, response)),
    )
}

fn checkbox(ui: Ui, id: QuestionId, choice: usize, label: &'static str) -> AnyView {
    let ticked = |response| match response {
        Some(Response::Several(ticked)) => ticked,
        _ => ChoiceSet::default(),
    };
    let is_ticked = move || ticked(ui.response(id)).contains(choice);
    let changed = move |checked| {
        let now = ticked(ui.now(|session| session.responses().get(id))).with(choice, checked);
        // Unticking the last one says nothing; "none of these" is an answer of its own.
        if now.is_empty() { Action::Retract(id) } else { Action::Respond(id, Response::Several(now)) }
    };
    row(ui, "checkbox", label, Box::new(is_ticked), Box::new(changed))
}

/// One native control in its label. `action` is what is done when it is checked or unchecked.
fn row(
    ui: Ui,
    kind: &'static str,
    label: &'static str,
    checked: Box<dyn Fn() -> bool + Send>,
    action: Box<dyn Fn(bool) -> Action + Send>,
) -> AnyView {
    view! {
        <label class="row">
            <input
                type=kind
                name=kind
                prop:checked=checked
                on:change=move |event| ui.act(action(event_target_checked(&event)))
            />
            <span>{label}</span>
        </label>
    }
    .into_any()
}
