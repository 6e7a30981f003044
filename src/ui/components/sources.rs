//! Quotations with the article they come from.

use assessment::{Citation, i18n::key::ui::result as words};

use crate::ui::page::Page;

/// The quotations, each once.
pub fn quotations(page: &mut Page, citations: &[Citation]) {
    let mut shown: Vec<Citation> = Vec::new();
    page.within("ul.quotations", |page| {
        for citation in citations {
            if shown.iter().any(|c| c.quote == citation.quote) {
                continue;
            }
            shown.push(*citation);
            page.within("li", |page| {
                page.fill("span", words::QUOTE, &[("quote", page.ui.t(citation.quote))]);
                page.t("cite", page.ui.assessment().sources[citation.source.index()].name);
            });
        }
    });
}

/// The quotations behind a part of the page, folded.
pub fn sources_of(page: &mut Page, citations: &[Citation]) {
    page.fold("details.fold sources", words::SOURCES, |page| quotations(page, citations));
}
