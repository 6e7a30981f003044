//! A step of the timeline: its months, whether it is done, and a fold-out for its day and who has it in hand.

use leptos::prelude::*;

use super::{NAMED, Road, title};
use crate::ui::{
    Ui,
    components::{Entry, Kind, day, entry, tick, unfolding},
    drawing::Fit,
    page::Page,
};
use assessment::i18n::key::ui::{duties::CHANGE, result::roadmap as words};
use decision::{
    plan::{AnyStep, StepRow},
    worksheet::{LONGEST_OWNER, StepChange, StepKey},
};
use session::Action;

/// Months that the timeline covers.
const MONTHS: i32 = 24;

/// A row for each step.
pub fn rows(page: &mut Page, road: &Road, rows: &[StepRow<'_>]) {
    for row in rows {
        page.within("li", |page| write(page, road, row.step));
    }
}

fn write(page: &mut Page, road: &Road, step: AnyStep<'_>) {
    let (ui, key, entries) = (page.ui, step.key(), road.entries);
    let title = Memo::new(move |_| title(ui, entries, key));
    months(page, step.months());
    let read = road.clone();
    page.within("div.step", |page| {
        page.live(move |page| {
            let read = read.clone();
            let changed = Box::new(move |ui: Ui, done| ui.act(Action::Step(StepChange::Done(key, done))));
            tick(page, &title.get(), None, Box::new(move || read.standing(key).done), changed);
        });
    });
    let mut summary = Page::new(ui);
    let read = road.clone();
    summary.within("summary", |page| {
        page.live(move |page| state(page, &read, key));
        page.live_text("span.unseen", move || ui.fill(words::OF, &[("title", ""), ("name", &title.get())]));
    });
    let road = road.clone();
    let n = match key {
        StepKey::Suggested(id) => id.index(),
        // From the other end, so that the two do not meet.
        StepKey::Own(number) => 63 - usize::from(number),
    };
    let id = id_of(step);
    let fold = [&id, "-plan"].concat();
    unfolding(page, fold, road.opened, n, summary, Box::new(move |page| details(page, &road, key, &id, &title.get())));
}

/// The id of its parts begins with this.
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

/// By when, who has it in hand, and whether it is late; or the way to say so.
fn state(page: &mut Page, road: &Road, key: StepKey) {
    let (ui, standing) = (page.ui, road.standing(key));
    if standing.overdue {
        page.t("b.late", words::LATE);
    }
    if let Some(due) = standing.due {
        page.fill("span.set", words::DUE, &[("time", &ui.day(due))]);
    }
    if !standing.owner.is_empty() {
        page.text("span.set", &standing.owner);
    }
    if standing.due.is_none() && standing.owner.is_empty() {
        page.t("span", if matches!(key, StepKey::Own(_)) { CHANGE } else { words::PLAN });
    }
}

fn details(page: &mut Page, road: &Road, key: StepKey, id: &str, title: &str) {
    let ui = page.ui;
    page.within("div.fields", |page| {
        if let StepKey::Own(number) = key {
            super::own::editing(page, road, number, id, title);
        }
        let label = ui.t(words::DATE);
        let of = |label: &str| Some(ui.fill(words::OF, &[("title", label), ("name", title)]));
        let read = road.clone();
        let value = Box::new(move || read.standing(key).date);
        let set = Box::new(move |date| Action::Step(StepChange::Date(key, date)));
        day(page, &[id, "-date"].concat(), label, of(label), value, set);

        let label = ui.t(words::OWNER);
        let read = road.clone();
        let owner = Entry {
            kind: Kind::Line,
            id: &[id, "-owner"].concat(),
            label: Some(label),
            name: of(label),
            longest: LONGEST_OWNER,
            value: Box::new(move || read.standing(key).owner),
            entered: Box::new(move |ui, name| {
                crate::ui::entering::enter(ui, Action::Step(StepChange::Owner(key, name)))
            }),
        };
        entry(page, owner);
    });
    if let StepKey::Own(number) = key {
        super::own::removing(page, number, title);
    }
}
