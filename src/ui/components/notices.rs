//! The message on top, and the region in which a screen reader hears it.

use leptos::prelude::*;

use crate::{
    i18n::{Key, key::ui as words},
    session::Action,
    ui::{
        Ui,
        notice::{Notice, Offer},
        page::Page,
    },
};

/// The message, if there is one, with what it offers.
pub fn notice_bar(page: &mut Page) {
    page.live(|page| {
        let ui = page.ui;
        let Some(notice) = ui.notice() else { return };
        page.within("div.notice", |page| {
            page.t("p", notice.text());
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
        Offer::File | Offer::AsideFile => words::notice::FILE,
        Offer::TakeOver => words::notice::USE_OTHER,
        Offer::KeepMine => words::notice::KEEP_MINE,
        Offer::EraseHere => words::notice::ERASE_HERE,
    }
}

fn take(ui: Ui, offer: Offer) {
    match offer {
        Offer::File => return ui.download(),
        Offer::AsideFile => return ui.download_aside(),
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
        Offer::EraseHere => ui.erase(),
    }
    ui.focus_heading();
}
