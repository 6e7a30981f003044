//! The result, with one file per section. The first result after the quick check is short; the full result has explanations and
//! a plan.

mod admissions;
mod ask;
mod compare;
mod contents;
mod cost;
mod duties;
mod figures;
mod flips;
mod history;
mod models;
mod next;
mod path;
mod roadmap;
mod scorecard;
mod sliders;
mod take;
mod tradeoff;
mod trap;
mod trial;
mod verdict;
mod why;

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::{Prepared, Ui, components::call_to_action, page::Page};
use assessment::{
    OptionId, QuestionId,
    i18n::{Key, key::ui::nav},
};
use decision::{evaluation::Verdict, plan::Plan};
use session::{Action, History, Place, Session};

/// Sections in the first paint; with the verdict they fill a screen.
const AT_ONCE: usize = 1;

/// The data of all sections, and the state they share.
#[derive(Clone)]
pub struct Findings {
    ui: Ui,
    prepared: Arc<Prepared>,
    plan: Arc<Plan>,
    /// Other answers that are being tried; they are not part of the session.
    tried: RwSignal<Vec<(QuestionId, OptionId)>>,
    /// Earlier runs.
    earlier: RwSignal<History>,
}

#[derive(Clone, Copy)]
pub struct Section {
    heading: &'static str,
    title: Key,
    write: fn(&mut Page, &Findings),
}

pub fn result_screen(page: &mut Page) {
    let ui = page.ui;
    let prepared = ui.prepared();
    ui.forget_samples();
    let plan = Arc::new(Plan::of(ui.assessment(), &prepared.evaluation));
    let is_full = prepared.is_full();
    let mut earlier = History::default();
    if is_full {
        earlier = ui.run(&prepared).map(|run| ui.runs_before(&run)).unwrap_or_default();
        ui.after_paint(move || ui.record_run());
    }
    let findings = Findings { ui, prepared, plan, tried: RwSignal::new(Vec::new()), earlier: RwSignal::new(earlier) };
    if is_full {
        page.within("div.result full", |page| {
            page.within("section.verdict", |page| verdict::verdict(page, &findings));
            let sections = full(&findings);
            contents::contents(page, &sections);
            write_progressively(page, &findings, sections);
        });
    } else {
        page.within("div.result", |page| {
            page.within("section.verdict", |page| verdict::verdict(page, &findings));
            write_progressively(page, &findings, first(&findings));
        });
    }
}

/// Renders the first sections at once and the others one by one, so that the page stays responsive. A result that changes in
/// place is rendered at once, because it would jump otherwise.
fn write_progressively(page: &mut Page, findings: &Findings, mut sections: Vec<Section>) {
    let ui = page.ui;
    let rest = sections.split_off(AT_ONCE.min(sections.len()));
    write_all(page, findings, &sections);
    let count = rest.len();
    let drawn = RwSignal::new(if ui.now(Session::has_moved) { 0 } else { usize::MAX });
    if ui.now(Session::has_moved) {
        ui.after_paint(move || draw_next(ui, drawn, count));
    }
    for (n, section) in rest.into_iter().enumerate() {
        let findings = findings.clone();
        in_turn(page, drawn, n, move |page| write_all(page, &findings, &[section]));
    }
    let prepared = Arc::clone(&findings.prepared);
    in_turn(page, drawn, count, move |page| {
        page.within("div.actions", |page| {
            call_to_action(page, &prepared);
            page.button("secondary", nav::CHANGE, move || ui.act(Action::GoTo(Place::Check)));
        });
    });
}

fn in_turn(page: &mut Page, drawn: RwSignal<usize>, n: usize, write: impl Fn(&mut Page) + Send + 'static) {
    let is_due = Memo::new(move |_| drawn.get() > n);
    page.live(move |page| {
        // Sections have their own live parts, so nothing renders a whole section again.
        if is_due.get() {
            untrack(|| write(page));
        }
    });
}

/// Renders the parts up to `last`, each in its own task.
fn draw_next(ui: Ui, drawn: RwSignal<usize>, last: usize) {
    // The result may have been removed by then.
    let Some(n) = drawn.try_get_untracked() else { return };
    drawn.set(n + 1);
    let next = move || draw_next(ui, drawn, last);
    if n + 1 == last {
        // The style sheet takes the last part as the sign that all others have been laid out.
        ui.after_paint(next);
    } else if n < last {
        ui.soon(next);
    }
}

fn write_all(page: &mut Page, findings: &Findings, sections: &[Section]) {
    for Section { heading, title, write } in sections {
        page.within("section", |page| {
            page.t(heading, *title);
            write(page, findings);
        });
    }
}

/// The sections of the first result.
fn first(findings: &Findings) -> Vec<Section> {
    let mut sections = Vec::new();
    sections.extend(next::section(findings));
    if findings.prepared.evaluation.verdict != Verdict::Insufficient {
        sections.push(figures::SECTION);
        if trap::warns(findings) {
            sections.push(trap::section(findings));
        }
        sections.push(models::SECTION);
        sections.push(take::SECTION);
    }
    sections.push(admissions::SECTION);
    sections
}

/// The sections of the full result.
fn full(findings: &Findings) -> Vec<Section> {
    let mut sections = vec![
        figures::SECTION,
        models::SECTION,
        why::SECTION,
        tradeoff::SECTION,
        flips::SECTION,
        trial::SECTION,
        sliders::SECTION,
        trap::section(findings),
        path::SECTION,
        duties::SECTION,
        cost::SECTION,
        roadmap::SECTION,
        scorecard::SECTION,
    ];
    if history::has_runs(findings) {
        sections.push(history::SECTION);
    }
    sections.extend([ask::SECTION, compare::SECTION]);
    sections.extend(next::section(findings));
    sections.extend([take::SECTION, admissions::SECTION]);
    sections
}
