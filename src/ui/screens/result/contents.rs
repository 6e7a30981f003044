//! The table of contents. Its entries are buttons, not links: a link into a shadow tree leads nowhere and would change the
//! address of the host page.

use super::Section;
use crate::ui::page::Page;
use assessment::i18n::key::ui::result as words;

/// Every section by its title: folded where the page is narrow, beside the text where it is wide.
pub fn contents(page: &mut Page, sections: &[Section]) {
    page.within("nav.contents", |page| {
        page.fold("details.fold narrow", words::CONTENTS, |page| list(page, sections));
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
            page.within("li", |page| page.button("link", title, move || ui.jump(heading)));
        }
    });
}
