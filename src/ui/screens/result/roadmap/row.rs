//! A step of the timeline: a checkbox, its months, and its date and owner.

use leptos::prelude::*;

use super::{Roadmap, months_words, title};
use crate::ui::{
    Ui,
    components::{Entry, Kind, date_field, entry, lazy_details, tick},
    drawing::Fit,
    page::Page,
};
use assessment::i18n::key::ui::{duties::CHANGE, result::roadmap as words};
use decision::{
    plan::AnyStep,
    worksheet::{LAST_MONTH, LONGEST_OWNER, StepChange, StepKey},
};
use session::Action;

pub fn row(page: &mut Page, roadmap: &Roadmap, step: AnyStep<'_>) {
    let (ui, key, entries) = (page.ui, step.key(), roadmap.entries);
    // Otherwise the field of an own step would be rendered again while its text is typed.
    let title = ui.settled(Box::new(move || title(ui, entries, key)));
    let months = step.months();
    let read = roadmap.clone();
    page.within("div.step", |page| {
        page.live(move |page| {
            let read = read.clone();
            let changed = Box::new(move |ui: Ui, done| ui.act(Action::Step(StepChange::Done(key, done))));
            tick(page, &title.get(), None, Box::new(move || read.state(key).done), changed);
        });
    });
    strip(page, months);
    let mut summary = Page::new(ui);
    let read = roadmap.clone();
    summary.within("summary", |page| {
        page.live(move |page| state(page, &read, key, months));
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

/// A cell for each month of the plan, in groups of six; those of the step are filled. The text says the same.
fn strip(page: &mut Page, [from, to]: [u8; 2]) {
    let last = i32::from(LAST_MONTH);
    // A step of a single month has a cell too, also after the last one.
    let from = i32::from(from).min(last - 1);
    let to = i32::from(to).max(from + 1);
    page.drawing("strip", [0, last * 10, 10], Fit::Stretch, |shapes| {
        for (class, first, end) in [("cell", 0, from), ("span", from, to), ("cell", to, last)] {
            let mut d = String::new();
            for month in first..end {
                let width = if month % 6 == 5 { " 0h6v10h-6z" } else { " 0h8v10h-8z" };
                d.push_str(&["M", &(month * 10).to_string(), width].concat());
            }
            shapes.path(class, &d);
        }
    });
}

/// The due date or the months, the owner, and whether the step is late; if nothing is set, the label of the editor.
fn state(page: &mut Page, roadmap: &Roadmap, key: StepKey, months: [u8; 2]) {
    let (ui, step) = (page.ui, roadmap.state(key));
    if step.overdue {
        page.t("b.late", words::LATE);
        page.bare(" ");
    }
    match step.due {
        Some(due) => page.fill("span", words::DUE, &[("time", &ui.day(due))]),
        None => page.text("span", &months_words(ui, months)),
    }
    if !step.owner.is_empty() {
        page.bare(" ");
        page.text("span", &step.owner);
    } else if step.due.is_none() {
        page.bare(" ");
        page.t("span.unset", if matches!(key, StepKey::Own(_)) { CHANGE } else { words::PLAN });
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
