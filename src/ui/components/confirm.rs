//! Asks before answers are cleared or erased.

use leptos::prelude::*;

use crate::{
    i18n::{Key, key::ui::confirm as words},
    session::Action,
    ui::{Ui, notice::Notice, page::Page},
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
pub fn confirm(page: &mut Page) {
    let mut content = Page::new(page.ui);
    content.live(|page| {
        let ui = page.ui;
        let Some(what) = ui.confirming() else { return };
        let [title, explanation, yes] = what.words();
        // Without a place in the order of focus: the dialog gives the focus to its first control.
        page.add(view! { <h3 id="dialog-title">{ui.t(title)}</h3> }.into_any());
        page.t("p", explanation);
        page.within("div.actions", |page| {
            page.button("secondary", words::NO, move || ui.close_dialog());
            page.button("primary", yes, move || {
                ui.close_dialog();
                what.carry_out(ui);
            });
        });
    });
    page.add(view! { <dialog aria-labelledby="dialog-title">{content.view()}</dialog> }.into_any());
}
