//! A saved draft can be read even if every entry has its maximum length. A draft that grew too long to be read
//! would be lost.

use assessment::{Assessment, ChecklistId, FunctionId, StepId};

use session::{Action, Course, ENTRY_CODE, LONGEST_DRAFT, Session};

use decision::worksheet::{
    DutyChange, DutyId, LAST_MONTH, LONGEST_ANSWER, LONGEST_DUTY, LONGEST_NOTE, LONGEST_OWNER, LONGEST_PROVIDER,
    LONGEST_STEP, MOST_OWN_DUTIES, MOST_OWN_STEPS, MOST_PROVIDERS, QuestionChange, StepChange, StepKey,
};

use super::readers;

/// A session in which every entry has its maximum length and repeats one character (except where entries must differ).
fn full(sign: char) -> Session {
    let assessment = Assessment::standard();
    let text = |most: usize| sign.to_string().repeat(most);
    let different = |n: usize, most: usize| format!("{n:02}{}", text(most - 2));
    let mut session = Session::new(assessment, Course::Quick, Some(&ENTRY_CODE));
    let mut actions = Vec::new();
    for n in 0..MOST_OWN_DUTIES {
        actions.push(Action::Duty(DutyChange::Add(different(n, LONGEST_DUTY))));
    }
    let functions = (0..assessment.functions.len()).map(|n| DutyId::Standard(FunctionId::from_index(n)));
    for (n, id) in functions.enumerate() {
        actions.push(Action::Duty(DutyChange::Rename(id, different(n + 50, LONGEST_DUTY))));
        actions.push(Action::Duty(DutyChange::Note(id, text(LONGEST_NOTE))));
    }
    for n in 1..=MOST_OWN_DUTIES as u8 {
        actions.push(Action::Duty(DutyChange::Note(DutyId::Own(n), text(LONGEST_NOTE))));
    }
    for n in 0..usize::from(MOST_OWN_STEPS) {
        actions.push(Action::Step(StepChange::Own(None, different(n, LONGEST_STEP), [0, LAST_MONTH])));
    }
    let suggested = (0..assessment.roadmap.steps.len()).map(|n| StepKey::Suggested(StepId::from_index(n)));
    for step in suggested.chain((1..=MOST_OWN_STEPS).map(StepKey::Own)) {
        actions.push(Action::Step(StepChange::Owner(step, text(LONGEST_OWNER))));
        actions.push(Action::Step(StepChange::Done(step, true)));
    }
    for place in 0..MOST_PROVIDERS {
        actions.push(Action::Ask(QuestionChange::AddProvider(different(place, LONGEST_PROVIDER))));
    }
    for id in (0..assessment.checklist.len()).map(ChecklistId::from_index) {
        actions.push(Action::Ask(QuestionChange::Note(id, text(LONGEST_NOTE))));
        for place in 0..MOST_PROVIDERS {
            actions.push(Action::Ask(QuestionChange::Answer(id, place, text(LONGEST_ANSWER))));
        }
    }
    for action in actions {
        session.apply(action.clone());
        assert_eq!(session.refusal(), None, "{action:?}");
    }
    session
}

#[test]
fn a_draft_with_every_entry_at_its_maximum_length_can_be_read() {
    for sign in ['a', '"', '\\', 'é', '東', '🙂'] {
        let session = full(sign);
        let document = session.document("2026-11-22T08:30:00.000Z");
        // As it is saved, and as a pretty-printed file.
        for text in [serde_json::to_string(&document).unwrap(), serde_json::to_string_pretty(&document).unwrap()] {
            assert!(text.len() <= LONGEST_DRAFT * 3 / 4, "{sign}: {} bytes", text.len());
            assert_eq!(readers::document::document(&text, LONGEST_DRAFT), Some(document.clone()));
        }
    }
}
