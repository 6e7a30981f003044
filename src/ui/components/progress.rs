//! How far, and how long still.

use leptos::prelude::*;

use crate::{
    i18n::key::ui::progress as words,
    response::Progress,
    ui::{
        Ui,
        markup::{el, el_text},
    },
};

/// Seconds that one question takes, from the promise of about a minute for seven.
const SECONDS_PER_QUESTION: usize = 9;

/// "Question 3 of 7" with a thin bar and the time left.
pub fn progress(ui: Ui, progress: Progress) -> AnyView {
    let Progress { position, total, .. } = progress;
    let place = ui.fill(words::QUESTION, &[("n", &ui.number(position)), ("total", &ui.number(total))]);
    let seconds = (total + 1 - position) * SECONDS_PER_QUESTION;
    let left = if seconds < 45 {
        ui.t(words::SOON).to_owned()
    } else {
        ui.count(words::minutes::ONE, words::minutes::OTHER, (seconds + 30) / 60)
    };
    let line = el("p", "", vec![el_text("span", "", place), el_text("span", "muted", left)]);
    let done = (position - 1) * 100 / total;
    let bar = view! {
        <svg class="track" viewBox="0 0 100 2" preserveAspectRatio="none" aria-hidden="true">
            <rect width=done height="2"></rect>
        </svg>
    };
    el("div", "progress", vec![line, bar.into_any()])
}
