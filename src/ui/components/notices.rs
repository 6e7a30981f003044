//! The message on top, and the region in which a screen reader hears it.

use leptos::prelude::*;

use crate::{
    i18n::{Key, key::ui as words},
    session::Action,
    ui::{
        Ui,
        markup::{button, el, el_text, live, parts, text},
        notice::{Notice, Offer},
    },
};

/// The message, if there is one, with what it offers.
pub fn notice_bar(ui: Ui) -> AnyView {
    live(move || {
        let Some(notice) = ui.notice() else { return parts(Vec::new()) };
        let mut offers: Vec<AnyView> = notice
            .offers()
            .iter()
            .map(|offer| button("quiet", ui.t(label(*offer)), move || take(ui, *offer)))
            .collect();
        offers.push(button("quiet", ui.t(words::notice::CLOSE), move || {
            ui.tell(None);
            ui.focus_heading();
        }));
        el("div", "notice", vec![el_text("p", "", ui.t(notice.text())), el("div", "tools", offers)])
    })
}

/// The one live region. It is on the page before it has anything to say.
pub fn live_region(ui: Ui) -> AnyView {
    let said = live(move || text(ui.spoken().map_or("", |key| ui.t(key))));
    view! { <div class="unseen" role="status">{said}</div> }.into_any()
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
