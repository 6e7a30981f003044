//! "Take it along": a link, a mail, paper, files, and the way to another device. All of it is made here, and sent by nobody
//! but the visitor.

mod files;
mod link;
mod moving;

use leptos::{ev::FocusEvent, prelude::*};

use super::{Findings, Section};
use crate::ui::{PublicEvent, Ui, components::Outcome, page::Page};
use assessment::i18n::{Key, key::ui::take as words};

/// One way after the other, the one that most people want first.
pub const SECTION: Section = Section { heading: "h4#take", title: words::TITLE, write };

fn write(page: &mut Page, findings: &Findings) {
    page.t("p", words::TEXT);
    page.within("div.ways", |page| {
        page.within("div.way", |page| link::link(page, findings));
        page.within("div.way", |page| link::mail(page, findings));
        page.within("div.way", |page| {
            way(page, words::print::TITLE, words::print::TEXT);
            let ui = page.ui;
            page.within("div.actions", |page| {
                page.button("secondary", words::print::BUTTON, move || ui.print());
            });
        });
        page.within("div.way", |page| files::files(page, findings));
        page.within("div.way", moving::moving);
    });
}

/// How each way begins.
fn way(page: &mut Page, title: Key, text: Key) {
    page.t("h5", title);
    page.t("p.muted", text);
}

/// A field to copy from by hand, of which everything is chosen when it gets the focus.
#[inline(never)]
fn to_copy(
    page: &mut Page,
    id: &'static str,
    label: Key,
    rows: Option<&'static str>,
    text: Box<dyn Fn() -> String + Send>,
) {
    let name = page.ui.t(label).to_owned();
    let ui = page.ui;
    let choose = move |event: FocusEvent| ui.select_text(&event);
    let field = view! {
        <div class="entry">
            <label for=id>{name}</label>
            <textarea id=id rows=rows readonly="readonly" prop:value=text on:focus=choose></textarea>
        </div>
    };
    page.add(field.into_any());
}

/// Copies a text, and says whether that worked; where it did not, the field is there to copy from.
fn copy(ui: Ui, text: &str, method: &'static str, copied: Key, field: &'static str, said: Outcome) {
    ui.copy(text, move |is_copied| {
        let words = if is_copied { copied } else { words::link::BY_HAND };
        // The section may be gone by now.
        if said.try_set(Some(words)).is_some() {
            return;
        }
        ui.say(Some(ui.t(words).to_owned()));
        if is_copied {
            ui.emit(PublicEvent::Share(method));
        } else {
            ui.focus(field);
        }
    });
}
