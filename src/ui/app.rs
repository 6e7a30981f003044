//! The whole: heading, message, screen, footer.

use leptos::prelude::*;

use super::{
    components::{confirm, footer, live_region, notice_bar, terms},
    context::{Start, Ui},
    markup::{el, el_text, live},
    screens::{question_screen, result_screen},
};
use crate::{i18n::key, session::Place};

/// The application of one element.
#[must_use]
pub fn app(start: Start) -> AnyView {
    let ui = Ui::new(start);
    let screen = live(move || match ui.screen() {
        Place::Question(id) => el("div", "screen", vec![head(ui, Place::Question(id)), question_screen(ui, id)]),
        Place::Result => el("div", "screen wide", vec![head(ui, Place::Result), result_screen(ui)]),
    });
    el("div", "shell", vec![notice_bar(ui), screen, footer(ui), confirm(ui), live_region(ui)])
}

/// The title always; the promise on the first screen.
fn head(ui: Ui, place: Place) -> AnyView {
    let is_first = ui.now(|session| session.path().first().map(|id| Place::Question(*id)) == Some(place));
    let mut content = vec![el_text("h2", "", ui.t(key::ui::TITLE))];
    if is_first {
        let count = ui.number(ui.assessment().quick.len());
        content.push(el_text("p", "lead", ui.fill(key::ui::PROMISE, &[("n", &count)])));
        content.push(el_text("p", "muted", ui.t(key::ui::PRIVATE)));
    }
    content.push(terms(ui));
    el("header", if is_first { "head first" } else { "head" }, content)
}
