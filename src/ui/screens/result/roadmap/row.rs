//! A step of the timeline: its months, a checkbox, and its date and owner.

use leptos::prelude::*;

use super::{NAMED, Roadmap, title};
use crate::ui::{
    Ui,
    components::{Entry, Kind, date_field, entry, lazy_details, tick},
    drawing::Fit,
    page::Page,
};
use assessment::i18n::key::ui::{duties::CHANGE, result::roadmap as words};
use decision::{
    plan::{AnyStep, StepRow},
    worksheet::{LONGEST_OWNER, StepChange, StepKey},
};
use session::Action;

const MONTHS: i32 = 24;

pub fn rows(page: &mut Page, roadmap: &Roadmap, rows: &[StepRow<'_>]) {
    for row in rows {
        page.within("li", |page| write(page, roadmap, row.step));
    }
}

fn write(page: &mut Page, roadmap: &Roadmap, step: AnyStep<'_>) {
    let (ui, key, entries) = (page.ui, step.key(), roadmap.entries);
    let title = Memo::new(move |_| title(ui, entries, key));
    months(page, step.months());
    let read = roadmap.clone();
    page.within("div.step", |page| {
        page.live(move |page| {
            let read = read.clone();
            let changed = Box::new(move |ui: Ui, done| ui.act(Action::Step(StepChange::Done(key, done))));
            tick(page, &title.get(), None, Box::new(move || read.state(key).done), changed);
        });
    });
    let mut summary = Page::new(ui);
    let read = roadmap.clone();
    summary.within("summary", |page| {
        page.live(move |page| state(page, &read, key));
        page.live_text("span.unseen", move || ui.label_of("", &title.get()));
    });
    let roadmap = roadmap.clone();
    let n = match key {
        StepKey::Suggested(id) => id.index(),
        // From the other end, so that the two ranges do not overlap.
        StepKey::Own(number) => 63 - usize::from(number),
    };
    let id = id_of(step);
    let fold = [&id, "-plan"].concat();
    lazy_details(
        page,
        fold,
        roadmap.opened,
        n,
        summary,
        Box::new(move |page| details(page, &roadmap, key, &id, &title.get())),
    );
}

/// The prefix of the ids in the row.
pub fn id_of(step: AnyStep<'_>) -> String {
    ["step-", &step.id()].concat()
}

fn months(page: &mut Page, months: [u8; 2]) {
    let [from, to] = months.map(|n| page.ui.number(n.into()));
    page.fill("span.muted", words::SPAN, &[("from", &from), ("to", &to)]);
    let [from, to] = months.map(i32::from);
    page.drawing("months", [0, MONTHS * 10, 12], Fit::Stretch, |shapes| {
        for n in NAMED {
            shapes.line("axis", [n * 10, 0, n * 10, 12]);
        }
        shapes.bar("span", [from * 10, 2, (to - from).max(1) * 10, 8]);
    });
}

/// The due date, the owner and whether the step is late; if nothing is set, the label of the editor.
fn state(page: &mut Page, roadmap: &Roadmap, key: StepKey) {
    let (ui, step) = (page.ui, roadmap.state(key));
    if step.overdue {
        page.t("b.late", words::LATE);
    }
    if let Some(due) = step.due {
        page.fill("span.set", words::DUE, &[("time", &ui.day(due))]);
    }
    if !step.owner.is_empty() {
        page.text("span.set", &step.owner);
    }
    if step.due.is_none() && step.owner.is_empty() {
        page.t("span", if matches!(key, StepKey::Own(_)) { CHANGE } else { words::PLAN });
    }
}

fn details(page: &mut Page, roadmap: &Roadmap, key: StepKey, id: &str, title: &str) {
    let ui = page.ui;
    page.within("div.fields", |page| {
        if let StepKey::Own(number) = key {
            super::own::editing(page, roadmap, number, id, title);
        }
        let label = ui.t(words::DATE);
        let read = roadmap.clone();
        let value = Box::new(move || read.state(key).date);
        let set = Box::new(move |date| Action::Step(StepChange::Date(key, date)));
        date_field(page, &[id, "-date"].concat(), label, Some(ui.label_of(label, title)), value, set);

        let label = ui.t(words::OWNER);
        let read = roadmap.clone();
        let owner = Entry {
            kind: Kind::Line,
            id: &[id, "-owner"].concat(),
            label: Some(label),
            name: Some(ui.label_of(label, title)),
            max_length: LONGEST_OWNER,
            value: Box::new(move || read.state(key).owner),
            on_change: Box::new(move |ui, name| ui.enter(Action::Step(StepChange::Owner(key, name)))),
        };
        entry(page, owner);
    });
    if let StepKey::Own(number) = key {
        super::own::removing(page, number, title);
    }
}
