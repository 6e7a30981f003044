//! Saving and sharing the result: a link, an email, print, files, and moving to another device. Everything is created locally;
//! nothing is sent.

mod device;
mod files;
mod link;

use leptos::{ev::FocusEvent, prelude::*};

use super::{Findings, compare, views};
use crate::ui::{
    PublicEvent, Ui,
    components::{Feedback, OpenDetails, lazy_details, print_feedback, show_feedback},
    page::Page,
    subtree::Content,
};
use assessment::i18n::{
    Key,
    key::ui::{compare::with, take as words},
};
use files::File;
use session::View;

pub fn view(page: &mut Page, findings: &Findings) {
    page.within("section.take", |page| {
        views::heading(page, "h3#take", View::Save, words::TITLE);
        page.t("p", words::TEXT);
        page.within("div.sharing", |page| {
            page.within("section", |page| link::link(page, findings));
            page.within("section", |page| link::mail(page, findings));
            page.within("section", |page| paper(page, findings));
        });
        page.within("div.more", |page| {
            page.details("details.fold", words::files::TITLE, |page| files::files(page, findings));
            page.details("details.fold", words::device::TITLE, device::device);
            if findings.prepared.is_full() {
                comparing(page, findings);
            }
        });
    });
}

/// Where the browser cannot print, the visitor can save the report as a file instead.
fn paper(page: &mut Page, findings: &Findings) {
    let ui = page.ui;
    intro(page, words::print::TITLE, words::print::TEXT);
    let (can_print, feedback) = (RwSignal::new(true), RwSignal::new(None));
    let findings = findings.clone();
    page.within("div.actions", |page| {
        page.button("secondary", words::print::BUTTON, move || {
            can_print.set(ui.print());
            print_feedback(ui, feedback, can_print.get_untracked());
        });
        page.live(move |page| {
            if !can_print.get() {
                files::button(page, words::files::MARKDOWN, File::Markdown, feedback, &findings);
            }
        });
        show_feedback(page, feedback);
    });
}

/// The fold is open if people were added before.
fn comparing(page: &mut Page, findings: &Findings) {
    let opened: OpenDetails = RwSignal::new(u64::from(compare::is_begun(page.ui)));
    let mut summary = Page::new(page.ui);
    summary.t("summary", with::TITLE);
    let findings = findings.clone();
    let write = Box::new(move |page: &mut Page| compare::compare(page, &findings));
    lazy_details(page, "compare".to_owned(), opened, 0, summary, write);
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
    let ui = page.ui;
    let name = ui.t(label);
    let focused = move |event: FocusEvent| ui.select_text(&event);
    let field = view! {
        <div class="entry">
            <label for=id>{Content::text(name)}</label>
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
