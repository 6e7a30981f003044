//! How often each model comes first: a table whose bars are drawn, so that it is its own text equivalent.

use super::marker::{fill_class, marked_name};
use crate::ui::{Ui, drawing::Fit, page::Page};
use assessment::{
    Alternative,
    i18n::key::ui::result::{FIRST, INDEX_VALUE, MODEL, OF_100},
};
use decision::evaluation::{Evaluation, Status, round_half_up};
use report::status_word;

/// A row per model with its share in words and as a bar, and its status where something stands in its way.
pub fn share_table(page: &mut Page, evaluation: &Evaluation) {
    page.within("table.shares", |page| {
        page.heads("thead.unseen", &[MODEL, FIRST]);
        page.within("tbody", |page| {
            for alternative in Alternative::ALL {
                share_row(page, evaluation, alternative);
            }
        });
    });
}

fn share_row(page: &mut Page, evaluation: &Evaluation, alternative: Alternative) {
    let n = share_words(page.ui, evaluation.shares.first[alternative.index()]);
    let status = evaluation.gates.of_alternative(alternative);
    // In whole thousandths: the drawing needs no more, and a fraction in text costs bytes.
    let width = (evaluation.shares.first[alternative.index()] * 1000.0) as i32;
    page.within(if evaluation.leader == alternative { "tr.leads" } else { "tr" }, |page| {
        page.within("th", |page| {
            marked_name(page, alternative);
            if status != Status::Ok {
                page.t("span.muted", status_word(status));
            }
        });
        page.within("td", |page| {
            page.bare(&page.ui.fill(OF_100, &[("n", &n)]));
            page.drawing("bar", [0, 1000, 20], Fit::Stretch, |shapes| {
                shapes.bar(fill_class(alternative), [0, 0, width, 20]);
            });
        });
    });
}

/// A share as a number of 100, in words.
pub fn share_words(ui: Ui, share: f64) -> String {
    ui.with_voice(|voice| voice.share(share))
}

/// The index of a model and the ends of its range, rounded.
pub fn index_of(evaluation: &Evaluation, alternative: Alternative) -> (i32, [i32; 2]) {
    let n = alternative.index();
    (evaluation.index()[n], evaluation.shares.index_range[n].map(round_half_up))
}

/// The same in words.
pub fn index_words(ui: Ui, evaluation: &Evaluation, alternative: Alternative) -> String {
    let (index, [low, high]) = index_of(evaluation, alternative);
    let [n, low, high] = [index, low, high].map(|n| ui.number(n.max(0) as usize));
    ui.fill(INDEX_VALUE, &[("n", &n), ("low", &low), ("high", &high)])
}
