//! Asks before answers are cleared or erased.

use leptos::prelude::*;

use crate::{
    i18n::{Key, key::ui::confirm as words},
    session::Action,
    ui::{
        Ui,
        markup::{button, el, el_text, live, parts},
        notice::Notice,
    },
};

/// What is to be confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirming {
    /// Clearing the answers.
    StartOver,
    /// Erasing everything.
    Erase,
}

impl Confirming {
    const fn words(self) -> [Key; 3] {
        match self {
            Self::StartOver => [words::start_over::TITLE, words::start_over::TEXT, words::start_over::YES],
            Self::Erase => [words::erase::TITLE, words::erase::TEXT, words::erase::YES],
        }
    }

    fn carry_out(self, ui: Ui) {
        match self {
            Self::StartOver => {
                ui.act(Action::StartOver);
                ui.tell(Some(Notice::Cleared));
            }
            Self::Erase => ui.erase(),
        }
        ui.focus_heading();
    }
}

/// A native dialog: it holds the focus, closes on Escape and gives the focus back.
pub fn confirm(ui: Ui) -> AnyView {
    let content = live(move || {
        let Some(what) = ui.confirming() else { return parts(Vec::new()) };
        let [title, explanation, yes] = what.words().map(|key| ui.t(key));
        let actions = vec![
            button("secondary", ui.t(words::NO), move || ui.close_dialog()),
            button("primary", yes, move || {
                ui.close_dialog();
                what.carry_out(ui);
            }),
        ];
        parts(vec![
            view! { <h3 id="dialog-title">{title}</h3> }.into_any(),
            el_text("p", "", explanation),
            el("div", "actions", actions),
        ])
    });
    view! { <dialog aria-labelledby="dialog-title">{content}</dialog> }.into_any()
}
