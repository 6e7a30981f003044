//! Checking: everything that is sent, as it is sent.

use super::{
    desk::{Act, Desk, Papers},
    form::request,
    message,
};
use crate::ui::page::Page;
use assessment::i18n::key::contact::review as words;
use config::Receiver;

/// Longer values are folded. In characters.
const LONGEST_OPEN: usize = 300;

pub fn checking(page: &mut Page, desk: Desk, papers: &Papers) {
    let host = message::receiver(&papers.contact);
    page.t("h5#contact-now", words::TITLE);
    match papers.contact.receiver {
        Receiver::Mailto => page.fill("p", words::MAIL, &[("host", &host)]),
        Receiver::Event => page.t("p", words::PAGE),
        _ => page.fill("p", words::TEXT, &[("host", &host)]),
    }
    if papers.is_stopped {
        page.t("p.problem", words::STOPPED);
    }
    message_list(page, papers);
    request(page);
    let label = if papers.contact.receiver == Receiver::Mailto { words::OPEN } else { words::SEND };
    page.within("div.actions", |page| {
        desk.seen_button(page, papers, "primary", (label, Act::Send));
        desk.button(page, "secondary", words::CHANGE, Act::Change);
    });
}

/// What the visitor has typed, with the result, and, folded, the rest, which begins with the id.
pub fn message_list(page: &mut Page, papers: &Papers) {
    let Some(message) = &papers.message else { return };
    let mut lines = papers.lines(page.ui);
    let id = lines.iter().position(|(_, value)| *value == message.id);
    let rest = lines.split_off(id.unwrap_or(lines.len()));
    list(page, lines);
    if !rest.is_empty() {
        let summary = page.ui.fill(words::REST, &[("n", &page.ui.number(rest.len()))]);
        page.within("details.fold", |page| {
            page.text("summary", &summary);
            list(page, rest);
        });
    }
}

/// Texts with their names.
#[inline(never)]
pub fn list(page: &mut Page, lines: Vec<(String, String)>) {
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
