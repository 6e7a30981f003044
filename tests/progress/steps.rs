//! The roadmap and the visitor's progress on it.

use assessment::{Assessment, i18n::Catalog};

use decision::{
    plan::{AnyStep, Pattern, StepProgress, StepRow, steps},
    worksheet::{EntryRefusal, StepChange, StepEntries, StepKey},
};

use super::{Case, date, step};

fn changed(changes: &[StepChange]) -> StepEntries {
    let mut entries = StepEntries::default();
    for change in changes {
        entries.apply(Assessment::standard(), change.clone()).unwrap();
    }
    entries
}

fn refused(entries: &mut StepEntries, change: StepChange) -> EntryRefusal {
    let before = entries.clone();
    let refusal = entries.apply(Assessment::standard(), change).unwrap_err();
    assert_eq!(*entries, before);
    refusal
}

fn own(text: &str, months: [u8; 2]) -> StepChange {
    StepChange::Own(None, text.to_owned(), months)
}

fn row<'a>(rows: &[StepRow<'a>], id: &str) -> StepRow<'a> {
    *rows.iter().find(|row| row.step.id() == id).unwrap()
}

#[test]
fn without_entries_only_suggested_steps_are_listed() {
    for id in ["P1", "P2", "P5", "P6", "P7", "P8", "P10"] {
        let case = Case::of(id);
        let entries = StepEntries::default();
        for row in case.rows(&entries) {
            assert!(matches!(row.step, AnyStep::Suggested(..)));
            assert!(!row.done && row.due.is_none() && row.owner.is_empty());
        }
    }
}

/// Recorded before steps had their own ids.
#[test]
fn the_roadmap_of_one_organization_is_in_order() {
    let (case, entries) = (Case::of("P7"), StepEntries::default());
    let ids: Vec<String> = case.rows(&entries).iter().map(|row| row.step.id()).collect();
    assert_eq!(case.plan.pattern, Pattern::RolesFirst);
    assert_eq!(ids[..5], ["goals", "stability", "restore", "task_list", "inside_owner"][..]);
}

#[test]
fn general_steps_precede_path_steps_which_precede_model_steps() {
    let (case, entries) = (Case::of("P10"), StepEntries::default());
    let rows = steps(Assessment::standard(), &case.evaluation, Pattern::CoreAndCommodity, &entries);
    let ids: Vec<String> = rows.iter().map(|row| row.step.id()).take(4).collect();
    assert_eq!(ids, ["goals", "restore", "marking", "interviews"]);
}

#[test]
fn an_own_step_comes_after_others_of_the_same_months() {
    let entries = changed(&[own("Move the server room", [0, 1]), own("Ask the board", [24, 24])]);
    let rows = Case::of("P6").rows(&entries);
    let ids: Vec<String> = rows.iter().map(|row| row.step.id()).collect();
    assert_eq!(ids.iter().position(|id| id == "own-1"), Some(1));
    assert_eq!(ids.last().unwrap(), "own-2");
}

#[test]
fn with_a_start_each_step_is_due_after_its_last_month() {
    let entries = changed(&[StepChange::Start(Some(date("2026-11-30")))]);
    let rows = Case::of("P6").rows(&entries);
    assert_eq!(row(&rows, "goals").due, Some(date("2026-12-30")));
    assert_eq!(row(&rows, "repeat").due, Some(date("2028-11-30")));
}

#[test]
fn a_custom_date_overrides_the_start() {
    let entries = changed(&[
        StepChange::Start(Some(date("2026-11-30"))),
        StepChange::Date(step("goals"), Some(date("2027-01-15"))),
    ]);
    let rows = Case::of("P6").rows(&entries);
    let goals = row(&rows, "goals");
    assert_eq!((goals.due, goals.date), (Some(date("2027-01-15")), Some(date("2027-01-15"))));
}

#[test]
fn a_date_does_not_move_a_step() {
    let dated = changed(&[StepChange::Date(step("goals"), Some(date("2040-01-01")))]);
    let ids = |entries: &StepEntries| Case::of("P6").rows(entries).iter().map(|row| row.step.id()).collect::<Vec<_>>();
    assert_eq!(ids(&dated), ids(&StepEntries::default()));
}

#[test]
fn a_step_is_overdue_the_day_after_unless_it_is_done() {
    let mut entries = changed(&[StepChange::Date(step("goals"), Some(date("2027-01-15")))]);
    let case = Case::of("P6");
    let is_overdue = |entries: &StepEntries, today| row(&case.rows(entries), "goals").is_overdue(date(today));
    assert!(!is_overdue(&entries, "2027-01-15"));
    assert!(is_overdue(&entries, "2027-01-16"));
    entries.apply(Assessment::standard(), StepChange::Done(step("goals"), true)).unwrap();
    assert!(!is_overdue(&entries, "2027-01-16"));
}

#[test]
fn a_step_without_a_date_is_never_overdue() {
    let entries = StepEntries::default();
    assert!(!row(&Case::of("P6").rows(&entries), "goals").is_overdue(date("2199-12-31")));
}

#[test]
fn progress_is_the_fraction_of_completed_steps() {
    let case = Case::of("P6");
    let entries = changed(&[StepChange::Done(step("goals"), true), StepChange::Done(step("task_table"), true)]);
    // The step of another model is not among them.
    let rows = case.rows(&entries);
    let progress = StepProgress::of(&rows);
    assert_eq!(progress, StepProgress { done: 1, all: rows.len() });
    assert!((1..100).contains(&progress.percent()));
}

#[test]
fn progress_is_complete_only_when_every_step_is_done() {
    let percent = |done, all| StepProgress { done, all }.percent();
    assert_eq!([percent(0, 8), percent(4, 8), percent(8, 8)], [0, 50, 100]);
    assert_eq!([percent(1, 300), percent(299, 300), percent(0, 0)], [1, 99, 0]);
}

#[test]
fn entries_for_a_step_outlive_its_suggestion() {
    let entries = changed(&[StepChange::Owner(step("task_table"), "Ana".to_owned())]);
    assert!(Case::of("P6").rows(&entries).iter().all(|row| row.owner.is_empty()));
    assert_eq!(entries.get(step("task_table")).unwrap().owner, "Ana");
}

#[test]
fn clearing_every_entry_leaves_nothing() {
    let entries = changed(&[
        StepChange::Done(step("goals"), true),
        StepChange::Owner(step("goals"), "Ana".to_owned()),
        StepChange::Done(step("goals"), false),
        StepChange::Owner(step("goals"), " ".to_owned()),
    ]);
    assert!(entries.is_empty());
}

#[test]
fn an_own_step_can_be_rewritten_and_keeps_its_entries() {
    let entries = changed(&[
        own("Move the server room", [2, 4]),
        StepChange::Done(StepKey::Own(1), true),
        StepChange::Own(Some(1), "Move both rooms".to_owned(), [3, 4]),
    ]);
    assert_eq!((entries.own()[0].text.as_str(), entries.own()[0].from_month), ("Move both rooms", 3));
    assert!(entries.get(StepKey::Own(1)).unwrap().done);
}

#[test]
fn removing_a_step_removes_its_entries() {
    let entries =
        changed(&[own("Move the server room", [2, 4]), StepChange::Done(StepKey::Own(1), true), StepChange::Remove(1)]);
    assert!(entries.is_empty());
}

#[test]
fn the_number_of_a_removed_step_can_be_reused() {
    let entries = changed(&[own("a", [0, 1]), own("b", [0, 1]), StepChange::Remove(1), own("c", [0, 1])]);
    let numbers: Vec<(u8, &str)> = entries.own().iter().map(|own| (own.number, own.text.as_str())).collect();
    assert_eq!(numbers, [(1, "c"), (2, "b")]);
}

#[test]
fn there_are_at_most_twenty_own_steps() {
    let mut entries = changed(&vec![own("again", [0, 1]); 20]);
    assert_eq!(refused(&mut entries, own("one more", [0, 1])), EntryRefusal::TooMany(20));
}

#[test]
fn months_past_the_roadmap_or_in_the_wrong_order_are_rejected() {
    let mut entries = StepEntries::default();
    assert_eq!(refused(&mut entries, own("a", [3, 2])), EntryRefusal::Months);
    assert_eq!(refused(&mut entries, own("a", [3, 25])), EntryRefusal::Months);
}

#[test]
fn a_step_without_text_is_rejected() {
    let mut entries = StepEntries::default();
    assert_eq!(refused(&mut entries, own(" \u{200c}", [0, 1])), EntryRefusal::Empty);
    assert_eq!(refused(&mut entries, own(&"a".repeat(121), [0, 1])), EntryRefusal::TooLong(120));
}

#[test]
fn an_unknown_step_is_rejected() {
    let mut entries = StepEntries::default();
    let nowhere = StepKey::Suggested(assessment::StepId(255));
    assert_eq!(refused(&mut entries, StepChange::Done(nowhere, true)), EntryRefusal::Unknown);
    assert_eq!(refused(&mut entries, StepChange::Done(StepKey::Own(1), true)), EntryRefusal::Unknown);
    assert_eq!(refused(&mut entries, StepChange::Remove(1)), EntryRefusal::Unknown);
    assert_eq!(refused(&mut entries, StepChange::Own(Some(0), "a".to_owned(), [0, 1])), EntryRefusal::Unknown);
}

#[test]
fn a_reset_clears_everything() {
    let entries = changed(&[
        StepChange::Start(Some(date("2026-11-30"))),
        own("a", [0, 1]),
        StepChange::Done(step("goals"), true),
        StepChange::Reset,
    ]);
    assert!(entries.is_empty());
}

#[test]
fn a_rejection_states_the_limit() {
    let words = Catalog::english();
    let text = |refusal: EntryRefusal| {
        words.fill(refusal.text(), &[("n", &refusal.number().map(|n| n.to_string()).unwrap_or_default())])
    };
    assert_eq!(text(EntryRefusal::TooLong(80)), "This is too long. Keep it to 80 characters.");
    assert_eq!(text(EntryRefusal::TooMany(20)), "There can be at most 20. Remove one first.");
}
