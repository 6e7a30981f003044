//! Quotations with their source articles.

use crate::ui::page::Page;
use assessment::{Citation, i18n::key::ui::result as words};

/// The quotations, without duplicates.
pub fn quotations(page: &mut Page, citations: &[Citation]) {
    let mut shown: Vec<Citation> = Vec::new();
    page.within("ul.quotations", |page| {
        for citation in citations {
            if shown.iter().any(|c| c.quote == citation.quote) {
                continue;
            }
            shown.push(*citation);
            quotation(page, citation);
        }
    });
}

/// A quotation as an item of a list, with our translation where the page is in another language.
pub fn quotation(page: &mut Page, citation: &Citation) {
    let translation = page.ui.words().translation(citation.quote);
    page.within("li", |page| {
        let element = if translation.is_some() { "span.english" } else { "span" };
        page.fill(element, words::QUOTE, &[("quote", page.ui.t(citation.quote))]);
        if let Some(translation) = translation {
            page.bare(" ");
            page.fill("span", words::TRANSLATION, &[("quote", translation)]);
        }
        page.t("cite", page.ui.assessment().sources[citation.source.index()].name);
    });
}

/// The quotations in a `details` element.
pub fn sources_of(page: &mut Page, citations: &[Citation]) {
    page.details("details.fold sources", words::SOURCES, |page| quotations(page, citations));
}
