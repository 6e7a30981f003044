//! The dialog before answers are cleared, erased or replaced.

use crate::ui::{Ui, page::Page};
use assessment::i18n::{Key, key::ui::confirm as words};
use session::Action;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmation {
    StartOver,
    Erase,
    /// Replacing the answers with others.
    Open,
    /// Removing the saved answers that were replaced.
    RemoveReplaced,
}

impl Confirmation {
    const fn words(self) -> [Key; 3] {
        match self {
            Self::StartOver => [words::start_over::TITLE, words::start_over::TEXT, words::start_over::YES],
            Self::Erase => [words::erase::TITLE, words::erase::TEXT, words::erase::YES],
            Self::RemoveReplaced => [words::remove::TITLE, words::remove::TEXT, words::erase::YES],
            Self::Open => [words::open::TITLE, words::open::TEXT, words::open::YES],
        }
    }

    fn run(self, ui: Ui) {
        match self {
            Self::StartOver => ui.act(Action::StartOver),
            Self::Erase => ui.act(Action::Erase),
            Self::Open => ui.act(Action::TakeOver),
            Self::RemoveReplaced => ui.act(Action::RemoveReplaced),
        }
        // The button that opened the dialog may have been removed.
        ui.focus_heading();
    }
}

/// A native modal dialog: it traps the focus, closes on Escape and restores the focus.
pub fn confirm_dialog(page: &mut Page) {
    page.within("dialog", |page| page.live(dialog));
}

fn dialog(page: &mut Page) {
    let ui = page.ui;
    let Some(what) = ui.confirmation() else { return };
    let [title, explanation, yes] = what.words();
    // No `tabindex`, so that the dialog focuses its first control.
    page.t("h3#dialog-title", title);
    page.t("p#dialog-text", explanation);
    page.within("div.actions", |page| {
        page.button("secondary", words::NO, move || ui.close_dialog());
        page.button("primary", yes, move || {
            ui.close_agreed();
            what.run(ui);
        });
    });
}
