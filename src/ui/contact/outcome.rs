//! What became of the message, and other ways to send it.

use leptos::prelude::*;

use super::{desk::Desk, form::link, message};
use crate::ui::{
    components::{Feedback, save_feedback, show_feedback},
    page::Page,
};
use assessment::i18n::{
    Key,
    key::contact::{self as words, accepted, failed, offline, refused, sending, unconfirmed, waiting, ways},
};
use config::Receiver;
use contact::{Input, MOST_ATTEMPTS, Refusal, Request, State, email_of};

pub fn outcome(page: &mut Page, desk: &Desk) {
    let host = message::receiver(&desk.contact);
    let named = [("host", host.as_str())];
    let state = desk.state();
    match (&state, title(&state)) {
        (State::Sending { attempt: attempt @ 2.. }, _) => {
            let [n, total] = [*attempt, MOST_ATTEMPTS].map(|n| page.ui.number(usize::from(n)));
            page.fill("h5#contact-now", sending::AGAIN, &[("n", &n), ("total", &total)]);
        }
        (_, Some(title)) => page.t("h5#contact-now", title),
        (_, None) => {}
    }
    match state {
        State::Draft => {}
        State::Sending { .. } => stop(page, desk),
        State::Waiting { seconds, .. } => {
            let n = page.ui.number(seconds as usize);
            page.fill("p", waiting::TEXT, &[("host", host.as_str()), ("n", &n)]);
            page.within("div.actions", |page| {
                again(page, desk, "secondary");
                stop_button(page, desk);
            });
            other_ways(page, desk);
        }
        State::Offline { .. } => {
            page.t("p", offline::TEXT);
            stop(page, desk);
            other_ways(page, desk);
        }
        State::Accepted => {
            page.fill("p", accepted::TEXT, &named);
            begin_again(page, desk);
        }
        State::Unconfirmed => {
            match desk.contact.receiver {
                Receiver::Mailto => page.t("p", unconfirmed::MAIL),
                Receiver::Event => page.t("p", unconfirmed::PAGE),
                _ => page.fill("p", unconfirmed::TEXT, &named),
            }
            begin_again(page, desk);
            other_ways(page, desk);
        }
        State::Refused(refusal) => refused(page, desk, &refusal),
        State::GivenUp { may_have_arrived, can_repeat, .. } => {
            if may_have_arrived {
                page.fill("p", failed::TEXT, &named);
            } else {
                page.t("p", failed::KEPT);
            }
            page.within("div.actions", |page| {
                if can_repeat {
                    again(page, desk, "primary");
                }
                change(page, desk);
            });
            other_ways(page, desk);
        }
    }
}

/// What became of the message, in a few words.
pub const fn title(state: &State) -> Option<Key> {
    match state {
        State::Draft => None,
        State::Sending { .. } => Some(sending::TITLE),
        State::Waiting { .. } => Some(waiting::TITLE),
        State::Offline { .. } => Some(offline::TITLE),
        State::Accepted => Some(accepted::TITLE),
        State::Unconfirmed => Some(unconfirmed::TITLE),
        State::Refused(_) => Some(refused::TITLE),
        State::GivenUp { may_have_arrived: true, .. } => Some(failed::MAYBE),
        State::GivenUp { .. } => Some(failed::UNSENT),
    }
}

/// The receiver does not take the message. Faults of fields are corrected in the form.
fn refused(page: &mut Page, desk: &Desk, refusal: &Refusal) {
    page.fill("p", refused::TEXT, &[("host", &message::receiver(&desk.contact))]);
    if !refusal.detail.is_empty() {
        page.fill("p", refused::SAYS, &[("text", &refusal.detail)]);
    }
    page.within("ul", |page| {
        for fault in &refusal.fields {
            page.text("li", &message::refusal_words(page.ui, &desk.contact, fault).1);
        }
    });
    page.within("div.actions", |page| change(page, desk));
    other_ways(page, desk);
}

fn change(page: &mut Page, desk: &Desk) {
    let desk = desk.clone();
    page.button("secondary", words::review::CHANGE, move || {
        let faults = match desk.state() {
            State::Refused(refusal) => {
                refusal.fields.iter().map(|fault| message::refusal_words(desk.ui, &desk.contact, fault)).collect()
            }
            _ => Vec::new(),
        };
        desk.write(faults);
    });
}

fn stop(page: &mut Page, desk: &Desk) {
    page.within("div.actions", |page| stop_button(page, desk));
}

fn stop_button(page: &mut Page, desk: &Desk) {
    let desk = desk.clone();
    page.button("secondary", sending::CANCEL, move || desk.apply(Input::Cancel));
}

fn again(page: &mut Page, desk: &Desk, class: &'static str) {
    let desk = desk.clone();
    page.button(class, failed::AGAIN, move || desk.send_again());
}

fn begin_again(page: &mut Page, desk: &Desk) {
    let desk = desk.clone();
    page.within("div.actions", |page| page.button("quiet", words::NEW, move || desk.begin_again()));
}

/// The same message by hand: copied, as an email, or as a file.
fn other_ways(page: &mut Page, desk: &Desk) {
    let ui = page.ui;
    let Some(sent) = desk.message() else { return };
    let feedback: Feedback = RwSignal::new(None);
    page.t("h6", ways::TITLE);
    page.within("div.actions", |page| {
        let copying = desk.clone();
        page.button("secondary", ways::COPY, move || {
            ui.copy(&copying.text(), move |is_copied| {
                let words = if is_copied { ways::COPIED } else { ways::BY_HAND };
                let _ = feedback.try_set(Some(words));
                ui.announce(Some(ui.t(words).to_owned()));
            });
        });
        if let Some(Request::Mail { url, .. }) =
            email_of(&desk.contact, &sent, message::mail_words(ui), ui.codec().print)
            && desk.contact.receiver != Receiver::Mailto
        {
            link(page, "secondary", url, "_top", ui.t(ways::MAIL));
        }
        let saving = desk.clone();
        page.button("secondary", ways::FILE, move || {
            save_feedback(ui, feedback, ui.offer_file("support-fit-message.txt", "text/plain", &saving.text()));
        });
        show_feedback(page, feedback);
    });
}
