//! The ways to add somebody: their link, or their file. What is wrong with one is said where it was given.

use leptos::{ev::Event, prelude::*};

use super::circle::Round;
use crate::ui::{
    Ui,
    components::{Entry, Kind, entry},
    host::Opened,
    page::Page,
};
use assessment::{
    i18n::key::ui::compare::with::{self as words, problem},
    json::Value,
};
use session::{Others, OthersProblem, link::LinkProblem};

/// Most characters of what is pasted; a whole mail.
const LONGEST: usize = 50_000;

/// The field for a link and the one for files, or why there is none. What was done last stands above them.
pub fn adding(page: &mut Page, round: Round) {
    let pasted = RwSignal::new(String::new());
    let is_full = Memo::new(move |_| {
        round.members.track();
        round.is_full()
    });
    page.live(move |page| {
        if let Some(said) = round.told.get() {
            page.text("p.told", &said);
        }
    });
    page.live(move |page| {
        if is_full.get() {
            page.t("p.muted", words::FULL);
            return;
        }
        page.within("div.adding", |page| {
            page.within("div", |page| by_link(page, round, pasted));
            page.within("div", |page| by_files(page, round));
        });
    });
}

fn by_link(page: &mut Page, round: Round, pasted: RwSignal<String>) {
    let ui = page.ui;
    let field = Entry {
        kind: Kind::Note,
        id: "compare-link",
        label: Some(ui.t(words::LINK)),
        name: None,
        longest: LONGEST,
        value: Box::new(move || pasted.get()),
        entered: Box::new(move |ui, text| {
            // Somebody is added by the button alone, so that nothing moves because the field is left.
            let problem = if text.trim().is_empty() { None } else { read(ui, &text).err() };
            pasted.set(text);
            problem
        }),
    };
    entry(page, field);
    page.button("secondary", words::ADD, move || {
        let text = pasted.get_untracked();
        match read(ui, &text) {
            Ok(found) => {
                pasted.set(String::new());
                let said = round.add(found, None);
                round.tell(Some(said));
                round.changed();
                round.go_to_last();
            }
            Err(problem) => {
                let is_empty = text.trim().is_empty();
                round.tell(is_empty.then(|| ui.t(words::problem::NO_LINK).to_owned()));
                if !is_empty {
                    ui.say(Some(problem));
                }
                ui.jump("#compare-link");
            }
        }
    });
}

/// The answers in what was pasted: a link, a text with one, or what is in a file.
fn read(ui: Ui, text: &str) -> Result<Others, String> {
    let found = match ui.parse(text) {
        Some(document @ Value::Object(_)) => Others::in_document(ui.assessment(), &document),
        _ => Others::in_text(ui.assessment(), text),
    };
    found.map_err(|problem| match problem {
        OthersProblem::Link(problem) => match &problem {
            LinkProblem::OtherContent { version } => ui.fill(problem.key(), &[("version", version)]),
            _ => ui.t(problem.key()).to_owned(),
        },
        OthersProblem::Empty => ui.t(problem::EMPTY).to_owned(),
        OthersProblem::NoAnswers | OthersProblem::Newer => ui.t(LinkProblem::NotOurs.key()).to_owned(),
    })
}

fn by_files(page: &mut Page, round: Round) {
    let ui = page.ui;
    let problem = RwSignal::new(None::<String>);
    let chosen = move |event: Event| {
        ui.open_files(&event, move |opened| opened_files(ui, round, problem, opened));
    };
    let label = ui.t(words::FILES).to_owned();
    let invalid = move || problem.with(Option::is_some).then_some("true");
    let described =
        move || if problem.with(Option::is_some) { "compare-problem compare-about" } else { "compare-about" };
    let field = view! {
        <label for="compare-files">{label}</label>
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
            if let Some(said) = problem.get() {
                page.text("p#compare-problem.problem", &said);
            }
        });
        page.t("p#compare-about.muted small", words::FILES_TEXT);
    });
}

/// Adds those whose answers could be read, as long as there is room, and says why the others were not.
fn opened_files(ui: Ui, round: Round, problem: RwSignal<Option<String>>, opened: Vec<Opened>) {
    let [mut added, mut refused] = [String::new(), String::new()];
    for (file, text) in opened {
        let found = match &text {
            None => Err(problem::TOO_LARGE),
            Some(_) if round.is_full() => Err(problem::NO_ROOM),
            Some(text) => match ui.parse(text).map(|document| Others::in_document(ui.assessment(), &document)) {
                Some(Ok(found)) => Ok(found),
                Some(Err(OthersProblem::Newer)) => Err(problem::NEWER),
                Some(Err(OthersProblem::Empty)) => Err(problem::EMPTY_FILE),
                _ => Err(problem::NO_ANSWERS),
            },
        };
        let (list, said) = match found {
            Ok(found) => (&mut added, round.add(found, Some(file))),
            Err(key) => (&mut refused, ui.fill(key, &[("name", &file)])),
        };
        if !list.is_empty() {
            list.push(' ');
        }
        list.push_str(&said);
    }
    let is_refused = !refused.is_empty();
    problem.set(is_refused.then(|| refused.clone()));
    if added.is_empty() {
        round.told.set(None);
        ui.say(is_refused.then_some(refused));
        return;
    }
    round.changed();
    round.told.set(Some(added.clone()));
    if is_refused {
        added.push(' ');
        added.push_str(&refused);
        ui.say(Some(added));
    } else {
        ui.say(Some(added));
        round.go_to_last();
    }
}
