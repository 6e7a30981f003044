//! Results of earlier runs next to the current result.

mod changes;
mod deleting;

use std::sync::Arc;

use leptos::prelude::*;

use self::deleting::Runs;
use super::Findings;
use crate::ui::{
    Ui,
    components::{OpenDetails, fill_class, lazy_details, marked_name},
    drawing::Fit,
    page::Page,
};
use assessment::{Alternative, i18n::key::ui::result::history as words};
use decision::evaluation::SettledAfter;
use session::{History, Run};

/// The last earlier result in a line that opens all of them; nothing if there is none. The line stays when all are deleted,
/// because they can be restored.
pub fn line(page: &mut Page, findings: &Findings) {
    let (ui, prepared) = (page.ui, &findings.prepared);
    let Some(now) = ui.run(prepared).filter(|_| prepared.is_full()) else { return };
    let earlier = ui.runs_before(&now);
    if earlier.runs().is_empty() {
        return;
    }
    let earlier = RwSignal::new(earlier);
    // Without headings, because it comes before the heading of the answer.
    page.within("details#history.fold earlier", |page| {
        page.live_text("summary", move || {
            earlier.with(|earlier| match earlier.runs().first() {
                Some(last) => in_a_line(ui, last),
                None => ui.t(words::TITLE).to_owned(),
            })
        });
        write(page, now, earlier);
    });
}

/// "May 3, 2026: Co-managed IT, 64 of 100 runs".
fn in_a_line(ui: Ui, run: &Run) -> String {
    let n = ui.number(run.shares[run.leader.index()].into());
    ui.fill(words::LINE, &[("time", &ui.day(run.date)), ("name", ui.name_forms(run.leader)), ("n", &n)])
}

fn write(page: &mut Page, now: Run, earlier: RwSignal<History>) {
    let (now, opened): (_, OpenDetails) = (Arc::new(now), RwSignal::new(0));
    let runs = Runs { shown: earlier, deleted: RwSignal::new(History::default()) };
    page.t("p", words::TEXT);
    page.live(move |page| {
        page.t("p.muted small", words::WAYS);
        page.within("ul.runs", |page| {
            page.within("li", |page| run_summary(page, page.ui.t(words::TODAY), &now));
            runs.shown.with(|earlier| {
                for (n, run) in earlier.runs().iter().enumerate() {
                    page.within("li", |page| {
                        earlier_run(page, n, run, &now, opened);
                        deleting::delete_button(page, runs, run.clone());
                    });
                }
            });
        });
    });
    deleting::buttons(page, runs);
}

/// The verdict of a run, and how often each model came first.
fn run_summary(page: &mut Page, day: &str, run: &Run) {
    page.text("b", day);
    page.text("p", page.ui.name(run.leader));
    if let Some(SettledAfter { questions, of }) = run.settled_after {
        let [n, total] = [questions, of].map(|n| page.ui.number(n));
        page.fill("p.muted small", words::SETTLED, &[("n", &n), ("total", &total)]);
    }
    page.within("dl.shares-then", |page| {
        for alternative in Alternative::ALL {
            let share = run.shares[alternative.index()];
            page.within("div", |page| {
                page.within("dt", |page| marked_name(page, alternative));
                page.text("dd", &page.ui.number(share.into()));
                page.drawing("headway", [0, 100, 4], Fit::Stretch, |shapes| {
                    shapes.bar(fill_class(alternative), [0, 0, share.into(), 4]);
                });
            });
        }
    });
}

/// The summary, and the changes since then.
fn earlier_run(page: &mut Page, n: usize, run: &Run, now: &Arc<Run>, opened: OpenDetails) {
    let day = page.ui.day(run.date);
    run_summary(page, &day, run);
    let mut summary = Page::new(page.ui);
    summary.fill("summary", words::CHANGED, &[("time", &day)]);
    let (before, now) = (run.clone(), Arc::clone(now));
    let write = Box::new(move |page: &mut Page| changes::changes(page, &before, &now));
    lazy_details(page, ["run-", &n.to_string()].concat(), opened, n, summary, write);
}
