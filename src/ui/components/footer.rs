//! Where the answers are, and how to be rid of them.

use leptos::prelude::*;

use super::Confirming;
use crate::{
    i18n::key::ui::{footer as words, notice},
    session::Session,
    ui::{
        Ui,
        markup::{button, el, el_text, live, parts},
    },
};

/// The line under every screen.
pub fn footer(ui: Ui) -> AnyView {
    live(move || {
        if ui.with(Session::is_untouched) {
            return parts(Vec::new());
        }
        let state = match ui.saved() {
            Some(time) => ui.fill(words::SAVED, &[("time", &time)]),
            None => ui.t(words::UNSAVED).to_owned(),
        };
        let is_saved = ui.saved().is_some();
        let mut tools = vec![
            button("quiet", ui.t(words::START_OVER), move || ui.ask(Confirming::StartOver)),
            button("quiet", ui.t(words::ERASE), move || ui.ask(Confirming::Erase)),
        ];
        if !is_saved {
            tools.push(button("quiet", ui.t(notice::FILE), move || ui.download()));
        }
        el("footer", "foot", vec![el_text("p", "muted", state), el("div", "tools", tools)])
    })
}
