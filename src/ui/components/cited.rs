//! Texts with the numbers of their quotations, and the quotations by number.

use super::sources::quotation;
use crate::ui::{Ui, page::Page};
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
        page.text("span.cited", &bracketed(page.ui, &numbers));
    });
}

/// "[3, 7–9]".
fn bracketed(ui: Ui, numbers: &[usize]) -> String {
    let mut text = String::from("[");
    let (mut rest, mut is_first) = (numbers, true);
    while let Some((first, _)) = rest.split_first() {
        let run = rest.iter().zip(*first..).take_while(|(n, expected)| *n == expected).count();
        if !is_first {
            text.push_str(", ");
        }
        text.push_str(&ui.number(*first));
        if run > 1 {
            text.push_str(if run > 2 { "\u{2013}" } else { ", " });
            text.push_str(&ui.number(first + run - 1));
        }
        (rest, is_first) = (&rest[run..], false);
    }
    text.push(']');
    text
}

/// The quotations that were cited; their places in the list are their numbers.
pub fn numbered_quotations(page: &mut Page, quoted: &Quoted) {
    page.within("ol.quotations", |page| {
        for citation in quoted.all() {
            quotation(page, citation);
        }
    });
}
