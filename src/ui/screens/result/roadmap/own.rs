//! Steps of the visitor's own.

use leptos::prelude::*;

use super::Road;
use crate::ui::{
    Ui,
    components::{Entry, Kind, entry, entry_told, list_choice, named_select, unfolding},
    entering::enter,
    page::Page,
};
use assessment::i18n::key::ui::result::roadmap as words;
use decision::worksheet::{LAST_MONTH, LONGEST_STEP, OwnStep, StepChange};
use session::Action;

/// Bit of the fold-out: no step has it, since steps of their own are numbered from 1.
const FOLD: usize = 63;

/// What is typed, and the months that are chosen.
#[derive(Clone, Copy)]
struct Form {
    text: RwSignal<String>,
    problem: RwSignal<Option<String>>,
    months: [RwSignal<u8>; 2],
}

/// The way to add a step.
pub fn adding(page: &mut Page, road: &Road) {
    let form =
        Form { text: RwSignal::new(String::new()), problem: RwSignal::new(None), months: [0, 3].map(RwSignal::new) };
    let mut summary = Page::new(page.ui);
    summary.t("summary", words::OWN);
    unfolding(page, "step-add".to_owned(), road.opened, FOLD, summary, Box::new(move |page| write(page, form)));
}

fn write(page: &mut Page, form: Form) {
    page.within("div.fields", |page| {
        let what = Entry {
            kind: Kind::Line,
            id: "step-add-text",
            label: Some(page.ui.t(words::WHAT)),
            name: None,
            longest: LONGEST_STEP,
            value: Box::new(move || form.text.get()),
            entered: Box::new(move |_, text| {
                form.text.set(text);
                None
            }),
        };
        entry_told(page, what, form.problem);
        for (name, chosen) in [words::FROM, words::TO].into_iter().zip(form.months) {
            month(page, page.ui.t(name), None, chosen.get_untracked(), Box::new(move |month| chosen.set(month)));
        }
    });
    let ui = page.ui;
    page.within("div.actions", |page| page.button("secondary", words::ADD, move || add(ui, form)));
}

/// The list of months, at one of them.
#[inline(never)]
fn month(page: &mut Page, label: &str, name: Option<String>, at: u8, chosen: Box<dyn Fn(u8) + Send>) {
    let mut list = Page::new(page.ui);
    for n in 0..=LAST_MONTH {
        let number = list.ui.number(n.into());
        list_choice(&mut list, n.into(), &number, n == at);
    }
    let chosen = move |n: Option<usize>| {
        if let Some(month) = n.and_then(|n| u8::try_from(n).ok()) {
            chosen(month);
        }
    };
    named_select(page, Some(label.to_owned()), name, list, Some(at.into()), Box::new(chosen));
}

/// The field has the focus then: after a refusal to mend it, after a step for the next one.
fn add(ui: Ui, form: Form) {
    let text = form.text.get_untracked();
    let months = form.months.map(|month| month.get_untracked());
    let refused = enter(ui, Action::Step(StepChange::Own(None, text.clone(), months)));
    ui.say(Some(match &refused {
        Some(problem) => problem.clone(),
        None => ui.fill(words::ADDED, &[("name", text.trim())]),
    }));
    if refused.is_none() {
        form.text.set(String::new());
    }
    form.problem.set(refused);
    ui.jump("#step-add-text");
}

/// What one says, and its months.
pub fn editing(page: &mut Page, road: &Road, number: u8, id: &str, title: &str) {
    let (ui, entries) = (page.ui, road.entries);
    let own = move || entries.with(|entries| entries.of_own(number).cloned());
    let of = |label: &str| Some(ui.fill(words::OF, &[("title", label), ("name", title)]));
    let label = ui.t(words::WHAT);
    let what = Entry {
        kind: Kind::Line,
        id: &[id, "-text"].concat(),
        label: Some(label),
        name: of(label),
        longest: LONGEST_STEP,
        value: Box::new(move || own().map(|own| own.text).unwrap_or_default()),
        entered: Box::new(move |ui, text| {
            let OwnStep { from_month, to_month, .. } = untrack(own)?;
            enter(ui, Action::Step(StepChange::Own(Some(number), text, [from_month, to_month])))
        }),
    };
    entry(page, what);
    let Some(OwnStep { from_month, to_month, .. }) = untrack(own) else { return };
    for (is_first, label, at) in [(true, words::FROM, from_month), (false, words::TO, to_month)] {
        let label = ui.t(label);
        let list = ["#", id, if is_first { "-plan select" } else { "-plan label + label select" }].concat();
        let chosen = move |month: u8| {
            let Some(OwnStep { text, from_month, to_month, .. }) = untrack(own) else { return };
            // The other month goes along, so that they stay in their order.
            let months = if is_first { [month, to_month.max(month)] } else { [from_month.min(month), month] };
            enter(ui, Action::Step(StepChange::Own(Some(number), text, months)));
            let list = list.clone();
            // The step may stand elsewhere by then.
            ui.in_next_frame(move || ui.jump(&list));
        };
        month(page, label, of(label), at, Box::new(chosen));
    }
}

/// The way to take one away.
pub fn removing(page: &mut Page, number: u8, title: &str) {
    let (ui, name) = (page.ui, title.to_owned());
    let label = ui.fill(words::OF, &[("title", ui.t(words::REMOVE)), ("name", title)]);
    page.button_named("quiet", ui.t(words::REMOVE), Some(label), move || {
        if enter(ui, Action::Step(StepChange::Remove(number))).is_none() {
            ui.say(Some(ui.fill(words::REMOVED, &[("name", &name)])));
            // Its row is gone then.
            ui.in_next_frame(move || ui.jump("div.undo button"));
        }
    });
}
