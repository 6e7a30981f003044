//! How often each model came first, and its index.

use super::{Findings, Section};
use crate::ui::{
    components::{fill_class, index_of, index_words, marked_name, share_table, share_words},
    drawing::Fit,
    page::Page,
};
use assessment::{
    Alternative,
    i18n::{key, key::ui::result as words},
};
use decision::evaluation::{Evaluation, Status, Verdict};
use report::blocked_models;

pub const SECTION: Section = Section { heading: "h4#figures", title: words::SHARES, write };

fn write(page: &mut Page, findings: &Findings) {
    let (ui, evaluation) = (page.ui, &findings.prepared.evaluation);
    share_table(page, evaluation);
    let is_blocked = evaluation.gates.status.contains(&Status::Blocked);
    if is_blocked && evaluation.verdict != Verdict::Only {
        let first = evaluation.ungated_leader();
        let blocked = ui.with_voice(|voice| blocked_models(voice, evaluation));
        let n = share_words(ui, evaluation.shares.ungated_first[first.index()]);
        page.fill("p", words::UNGATED, &[("blocked", &*blocked), ("name", ui.inline(first)), ("n", &n)]);
    }
    let n = share_words(ui, evaluation.shares.first[evaluation.leader.index()]);
    page.within("details.fold", |page| {
        page.fill("summary", words::MEANING, &[("n", &n)]);
        page.t("p", key::share::HELP);
    });
    page.within("div.index", |page| index_table(page, evaluation));
    page.details("details.fold", words::INDEX_MEANING, |page| page.t("p", words::INDEX_HELP));
}

/// The index of each model as a bar with a whisker for its range.
fn index_table(page: &mut Page, evaluation: &Evaluation) {
    page.t("h5", words::INDEX);
    page.within("table.shares", |page| {
        page.heads("thead.unseen", &[words::MODEL, words::INDEX]);
        page.within("tbody", |page| {
            for alternative in Alternative::ALL {
                page.within("tr", |page| {
                    page.within("th", |page| marked_name(page, alternative));
                    page.within("td", |page| {
                        page.bare(&index_words(page.ui, evaluation, alternative));
                        bar(page, evaluation, alternative);
                    });
                });
            }
        });
    });
}

fn bar(page: &mut Page, evaluation: &Evaluation, alternative: Alternative) {
    let (index, [low, high]) = index_of(evaluation, alternative);
    page.drawing("bar", [0, 1000, 20], Fit::Stretch, |shapes| {
        shapes.bar(fill_class(alternative), [0, 0, index * 10, 20]);
        shapes.line("whisker", [low * 10, 10, high * 10, 10]);
        for end in [low, high] {
            shapes.line("whisker", [end * 10, 3, end * 10, 17]);
        }
    });
}
