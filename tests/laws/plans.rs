//! Laws of the plan: steps in time order, and questions with a reason before those without one.

use std::cell::RefCell;

use assessment::{Assessment, ChecklistId};
use decision::{
    evaluation::Verdict,
    plan::{Plan, StepProgress, ToAsk, questions_to_ask, steps},
    response::{Priorities, ResponseSet},
    worksheet::{StepChange, StepEntries},
};
use proptest::{
    collection::vec,
    prelude::*,
    test_runner::{TestCaseResult, TestRunner},
};

use super::{
    answers::{config, evaluation, responses},
    dates::day,
};

proptest! {
    #![proptest_config(config(64))]

    #[test]
    fn all_suggested_steps_are_listed_in_time_order(
        responses in responses(), own in vec([0..=24_u8, 0..=24_u8], 0..6), start in day(),
    ) {
        let assessment = Assessment::standard();
        let evaluation = evaluation(&responses, &Priorities::new(assessment));
        let plan = Plan::of(assessment, &evaluation);
        let mut entries = StepEntries::default();
        for months in own {
            let _ = entries.apply(assessment, StepChange::Own(None, "a".to_owned(), months));
        }
        entries.apply(assessment, StepChange::Start(Some(start))).unwrap();
        let rows = steps(assessment, &evaluation, plan.pattern, &entries);
        prop_assert!(rows.windows(2).all(|pair| pair[0].step.months() <= pair[1].step.months()));
        let none = StepEntries::default();
        let suggested: Vec<String> = steps(assessment, &evaluation, plan.pattern, &none).iter().map(|row| row.step.id()).collect();
        let shown = rows.iter().map(|row| row.step.id());
        prop_assert_eq!(shown.filter(|id| !id.starts_with("own-")).collect::<Vec<_>>(), suggested);
        prop_assert!(rows.iter().all(|row| row.due == start.plus_months(row.step.months()[1].into())));
        prop_assert!(StepProgress::of(&rows).percent() == 0);
    }

    #[test]
    fn each_relevant_question_is_listed_once_with_reasons_first(responses in responses()) {
        check_questions(&responses)?;
    }
}

fn asked(responses: &ResponseSet) -> (Verdict, Vec<ToAsk>) {
    let assessment = Assessment::standard();
    let evaluation = evaluation(responses, &Priorities::new(assessment));
    let trap = Plan::of(assessment, &evaluation).trap;
    (evaluation.verdict, questions_to_ask(assessment, &evaluation, responses, &trap))
}

fn check_questions(responses: &ResponseSet) -> TestCaseResult {
    let checklist = Assessment::standard().checklist;
    let (verdict, rows) = asked(responses);
    let mut ids: Vec<ChecklistId> = rows.iter().map(|row| row.id).collect();
    ids.sort_unstable();
    prop_assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
    let entries = || (0..checklist.len()).map(|n| (ChecklistId::from_index(n), checklist[n].applies_to));
    let missing = entries().find(|(id, model)| model.is_none() && !ids.contains(id));
    prop_assert_eq!(missing, None);
    let mut models: Vec<_> = rows.iter().filter_map(|row| checklist[row.id.index()].applies_to).collect();
    models.sort_unstable();
    models.dedup();
    let most = match verdict {
        Verdict::Insufficient => 0,
        Verdict::Close => 2,
        _ => 1,
    };
    prop_assert!(models.len() <= most);
    prop_assert!(rows.is_sorted_by_key(|row| row.reasons.is_empty()));
    Ok(())
}

/// A question that no answers prioritize would always come last.
#[test]
fn every_question_can_be_prioritized() {
    let forward = RefCell::new(vec![false; Assessment::standard().checklist.len()]);
    let put_forward = |responses: ResponseSet| {
        for row in asked(&responses).1.iter().filter(|row| !row.reasons.is_empty()) {
            forward.borrow_mut()[row.id.index()] = true;
        }
        Ok(())
    };
    TestRunner::new(config(128)).run(&responses(), put_forward).unwrap();
    let checklist = Assessment::standard().checklist.iter().zip(forward.into_inner());
    let never: Vec<&str> = checklist.filter(|(_, is_put)| !is_put).map(|(entry, _)| entry.id).collect();
    assert_eq!(never, [""; 0]);
}
