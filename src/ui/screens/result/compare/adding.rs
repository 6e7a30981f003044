//! Adding people by their link or file, with errors next to the field.

use leptos::{ev::Event, prelude::*};

use super::group::Group;
use crate::ui::{
    Ui,
    components::{Entry, Kind, entry_with_problem},
    host::{FileFault, OpenedFile},
    page::Page,
    subtree::Content,
};
use assessment::{
    i18n::key::ui::compare::with::{self as words, problem},
    json::Value,
};
use session::{Others, OthersProblem, link::LinkProblem};

/// Enough for a whole email.
const MAX_LENGTH: usize = 50_000;

pub fn adding(page: &mut Page, group: Group) {
    let pasted = RwSignal::new(String::new());
    let is_full = Memo::new(move |_| {
        group.size.track();
        group.is_full()
    });
    page.live(move |page| {
        if let Some(message) = group.message.get() {
            page.text("p.told", &message);
        }
    });
    page.live(move |page| {
        if is_full.get() {
            page.t("p.muted", words::FULL);
            return;
        }
        page.within("div.adding", |page| {
            page.within("div", |page| by_link(page, group, pasted));
            page.within("div", |page| by_files(page, group));
        });
    });
}

fn by_link(page: &mut Page, group: Group, pasted: RwSignal<String>) {
    let (ui, problem) = (page.ui, RwSignal::new(None));
    let field = Entry {
        kind: Kind::Note,
        id: "compare-link",
        label: Some(ui.t(words::LINK)),
        name: None,
        max_length: MAX_LENGTH,
        value: Box::new(move || pasted.get()),
        on_change: Box::new(move |_, text| {
            pasted.set(text);
            // Only the button adds people and changes the error. Otherwise the button would move, and the pointer may already
            // be down on it.
            problem.get_untracked()
        }),
    };
    entry_with_problem(page, field, problem);
    page.button("secondary", words::ADD, move || {
        let text = pasted.get_untracked();
        match read(ui, &text) {
            Ok(found) => {
                pasted.set(String::new());
                problem.set(None);
                group.show_message(Some(group.add(found, None)));
                group.refresh();
                group.focus_last();
            }
            Err(message) => {
                let message = if text.trim().is_empty() { ui.t(words::problem::NO_LINK).to_owned() } else { message };
                group.message.set(None);
                ui.announce(Some(message.clone()));
                problem.set(Some(message));
                ui.focus_now("#compare-link");
            }
        }
    });
}

/// Reads the answers in pasted text: a link, a text that contains one, or the JSON of a file.
fn read(ui: Ui, text: &str) -> Result<Others, String> {
    let found = match ui.parse(text) {
        Some(document @ Value::Object(_)) => Others::in_document(ui.assessment(), &document),
        _ => Others::in_text(ui.assessment(), text),
    };
    found.map_err(|problem| match problem {
        OthersProblem::Link(problem) => ui.link_problem(&problem),
        OthersProblem::Empty => ui.t(problem::EMPTY).to_owned(),
        OthersProblem::NoAnswers | OthersProblem::Newer => ui.link_problem(&LinkProblem::NotOurs),
    })
}

fn by_files(page: &mut Page, group: Group) {
    let ui = page.ui;
    let problem = RwSignal::new(None::<String>);
    let chosen = move |event: Event| {
        ui.open_files(&event, move |opened| opened_files(ui, group, problem, opened));
    };
    let label = ui.t(words::FILES);
    let invalid = move || problem.with(Option::is_some).then_some("true");
    let described =
        move || if problem.with(Option::is_some) { "compare-problem compare-about" } else { "compare-about" };
    let field = view! {
        <label for="compare-files">{Content::text(label)}</label>
        <input
            id="compare-files"
            type="file"
            multiple=true
            accept=".json,application/json"
            aria-invalid=invalid
            aria-describedby=described
            on:change=chosen
        />
    };
    page.within("div.entry", |page| {
        page.add(field.into_any());
        page.live(move |page| {
            if let Some(message) = problem.get() {
                page.text("p#compare-problem.problem", &message);
            }
        });
        page.t("p#compare-about.muted small", words::FILES_TEXT);
    });
}

/// Adds people until the group is full, and shows why files were rejected.
fn opened_files(ui: Ui, group: Group, problem: RwSignal<Option<String>>, opened: Vec<OpenedFile>) {
    let [mut added, mut rejected] = [String::new(), String::new()];
    for OpenedFile { name, text } in opened {
        let file = ui.file_name(&name);
        let found = match &text {
            Err(FileFault::TooLarge) => Err(problem::TOO_LARGE),
            Err(FileFault::Unreadable) => Err(problem::UNREADABLE),
            Ok(_) if group.is_full() => Err(problem::NO_ROOM),
            Ok(text) => match ui.parse(text).map(|document| Others::in_document(ui.assessment(), &document)) {
                Some(Ok(found)) => Ok(found),
                Some(Err(OthersProblem::Newer)) => Err(problem::NEWER),
                Some(Err(OthersProblem::Empty)) => Err(problem::EMPTY_FILE),
                _ => Err(problem::NO_ANSWERS),
            },
        };
        let (list, message) = match found {
            Ok(found) => (&mut added, group.add(found, Some(file))),
            Err(key) => (&mut rejected, ui.fill(key, &[("name", &file)])),
        };
        if !list.is_empty() {
            list.push(' ');
        }
        list.push_str(&message);
    }
    let is_rejected = !rejected.is_empty();
    problem.set(is_rejected.then(|| rejected.clone()));
    if added.is_empty() {
        group.message.set(None);
        ui.announce(is_rejected.then_some(rejected));
        return;
    }
    group.refresh();
    group.message.set(Some(added.clone()));
    if is_rejected {
        added.push(' ');
        added.push_str(&rejected);
        ui.announce(Some(added));
    } else {
        ui.announce(Some(added));
        group.focus_last();
    }
}
