//! Quotations with the article they come from.

use leptos::prelude::*;

use crate::{
    assessment::Citation,
    i18n::key::ui::result as words,
    ui::{
        Ui,
        markup::{el, el_text},
    },
};

/// The quotations, each once.
pub fn quotations(ui: Ui, citations: &[Citation]) -> AnyView {
    let mut shown: Vec<Citation> = Vec::new();
    for citation in citations {
        if !shown.iter().any(|c| c.quote == citation.quote) {
            shown.push(*citation);
        }
    }
    let quotation = |citation: Citation| {
        let quote = ui.fill(words::QUOTE, &[("quote", ui.t(citation.quote))]);
        let source = &ui.assessment().sources[citation.source.index()];
        el("li", "", vec![el_text("span", "", quote), el_text("cite", "", ui.t(source.name))])
    };
    el("ul", "quotations", shown.into_iter().map(quotation).collect())
}
