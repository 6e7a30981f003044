//! Writing: fields, two boxes, and what the press of the button means.

use leptos::prelude::*;

use super::{
    desk::{Act, Desk, Papers},
    message,
};
use crate::ui::{
    components::{Entry, Kind, Link, entry, entry_with_list, list_option, list_prompt, tick},
    page::Page,
};
use assessment::i18n::key::contact as words;
use config::{Field, FieldKind};
use contact::{Typed, likely_typo, most_characters};
use decision::worksheet::CalendarDate;

pub fn form(page: &mut Page, desk: Desk, papers: &Papers) {
    let ui = page.ui;
    if !papers.faults.is_empty() {
        problems(page, desk, papers);
    }
    if let Some((_, until)) = &papers.kept {
        let day = CalendarDate::parse(until).map(|day| ui.day(day)).unwrap_or_default();
        page.fill("p", words::kept::TEXT, &[("date", &day)]);
        page.within("div.actions", |page| {
            desk.button(page, "secondary", words::kept::TAKE, Act::Take);
            desk.button(page, "secondary", words::kept::FORGET, Act::Forget);
        });
    }
    page.t("p.muted", words::TEXT);
    page.within("form", |page| {
        page.within("div.asked", |page| {
            let fields = &papers.contact.fields;
            let questions = fields.len() - papers.contact.questions;
            for (n, field) in fields.iter().enumerate() {
                if n == questions {
                    page.t("h5", words::questions::TITLE);
                    page.t("p.muted", words::questions::TEXT);
                }
                one(page, desk, papers, (n, field));
            }
        });
        trap(page, desk);
        page.within("div.with", |page| {
            if papers.contact.with_answers {
                let label = ui.t(words::with::RESULT);
                box_for(page, desk, label, papers.typed.with_result, |typed, is_ticked| typed.with_result = is_ticked);
            }
            if let Some(label) = message::news_words(ui, &papers.contact) {
                box_for(page, desk, &label, papers.typed.with_news, |typed, is_ticked| typed.with_news = is_ticked);
            }
        });
        request(page);
        page.within("div.actions", |page| {
            page.next_button(move || ui.t(words::CHECK), move || desk.act(Act::Check));
        });
    });
}

/// The list of problems, which takes the focus. Each leads to its field.
fn problems(page: &mut Page, desk: Desk, papers: &Papers) {
    page.within("div.problems", |page| {
        page.t("h5#contact-now", words::fault::TITLE);
        page.within("ul", |page| {
            for (n, text) in &papers.faults {
                page.within("li", |page| desk.button_named(page, "link", text, Act::Go(*n)));
            }
        });
    });
}

/// The selector of a field.
pub fn selector(field: usize) -> String {
    ["#contact-", &field.to_string()].concat()
}

fn one(page: &mut Page, desk: Desk, papers: &Papers, (n, field): (usize, &Field)) {
    let ui = page.ui;
    let mut label = message::label(ui, field);
    if !field.is_required {
        label = ui.fill(words::OPTIONAL, &[("label", &label)]);
    }
    let value = papers.typed.fields.get(n).cloned().unwrap_or_default();
    let mut list = Page::new(ui);
    let kind = match &field.kind {
        FieldKind::Name => Kind::OwnName,
        FieldKind::Email => Kind::Email,
        FieldKind::Phone => Kind::Phone,
        FieldKind::Organization => Kind::Organization,
        FieldKind::Role => Kind::Role,
        FieldKind::Message => Kind::Note,
        FieldKind::Own { choices, .. } if choices.is_empty() => Kind::Line,
        FieldKind::Own { choices, .. } => {
            list_prompt(&mut list, words::CHOOSE);
            for choice in choices {
                list_option(&mut list, choice.clone(), choice, *choice == value);
            }
            Kind::Choice
        }
    };
    let problem = RwSignal::new(papers.fault_of(n).map(str::to_owned));
    let hint = RwSignal::new(None);
    let is_email = kind == Kind::Email;
    let on_change = Box::new(move |_, text: String| {
        if is_email && !ui.is_typing() {
            hint.set(likely_typo(&text));
        }
        desk.type_in(n, &text);
        // Nothing is an error before the visitor wants to send it.
        problem.get_untracked().and(desk.fault_of(n))
    });
    let id = selector(n).split_off(1);
    let max_length = most_characters(&field.kind);
    let value = Box::new(move || value.clone());
    let entry = Entry { kind, id: &id, label: Some(&label), name: None, max_length, value, on_change };
    entry_with_list(page, entry, problem, list);
    if is_email {
        page.live(move |page| {
            if let Some(meant) = hint.get() {
                typo(page, desk, n, &meant);
            }
        });
    }
}

/// What the visitor may have meant. It can be wrong, so nothing depends on it.
fn typo(page: &mut Page, desk: Desk, field: usize, meant: &str) {
    page.within("p.small", |page| {
        page.fill("span", words::typo::TEXT, &[("email", meant)]);
        let label = page.ui.fill(words::typo::TAKE, &[("email", meant)]);
        desk.button_named(page, "link", &label, Act::Correct(field));
    });
}

/// A field that people do not see, and the keyboard does not reach. Programs fill it in; the receiver decides what that means.
fn trap(page: &mut Page, desk: Desk) {
    page.within("div.unseen trap", |page| {
        let on_change = Box::new(move |_, text: String| {
            desk.change_typed(&mut |typed| typed.trap.clone_from(&text));
            None
        });
        let label = Some(page.ui.t(words::TRAP));
        let value = Box::new(String::new);
        entry(page, Entry { kind: Kind::Line, id: "contact-b7", label, name: None, max_length: 200, value, on_change });
    });
}

fn box_for(page: &mut Page, desk: Desk, label: &str, is_ticked: bool, set: fn(&mut Typed, bool)) {
    let changed = move |_, is_ticked| desk.change_typed(&mut |typed| set(typed, is_ticked));
    tick(page, label, None, Box::new(move || is_ticked), Box::new(changed));
}

/// What the press of the button asks for, and the link to the privacy notice, in a new tab, so that the form stays.
#[inline(never)]
pub fn request(page: &mut Page) {
    page.within("p.small", |page| {
        let ui = page.ui;
        page.text("span", &message::request_words(ui));
        if let Some(url) = ui.settings().privacy_url.clone() {
            page.bare(" ");
            Link::new("link", url, "_blank", ui.t(words::PRIVACY)).write(page);
        }
    });
}
