//! The way back after something in the plan was changed or removed: offered there, as long as that was the last change.

use leptos::prelude::*;

use assessment::i18n::key::ui::{duties::UNDONE, footer::UNDO};

use session::{Action, Session};

use crate::ui::{Ui, page::Page};

use decision::worksheet::Worksheet;

/// What was left when something was removed.
pub type Left = RwSignal<Option<Worksheet>>;

/// Something was removed just now.
pub fn was_removed(ui: Ui, left: Left) {
    left.set(Some(ui.now(|session| session.worksheet().clone())));
}

/// The button after something was removed; `near` has the focus after it was pressed.
pub fn undo_removal(page: &mut Page, left: Left, near: &'static str) {
    let ui = page.ui;
    let is_last = move || left.with(|left| left.as_ref().is_some_and(|left| ui.worksheet(|now| now == left)));
    undo(page, Box::new(is_last), near);
}

/// The button after any change of one part of the plan, which `is_last` asks for.
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
                    ui.say(Some(ui.t(UNDONE).to_owned()));
                    ui.focus(near);
                });
            }
        });
    });
}
