//! Results of earlier runs next to the current result.

mod changes;
mod deleting;

use std::sync::Arc;

use leptos::prelude::*;

use self::deleting::Runs;
use super::{Findings, Section};
use crate::ui::{
    components::{OpenDetails, fill_class, lazy_details, marked_name},
    drawing::Fit,
    page::Page,
};
use assessment::{Alternative, i18n::key::ui::result::history as words};
use report::verdict_title;
use session::{History, Run};

pub const SECTION: Section = Section { heading: "h4#history", title: words::TITLE, write };

pub fn has_runs(findings: &Findings) -> bool {
    findings.earlier.with_untracked(|earlier| !earlier.runs().is_empty())
}

fn write(page: &mut Page, findings: &Findings) {
    let Some(now) = page.ui.run(&findings.prepared) else { return };
    let (now, opened): (_, OpenDetails) = (Arc::new(now), RwSignal::new(0));
    let runs = Runs { shown: findings.earlier, deleted: RwSignal::new(History::default()) };
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
    page.text("h5", day);
    let (verdict, leader) = (page.ui.t(verdict_title(run.verdict)), page.ui.name(run.leader));
    page.fill("p", words::FIRST, &[("title", verdict), ("name", leader)]);
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
