//! The feedback next to a button that saves, prints or copies.

use leptos::prelude::*;

use crate::ui::{Ui, page::Page};
use assessment::i18n::{
    Key,
    key::ui::take::{files, print},
};

pub type Feedback = RwSignal<Option<Key>>;

#[inline(never)]
pub fn show_feedback(page: &mut Page, feedback: Feedback) {
    page.live(move |page| {
        if let Some(key) = feedback.get() {
            page.t("p.outcome", key);
        }
    });
}

/// Shows and announces if a file could not be saved.
#[inline(never)]
pub fn save_feedback(ui: Ui, feedback: Feedback, is_saved: bool) {
    report(ui, feedback, (!is_saved).then_some(files::FAILED));
}

/// Shows and announces if the browser cannot print.
pub fn print_feedback(ui: Ui, feedback: Feedback, can_print: bool) {
    report(ui, feedback, (!can_print).then_some(print::FAILED));
}

fn report(ui: Ui, feedback: Feedback, failed: Option<Key>) {
    feedback.set(failed);
    ui.announce(failed.map(|key| ui.t(key).to_owned()));
}
