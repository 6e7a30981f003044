//! The scorecard: five measures with today's value, a target, and progress.

mod fields;

use leptos::prelude::*;

use super::{Findings, Section};
use crate::ui::{
    Ui,
    components::{progress_bar, sources_of, undo_change},
    page::Page,
};
use assessment::{Citation, Metric, MetricId, i18n::key::ui::result::scorecard as words};
use decision::worksheet::{CalendarDate, ScorecardEntries};

pub const SECTION: Section = Section { heading: "h4#scorecard", title: words::TITLE, write };

#[derive(Clone, Copy)]
struct Measure {
    ui: Ui,
    id: MetricId,
    metric: &'static Metric,
    entries: Memo<ScorecardEntries>,
}

fn write(page: &mut Page, _: &Findings) {
    let (ui, assessment) = (page.ui, page.ui.assessment());
    let entries = ui.follow(|session| session.worksheet().scorecard.clone());
    let today = ui.today();
    let mut sources: Vec<Citation> = assessment.scorecard_sources.to_vec();
    page.t("p", words::TEXT);
    page.within("ul.measures", |page| {
        for (n, metric) in assessment.scorecard.iter().enumerate() {
            sources.push(metric.source);
            let measure = Measure { ui, id: MetricId::from_index(n), metric, entries };
            page.within("li", |page| row(page, measure, today));
        }
    });
    undo_change(page, |session| session.undoes(|worksheet| &worksheet.scorecard), "#scorecard");
    sources_of(page, &sources);
}

fn row(page: &mut Page, measure: Measure, today: Option<CalendarDate>) {
    let metric = measure.metric;
    page.within("div.measure", |page| {
        page.t("h5", metric.name);
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
