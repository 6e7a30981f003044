//! The note at a question that those left do not matter.

use crate::ui::page::Page;
use assessment::i18n::key::ui::{nav, result::answer::sure::EARLY};
use session::{Action, Place};

/// The note, and the way to the result.
pub fn settled(page: &mut Page) {
    let ui = page.ui;
    page.within("div.notice", |page| {
        page.t("p", EARLY);
        page.button("secondary", nav::TO_RESULT, move || ui.act(Action::GoTo(Place::RESULT)));
    });
}
