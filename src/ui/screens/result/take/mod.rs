//! Saving and sharing the result: a link, an email, print, files, and moving to another device. Everything is created locally;
//! nothing is sent.

mod device;
mod files;
mod link;

use leptos::{ev::FocusEvent, prelude::*};

use super::{Findings, Section, compare, section};
use crate::ui::{PublicEvent, Ui, components::Feedback, page::Page};
use assessment::i18n::{Key, key::ui::take as words};

const SECTION: Section = Section { heading: "h3#take", title: words::TITLE, write };

pub fn view(page: &mut Page, findings: &Findings) {
    section(page, findings, SECTION);
    if findings.prepared.is_full() {
        page.details("details.fold", compare::SECTION.title, |page| section(page, findings, compare::SECTION));
    }
}

fn write(page: &mut Page, findings: &Findings) {
    page.t("p", words::TEXT);
    page.within("div.ways", |page| {
        page.within("div.way", |page| link::link(page, findings));
        page.within("div.way", |page| link::mail(page, findings));
        page.within("div.way", |page| {
            intro(page, words::print::TITLE, words::print::TEXT);
            let ui = page.ui;
            page.within("div.actions", |page| {
                page.button("secondary", words::print::BUTTON, move || ui.print());
            });
        });
        page.within("div.way", |page| files::files(page, findings));
        page.within("div.way", device::device);
    });
}

fn intro(page: &mut Page, title: Key, text: Key) {
    page.t("h4", title);
    page.t("p.muted", text);
}

/// A read-only field for copying by hand. Selects its text on focus.
#[inline(never)]
fn copy_field(
    page: &mut Page,
    id: &'static str,
    label: Key,
    rows: Option<&'static str>,
    text: Box<dyn Fn() -> String + Send>,
) {
    let name = page.ui.t(label).to_owned();
    let ui = page.ui;
    let focused = move |event: FocusEvent| ui.select_text(&event);
    let field = view! {
        <div class="entry">
            <label for=id>{name}</label>
            <textarea id=id rows=rows readonly="readonly" prop:value=text on:focus=focused></textarea>
        </div>
    };
    page.add(field.into_any());
}

/// Copies a text and shows whether that worked. If not, focuses the field to copy from.
fn copy(ui: Ui, text: &str, method: &'static str, copied: Key, field: &'static str, feedback: Feedback) {
    ui.copy(text, move |is_copied| {
        let words = if is_copied { copied } else { words::link::BY_HAND };
        // The section may have been removed.
        if feedback.try_set(Some(words)).is_some() {
            return;
        }
        ui.announce(Some(ui.t(words).to_owned()));
        if is_copied {
            ui.emit(PublicEvent::Share(method));
        } else {
            ui.focus(field);
        }
    });
}
