//! How often each model comes first: a table whose bars are drawn, so that it is its own text equivalent.

use leptos::prelude::*;

use super::marker::{marker, model_class};
use crate::{
    assessment::Alternative,
    evaluation::{Evaluation, Status},
    i18n::{Key, key},
    report::share_of_100,
    ui::{
        Ui,
        markup::{el, el_text},
    },
};

/// A row per model with its share as a bar and in words, and its status.
pub fn share_table(ui: Ui, evaluation: &Evaluation) -> AnyView {
    let titles = [key::ui::result::MODEL, key::ui::result::FIRST, key::ui::result::STATUS];
    let head = titles.iter().map(|title| el_text("th", "", ui.t(*title))).collect();
    let rows = Alternative::ALL.into_iter().map(|alternative| share_row(ui, evaluation, alternative)).collect();
    el("table", "shares", vec![el("thead", "unseen", vec![el("tr", "", head)]), el("tbody", "", rows)])
}

fn share_row(ui: Ui, evaluation: &Evaluation, alternative: Alternative) -> AnyView {
    let share = evaluation.shares.first[alternative.index()];
    let n = ui.with_locale(|locale| share_of_100(ui.words(), locale, share));
    let status = status_word(evaluation.gates.of_alternative(alternative));
    // In whole thousandths: the drawing needs no more, and a fraction in text costs bytes.
    let width = (share * 1000.0) as u32;
    let bar = view! {
        <svg class="bar" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">
            <rect class="fill" width=width height="20"></rect>
        </svg>
    };
    let figure = el_text("span", "figure", ui.fill(key::ui::result::OF_100, &[("n", &n)]));
    let cells = vec![
        view! { <th scope="row">{marker(alternative)} {ui.t(ui.assessment().notes(alternative).name)}</th> }.into_any(),
        el("td", "", vec![bar.into_any(), figure]),
        el_text("td", "status", ui.t(status)),
    ];
    let leads = evaluation.leader == alternative;
    el("tr", model_class(alternative, leads), cells)
}

/// The word for a status.
pub const fn status_word(status: Status) -> Key {
    match status {
        Status::Ok => key::status::OK,
        Status::Conditional => key::status::CONDITIONAL,
        Status::Blocked => key::status::BLOCKED,
    }
}
