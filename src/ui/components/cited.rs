//! Texts with the numbers of their quotations, and the quotations by number.

use super::sources::quotation;
use crate::ui::page::Page;
use assessment::{Citation, i18n::Key};
use report::Quoted;

/// A text, followed by the numbers of its quotations.
pub fn cited(page: &mut Page, element: &'static str, text: Key, quoted: &mut Quoted, citations: &[Citation]) {
    let numbers = quoted.cite(citations);
    if numbers.is_empty() {
        return page.t(element, text);
    }
    page.within(element, |page| {
        page.bare(page.ui.t(text));
        page.bare(" ");
        page.text("span.cited", &["[", &page.ui.with_voice(|voice| voice.cited_numbers(&numbers)), "]"].concat());
    });
}

/// The quotations that were cited; their places in the list are their numbers.
pub fn numbered_quotations(page: &mut Page, quoted: &Quoted) {
    page.within("ol.quotations", |page| {
        for citation in quoted.all() {
            quotation(page, citation);
        }
    });
}
