//! The result: one document, from what is most sure to what is not known. A first result after the quick check is short and
//! leads on; the full one explains itself. One file a section.

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

use assessment::{
    OptionId, QuestionId,
    i18n::{Key, key::ui::nav},
};

use crate::ui::{Prepared, Ui, components::call_to_action, page::Page};

use decision::{evaluation::Verdict, plan::Plan};

use session::{Action, History, Place, Session};

/// Sections that are there when the result is first painted; with the verdict they fill a screen.
const AT_ONCE: usize = 1;

/// What the sections show, and what they share.
#[derive(Clone)]
pub struct Findings {
    ui: Ui,
    prepared: Arc<Prepared>,
    plan: Arc<Plan>,
    /// Other answers that are tried in place; nothing is changed by them.
    tried: RwSignal<Vec<(QuestionId, OptionId)>>,
    /// What came out when the assessment was taken before.
    earlier: RwSignal<History>,
}

/// A part of the document: the element of its heading with its id, its title, and what it says.
#[derive(Clone, Copy)]
pub struct Section {
    heading: &'static str,
    title: Key,
    write: fn(&mut Page, &Findings),
}

/// The whole document.
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
            written_in_turn(page, &findings, sections);
        });
    } else {
        page.within("div.result", |page| {
            page.within("section.verdict", |page| verdict::verdict(page, &findings));
            written_in_turn(page, &findings, first(&findings));
        });
    }
}

/// What is first seen is painted first, and then one section after the other, so that the page can be used meanwhile. A result
/// that was changed in place is drawn as a whole, or it would jump.
fn written_in_turn(page: &mut Page, findings: &Findings, mut sections: Vec<Section>) {
    let ui = page.ui;
    let rest = sections.split_off(AT_ONCE.min(sections.len()));
    write_all(page, findings, &sections);
    let count = rest.len();
    let drawn = RwSignal::new(if ui.now(Session::has_moved) { 0 } else { usize::MAX });
    if ui.now(Session::has_moved) {
        ui.after_paint(move || draw_on(ui, drawn, count));
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

/// A part that is written when its turn has come.
fn in_turn(page: &mut Page, drawn: RwSignal<usize>, n: usize, write: impl Fn(&mut Page) + Send + 'static) {
    let is_due = Memo::new(move |_| drawn.get() > n);
    page.live(move |page| {
        // A section follows what it shows by live parts of its own: nothing draws it anew as a whole.
        if is_due.get() {
            untrack(|| write(page));
        }
    });
}

/// Lets one part after the other be written, each in a task of its own, up to the one at `last`.
fn draw_on(ui: Ui, drawn: RwSignal<usize>, last: usize) {
    // The result may be gone by then.
    let Some(n) = drawn.try_get_untracked() else { return };
    drawn.set(n + 1);
    let next = move || draw_on(ui, drawn, last);
    if n + 1 == last {
        // What comes last says to the style that all the others have been laid out.
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

/// The first result: what the few answers say, and what would firm it up.
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

/// Everything that follows from the answers.
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
    if history::differs(findings) {
        sections.push(history::SECTION);
    }
    sections.extend([ask::SECTION, compare::SECTION]);
    sections.extend(next::section(findings));
    sections.extend([take::SECTION, admissions::SECTION]);
    sections
}
