//! Questions to ask a provider: which ones, their order, and notes on them.

use assessment::{
    Alternative, Assessment, ChecklistId,
    i18n::{Catalog, Key, key::ui::headway::reason},
    named::checklist,
};

use decision::{
    evaluation::Verdict,
    plan::{ToAsk, questions_to_ask},
    worksheet::{EntryRefusal, Mark, QuestionChange, QuestionEntries},
};

use super::Case;

fn asked(case: &Case) -> Vec<ToAsk> {
    questions_to_ask(Assessment::standard(), &case.evaluation, &case.responses, &case.plan.trap)
}

fn reasons(case: &Case, id: ChecklistId) -> Vec<Key> {
    asked(case).into_iter().find(|row| row.id == id).unwrap().reasons
}

fn position(case: &Case, id: ChecklistId) -> usize {
    asked(case).iter().position(|row| row.id == id).unwrap()
}

fn ids(rows: &[ToAsk]) -> Vec<&'static str> {
    rows.iter().map(|row| Assessment::standard().checklist[row.id.index()].id).collect()
}

#[test]
fn overruling_the_provider_puts_the_question_on_decisions_first() {
    let case = Case::of("P7");
    assert_eq!(case.evaluation.leader, Alternative::CoManaged);
    for (row, id) in asked(&case).iter().zip([checklist::DISAGREE, checklist::APPROVAL, checklist::ESCALATION]) {
        assert_eq!((row.id, row.reasons[0]), (id, reason::OVERRULED));
    }
}

#[test]
fn missing_evening_cover_puts_the_question_on_nights_first() {
    let case = Case::of("P2");
    assert_eq!(asked(&case)[0], ToAsk { id: checklist::NIGHTS, reasons: vec![reason::UNCOVERED] });
}

#[test]
fn dependence_on_one_person_adds_questions_on_records_and_cover() {
    let case = Case::of("P4");
    for id in [checklist::DOCUMENTS, checklist::LEAVE, checklist::NAMES] {
        assert_eq!(reasons(&case, id)[0], reason::STUCK);
    }
}

#[test]
fn each_selection_prioritizes_its_own_question() {
    let case = Case::of("P3");
    assert_eq!(
        reasons(&case, checklist::ROUTINES),
        [reason::UNTRIED_RESTORE, reason::LATE_UPDATES, reason::SERIOUS_HARM]
    );
    assert_eq!(reasons(&case, checklist::TOOLS), [reason::NO_SECURITY_OWNER, reason::UNWATCHED]);
}

/// The questions prioritized by one answer on its own.
fn prioritized_by(question: &str, option: &str) -> Vec<(&'static str, Vec<Key>)> {
    let case = Case::answering(&format!(r#"{{"{question}": {option}}}"#));
    let rows = asked(&case).into_iter().filter(|row| !row.reasons.is_empty());
    rows.map(|row| (Assessment::standard().checklist[row.id.index()].id, row.reasons)).collect()
}

#[test]
fn missing_security_basics_add_the_question_on_provider_security() {
    let expected = [("own_security", vec![reason::NO_MFA]), ("tools", vec![reason::NO_MFA])];
    assert_eq!(prioritized_by("signs", r#"["mfa"]"#), expected);
    let expected = [("own_security", vec![reason::NO_INCIDENT_PLAN]), ("escalation", vec![reason::NO_INCIDENT_PLAN])];
    assert_eq!(prioritized_by("signs", r#"["incident"]"#), expected);
}

#[test]
fn replacing_a_provider_adds_questions_on_exit_and_admin_accounts() {
    let expected = [("exit", vec![reason::PROVIDER_CHANGE]), ("admin", vec![reason::PROVIDER_CHANGE])];
    assert_eq!(prioritized_by("trigger", "\"provider\""), expected);
}

#[test]
fn affected_staff_add_a_question_on_them() {
    assert_eq!(prioritized_by("plan", "\"shrink\""), [("people", vec![reason::SMALLER_TEAM])]);
    assert_eq!(prioritized_by("provider", "\"beside\""), [("people", vec![reason::SHARED_TODAY])]);
}

#[test]
fn cost_surprises_add_the_price_question_and_unease_the_admin_question() {
    let expected = [("included", vec![reason::SURPRISES]), ("prices", vec![reason::SURPRISES])];
    assert_eq!(prioritized_by("predict", "\"hard\""), expected);
    let expected = ["reports", "approval", "admin"].map(|id| (id, vec![reason::CHECKS]));
    assert_eq!(prioritized_by("trust", "\"uneasy\""), expected);
    assert_eq!(prioritized_by("trust", "\"checks\""), expected[..2]);
}

#[test]
fn planned_roles_add_the_same_questions_as_partial_roles() {
    let [planned, partly, case_by_case] =
        ["would", "half", "asgo"].map(|option| prioritized_by("roles", &format!("\"{option}\"")));
    assert_eq!(planned[0], ("escalation", vec![reason::UNWRITTEN]));
    assert_eq!((&planned, &planned), (&partly, &case_by_case));
}

#[test]
fn a_rule_that_applies_prioritizes_its_question() {
    // Custom systems and daily work on site; the question is for outsourced IT.
    let mut case = Case::of("P2");
    case.evaluation.leader = Alternative::Outsourced;
    assert_eq!(reasons(&case, checklist::UNSUPPORTED), [reason::UNUSUAL]);
}

#[test]
fn questions_without_a_reason_come_last_in_content_order() {
    for id in ["P1", "P2", "P3", "P5", "P6", "P7", "P8", "P10", "P11"] {
        let rows = asked(&Case::of(id));
        let first = rows.iter().position(|row| row.reasons.is_empty()).unwrap_or(rows.len());
        assert!(rows[first..].iter().all(|row| row.reasons.is_empty()), "{id}");
        assert!(rows[first..].windows(2).all(|pair| pair[0].id < pair[1].id), "{id}");
    }
}

#[test]
fn each_question_is_listed_once() {
    for id in ["P1", "P2", "P7", "P10"] {
        let rows = asked(&Case::of(id));
        assert!(rows.iter().all(|row| rows.iter().filter(|other| other.id == row.id).count() == 1), "{id}");
    }
}

#[test]
fn questions_for_other_models_are_left_out() {
    let case = Case::of("P1");
    assert_eq!(case.evaluation.leader, Alternative::Outsourced);
    let rows = asked(&case);
    assert!(ids(&rows).contains(&"exit") && !ids(&rows).contains(&"duties"));
}

#[test]
fn a_close_call_lists_questions_for_both_models() {
    let case = Case::of("P10");
    assert_eq!(case.evaluation.verdict, Verdict::Close);
    let rows = asked(&case);
    assert!(ids(&rows).contains(&"exit") && ids(&rows).contains(&"leave"));
    assert_eq!(reasons(&case, checklist::HONEST), [reason::CLOSE]);
}

#[test]
fn too_few_answers_list_questions_for_every_model() {
    let mut case = Case::of("P11");
    case.evaluation.verdict = Verdict::Insufficient;
    let rows = asked(&case);
    let checklist = Assessment::standard().checklist;
    assert!(rows.iter().all(|row| checklist[row.id.index()].applies_to.is_none()));
    assert_eq!(rows.len(), checklist.iter().filter(|entry| entry.applies_to.is_none()).count());
}

#[test]
fn a_more_urgent_gap_puts_its_question_first() {
    let case = Case::of("P5");
    assert!(position(&case, checklist::DOCUMENTS) < position(&case, checklist::TOOLS));
    assert!(position(&case, checklist::TOOLS) < position(&case, checklist::INCLUDED));
}

#[test]
fn a_repeated_reason_is_listed_once() {
    for id in ["P1", "P2", "P3", "P4", "P5", "P7"] {
        for row in asked(&Case::of(id)) {
            let mut seen: Vec<Key> = Vec::new();
            for key in row.reasons {
                assert!(!seen.contains(&key), "{id}: {}", Catalog::english().get(key));
                seen.push(key);
            }
        }
    }
}

mod notes {
    use super::*;

    fn changed(changes: &[QuestionChange]) -> QuestionEntries {
        let mut entries = QuestionEntries::default();
        for change in changes {
            entries.apply(Assessment::standard(), change.clone()).unwrap();
        }
        entries
    }

    fn refused(entries: &mut QuestionEntries, change: QuestionChange) -> EntryRefusal {
        let before = entries.clone();
        let refusal = entries.apply(Assessment::standard(), change).unwrap_err();
        assert_eq!(*entries, before);
        refusal
    }

    fn add(name: &str) -> QuestionChange {
        QuestionChange::AddProvider(name.to_owned())
    }

    #[test]
    fn a_question_without_notes_is_empty() {
        let entries = QuestionEntries::default();
        let entry = entries.get(checklist::NIGHTS);
        assert!(!entry.ticked && entry.note.is_empty() && entry.answers[2].mark == Mark::NotAsked);
    }

    #[test]
    fn three_providers_can_be_compared() {
        let mut entries = changed(&[add("Ash"), add("Birch"), add("Cedar")]);
        assert_eq!(entries.providers().collect::<Vec<_>>(), [(0, "Ash"), (1, "Birch"), (2, "Cedar")]);
        assert_eq!(refused(&mut entries, add("Dogwood")), EntryRefusal::TooMany(3));
    }

    #[test]
    fn two_providers_with_the_same_name_are_rejected() {
        let mut entries = changed(&[add("Ash"), add("Birch")]);
        assert_eq!(refused(&mut entries, add(" Ash ")), EntryRefusal::Repeated);
        let rename = |place, name: &str| QuestionChange::PutProvider(place, name.to_owned());
        assert_eq!(refused(&mut entries, rename(1, "Ash")), EntryRefusal::Repeated);
        entries.apply(Assessment::standard(), rename(0, "Ash")).unwrap();
    }

    #[test]
    fn removing_a_provider_removes_its_answers_and_moves_no_other() {
        let answer = |place, text: &str| QuestionChange::Answer(checklist::NIGHTS, place, text.to_owned());
        let entries = changed(&[
            add("Ash"),
            add("Birch"),
            answer(0, "On call"),
            answer(1, "Nobody"),
            QuestionChange::RemoveProvider(0),
        ]);
        assert_eq!(entries.providers().collect::<Vec<_>>(), [(1, "Birch")]);
        let texts: Vec<&str> = entries.get(checklist::NIGHTS).answers.iter().map(|a| a.text.as_str()).collect();
        assert_eq!(texts, ["", "Nobody", ""]);
    }

    #[test]
    fn a_new_provider_takes_the_first_free_slot() {
        let entries = changed(&[add("Ash"), add("Birch"), QuestionChange::RemoveProvider(0), add("Cedar")]);
        assert_eq!(entries.provider(0), Some("Cedar"));
    }

    #[test]
    fn answers_without_a_provider_are_rejected() {
        let mut entries = changed(&[add("Ash")]);
        for place in [1, 3] {
            let answer = QuestionChange::Answer(checklist::NIGHTS, place, "On call".to_owned());
            assert_eq!(refused(&mut entries, answer), EntryRefusal::Unknown);
            let mark = QuestionChange::Mark(checklist::NIGHTS, place, Mark::Good);
            assert_eq!(refused(&mut entries, mark), EntryRefusal::Unknown);
            assert_eq!(refused(&mut entries, QuestionChange::RemoveProvider(place)), EntryRefusal::Unknown);
        }
        assert_eq!(refused(&mut entries, QuestionChange::PutProvider(3, "Birch".to_owned())), EntryRefusal::Unknown);
    }

    #[test]
    fn an_unknown_question_is_rejected() {
        let mut entries = QuestionEntries::default();
        assert_eq!(refused(&mut entries, QuestionChange::Tick(ChecklistId(99), true)), EntryRefusal::Unknown);
    }

    #[test]
    fn names_and_answers_are_bounded() {
        let mut entries = changed(&[add(&"a".repeat(40))]);
        assert_eq!(refused(&mut entries, add(&"b".repeat(41))), EntryRefusal::TooLong(40));
        assert_eq!(refused(&mut entries, add(" ")), EntryRefusal::Empty);
        let answer = |n| QuestionChange::Answer(checklist::NIGHTS, 0, "a".repeat(n));
        entries.apply(Assessment::standard(), answer(200)).unwrap();
        assert_eq!(refused(&mut entries, answer(201)), EntryRefusal::TooLong(200));
    }

    #[test]
    fn clearing_every_entry_leaves_nothing() {
        let entries = changed(&[
            add("Ash"),
            QuestionChange::Tick(checklist::NIGHTS, true),
            QuestionChange::Mark(checklist::NIGHTS, 0, Mark::Poor),
            QuestionChange::Tick(checklist::NIGHTS, false),
            QuestionChange::RemoveProvider(0),
        ]);
        assert!(entries.is_empty());
        assert!(changed(&[add("Ash"), QuestionChange::Reset]).is_empty());
    }

    #[test]
    fn every_rating_has_its_own_code() {
        assert_eq!(Mark::ALL.map(Mark::code), ["not_asked", "good", "unclear", "poor"]);
    }
}
