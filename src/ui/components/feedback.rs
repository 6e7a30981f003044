//! The feedback next to a button that saves or copies.

use leptos::prelude::*;

use crate::ui::{Ui, page::Page};
use assessment::i18n::{Key, key::ui::take::files::FAILED};

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
    let failed = (!is_saved).then_some(FAILED);
    feedback.set(failed);
    ui.announce(failed.map(|key| ui.t(key).to_owned()));
}
