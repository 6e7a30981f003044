//! The visitor's own steps.

use leptos::prelude::*;

use super::{FORM_BIT, Roadmap, reveal};
use crate::ui::{
    Ui,
    components::{Entry, Kind, OpenDetails, entry, entry_with_problem, lazy_details, list_choice, named_select},
    page::Page,
};
use assessment::i18n::key::ui::result::roadmap as words;
use decision::worksheet::{LAST_MONTH, LONGEST_STEP, OwnStep, StepChange};
use session::Action;

#[derive(Clone, Copy)]
struct Form {
    text: RwSignal<String>,
    problem: RwSignal<Option<String>>,
    months: [RwSignal<u8>; 2],
    opened: OpenDetails,
}

pub fn adding(page: &mut Page, roadmap: &Roadmap) {
    let opened = roadmap.opened;
    let (text, problem, months) = (RwSignal::new(String::new()), RwSignal::new(None), [0, 3].map(RwSignal::new));
    let form = Form { text, problem, months, opened };
    let mut summary = Page::new(page.ui);
    summary.t("summary", words::OWN);
    lazy_details(page, "step-add".to_owned(), opened, FORM_BIT, summary, Box::new(move |page| write(page, form)));
}

fn write(page: &mut Page, form: Form) {
    page.within("div.fields", |page| {
        let what = Entry {
            kind: Kind::Line,
            id: "step-add-text",
            label: Some(page.ui.t(words::WHAT)),
            name: None,
            max_length: LONGEST_STEP,
            value: Box::new(move || form.text.get()),
            on_change: Box::new(move |_, text| {
                form.text.set(text);
                // The error stays until the button is pressed again. Otherwise the button would move, and the pointer may
                // already be down on it.
                form.problem.get_untracked()
            }),
        };
        entry_with_problem(page, what, form.problem);
        for (name, chosen) in [words::FROM, words::TO].into_iter().zip(form.months) {
            month(page, page.ui.t(name), None, chosen.get_untracked(), Box::new(move |month| chosen.set(month)));
        }
    });
    let ui = page.ui;
    page.within("div.actions", |page| page.button("secondary", words::ADD, move || add(ui, form)));
}

/// A `select` of months.
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
    named_select(page, label.to_owned(), name, list, Some(at.into()), Box::new(chosen));
}

/// Focuses the field afterward, to correct the text or to add another step.
fn add(ui: Ui, form: Form) {
    let text = form.text.get_untracked();
    let months = form.months.map(|month| month.get_untracked());
    let problem = ui.enter(Action::Step(StepChange::Own(None, text.clone(), months)));
    ui.announce(Some(match &problem {
        Some(problem) => problem.clone(),
        None => ui.fill(words::ADDED, &[("name", text.trim())]),
    }));
    if problem.is_none() {
        form.text.set(String::new());
        reveal(form.opened, months[0]);
    }
    form.problem.set(problem);
    ui.focus_now("#step-add-text");
}

/// The text and the months of an own step.
pub fn editing(page: &mut Page, roadmap: &Roadmap, number: u8, id: &str, title: &str) {
    let (ui, entries, opened) = (page.ui, roadmap.entries, roadmap.opened);
    let own = move || entries.with(|entries| entries.of_own(number).cloned());
    let label = ui.t(words::WHAT);
    let what = Entry {
        kind: Kind::Line,
        id: &[id, "-text"].concat(),
        label: Some(label),
        name: Some(ui.label_of(label, title)),
        max_length: LONGEST_STEP,
        value: Box::new(move || own().map(|own| own.text).unwrap_or_default()),
        on_change: Box::new(move |ui, text| {
            let OwnStep { from_month, to_month, .. } = untrack(own)?;
            ui.enter(Action::Step(StepChange::Own(Some(number), text, [from_month, to_month])))
        }),
    };
    entry(page, what);
    let Some(OwnStep { from_month, to_month, .. }) = untrack(own) else { return };
    for (is_first, label, at) in [(true, words::FROM, from_month), (false, words::TO, to_month)] {
        let label = ui.t(label);
        let list = ["#", id, if is_first { "-plan select" } else { "-plan label + label select" }].concat();
        let chosen = move |month: u8| {
            let Some(OwnStep { text, from_month, to_month, .. }) = untrack(own) else { return };
            // Moves the other month too if they would be out of order.
            let months = if is_first { [month, to_month.max(month)] } else { [from_month.min(month), month] };
            ui.enter(Action::Step(StepChange::Own(Some(number), text, months)));
            // The step may have moved in the list, or into the fold.
            reveal(opened, months[0]);
            ui.focus(list.clone());
        };
        month(page, label, Some(ui.label_of(label, title)), at, Box::new(chosen));
    }
}

pub fn removing(page: &mut Page, number: u8, title: &str) {
    let (ui, name) = (page.ui, title.to_owned());
    let label = ui.t(words::REMOVE);
    page.button_named("quiet", label, Some(ui.label_of(label, title)), move || {
        if ui.enter(Action::Step(StepChange::Remove(number))).is_none() {
            ui.announce(Some(ui.fill(words::REMOVED, &[("name", &name)])));
            // Its row no longer exists.
            ui.focus("div.undo button");
        }
    });
}
