//! The first two years as a timeline: a list whose steps carry their months as a bar.

use super::{Findings, Section};
use crate::{
    assessment::{Citation, Step},
    i18n::key::ui::result::roadmap as words,
    plan::{notes_on_events, roadmap as steps_of},
    ui::{components::sources_of, drawing::Fit, page::Page},
};

/// The steps in the order in which they start, and what the expected events add.
pub const SECTION: Section = Section { heading: "h4#roadmap", title: words::TITLE, write };

/// Months that the timeline covers, and those that are named on its axis.
const MONTHS: i32 = 24;
const NAMED: [i32; 5] = [0, 6, 12, 18, 24];

fn write(page: &mut Page, findings: &Findings) {
    let (ui, assessment) = (page.ui, page.ui.assessment());
    let steps = steps_of(assessment, &findings.prepared.evaluation, findings.plan.pattern);
    let mut sources: Vec<Citation> = Vec::new();
    page.t("p", words::TEXT);
    page.within("div.timeline", |page| {
        page.within("p.months", |page| {
            for n in NAMED {
                page.text("span", &ui.number(n as usize));
            }
        });
        page.within("ol", |page| {
            for step in steps {
                sources.extend(step.sources);
                page.within("li", |page| row(page, step));
            }
        });
    });
    let notes = ui.now(|session| notes_on_events(assessment, session.responses()));
    if !notes.is_empty() {
        page.t("h5", words::EXPECT);
        page.within("ul", |page| {
            for note in notes {
                page.t("li", note.text);
            }
        });
    }
    sources_of(page, &sources);
}

fn row(page: &mut Page, step: &Step) {
    let [from, to] = [step.from_month, step.to_month].map(|n| page.ui.number(n.into()));
    page.fill("span.muted", words::SPAN, &[("from", &from), ("to", &to)]);
    let (from, to) = (i32::from(step.from_month), i32::from(step.to_month));
    page.drawing("months", [0, MONTHS * 10, 12], Fit::Stretch, |shapes| {
        for n in NAMED {
            shapes.line("axis", [n * 10, 0, n * 10, 12]);
        }
        shapes.bar("span", [from * 10, 2, (to - from).max(1) * 10, 8]);
    });
    page.t("span.step", step.text);
}
