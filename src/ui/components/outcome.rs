//! What came of a press that saves or copies, told beside the button.

use leptos::prelude::*;

use assessment::i18n::{Key, key::ui::take::files::FAILED};

use crate::ui::{Ui, page::Page};

/// What came of the last press.
pub type Outcome = RwSignal<Option<Key>>;

/// Shows it.
#[inline(never)]
pub fn outcome(page: &mut Page, said: Outcome) {
    page.live(move |page| {
        if let Some(key) = said.get() {
            page.t("p.outcome", key);
        }
    });
}

/// A file was offered, or the browser did not let the page make one.
#[inline(never)]
pub fn saved(ui: Ui, said: Outcome, is_saved: bool) {
    let failed = (!is_saved).then_some(FAILED);
    said.set(failed);
    ui.say(failed.map(|key| ui.t(key).to_owned()));
}
