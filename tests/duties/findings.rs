//! Findings about how the work is done today, and what does not count as one.

use assessment::{
    Alternative, Assessment, OptionId, QuestionId, Side,
    i18n::{Catalog, English},
    named::{answer, away, cap, decide, fund, load, pace, provider, signs},
};

use decision::{
    evaluation::{Evaluation, Verdict},
    plan::{
        Pattern,
        duties::{DutyCounts, DutyFinding, DutyRow, FindingKind, OnePerson, finding_texts},
    },
    response::{Priorities, Reading, ResponseSet},
    worksheet::{Doer, Duties, DutyChange, DutyId},
};

use report::{Voice, duties_summary};

use super::{answers, changed, function, ticked};

/// Answers with outsourced IT in the lead: no in-house staff, no money, one partner for everything.
const OUTSOURCED: [(QuestionId, OptionId); 6] = [
    (cap::QUESTION, cap::NONE),
    (fund::QUESTION, fund::NO),
    (answer::QUESTION, answer::ONE),
    (decide::QUESTION, decide::APPROVE),
    (pace::QUESTION, pace::STEADY),
    (provider::QUESTION, provider::NONE),
];

fn findings(responses: &ResponseSet, duties: &Duties) -> (Vec<DutyRow>, Vec<DutyFinding>) {
    let assessment = Assessment::standard();
    let evaluation = Evaluation::of(assessment, responses, &Priorities::new(assessment));
    let rows = DutyRow::all(assessment, &evaluation.reading, Pattern::Plain, duties);
    let found = DutyFinding::all(assessment, &evaluation, responses, &rows);
    (rows, found)
}

/// The findings if one function is done in this way today.
fn found(responses: &ResponseSet, today: Doer) -> Vec<FindingKind> {
    let duties = changed([DutyChange::Today(function("helpdesk"), Some(today))]);
    let (_, findings) = findings(responses, &duties);
    assert!(findings.iter().all(|finding| finding.duty == function("helpdesk")));
    findings.into_iter().map(|finding| finding.kind).collect()
}

#[test]
fn there_are_no_findings_without_information_on_today() {
    for given in [&OUTSOURCED[..], &[(cap::QUESTION, cap::KEEPER), (away::QUESTION, away::STUCK)], &[]] {
        let duties = changed([DutyChange::Add("Phones".into())]);
        let (rows, findings) = findings(&answers(given), &duties);
        assert!(findings.is_empty());
        let counts = DutyCounts::of(&rows, &findings);
        assert_eq!(summary(counts), [""; 0]);
    }
}

#[test]
fn a_task_that_no_one_does_or_no_one_knows_is_a_gap() {
    let nothing = ResponseSet::new(Assessment::standard());
    assert_eq!(found(&nothing, Doer::Nobody), [FindingKind::Gap]);
    assert_eq!(found(&nothing, Doer::Unclear), [FindingKind::Unclear]);
}

#[test]
fn a_task_that_both_do_with_no_one_in_charge_is_a_collision() {
    assert_eq!(found(&ResponseSet::new(Assessment::standard()), Doer::Both), [FindingKind::Collision]);
}

#[test]
fn without_answers_a_task_done_by_one_side_is_not_a_finding() {
    for today in [Doer::Internal, Doer::Provider] {
        assert_eq!(found(&ResponseSet::new(Assessment::standard()), today), []);
    }
}

fn one_person(given: &[(QuestionId, OptionId)]) -> Option<Vec<QuestionId>> {
    let assessment = Assessment::standard();
    let responses = answers(given);
    OnePerson::of(assessment, &Reading::of(assessment, &responses), &responses).map(|person| person.answers)
}

#[test]
fn the_answers_can_make_a_task_depend_on_one_person() {
    for who in [cap::HELPER, cap::MANAGER, cap::KEEPER, cap::LEAD] {
        assert_eq!(one_person(&[(cap::QUESTION, who)]), Some(vec![cap::QUESTION]));
    }
    assert_eq!(one_person(&[(cap::QUESTION, cap::TEAM)]), None);
    assert_eq!(one_person(&[(cap::QUESTION, cap::NONE)]), None);
    assert_eq!(one_person(&[]), None);
}

#[test]
fn a_team_that_is_stuck_without_one_person_depends_on_that_person() {
    assert_eq!(one_person(&[(cap::QUESTION, cap::TEAM), (away::QUESTION, away::STUCK)]), Some(vec![away::QUESTION]));
    assert_eq!(one_person(&[(cap::QUESTION, cap::TEAM), (away::QUESTION, away::WAIT)]), None);
}

#[test]
fn having_cover_means_no_dependence_on_one_person() {
    for covered in [away::FINE, away::NOBODY] {
        assert_eq!(one_person(&[(cap::QUESTION, cap::KEEPER), (away::QUESTION, covered)]), None);
    }
    let both = vec![cap::QUESTION, away::QUESTION];
    assert_eq!(one_person(&[(cap::QUESTION, cap::KEEPER), (away::QUESTION, away::WAIT)]), Some(both));
}

#[test]
fn only_in_house_tasks_depend_on_the_one_person() {
    let keeper = answers(&[(cap::QUESTION, cap::KEEPER)]);
    assert_eq!(found(&keeper, Doer::Internal), [FindingKind::OnePerson { unwritten: false }]);
    for other in [Doer::Provider, Doer::Both, Doer::Nobody, Doer::Unclear] {
        assert!(!found(&keeper, other).iter().any(|kind| matches!(kind, FindingKind::OnePerson { .. })));
    }
}

#[test]
fn undocumented_work_costs_more() {
    let mut keeper = answers(&[(cap::QUESTION, cap::KEEPER)]);
    keeper.set(signs::QUESTION, Some(ticked(signs::QUESTION, &["patch"])));
    assert_eq!(found(&keeper, Doer::Internal), [FindingKind::OnePerson { unwritten: false }]);
    keeper.set(signs::QUESTION, Some(ticked(signs::QUESTION, &["docs"])));
    assert_eq!(found(&keeper, Doer::Internal), [FindingKind::OnePerson { unwritten: true }]);
}

#[test]
fn a_task_that_the_leading_model_gives_to_the_other_side_changes_hands() {
    let assessment = Assessment::standard();
    let outsourced = answers(&OUTSOURCED);
    let evaluation = Evaluation::of(assessment, &outsourced, &Priorities::new(assessment));
    assert_eq!(evaluation.leader, Alternative::Outsourced);
    assert_ne!(evaluation.verdict, Verdict::Insufficient);
    assert_eq!(found(&outsourced, Doer::Internal), [FindingKind::ChangesHands(Side::Provider)]);
    assert_eq!(found(&outsourced, Doer::Provider), []);
    // Final responsibility stays in-house.
    let risk = changed([DutyChange::Today(function("risk"), Some(Doer::Provider))]);
    let kinds: Vec<FindingKind> = findings(&outsourced, &risk).1.iter().map(|finding| finding.kind).collect();
    assert_eq!(kinds, [FindingKind::ChangesHands(Side::Internal)]);
}

#[test]
fn a_task_kept_in_house_by_an_exception_does_not_change_hands() {
    let id = function("helpdesk");
    let duties = changed([
        DutyChange::Today(id, Some(Doer::Internal)),
        DutyChange::Accountable(id, Alternative::Outsourced, Some(Side::Internal)),
    ]);
    assert_eq!(findings(&answers(&OUTSOURCED), &duties).1, []);
}

#[test]
fn nothing_changes_hands_without_a_verdict() {
    let few = answers(&[(cap::QUESTION, cap::NONE), (load::QUESTION, load::FIRE)]);
    for today in [Doer::Internal, Doer::Provider] {
        assert_eq!(found(&few, today), []);
    }
}

#[test]
fn a_hidden_row_has_no_finding_and_does_not_count() {
    let id = function("helpdesk");
    let duties = changed([DutyChange::Today(id, Some(Doer::Nobody)), DutyChange::Hide(id, true)]);
    let (rows, findings) = findings(&ResponseSet::new(Assessment::standard()), &duties);
    assert_eq!(findings, []);
    let counts = DutyCounts::of(&rows, &findings);
    assert_eq!((counts.rows, counts.with_today), (rows.len() - 1, 0));
}

#[test]
fn the_summary_counts_each_kind_in_a_sentence() {
    let today = |id: DutyId, doer| DutyChange::Today(id, Some(doer));
    let duties = changed([
        today(function("helpdesk"), Doer::Nobody),
        today(function("docs"), Doer::Unclear),
        today(function("patch"), Doer::Both),
        today(function("apps"), Doer::Internal),
    ]);
    let (rows, findings) = findings(&answers(&[(cap::QUESTION, cap::KEEPER)]), &duties);
    let counts = DutyCounts::of(&rows, &findings);
    let expected = DutyCounts { rows: 22, with_today: 4, gaps: 2, collisions: 1, one_person: 1, change_hands: 0 };
    assert_eq!(counts, expected);
    let sentences = [
        "You told us who does 4 of 22 tasks today.",
        "2 tasks have no one who clearly does them.",
        "1 task is done by both sides, with no clear owner.",
        "1 task depends on one person.",
    ];
    assert_eq!(summary(counts), sentences);
}

#[test]
fn the_summary_says_when_everything_is_in_order() {
    let duties = changed([DutyChange::Today(function("helpdesk"), Some(Doer::Provider))]);
    let (rows, findings) = findings(&ResponseSet::new(Assessment::standard()), &duties);
    let sentence = summary(DutyCounts::of(&rows, &findings));
    assert_eq!(sentence[1..], ["So far, there is nothing to sort out."]);
}

#[test]
fn every_finding_states_its_cost() {
    let words = Catalog::english();
    for kind in [
        FindingKind::Gap,
        FindingKind::Unclear,
        FindingKind::Collision,
        FindingKind::OnePerson { unwritten: false },
        FindingKind::OnePerson { unwritten: true },
        FindingKind::ChangesHands(Side::Internal),
        FindingKind::ChangesHands(Side::Provider),
    ] {
        let (name, cost) = finding_texts(kind);
        assert!(!words.get(name).is_empty() && words.get(cost).ends_with('.'), "{kind:?}");
    }
}

fn summary(counts: DutyCounts) -> Vec<String> {
    let words = Catalog::english();
    duties_summary(Voice { assessment: Assessment::standard(), words: &words, locale: &English }, counts)
}
