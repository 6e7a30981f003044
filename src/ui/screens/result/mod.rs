//! The result: one document, from what is most sure to what is not known. A first result after the quick check is short and
//! leads on; the full one explains itself. One file a section.

mod admissions;
mod advice;
mod contents;
mod figures;
mod flips;
mod models;
mod next;
mod roadmap;
mod sliders;
mod split;
mod tradeoff;
mod trap;
mod trial;
mod verdict;
mod why;

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    assessment::{OptionId, QuestionId},
    browser::after_paint,
    evaluation::Verdict,
    i18n::{Key, key::ui::nav},
    plan::Plan,
    session::{Action, Place},
    ui::{Prepared, Ui, components::call_to_action, page::Page},
};

/// Sections that are there when the result is first painted; with the verdict they fill a screen.
const AT_ONCE: usize = 1;

/// What the sections show, and what they share.
#[derive(Clone)]
struct Findings {
    ui: Ui,
    prepared: Arc<Prepared>,
    plan: Arc<Plan>,
    /// Other answers that are tried in place; nothing is changed by them.
    tried: RwSignal<Vec<(QuestionId, OptionId)>>,
}

/// A part of the document: the element of its heading with its id, its title, and what it says.
struct Section {
    heading: &'static str,
    title: Key,
    write: fn(&mut Page, &Findings),
}

/// The whole document.
pub fn result_screen(page: &mut Page) {
    let ui = page.ui;
    let prepared = ui.prepared();
    let plan = Arc::new(Plan::of(ui.assessment(), &prepared.evaluation));
    let findings = Findings { ui, prepared, plan, tried: RwSignal::new(Vec::new()) };
    let is_full = findings.prepared.is_full();
    let mut sections = if is_full { full(&findings) } else { first(&findings) };
    page.within(if is_full { "div.result full" } else { "div.result" }, |page| {
        page.within("section.verdict", |page| verdict::verdict(page, &findings));
        if is_full {
            contents::contents(page, &sections);
        }
        let prepared = Arc::clone(&findings.prepared);
        let rest = sections.split_off(AT_ONCE.min(sections.len()));
        write_all(page, &findings, &sections);
        // What is first seen is painted first. A result that was changed in place is drawn as a whole, or it would jump.
        let is_whole = RwSignal::new(!ui.is_new_here());
        if !is_whole.get_untracked() {
            after_paint(move || {
                is_whole.try_set(true);
            });
        }
        page.live(move |page| {
            if is_whole.get() {
                write_all(page, &findings, &rest);
                page.within("div.actions", |page| {
                    call_to_action(page, &prepared);
                    page.button("secondary", nav::CHANGE, move || ui.act(Action::GoTo(Place::Check)));
                });
            }
        });
    });
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
        advice::PATH,
        split::SECTION,
        roadmap::SECTION,
        advice::SCORECARD,
        advice::ASK,
    ];
    sections.extend(next::section(findings));
    sections.push(admissions::SECTION);
    sections
}
