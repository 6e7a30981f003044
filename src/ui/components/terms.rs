//! The definitions of the three models, on every screen.

use super::marker;
use crate::ui::page::Page;
use assessment::{Alternative, i18n::key};

pub fn terms(page: &mut Page) {
    page.details("details.fold", key::ui::terms::SUMMARY, |page| {
        page.within("dl.terms", |page| {
            for alternative in Alternative::ALL {
                let notes = page.ui.assessment().notes(alternative);
                page.within("div", |page| {
                    page.within("dt", |page| {
                        marker(page, alternative);
                        page.bare(page.ui.t(notes.name));
                    });
                    page.t("dd", notes.definition.text);
                });
            }
        });
    });
}
