//! Asks before answers are cleared or erased.

use assessment::i18n::{Key, key::ui::confirm as words};

use session::Action;

use crate::ui::{Ui, page::Page};

/// What is to be confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirming {
    /// Clearing the answers.
    StartOver,
    /// Erasing everything.
    Erase,
    /// Opening other answers.
    Open,
}

impl Confirming {
    const fn words(self) -> [Key; 3] {
        match self {
            Self::StartOver => [words::start_over::TITLE, words::start_over::TEXT, words::start_over::YES],
            Self::Erase => [words::erase::TITLE, words::erase::TEXT, words::erase::YES],
            Self::Open => [words::open::TITLE, words::open::TEXT, words::open::YES],
        }
    }

    fn carry_out(self, ui: Ui) {
        match self {
            Self::StartOver => ui.act(Action::StartOver),
            Self::Erase => ui.act(Action::Erase),
            Self::Open => ui.act(Action::TakeOver),
        }
        // The button that opened the dialog may be gone.
        ui.focus_heading();
    }
}

/// A native dialog: it holds the focus, closes on Escape and gives the focus back.
pub fn confirm(page: &mut Page) {
    page.within("dialog", |page| page.live(asking));
}

fn asking(page: &mut Page) {
    let ui = page.ui;
    let Some(what) = ui.confirming() else { return };
    let [title, explanation, yes] = what.words();
    // Without a place in the order of focus: the dialog gives the focus to its first control.
    page.t("h3#dialog-title", title);
    page.t("p#dialog-text", explanation);
    page.within("div.actions", |page| {
        page.button("secondary", words::NO, move || ui.close_dialog());
        page.button("primary", yes, move || {
            ui.close_dialog();
            what.carry_out(ui);
        });
    });
}
