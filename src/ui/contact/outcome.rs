//! What became of the message, and other ways to send it.

use leptos::prelude::*;

use super::{
    checking::message_list,
    desk::{Act, Desk, Papers},
    message::{self, MailTexts},
};
use crate::ui::{
    Ui,
    components::{Feedback, Link, save_feedback, show_feedback},
    page::Page,
};
use assessment::i18n::{
    Key,
    key::contact::{self as words, accepted, failed, offline, refused, sending, unconfirmed, waiting, ways},
};
use config::Receiver;
use contact::{MOST_ATTEMPTS, Request, State, email_of};

pub fn outcome(page: &mut Page, desk: Desk, papers: &Papers) {
    let host = message::receiver(&papers.contact);
    let state = papers.sending.state();
    let (mut text, mut n, mut action, mut is_open) = (None, 0, None, true);
    match state {
        State::Draft | State::Sending { .. } => is_open = false,
        State::Waiting { seconds, .. } => {
            (text, n) = (Some(waiting::TEXT), seconds as usize);
            action = Some(("secondary", failed::AGAIN, Act::Again));
        }
        State::Offline { .. } => text = Some(offline::TEXT),
        State::Accepted => {
            (text, is_open) = (Some(accepted::TEXT), false);
            action = Some(("quiet", words::NEW, Act::New));
        }
        State::Unconfirmed => {
            text = Some(match papers.contact.receiver {
                Receiver::Mailto => unconfirmed::MAIL,
                Receiver::Event => unconfirmed::PAGE,
                _ => unconfirmed::TEXT,
            });
            action = Some(("quiet", words::NEW, Act::New));
        }
        State::Refused => text = Some(refused::TEXT),
        State::GivenUp { may_have_arrived, can_repeat, .. } => {
            text = Some(if may_have_arrived { failed::TEXT } else { failed::KEPT });
            action = can_repeat.then_some(("primary", failed::AGAIN, Act::Again));
        }
    }
    match (state, title(papers)) {
        (State::Sending { attempt: attempt @ 2.. }, _) => {
            let [n, total] = [attempt, MOST_ATTEMPTS].map(|n| page.ui.number(usize::from(n)));
            page.fill("h5#contact-now", sending::AGAIN, &[("n", &n), ("total", &total)]);
        }
        (_, Some(title)) => page.t("h5#contact-now", title),
        (_, None) => {}
    }
    if let Some(text) = text {
        page.fill("p", text, &[("host", &host), ("n", &page.ui.number(n))]);
    }
    if state == State::Unconfirmed && papers.contact.receiver == Receiver::Mailto {
        page.t("p", unconfirmed::BY_HAND);
        page.within("p", |page| page.text("b", &host));
    }
    if state == State::Refused {
        if !papers.refusal.is_empty() {
            page.fill("p", refused::SAYS, &[("text", &papers.refusal)]);
        }
        page.within("ul", |page| {
            for (_, text) in &papers.faults {
                page.text("li", text);
            }
        });
    }
    if matches!(state, State::Sending { .. }) {
        // What was below the button stays below it, so that a second click hits nothing else.
        message_list(page, papers);
    }
    page.within("div.actions", |page| {
        if let Some((class, key, act)) = action {
            desk.seen_button(page, papers, class, (key, act));
        }
        let other = match state {
            State::Sending { .. } | State::Waiting { .. } | State::Offline { .. } => (sending::CANCEL, Act::Stop),
            State::Refused | State::GivenUp { .. } => (words::review::CHANGE, Act::Change),
            _ => return,
        };
        desk.seen_button(page, papers, "secondary", other);
    });
    if is_open {
        other_ways(page, desk, papers);
    }
}

/// What became of the message, in a few words. An email program is only opened.
pub fn title(papers: &Papers) -> Option<Key> {
    match papers.sending.state() {
        State::Draft => None,
        State::Sending { .. } | State::Unconfirmed if papers.contact.receiver == Receiver::Mailto => {
            Some(unconfirmed::OPENED)
        }
        State::Sending { .. } => Some(sending::TITLE),
        State::Waiting { .. } => Some(waiting::TITLE),
        State::Offline { .. } => Some(offline::TITLE),
        State::Accepted => Some(accepted::TITLE),
        State::Unconfirmed => Some(unconfirmed::TITLE),
        State::Refused => Some(refused::TITLE),
        State::GivenUp { may_have_arrived: true, .. } => Some(failed::MAYBE),
        State::GivenUp { .. } => Some(failed::UNSENT),
    }
}

/// The same message by hand: copied, as an email, or as a file.
fn other_ways(page: &mut Page, desk: Desk, papers: &Papers) {
    let ui = page.ui;
    let Some(message) = &papers.message else { return };
    let feedback: Feedback = RwSignal::new(None);
    page.t("h6", ways::TITLE);
    page.within("div.actions", |page| {
        desk.button(page, "secondary", ways::COPY, Act::Copy(feedback));
        let texts = MailTexts::new(ui);
        let mail = email_of(&papers.contact, message, texts.words(), ui.codec().print);
        if let Some(Request::Mail { url, .. }) = mail
            && papers.contact.receiver != Receiver::Mailto
        {
            Link::new("secondary", url, "_top", ui.t(ways::MAIL)).write(page);
        }
        desk.button(page, "secondary", ways::FILE, Act::Save(feedback));
        if ui.keeps_messages() {
            desk.button(page, "secondary", words::kept::KEEP, Act::Keep(feedback));
        }
        show_feedback(page, feedback);
    });
}

pub fn copy(ui: Ui, papers: &Papers, feedback: Feedback) {
    ui.copy(&papers.by_hand(ui), move |is_copied| {
        report(ui, feedback, if is_copied { ways::COPIED } else { ways::BY_HAND });
    });
}

pub fn report(ui: Ui, feedback: Feedback, words: Key) {
    // The section may have been removed.
    let _ = feedback.try_set(Some(words));
    ui.announce(Some(ui.t(words).to_owned()));
}

pub fn save(ui: Ui, papers: &Papers, feedback: Feedback) {
    save_feedback(ui, feedback, ui.offer_file("support-fit-message.txt", "text/plain", &papers.by_hand(ui)));
}
