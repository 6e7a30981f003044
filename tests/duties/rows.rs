//! Suggestions, their reasons, and the visitor's changes.

use assessment::{
    Alternative, Assessment, OptionId, QuestionId, Side,
    i18n::{Catalog, key},
    named::{cap, decide, hours, load, onsite, role, standard, steer},
};

use decision::{
    plan::{
        Pattern, Split, SplitCause,
        duties::{DutyName, PathPart, SplitBasis},
    },
    response::Reading,
    worksheet::{Doer, Duties, DutyChange, DutyId},
};

use super::{answers, changed, function, row, rows, rows_on};

/// Someone in-house who could do a part.
const LEAD: (QuestionId, OptionId) = (cap::QUESTION, cap::LEAD);

fn untouched() -> Duties {
    Duties::new(Assessment::standard())
}

#[test]
fn rows_are_in_model_order_with_own_rows_last() {
    let duties = changed([DutyChange::Add("Phones".into()), DutyChange::Add("Web shop".into())]);
    let ids: Vec<DutyId> = rows(&[], &duties).iter().map(|row| row.id).collect();
    let functions = Assessment::standard().functions.iter().map(|f| function(f.id));
    assert_eq!(ids, functions.chain([DutyId::Own(1), DutyId::Own(2)]).collect::<Vec<_>>());
}

#[test]
fn co_managed_it_suggests_the_split() {
    let assessment = Assessment::standard();
    for busy in [load::OK, load::STRETCHED, load::FIRE] {
        let given = [LEAD, (load::QUESTION, busy), (standard::QUESTION, standard::CUSTOM)];
        let split = Split::of(assessment, &Reading::of(assessment, &answers(&given))).unwrap();
        let expected: Vec<Side> = split.accountable(assessment).map(|(_, side)| side).collect();
        let found: Vec<Side> =
            rows(&given, &untouched()).iter().map(|row| row.suggested[Alternative::CoManaged.index()]).collect();
        assert_eq!(found, expected);
    }
}

#[test]
fn in_house_and_outsourced_it_suggest_the_sides_from_the_content() {
    for row in rows(&[LEAD], &untouched()) {
        assert_eq!(row.accountable(Alternative::InHouse), Side::Internal);
        let stays = [function("priorities"), function("risk")].contains(&row.id);
        assert_eq!(row.accountable(Alternative::Outsourced), if stays { Side::Internal } else { Side::Provider });
    }
}

#[test]
fn the_other_side_helps_only_when_work_is_shared() {
    let all = rows(&[LEAD], &untouched());
    assert_eq!(row(&all, function("monitor")).accountable(Alternative::CoManaged), Side::Provider);
    assert_eq!(row(&all, function("monitor")).supporting(Alternative::CoManaged), Some(Side::Internal));
    assert_eq!(row(&all, function("apps")).supporting(Alternative::CoManaged), Some(Side::Provider));
    for row in &all {
        assert_eq!(row.supporting(Alternative::InHouse), None);
        assert_eq!(row.supporting(Alternative::Outsourced), None);
    }
}

#[test]
fn a_row_that_no_answer_affects_says_so() {
    let all = rows(&[LEAD, (load::QUESTION, load::FIRE)], &untouched());
    let risk = row(&all, function("risk"));
    assert_eq!(
        (risk.cause, &risk.answers[..], risk.why()),
        (SplitCause::Always, &[][..], key::ui::duties::why::ALWAYS)
    );
}

#[test]
fn a_row_kept_close_by_one_answer_names_the_question() {
    let all = rows(&[LEAD, (onsite::QUESTION, onsite::DAILY)], &untouched());
    let helpdesk = row(&all, function("helpdesk"));
    assert_eq!((helpdesk.cause, helpdesk.answers.as_slice()), (SplitCause::Close, &[onsite::QUESTION][..]));
    assert_eq!(helpdesk.why(), key::ui::duties::why::CLOSE_BY_ANSWERS);
}

#[test]
fn a_row_kept_close_by_two_answers_names_both_questions() {
    let all = rows(&[LEAD, (role::QUESTION, role::EDGE), (decide::QUESTION, decide::KEY)], &untouched());
    let strategy = row(&all, function("strategy"));
    assert_eq!(strategy.cause, SplitCause::Close);
    assert!(
        strategy.answers.len() == 2 && [role::QUESTION, decide::QUESTION].iter().all(|q| strategy.answers.contains(q))
    );
}

#[test]
fn a_row_that_is_close_or_routine_by_default_names_no_question() {
    let all = rows(&[LEAD], &untouched());
    let (apps, monitor) = (row(&all, function("apps")), row(&all, function("monitor")));
    assert_eq!((apps.cause, apps.answers.len(), apps.why()), (SplitCause::Close, 0, key::ui::duties::why::CLOSE));
    assert_eq!((monitor.cause, monitor.answers.len()), (SplitCause::Routine, 0));
    assert_eq!(monitor.why(), key::ui::duties::why::ROUTINE);
}

#[test]
fn a_row_made_routine_by_an_answer_names_the_question() {
    let all = rows(&[LEAD, (standard::QUESTION, standard::STANDARD)], &untouched());
    let docs = row(&all, function("docs"));
    assert_eq!((docs.cause, docs.answers.as_slice()), (SplitCause::Routine, &[standard::QUESTION][..]));
    assert_eq!(docs.why(), key::ui::duties::why::ROUTINE_BY_ANSWERS);
}

#[test]
fn a_row_in_between_is_decided_by_load_which_is_named_last() {
    let custom = (standard::QUESTION, standard::CUSTOM);
    let of_patch = |busy| row(&rows(&[LEAD, custom, (load::QUESTION, busy)], &untouched()), function("patch")).clone();
    let (calm, fire, stretched) = (of_patch(load::OK), of_patch(load::FIRE), of_patch(load::STRETCHED));
    assert_eq!((calm.cause, calm.accountable(Alternative::CoManaged)), (SplitCause::TimeInside, Side::Internal));
    assert_eq!((fire.cause, fire.accountable(Alternative::CoManaged)), (SplitCause::NoTimeInside, Side::Provider));
    assert_eq!(stretched.cause, SplitCause::EitherWay);
    assert_eq!(calm.answers, [standard::QUESTION, load::QUESTION]);
    assert_eq!(stretched.answers, [standard::QUESTION]);
}

#[test]
fn two_conflicting_answers_leave_a_row_in_between_and_are_both_named() {
    let given = [LEAD, (decide::QUESTION, decide::ALL), (steer::QUESTION, steer::NONE)];
    let vendors = row(&rows(&given, &untouched()), function("vendors")).clone();
    assert_eq!((vendors.cause, vendors.answers.len()), (SplitCause::EitherWay, 2));
    assert!([decide::QUESTION, steer::QUESTION].iter().all(|question| vendors.answers.contains(question)));
}

#[test]
fn night_cover_planned_with_own_staff_stays_in_house() {
    let given = [LEAD, (hours::QUESTION, hours::OWN)];
    let night = row(&rows(&given, &untouched()), function("afterhours")).clone();
    assert_eq!((night.cause, night.answers.as_slice()), (SplitCause::Close, &[hours::QUESTION][..]));
}

#[test]
fn without_in_house_staff_the_default_split_is_used_and_named() {
    let custom = (standard::QUESTION, standard::CUSTOM);
    for (given, basis) in [
        (vec![(cap::QUESTION, cap::NONE), custom], SplitBasis::NobodyInside),
        (vec![(cap::QUESTION, cap::HELPER), custom], SplitBasis::NobodyInside),
        (vec![custom], SplitBasis::NotSaid),
    ] {
        let reading = Reading::of(Assessment::standard(), &answers(&given));
        assert_eq!(SplitBasis::of(&reading, Pattern::Plain), basis);
        for (row, function) in rows(&given, &untouched()).iter().zip(Assessment::standard().functions) {
            assert_eq!(row.accountable(Alternative::CoManaged), function.co_managed);
            assert_eq!((row.cause, row.answers.len()), (SplitCause::Usual, 0));
        }
    }
    assert_eq!(SplitBasis::QUESTIONS, [cap::QUESTION]);
}

#[test]
fn the_answers_shape_the_later_split_of_outsourced_first_shared_later() {
    let given = [(cap::QUESTION, cap::NONE), (standard::QUESTION, standard::STANDARD), (role::QUESTION, role::EDGE)];
    let reading = Reading::of(Assessment::standard(), &answers(&given));
    assert_eq!(SplitBasis::of(&reading, Pattern::OutsourceThenComanage), SplitBasis::Later);
    let all = rows_on(Pattern::OutsourceThenComanage, &given, &untouched());
    let part = |id| row(&all, function(id)).part.unwrap();
    assert_eq!([part("strategy"), part("docs"), part("monitor")], [PathPart::Later, PathPart::Now, PathPart::Now]);
    // It never left.
    assert_eq!(part("risk"), PathPart::Now);
    let strategy = row(&all, function("strategy"));
    assert_eq!((strategy.cause, strategy.answers.as_slice()), (SplitCause::Close, &[role::QUESTION][..]));
}

#[test]
fn core_and_routine_are_the_two_sides_of_the_shared_column() {
    let duties = changed([DutyChange::Accountable(function("apps"), Alternative::CoManaged, Some(Side::Provider))]);
    for row in rows_on(Pattern::CoreAndCommodity, &[LEAD], &duties) {
        let core = row.accountable(Alternative::CoManaged) == Side::Internal;
        assert_eq!(row.part, Some(if core { PathPart::Core } else { PathPart::Routine }));
    }
}

#[test]
fn other_paths_have_no_stages() {
    for pattern in [Pattern::Plain, Pattern::RolesFirst, Pattern::InhousePlus] {
        assert!(rows_on(pattern, &[LEAD], &untouched()).iter().all(|row| row.part.is_none()));
    }
}

#[test]
fn an_exception_says_that_it_differs_from_the_model() {
    let id = function("backup");
    let duties = changed([
        DutyChange::Accountable(id, Alternative::InHouse, Some(Side::Provider)),
        DutyChange::Accountable(id, Alternative::Outsourced, Some(Side::Internal)),
        DutyChange::Accountable(id, Alternative::CoManaged, Some(Side::Provider)),
    ]);
    let all = rows(&[LEAD], &duties);
    let backup = row(&all, id);
    assert_eq!(backup.accountable, [Side::Provider, Side::Provider, Side::Internal]);
    assert_eq!(backup.suggested, [Side::Internal, Side::Provider, Side::Provider]);
    assert_eq!(Alternative::ALL.map(|a| backup.differs(a)), [true, false, true]);
    assert!(all.iter().filter(|row| row.id != id).all(|row| Alternative::ALL.iter().all(|a| !row.differs(*a))));
}

#[test]
fn an_own_function_starts_in_house_when_work_is_shared_and_says_why() {
    let all = rows(&[LEAD, (load::QUESTION, load::FIRE)], &changed([DutyChange::Add(" Phones ".into())]));
    let own = row(&all, DutyId::Own(1));
    assert_eq!(own.name, DutyName::Given("Phones".into()));
    assert_eq!(own.accountable, [Side::Internal, Side::Internal, Side::Provider]);
    assert_eq!((own.cause, own.answers.len()), (SplitCause::Own, 0));
}

#[test]
fn a_row_contains_its_changes() {
    let id = function("helpdesk");
    let duties = changed([
        DutyChange::Rename(id, "Front desk".into()),
        DutyChange::Hide(id, true),
        DutyChange::Today(id, Some(Doer::Nobody)),
        DutyChange::Note(id, "Ask Kim".into()),
    ]);
    let all = rows(&[], &duties);
    let helpdesk = row(&all, id);
    assert_eq!(helpdesk.name, DutyName::Given("Front desk".into()));
    assert_eq!((helpdesk.hidden, helpdesk.today, helpdesk.note.as_str()), (true, Some(Doer::Nobody), "Ask Kim"));
    assert_eq!(row(&all, function("docs")).name, DutyName::Standard(key::function::DOCS));
}

#[test]
fn every_reason_and_basis_has_its_own_sentence() {
    use key::ui::duties::{basis, why};
    let words = Catalog::english();
    let keys = [
        why::ALWAYS,
        why::CLOSE,
        why::CLOSE_BY_ANSWERS,
        why::ROUTINE,
        why::ROUTINE_BY_ANSWERS,
        why::TIME,
        why::NO_TIME,
        why::EITHER_WAY,
        why::USUAL,
        why::OWN,
        basis::ANSWERS,
        basis::LATER,
        basis::NOBODY,
        basis::NOT_SAID,
    ];
    for (n, key) in keys.iter().enumerate() {
        assert!(words.get(*key).ends_with('.'));
        assert!(keys[..n].iter().all(|other| words.get(*other) != words.get(*key)));
    }
}
