//! The table of contents. Its entries are buttons, because a link into a shadow tree does not work and would change the URL of
//! the host page.

use super::Section;
use crate::ui::page::Page;
use assessment::i18n::key::ui::result as words;

/// In a `details` element on narrow screens, next to the text on wide ones.
pub fn contents(page: &mut Page, sections: &[Section]) {
    page.within("nav.contents", |page| {
        page.details("details.fold narrow", words::CONTENTS, |page| list(page, sections));
        page.within("div.beside", |page| {
            page.t("p#nav-title.muted", words::CONTENTS);
            list(page, sections);
        });
    });
}

fn list(page: &mut Page, sections: &[Section]) {
    let ui = page.ui;
    page.within("ol", |page| {
        for Section { heading, title, .. } in sections {
            let (heading, title) = (*heading, *title);
            page.within("li", |page| page.button("link", title, move || ui.focus_now(heading)));
        }
    });
}
