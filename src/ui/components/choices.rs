//! The answers to a question: one option or several choices, and "not sure" apart from them at the end.

use leptos::prelude::*;

use crate::ui::{
    Ui,
    page::{LiveAttribute, Page},
    subtree::Content,
};
use assessment::{Form, OptionId, Question, QuestionId, i18n::key::ui::answer as words};
use decision::response::{ChoiceSet, Response};
use session::Action;

/// All answers as native controls. The whole row is the click target.
pub fn choices(page: &mut Page, id: QuestionId, question: &'static Question) {
    let ui = page.ui;
    page.within("div.answers", |page| {
        page.within("div.rows", |page| match question.form {
            Form::Single => {
                for (n, option) in question.options.iter().enumerate() {
                    page.add(radio(ui, id, Response::One(OptionId::from_index(n)), ui.t(option.label)));
                }
            }
            Form::Multi { choices, .. } => {
                for (n, choice) in choices.iter().enumerate() {
                    page.add(checkbox(ui, id, n, ui.t(choice.label)));
                }
            }
        });
        page.within("div.rows apart", |page| {
            if let Form::Multi { .. } = question.form {
                page.add(radio(ui, id, Response::Several(ChoiceSet::default()), ui.t(words::NONE)));
            }
            page.add(radio(ui, id, Response::NotSure, ui.t(words::NOT_SURE)));
        });
    });
}

fn radio(ui: Ui, id: QuestionId, response: Response, label: &'static str) -> AnyView {
    row(
        ui,
        ("radio", false),
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
        // Unchecking the last one leaves no answer; "none of these" is a separate answer.
        if now.is_empty() { Action::Retract(id) } else { Action::Respond(id, Response::Several(now)) }
    };
    row(ui, ("checkbox", choice == 0), label, Box::new(is_ticked), Box::new(changed))
}

/// `aria-invalid` while an answer is missing.
pub fn invalid_if_missing(ui: Ui) -> LiveAttribute {
    Box::new(move || ui.answer_missing().then_some("true"))
}

/// One control in its label. `shows_missing`: it is invalid while an answer is missing.
fn row(
    ui: Ui,
    (kind, shows_missing): (&'static str, bool),
    label: &'static str,
    checked: Box<dyn Fn() -> bool + Send>,
    action: Box<dyn Fn(bool) -> Action + Send>,
) -> AnyView {
    let changed = ui.on_tick(label, move |checked| ui.act(action(checked)));
    view! {
        <label class="row" part="answer">
            <input
                type=kind
                name=kind
                aria-invalid=shows_missing.then(|| invalid_if_missing(ui))
                prop:checked=checked
                on:change=move |event| changed(event_target_checked(&event))
            />
            <span>{Content::text(label)}</span>
        </label>
    }
    .into_any()
}
