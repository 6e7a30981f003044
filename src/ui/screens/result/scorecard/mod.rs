//! The scorecard: five measures with today's value, a target, and progress.

mod fields;

use leptos::prelude::*;

use crate::ui::{
    Ui,
    components::{OpenDetails, lazy_details, progress_bar, undo_change},
    page::Page,
};
use assessment::{Assessment, Citation, Metric, MetricId, i18n::key::ui::result::scorecard as words};
use decision::worksheet::{CalendarDate, ScorecardEntries};

/// Bit in the open folds of the plan.
pub const BIT: usize = 41;

#[derive(Clone, Copy)]
struct Measure {
    ui: Ui,
    id: MetricId,
    metric: &'static Metric,
    entries: Memo<ScorecardEntries>,
}

/// A fold, which says if a review is due.
pub fn scorecard(page: &mut Page, opened: OpenDetails) {
    let ui = page.ui;
    let (entries, today) = (ui.follow(|session| session.worksheet().scorecard.clone()), ui.today());
    let mut summary = Page::new(ui);
    summary.within("summary", |page| {
        page.t("span", words::TITLE);
        page.live(move |page| {
            let is_due = |n| today.is_some_and(|today| entries.with(|entries| entries.get(n).is_due(today)));
            if (0..page.ui.assessment().scorecard.len()).map(MetricId::from_index).any(is_due) {
                page.bare(" ");
                page.t("b.late", words::DUE);
            }
        });
    });
    let write = Box::new(move |page: &mut Page| write(page, entries, today));
    lazy_details(page, "scorecard".to_owned(), opened, BIT, summary, write);
}

/// The quotations behind the measures.
pub fn sources(assessment: &Assessment) -> impl Iterator<Item = Citation> {
    assessment.scorecard_sources.iter().copied().chain(assessment.scorecard.iter().map(|metric| metric.source))
}

fn write(page: &mut Page, entries: Memo<ScorecardEntries>, today: Option<CalendarDate>) {
    let (ui, assessment) = (page.ui, page.ui.assessment());
    page.t("p", words::TEXT);
    page.within("ul.measures", |page| {
        for (n, metric) in assessment.scorecard.iter().enumerate() {
            let measure = Measure { ui, id: MetricId::from_index(n), metric, entries };
            page.within("li", |page| row(page, measure, today));
        }
    });
    undo_change(page, |session| session.undoes(|worksheet| &worksheet.scorecard), "#scorecard > summary");
}

fn row(page: &mut Page, measure: Measure, today: Option<CalendarDate>) {
    let metric = measure.metric;
    page.within("div.measure", |page| {
        page.t("h4", metric.name);
        page.t("p.muted small", metric.measure);
        page.t("p.muted small", if metric.higher_is_better { words::IS_HIGHER } else { words::IS_LOWER });
    });
    page.within("div.entered", |page| {
        fields::fields(page, measure);
        page.live(move |page| progress(page, measure, today));
    });
}

/// Progress, warnings, and whether the review is due.
fn progress(page: &mut Page, measure: Measure, today: Option<CalendarDate>) {
    let entry = measure.entries.with(|entries| entries.get(measure.id));
    if let Some(percent) = entry.progress() {
        let n = page.ui.number(percent.into());
        match percent {
            100 => page.t("b.small", words::REACHED),
            _ => page.fill("b.small", words::PROGRESS, &[("n", &n)]),
        }
        progress_bar(page, percent);
    }
    if let Some(warning) = entry.warning(measure.metric) {
        page.t("p.late", warning.text());
    }
    if today.is_some_and(|today| entry.is_due(today)) {
        page.t("p.late", words::DUE);
    }
}
