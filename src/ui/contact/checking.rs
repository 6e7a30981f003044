//! Checking: everything that is sent, as it is sent.

use super::{
    desk::{Desk, Line},
    form::request,
    message,
};
use crate::ui::page::Page;
use assessment::i18n::key::contact::review as words;
use config::Receiver;

/// Longer values are folded. In characters.
const LONGEST_OPEN: usize = 300;

pub fn checking(page: &mut Page, desk: &Desk) {
    let ui = page.ui;
    let host = message::receiver(&desk.contact);
    page.t("h5#contact-now", words::TITLE);
    match desk.contact.receiver {
        Receiver::Mailto => page.fill("p", words::MAIL, &[("host", &host)]),
        Receiver::Event => page.t("p", words::PAGE),
        _ => page.fill("p", words::TEXT, &[("host", &host)]),
    }
    if desk.is_stopped() {
        page.t("p.problem", words::STOPPED);
    }
    let (first, rest) = desk.lines();
    list(page, first);
    if !rest.is_empty() {
        let summary = ui.fill(words::REST, &[("n", &ui.number(rest.len()))]);
        page.within("details.fold", |page| {
            page.text("summary", &summary);
            list(page, rest);
        });
    }
    request(page);
    page.within("div.actions", |page| {
        let sending = desk.clone();
        let label = if desk.contact.receiver == Receiver::Mailto { words::OPEN } else { words::SEND };
        if desk.is_seen() {
            page.button("primary", label, move || sending.send());
        } else {
            page.waiting_button("primary", label);
        }
        let writing = desk.clone();
        page.button("secondary", words::CHANGE, move || writing.write(Vec::new()));
    });
}

/// Texts with their names.
pub fn list(page: &mut Page, lines: Vec<Line>) {
    page.within("dl.sent", |page| {
        for (name, value) in lines {
            page.within("div", |page| {
                page.text("dt", &name);
                page.within("dd", |page| text(page, &value));
            });
        }
    });
}

fn text(page: &mut Page, value: &str) {
    if value.is_empty() {
        return page.t("span.muted", words::NONE);
    }
    let characters = value.chars().count();
    if characters <= LONGEST_OPEN {
        return page.text("span", value);
    }
    let summary = page.ui.fill(words::LONG, &[("n", &page.ui.number(characters))]);
    page.within("details.fold", |page| {
        page.text("summary", &summary);
        page.text("p", value);
    });
}
