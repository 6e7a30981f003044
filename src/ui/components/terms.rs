//! What the three models mean, one tap away everywhere.

use leptos::prelude::*;

use super::marker;
use crate::{
    assessment::Alternative,
    i18n::key,
    ui::{
        Ui,
        markup::{el, el_text, fold, text},
    },
};

/// A fold-out with a sentence for each model.
pub fn terms(ui: Ui) -> AnyView {
    let meaning = |alternative: Alternative| {
        let notes = ui.assessment().notes(alternative);
        let name = el("dt", "", vec![marker(alternative), text(ui.t(notes.name))]);
        el("div", "", vec![name, el_text("dd", "", ui.t(notes.definition.text))])
    };
    let meanings = Alternative::ALL.into_iter().map(meaning).collect();
    fold("fold", ui.t(key::ui::terms::SUMMARY), vec![el("dl", "terms", meanings)])
}
