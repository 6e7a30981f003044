//! The result: an answer, and the views behind it, with one file or folder for each part. After the quick check only the answer
//! and the views that seven answers can fill are there.

mod admissions;
mod answer;
mod ask;
mod compare;
mod cost;
mod duties;
mod flips;
mod history;
mod next;
mod plan;
mod roadmap;
mod scorecard;
mod sliders;
mod take;
mod tradeoff;
mod trial;
mod views;
mod what_if;
mod why;

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::{Prepared, Ui, page::Page};
use assessment::i18n::Key;
use decision::plan::Plan;
use session::View;

/// The data of all views, and the state they share.
#[derive(Clone)]
pub struct Findings {
    ui: Ui,
    prepared: Arc<Prepared>,
    plan: Arc<Plan>,
    /// Not part of the session.
    tried: RwSignal<Option<trial::Tried>>,
}

/// A part of a view with its heading, which takes the focus.
#[derive(Clone, Copy)]
pub struct Section {
    heading: &'static str,
    title: Key,
    write: fn(&mut Page, &Findings),
}

pub fn result_screen(page: &mut Page, view: View) {
    let ui = page.ui;
    let prepared = ui.prepared();
    ui.forget_samples();
    let plan = Arc::new(Plan::of(ui.assessment(), &prepared.evaluation));
    if prepared.is_full() {
        ui.after_paint(move || ui.record_run());
    }
    let findings = Findings { ui, prepared, plan, tried: RwSignal::new(None) };
    page.within("div.result", |page| {
        views::row(page, &findings, view);
        if !views::is_filled(&findings, view) {
            return views::needs(page, view);
        }
        match view {
            View::Answer => answer::answer(page, &findings),
            View::Why => why::view(page, &findings),
            View::WhatIf => what_if::view(page, &findings),
            View::Cost => view_section(page, &findings, view, cost::SECTION),
            View::Who => view_section(page, &findings, view, duties::SECTION),
            View::Plan => plan::view(page, &findings),
            View::Ask => ask::view(page, &findings),
            View::Save => take::view(page, &findings),
            View::Sources => admissions::view(page),
        }
        if !matches!(view, View::Answer | View::Sources) {
            views::sources(page);
        }
    });
}

fn view_section(page: &mut Page, findings: &Findings, view: View, Section { heading, title, write }: Section) {
    page.within("section", |page| {
        views::heading(page, heading, view, title);
        write(page, findings);
    });
}

fn section(page: &mut Page, findings: &Findings, Section { heading, title, write }: Section) {
    page.within("section", |page| {
        page.t(heading, title);
        write(page, findings);
    });
}
