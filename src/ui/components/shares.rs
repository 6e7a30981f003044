//! How often each model came first: a table with bars, which is its own text equivalent.

use super::marker::{fill_class, marked_name};
use crate::ui::{Ui, drawing::Fit, page::Page};
use assessment::{
    Alternative,
    i18n::key::ui::result::{FIRST, INDEX_VALUE, MODEL, OF_100},
};
use decision::evaluation::{Evaluation, Status, round_half_up};
use report::status_word;

/// A row per model in their usual order: its share as text and bar, and its status unless that is OK.
pub fn share_table(page: &mut Page, evaluation: &Evaluation) {
    share_rows(page, evaluation, Alternative::ALL);
}

/// The same with the leader first, then by share.
pub fn ranked_share_table(page: &mut Page, evaluation: &Evaluation) {
    share_rows(page, evaluation, evaluation.ranked());
}

fn share_rows(page: &mut Page, evaluation: &Evaluation, order: [Alternative; 3]) {
    page.within("table.shares", |page| {
        page.heads("thead.unseen", &[MODEL, FIRST]);
        page.within("tbody", |page| {
            for alternative in order {
                share_row(page, evaluation, alternative);
            }
        });
    });
}

fn share_row(page: &mut Page, evaluation: &Evaluation, alternative: Alternative) {
    let n = share_words(page.ui, evaluation.shares.first[alternative.index()]);
    let status = evaluation.gates.shown(alternative);
    // Whole thousandths, because formatting floats adds code.
    let width = (evaluation.shares.first[alternative.index()] * 1000.0) as i32;
    let row = if evaluation.leader == alternative {
        "tr.leads"
    } else if evaluation.is_in_front(alternative) {
        // A close result has two in front.
        "tr.near"
    } else {
        "tr"
    };
    page.within(row, |page| {
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

/// A share as a number out of 100.
pub fn share_words(ui: Ui, share: f64) -> String {
    ui.with_voice(|voice| voice.share(share))
}

/// The rounded index of a model and the ends of its range.
pub fn index_of(evaluation: &Evaluation, alternative: Alternative) -> (i32, [i32; 2]) {
    let n = alternative.index();
    (evaluation.index()[n], evaluation.shares.index_range[n].map(round_half_up))
}

pub fn index_words(ui: Ui, evaluation: &Evaluation, alternative: Alternative) -> String {
    let (index, [low, high]) = index_of(evaluation, alternative);
    let [n, low, high] = [index, low, high].map(|n| ui.number(n.max(0) as usize));
    ui.fill(INDEX_VALUE, &[("n", &n), ("low", &low), ("high", &high)])
}
