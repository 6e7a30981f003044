//! The link with the answers in its fragment, and a short email with it.

use std::sync::Arc;

use leptos::prelude::*;

use super::{Findings, copy, copy_field, intro};
use crate::ui::{
    PublicEvent, Ui,
    components::{Link, show_feedback, tick},
    page::Page,
    subject::offer,
};
use assessment::i18n::key::ui::take::{link as words, mail as mail_words};
use report::{Mail, MailNotes, Offer};

pub fn link(page: &mut Page, _: &Findings) {
    let ui = page.ui;
    if ui.address().is_none() {
        return intro(page, words::TITLE, words::NONE);
    }
    intro(page, words::TITLE, words::TEXT);
    let has_plan = ui.follow(|session| !session.worksheet().is_empty());
    let entered = ui.follow(|session| session.worksheet().clone());
    let with_plan = RwSignal::new(true);
    let feedback = RwSignal::new(None);
    page.live(move |page| {
        if has_plan.get() {
            let label = page.ui.t(words::PLAN);
            let ticked = Box::new(move || with_plan.get());
            tick(page, label, None, ticked, Box::new(move |_, is_ticked| with_plan.set(is_ticked)));
            page.t("p.muted small", words::STAYS);
        }
    });
    let made = Memo::new(move |_| entered.with(|_| ui.link(with_plan.get())));
    // Announced only when it changes, not when the section is rendered.
    Effect::new(move |before: Option<bool>| {
        let is_long = made.with(Option::is_none);
        if before.is_some_and(|before| before != is_long) {
            ui.announce(is_long.then(|| ui.t(words::TOO_LONG).to_owned()));
        }
        is_long
    });
    page.live(move |page| {
        if made.with(Option::is_none) {
            page.t("p.problem", words::TOO_LONG);
        }
    });
    copy_field(page, "take-link", words::LABEL, Some("2"), Box::new(move || made.get().unwrap_or_default()));
    page.within("div.actions", |page| {
        page.button("secondary", words::COPY, move || {
            if let Some(link) = made.get_untracked() {
                copy(ui, &link, "link", words::COPIED, "#take-link", feedback);
            }
        });
        show_feedback(page, feedback);
    });
}

/// A short text with the verdict, some reasons and the link, for the visitor's mail program or to copy.
pub fn mail(page: &mut Page, findings: &Findings) {
    let ui = page.ui;
    intro(page, mail_words::TITLE, mail_words::TEXT);
    let feedback = RwSignal::new(None);
    let shown = RwSignal::new(false);
    let copying = findings.clone();
    let mail = mail_of(ui, findings).address();
    page.within("div.actions", |page| {
        if let Some(address) = mail {
            let clicked = move |_| {
                ui.emit(PublicEvent::Share("mail"));
            };
            let link = Link::new("secondary", address, "_top", ui.t(mail_words::WRITE));
            link.write_with(page, Box::new(clicked));
        }
        page.button("secondary", mail_words::COPY, move || {
            shown.set(true);
            copy(ui, &mail_of(ui, &copying).body(), "text", mail_words::COPIED, "#take-mail", feedback);
        });
        show_feedback(page, feedback);
    });
    let findings = findings.clone();
    page.live(move |page| {
        if shown.get() {
            let body = mail_of(page.ui, &findings).body();
            copy_field(page, "take-mail", mail_words::LABEL, Some("8"), Box::new(move || body.clone()));
        }
    });
}

/// The mail with the current link, without plan entries, which would make it long.
fn mail_of(ui: Ui, findings: &Findings) -> Mail {
    let settings = ui.settings();
    let link = ui.link(false).unwrap_or_default();
    let Offer { name, sells, changes } = offer(&settings);
    let notes = MailNotes { link: &link, provider: name, sells, is_changed: !changes.is_empty() };
    let prepared = Arc::clone(&findings.prepared);
    let flips = prepared.is_full().then(|| prepared.flips(ui.assessment()));
    ui.with_voice(|voice| Mail::of(voice, &prepared.evaluation, flips, notes))
}
