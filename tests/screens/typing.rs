//! Typing in fields, and leaving the page before the field.

use assessment::{
    json::Value,
    named::input::{FEE_CO, SALARY},
};
use decision::worksheet::Worksheet;
use session::{Action, Notice, Place, Session, View};
use support_fit::ui::host::ControlKind;

use super::{
    html::Tree,
    page::Use,
    screens::organization,
    visit::{Before, KEY, Visit, draft_at_view},
};

/// The views with fields whose text is part of the draft.
const VIEWS: [&str; 4] = ["cost", "who", "plan", "ask"];

/// An own step, an own task and a provider, so that their fields are there too.
const ENTERED: &str =
    r#","steps":{"own":[{"id":1,"text":"Order laptops","months":[1,3]}]},"questions":{"providers":["Acme"]}"#;

/// What is typed: one of these is valid in each field.
const TEXTS: [&str; 21] = [
    "2026-05-22",
    "0",
    "0.1",
    "0.2",
    "240",
    "1",
    "3",
    "15",
    "30",
    "2",
    "5",
    "10",
    "20",
    "50",
    "90",
    "150",
    "1000",
    "5000",
    "100000",
    "900000",
    "Ana",
];

fn opened(view: &str, more: &str, uses: &[Use]) -> Visit {
    let draft = draft_at_view(&organization("P2"), view, more);
    let mut visit = Visit::with(Before { texts: &[(KEY, &draft)], uses, unfolds: true, ..Before::default() });
    let _ = visit.html();
    visit
}

fn saved(visit: &Visit) -> String {
    visit.page.0.store.texts.borrow()[KEY].clone()
}

/// Operates a field of the screen as it is.
fn operate(visit: &Visit, kind: ControlKind, id: &str, text: &str) {
    let name = if kind == ControlKind::Typing { format!("typing in {id}") } else { id.to_owned() };
    let control = visit.page.0.controls.borrow().iter().position(|it| it.kind == kind && it.name == name);
    let control = visit.page.0.controls.borrow_mut().remove(control.unwrap_or_else(|| panic!("no field {id}")));
    visit.within(|| control.act(text));
    visit.page.0.controls.borrow_mut().push(control);
    visit.run();
}

fn type_text(visit: &Visit, id: &str, text: &str) {
    operate(visit, ControlKind::Typing, id, text);
}

fn pause(visit: &Visit) {
    visit.within(|| visit.ui.enter_typed());
}

fn leave(visit: &Visit, id: &str, text: &str) {
    operate(visit, ControlKind::Field, id, text);
}

fn salary() -> String {
    format!("cost-own-{}", SALARY.index())
}

fn salary_in(visit: &Visit) -> Option<[f64; 3]> {
    visit.ui.now(|session| session.worksheet().figures.get(SALARY)).map(|range| range.values())
}

#[test]
fn every_field_is_saved_after_a_pause_and_before_it_is_left() {
    for view in VIEWS {
        let uses = [("Change: Backup", "")];
        let visit = opened(view, ENTERED, &uses);
        let fields: Vec<String> = {
            let controls = visit.page.0.controls.borrow();
            controls.iter().filter_map(|it| it.name.strip_prefix("typing in ").map(str::to_owned)).collect()
        };
        assert!(fields.len() > 1, "{view}: {fields:?}");
        // The step in the form is not in the plan yet.
        for id in fields.iter().filter(|id| *id != "step-add-text") {
            let is_saved = TEXTS.iter().any(|text| {
                let visit = opened(view, ENTERED, &uses);
                let before = saved(&visit);
                type_text(&visit, id, text);
                assert_eq!(saved(&visit), before, "{id} before the pause");
                pause(&visit);
                saved(&visit) != before
            });
            assert!(is_saved, "{id} in {view}");
        }
    }
}

#[test]
fn what_is_typed_is_in_the_draft_without_a_pause() {
    let visit = opened("cost", "", &[]);
    type_text(&visit, &salary(), "80000");
    let draft = visit.within(|| visit.ui.draft());
    let figures = draft.get("figures").and_then(|figures| figures.get("salary"));
    assert_eq!(figures.and_then(Value::as_list).map(<[Value]>::len), Some(3));
}

#[test]
fn half_a_text_is_neither_an_error_nor_announced() {
    let [salary, fee] = [SALARY, FEE_CO].map(|id| format!("cost-own-{}", id.index()));
    for (view, id, text, next) in [
        ("cost", &*salary, "many", &*fee),
        ("cost", "cost-0-1", "many", "cost-0-2"),
        ("plan", "measure-scale-today", "soon", "measure-scale-now"),
        ("plan", "measure-scale-review", "?", "measure-alignment-today"),
        ("ask", "firm-0", "left\u{202e}right", "firm-1"),
    ] {
        let typing = |id: &str| -> &'static str { format!("typing in {id}").leak() };
        let mut visit = opened(view, "", &[]);
        let announced = visit.ui.announced();
        // The text is entered when the next field is typed in, before its own field is rendered.
        visit.page.0.uses.replace(vec![(typing(id), text), (typing(next), "1")]);
        let tree = Tree::of(&visit.html());
        assert!(visit.page.0.uses.borrow().is_empty());
        assert_eq!(tree.by_id(id).unwrap().get("aria-invalid"), None, "{id}");
        assert_eq!(visit.ui.announced(), announced, "{id}");
    }
}

#[test]
fn pauses_do_not_change_what_is_entered() {
    for texts in [["6", "60", "60000"], ["1", "250000", "150000"], ["7", "70", "many"]] {
        let [paused, plain] = [true, false].map(|pauses| {
            let visit = opened("cost", "", &[]);
            let last = texts[texts.len() - 1];
            for text in texts {
                type_text(&visit, &salary(), text);
                if pauses {
                    pause(&visit);
                }
            }
            leave(&visit, &salary(), last);
            (salary_in(&visit), Value::clone(visit.ui.draft().get("figures").unwrap_or(&Value::Null)), saved(&visit))
        });
        assert_eq!(paused.0, plain.0, "{texts:?}");
        assert_eq!(paused.1, plain.1, "{texts:?}");
        assert_eq!(paused.2.contains("salary"), plain.2.contains("salary"), "{texts:?}");
    }
}

#[test]
fn a_cleared_name_that_was_not_there_before_is_not_missing() {
    let visit = opened("ask", "", &[]);
    for text in ["Acme", ""] {
        type_text(&visit, "firm-0", text);
        pause(&visit);
    }
    leave(&visit, "firm-0", "");
    assert_eq!(visit.ui.announced(), None);
    assert!(visit.ui.now(|session| session.worksheet().is_empty()));
    assert!(!saved(&visit).contains("Acme"));
}

#[test]
fn one_undo_takes_back_all_that_was_typed_in_a_field() {
    let visit = opened("ask", "", &[]);
    leave(&visit, "firm-0", "Acme");
    for text in ["Mar", "Marlow", "Marlow & Finch"] {
        type_text(&visit, "firm-1", text);
        pause(&visit);
    }
    leave(&visit, "firm-1", "Marlow & Finch");
    let providers = || visit.ui.now(|session| session.worksheet().questions.providers().count());
    assert_eq!(providers(), 2);
    visit.ui.act(Action::Undo);
    assert_eq!(providers(), 1);
    assert!(!saved(&visit).contains("Marlow"));
}

#[test]
fn undo_takes_back_only_what_was_typed_since_the_last_field_was_left() {
    for second in ["firm-0", "firm-1"] {
        let visit = opened("ask", "", &[]);
        for (id, name) in [("firm-0", "Acme"), (second, "Marlow")] {
            type_text(&visit, id, name);
            pause(&visit);
            leave(&visit, id, name);
        }
        visit.ui.act(Action::Undo);
        assert!(saved(&visit).contains("Acme") && !saved(&visit).contains("Marlow"), "{second}");
    }
}

#[test]
fn what_was_typed_does_not_come_back_after_erasing() {
    let visit = opened("ask", "", &[]);
    type_text(&visit, "firm-0", "Acme");
    visit.ui.act(Action::Erase);
    pause(&visit);
    visit.run();
    assert!(visit.ui.now(|session| session.worksheet().is_empty()));
    assert!(!visit.page.0.store.texts.borrow().contains_key(KEY));
}

/// The press that leaves the field may be one on "Delete them here too".
// @threat-erasing
#[test]
fn leaving_a_field_saves_nothing_again_that_another_tab_has_erased() {
    let visit = opened("cost", "", &[]);
    type_text(&visit, &salary(), "80000");
    pause(&visit);
    assert!(visit.page.0.store.texts.borrow().contains_key(KEY));
    visit.page.0.store.texts.borrow_mut().clear();
    visit.ui.look_again();
    leave(&visit, &salary(), "80000");
    assert!(visit.page.0.store.texts.borrow().is_empty());
    assert_eq!(visit.ui.now(Session::notice), Some(Notice::ErasedElsewhere));
}

#[test]
fn a_step_does_not_lose_what_was_typed_just_before() {
    let visit = opened("ask", "", &[]);
    type_text(&visit, "firm-0", "Acme");
    visit.ui.act(Action::GoTo(Place::Result(View::Plan)));
    assert_eq!(visit.ui.now(Session::place), Place::Result(View::Plan));
    assert!(saved(&visit).contains("Acme"));
}

#[test]
fn a_field_is_not_rewritten_while_it_is_typed_in() {
    let visit = opened("cost", "", &[]);
    let (ui, salary_now) = (visit.ui, |now: &Worksheet| now.figures.get(SALARY));
    let shown = visit.within(|| ui.settled(Box::new(move || format!("{:?}", ui.worksheet(salary_now)))));
    let read = || visit.within(|| leptos::prelude::GetUntracked::get_untracked(&shown));
    let before = read();
    type_text(&visit, &salary(), "80000");
    pause(&visit);
    assert_eq!(read(), before);
    assert!(salary_in(&visit).is_some());
    leave(&visit, &salary(), "80000");
    assert_ne!(read(), before);
}

#[test]
fn an_imported_draft_is_shown_in_the_field_that_was_typed_in() {
    let visit = opened("cost", "", &[]);
    type_text(&visit, &salary(), "80000");
    assert!(visit.ui.is_typing());
    visit.ui.act(Action::StartOver);
    assert!(!visit.ui.is_typing());
}
