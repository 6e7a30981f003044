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
        markup::{el, el_text, text},
    },
};

/// A row per model with its share in words and as a bar, and its status where something stands in its way.
pub fn share_table(ui: Ui, evaluation: &Evaluation) -> AnyView {
    let titles = [key::ui::result::MODEL, key::ui::result::FIRST];
    let head = titles.iter().map(|title| el_text("th", "", ui.t(*title))).collect();
    let rows = Alternative::ALL.into_iter().map(|alternative| share_row(ui, evaluation, alternative)).collect();
    el("table", "shares", vec![el("thead", "unseen", vec![el("tr", "", head)]), el("tbody", "", rows)])
}

fn share_row(ui: Ui, evaluation: &Evaluation, alternative: Alternative) -> AnyView {
    let share = evaluation.shares.first[alternative.index()];
    let n = ui.with_locale(|locale| share_of_100(ui.words(), locale, share));
    let status = evaluation.gates.of_alternative(alternative);
    let remark = if status == Status::Ok { "" } else { ui.t(status_word(status)) };
    // In whole thousandths: the drawing needs no more, and a fraction in text costs bytes.
    let width = (share * 1000.0) as u32;
    let bar = view! {
        <svg class="bar" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">
            <rect class="fill" width=width height="20"></rect>
        </svg>
    };
    let name = ui.t(ui.assessment().notes(alternative).name);
    let cells = vec![
        view! {
            <th scope="row">
                {marker(alternative)} {name} " " <span class="muted">{remark}</span>
            </th>
        }
        .into_any(),
        el("td", "", vec![text(ui.fill(key::ui::result::OF_100, &[("n", &n)])), bar.into_any()]),
    ];
    el("tr", model_class(alternative, evaluation.leader == alternative), cells)
}

/// The word for a status.
pub const fn status_word(status: Status) -> Key {
    match status {
        Status::Ok => key::status::OK,
        Status::Conditional => key::status::CONDITIONAL,
        Status::Blocked => key::status::BLOCKED,
    }
}
