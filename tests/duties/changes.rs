//! What can be changed, and what is rejected.

use assessment::{Alternative, Assessment, FunctionId, Side};

use decision::worksheet::{
    Doer, Duties, DutyChange, DutyId, EntryRefusal, LONGEST_DUTY, LONGEST_NOTE, MOST_OWN_DUTIES,
};

use super::{changed, function};

fn refused(change: DutyChange) -> EntryRefusal {
    let mut duties = changed([DutyChange::Add("Phones".into())]);
    let before = duties.clone();
    let refusal = duties.apply(change).unwrap_err();
    assert_eq!(duties, before);
    refusal
}

#[test]
fn there_are_no_changes_at_first() {
    assert!(Duties::new(Assessment::standard()).is_as_suggested());
}

#[test]
fn at_most_twenty_own_functions_are_accepted() {
    let mut duties = changed((0..MOST_OWN_DUTIES).map(|n| DutyChange::Add(format!("Task {n}"))));
    assert!(!duties.has_room());
    assert_eq!(duties.apply(DutyChange::Add("One more".into())), Err(EntryRefusal::TooMany(MOST_OWN_DUTIES)));
    duties.apply(DutyChange::Remove(7)).unwrap();
    assert!(duties.has_room());
    duties.apply(DutyChange::Add("In its place".into())).unwrap();
    let numbers: Vec<DutyId> = duties.iter().map(|(id, _)| id).skip(Assessment::standard().functions.len()).collect();
    assert_eq!(numbers.len(), MOST_OWN_DUTIES);
    assert_eq!(numbers.last(), Some(&DutyId::Own(7)), "the last one added comes last, whatever its number");
}

#[test]
fn a_number_that_is_taken_or_out_of_bounds_is_rejected() {
    for number in [0, 1, 21, 255] {
        assert_eq!(refused(DutyChange::AddAs(number, "Phones".into())), EntryRefusal::Unknown, "{number}");
    }
    assert!(changed([DutyChange::AddAs(20, "Phones".into())]).get(DutyId::Own(20)).is_some());
}

#[test]
fn a_row_that_does_not_exist_is_rejected() {
    for id in [DutyId::Own(2), DutyId::Own(0), DutyId::Standard(FunctionId(22)), DutyId::Standard(FunctionId(255))] {
        for change in [
            DutyChange::Rename(id, "Name".into()),
            DutyChange::Hide(id, true),
            DutyChange::Accountable(id, Alternative::CoManaged, Some(Side::Internal)),
            DutyChange::Today(id, Some(Doer::Both)),
            DutyChange::Note(id, "Note".into()),
            DutyChange::Reset(id),
        ] {
            assert_eq!(refused(change), EntryRefusal::Unknown);
        }
    }
    assert_eq!(refused(DutyChange::Remove(2)), EntryRefusal::Unknown);
}

#[test]
fn name_and_note_limits_count_characters() {
    let id = function("helpdesk");
    let duties = changed([
        DutyChange::Rename(id, "é".repeat(LONGEST_DUTY)),
        DutyChange::Note(id, format!("  {}\n", "é".repeat(LONGEST_NOTE))),
        DutyChange::Add(format!(" {} ", "é".repeat(LONGEST_DUTY))),
    ]);
    assert_eq!(duties.get(id).unwrap().note.chars().count(), LONGEST_NOTE);
    assert_eq!(refused(DutyChange::Rename(id, "x".repeat(LONGEST_DUTY + 1))), EntryRefusal::TooLong(LONGEST_DUTY));
    assert_eq!(refused(DutyChange::Add("x".repeat(LONGEST_DUTY + 1))), EntryRefusal::TooLong(LONGEST_DUTY));
    assert_eq!(refused(DutyChange::Note(id, "x".repeat(LONGEST_NOTE + 1))), EntryRefusal::TooLong(LONGEST_NOTE));
}

#[test]
fn an_own_function_needs_a_name() {
    for nothing in ["", "  ", "\n", "\u{200d}"] {
        assert_eq!(refused(DutyChange::Add(nothing.into())), EntryRefusal::Empty);
        assert_eq!(refused(DutyChange::Rename(DutyId::Own(1), nothing.into())), EntryRefusal::Empty);
    }
}

#[test]
fn an_empty_name_restores_the_original_name() {
    let id = function("helpdesk");
    let duties = changed([DutyChange::Rename(id, "Front desk".into()), DutyChange::Rename(id, " ".into())]);
    assert!(duties.is_as_suggested());
}

#[test]
fn an_empty_note_removes_the_note() {
    let id = function("helpdesk");
    let duties = changed([DutyChange::Note(id, "Ask Kim".into()), DutyChange::Note(id, "\t".into())]);
    assert!(duties.is_as_suggested());
}

#[test]
fn a_side_can_be_reset_to_the_suggestion() {
    let id = function("helpdesk");
    let choose = |side| DutyChange::Accountable(id, Alternative::CoManaged, side);
    assert!(changed([choose(Some(Side::Provider)), choose(None)]).is_as_suggested());
}

#[test]
fn resetting_a_row_restores_the_suggestion_and_keeps_an_own_name() {
    let change = |id| {
        [
            DutyChange::Rename(id, "Other".into()),
            DutyChange::Hide(id, true),
            DutyChange::Accountable(id, Alternative::Outsourced, Some(Side::Internal)),
            DutyChange::Today(id, Some(Doer::Both)),
            DutyChange::Note(id, "Ask Kim".into()),
            DutyChange::Reset(id),
        ]
    };
    assert!(changed(change(function("docs"))).is_as_suggested());
    let own = changed([DutyChange::Add("Phones".into())].into_iter().chain(change(DutyId::Own(1))));
    assert_eq!(own, changed([DutyChange::Add("Other".into())]));
}
