//! The notice at the top, and the live region for screen readers.

use assessment::i18n::{Key, key::ui as words};

use session::Action;

use crate::ui::{
    Ui,
    notice::{Offer, offers},
    page::{Extra, Page},
};

/// The notice, if there is one, with what it offers.
pub fn notice_bar(page: &mut Page) {
    page.live(|page| {
        let ui = page.ui;
        let Some(notice) = ui.notice() else { return };
        page.within("div.notice", |page| {
            page.text("p", &ui.notice_text(notice));
            page.within("div.tools", |page| {
                for offer in offers(notice) {
                    page.button("quiet", label(*offer), move || take(ui, *offer));
                }
                page.button("quiet", words::notice::CLOSE, move || {
                    ui.act(Action::Dismiss);
                    ui.focus_heading();
                });
            });
        });
    });
}

/// The only live region. It is on the page before there is anything to announce.
pub fn live_region(page: &mut Page) {
    let ui = page.ui;
    let status = Extra { role: Some("status"), ..Extra::default() };
    page.within_special("div.unseen", status, |page| page.live_bare(move || ui.announced().unwrap_or_default()));
}

const fn label(offer: Offer) -> Key {
    match offer {
        Offer::Undo => words::footer::UNDO,
        Offer::File | Offer::UnreadableFile => words::notice::FILE,
        Offer::TakeOver => words::notice::USE_OTHER,
        Offer::KeepMine => words::notice::KEEP_MINE,
        Offer::OpenLink => words::notice::OPEN_LINK,
        Offer::EraseHere => words::notice::ERASE_HERE,
    }
}

fn take(ui: Ui, offer: Offer) {
    match offer {
        Offer::File => return ui.file_offered(ui.download()),
        Offer::UnreadableFile => return ui.file_offered(ui.download_unreadable()),
        Offer::Undo => ui.act(Action::Undo),
        Offer::TakeOver | Offer::OpenLink => ui.act(Action::TakeOver),
        Offer::KeepMine => ui.act(Action::KeepMine),
        Offer::EraseHere => ui.act(Action::Erase),
    }
    // The button goes with the notice.
    ui.focus_heading();
}
