//! The notice at the top, and the live region for screen readers.

use super::Confirmation;
use crate::ui::{
    Ui,
    notice::{Offer, offers},
    page::{Attributes, Page},
};
use assessment::i18n::{Key, key::ui as words};
use session::Action;

pub fn notice_bar(page: &mut Page) {
    page.live(|page| {
        let ui = page.ui;
        let Some(notice) = ui.notice() else { return };
        page.within("div.notice", |page| {
            page.text("p", &ui.notice_text(notice));
            page.within("div.tools", |page| {
                for offer in offers(notice) {
                    page.button("quiet", label(*offer), move || accept(ui, *offer));
                }
                page.button("quiet", words::notice::CLOSE, move || {
                    ui.act(Action::Dismiss);
                    ui.focus_heading();
                });
            });
        });
    });
}

/// The only live region. It must be in the document before its text changes.
pub fn live_region(page: &mut Page) {
    let ui = page.ui;
    let status = Attributes { role: Some("status"), ..Attributes::default() };
    page.live_text_attr("div.unseen", status, Box::new(move || ui.announced().unwrap_or_default()));
}

const fn label(offer: Offer) -> Key {
    match offer {
        Offer::Undo => words::footer::UNDO,
        Offer::File | Offer::UnreadableFile => words::notice::FILE,
        Offer::TakeOver => words::notice::USE_OTHER,
        Offer::KeepMine => words::notice::KEEP_MINE,
        Offer::OpenLink => words::notice::OPEN_LINK,
        Offer::OpenReplaced => words::confirm::open::YES,
        Offer::RemoveReplaced => words::confirm::erase::YES,
        Offer::EraseHere => words::notice::ERASE_HERE,
    }
}

fn accept(ui: Ui, offer: Offer) {
    match offer {
        Offer::File => return ui.notify_unless_saved(ui.download()),
        Offer::UnreadableFile => return ui.notify_unless_saved(ui.download_unreadable()),
        Offer::Undo => ui.act(Action::Undo),
        Offer::RemoveReplaced => return ui.confirm(Confirmation::RemoveReplaced),
        Offer::TakeOver | Offer::OpenLink | Offer::OpenReplaced => ui.act(Action::TakeOver),
        Offer::KeepMine => ui.act(Action::KeepMine),
        Offer::EraseHere => ui.act(Action::Erase),
    }
    // The button is removed with the notice.
    ui.focus_heading();
}
