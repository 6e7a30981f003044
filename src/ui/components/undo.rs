//! Undo buttons in the plan, shown as long as the last change was in their section.

use leptos::prelude::*;

use crate::ui::{Ui, page::Page};
use assessment::i18n::key::ui::{duties::UNDONE, footer::UNDO};
use decision::worksheet::Worksheet;
use session::{Action, Session};

/// The plan entries right after the last removal.
pub type AfterRemoval = RwSignal<Option<Worksheet>>;

pub fn remember_removal(ui: Ui, removal: AfterRemoval) {
    removal.set(Some(ui.now(|session| session.worksheet().clone())));
}

/// The button after a removal. `near` gets the focus when it is pressed.
pub fn undo_removal(page: &mut Page, removal: AfterRemoval, near: &'static str) {
    let ui = page.ui;
    let is_last = move || removal.with(|after| after.as_ref().is_some_and(|after| ui.worksheet(|now| now == after)));
    undo(page, Box::new(is_last), near);
}

/// The button after any change for which `is_last` returns true.
pub fn undo_change(page: &mut Page, is_last: fn(&Session) -> bool, near: &'static str) {
    let is_last = page.ui.follow(is_last);
    undo(page, Box::new(move || is_last.get()), near);
}

#[inline(never)]
fn undo(page: &mut Page, is_last: Box<dyn Fn() -> bool + Send>, near: &'static str) {
    page.within("div.undo", |page| {
        page.live(move |page| {
            let ui = page.ui;
            if is_last() {
                page.button("secondary", UNDO, move || {
                    ui.act(Action::Undo);
                    ui.announce(Some(ui.t(UNDONE).to_owned()));
                    ui.focus(near);
                });
            }
        });
    });
}
