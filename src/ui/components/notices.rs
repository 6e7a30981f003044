//! The message on top, and the region in which a screen reader hears it.

use leptos::prelude::*;

use assessment::i18n::{Key, key::ui as words};

use session::Action;

use crate::ui::{
    Ui,
    notice::{Notice, Offer},
    page::Page,
};

/// The message, if there is one, with what it offers.
pub fn notice_bar(page: &mut Page) {
    page.live(|page| {
        let ui = page.ui;
        let Some(notice) = ui.notice() else { return };
        page.within("div.notice", |page| {
            page.text("p", &ui.told(notice));
            page.within("div.tools", |page| {
                for offer in notice.offers() {
                    page.button("quiet", label(*offer), move || take(ui, *offer));
                }
                page.button("quiet", words::notice::CLOSE, move || {
                    ui.tell(None);
                    ui.focus_heading();
                });
            });
        });
    });
}

/// The one live region. It is on the page before it has anything to say.
pub fn live_region(page: &mut Page) {
    let ui = page.ui;
    let mut said = Page::new(ui);
    said.live_text(move || ui.spoken().unwrap_or_default());
    page.add(view! { <div class="unseen" role="status">{said.view()}</div> }.into_any());
}

const fn label(offer: Offer) -> Key {
    match offer {
        Offer::Undo => words::footer::UNDO,
        Offer::File | Offer::UnreadableFile => words::notice::FILE,
        Offer::TakeOver => words::notice::USE_OTHER,
        Offer::KeepMine | Offer::LeaveLink => words::notice::KEEP_MINE,
        Offer::OpenLink => words::notice::OPEN_LINK,
        Offer::EraseHere => words::notice::ERASE_HERE,
    }
}

fn take(ui: Ui, offer: Offer) {
    match offer {
        Offer::File => return ui.file_offered(ui.download()),
        Offer::UnreadableFile => return ui.file_offered(ui.download_unreadable()),
        Offer::Undo => {
            ui.act(Action::Undo);
            ui.tell(None);
        }
        Offer::TakeOver => {
            ui.act(Action::TakeOver);
            ui.tell(Some(Notice::TakenOver));
        }
        Offer::KeepMine => {
            ui.act(Action::KeepMine);
            ui.tell(None);
        }
        Offer::OpenLink => ui.take_over(),
        Offer::LeaveLink => {
            ui.act(Action::KeepMine);
            ui.tell(None);
            ui.settle_link();
        }
        Offer::EraseHere => ui.erase(),
    }
    ui.focus_heading();
}
