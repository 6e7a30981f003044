//! Since last time: what came out when the visitor took the assessment before, beside what comes out now.

mod changes;
mod deleting;

use std::sync::Arc;

use leptos::prelude::*;

use self::deleting::Kept;
use super::{Findings, Section};
use crate::ui::{
    components::{Opened, fill_class, marked_name, unfolding},
    drawing::Fit,
    page::Page,
};
use assessment::{Alternative, i18n::key::ui::result::history as words};
use report::verdict_title;
use session::{History, Run};

/// The earlier runs.
pub const SECTION: Section = Section { heading: "h4#history", title: words::TITLE, write };

/// Whether one of them came out otherwise.
pub fn differs(findings: &Findings) -> bool {
    findings.earlier.with_untracked(|earlier| !earlier.runs().is_empty())
}

fn write(page: &mut Page, findings: &Findings) {
    let Some(now) = page.ui.run(&findings.prepared) else { return };
    let (now, opened): (_, Opened) = (Arc::new(now), RwSignal::new(0));
    let kept = Kept { shown: findings.earlier, gone: RwSignal::new(History::default()) };
    page.t("p", words::TEXT);
    page.live(move |page| {
        page.t("p.muted small", words::WAYS);
        page.within("ul.runs", |page| {
            page.within("li", |page| came_out(page, page.ui.t(words::TODAY), &now));
            kept.shown.with(|earlier| {
                for (n, run) in earlier.runs().iter().enumerate() {
                    page.within("li", |page| {
                        came_out_before(page, n, run, &now, opened);
                        deleting::one(page, kept, run.clone());
                    });
                }
            });
        });
    });
    deleting::all(page, kept);
}

/// The verdict of a run, and how often each model came first.
fn came_out(page: &mut Page, day: &str, run: &Run) {
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

/// The same for an earlier run, with what changed since, and the way to be rid of it.
fn came_out_before(page: &mut Page, n: usize, run: &Run, now: &Arc<Run>, opened: Opened) {
    let day = page.ui.day(run.date);
    came_out(page, &day, run);
    let mut summary = Page::new(page.ui);
    summary.fill("summary", words::CHANGED, &[("time", &day)]);
    let (before, now) = (run.clone(), Arc::clone(now));
    let write = Box::new(move |page: &mut Page| changes::changes(page, &before, &now));
    unfolding(page, ["run-", &n.to_string()].concat(), opened, n, summary, write);
}
