//! Laws of all entries together: a draft saves them, undo reverts them, a link contains them.

use assessment::{Assessment, CostUnit, InputId};
use decision::worksheet::{DutyChange, DutyId, FigureChange, QuestionChange, QuestionEntries, Worksheet};
use proptest::{collection::vec, prelude::*};
use session::{
    Action, Course, ENTRY_CODE, Session,
    link::{self, LONGEST, LinkState},
};

use super::{
    answers::{config, priorities, responses},
    duties,
    entries::{question_change, scorecard_change, step_change},
};

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn a_rejected_entry_changes_nothing_and_says_why(actions in vec(entry(), 0..20), last in entry()) {
        let mut session = after(&actions);
        let before = session.draft("");
        session.apply(last);
        prop_assert!(session.refusal().is_none() || session.draft("") == before);
        session.apply(Action::KeepMine);
        prop_assert_eq!(session.refusal(), None);
    }

    #[test]
    fn entries_survive_a_round_trip_through_a_link(
        worksheet in worksheet(),
        responses in responses(),
        priorities in priorities(),
    ) {
        let assessment = Assessment::standard();
        let state = LinkState { responses, priorities, worksheet, ..LinkState::new(assessment) };
        let text = link::encode(assessment, &state);
        if text.len() <= LONGEST {
            let opened = link::decode(assessment, &text).unwrap();
            prop_assert_eq!((opened.unread_answers, opened.unread_entries), (0, 0));
            prop_assert_eq!(link::encode(assessment, &opened.state), text);
            prop_assert_eq!(opened.state, LinkState { worksheet: carried(&state.worksheet), ..state });
        }
    }

    #[test]
    fn different_worksheets_have_different_links(one in worksheet(), other in worksheet()) {
        let assessment = Assessment::standard();
        let link = |worksheet: &Worksheet| {
            link::encode(assessment, &LinkState { worksheet: worksheet.clone(), ..LinkState::new(assessment) })
        };
        prop_assert_eq!(carried(&one) == carried(&other), link(&one) == link(&other));
    }

    /// A section with a changed byte opens as something that can be encoded, or is rejected.
    #[test]
    fn corrupted_section_bytes_do_no_harm(
        worksheet in worksheet(),
        at in any::<prop::sample::Index>(),
        with in any::<u8>(),
    ) {
        let assessment = Assessment::standard();
        let state = LinkState { worksheet, ..LinkState::new(assessment) };
        let mut bytes = super::forged::bytes(&link::encode(assessment, &state));
        let head = 1 + assessment.version.len();
        let at = head + at.index(bytes.len() - head);
        bytes[at] = with;
        if let Ok(opened) = link::decode(assessment, &super::forged::link("s2-", &bytes)) {
            let again = link::encode(assessment, &opened.state);
            prop_assert_eq!(link::decode(assessment, &again).unwrap().state, opened.state);
        }
    }
}

/// The part of the entries that a link contains.
pub fn carried(worksheet: &Worksheet) -> Worksheet {
    let assessment = Assessment::standard();
    let mut carried = Worksheet { questions: QuestionEntries::default(), ..worksheet.clone() };
    let rows: Vec<DutyId> = worksheet.duties.iter().map(|(id, _)| id).collect();
    for id in rows {
        carried.duties.apply(DutyChange::Note(id, String::new())).unwrap();
    }
    for (id, entry) in worksheet.questions.noted() {
        carried.questions.apply(assessment, QuestionChange::Tick(*id, entry.ticked)).unwrap();
    }
    carried
}

fn after(actions: &[Action]) -> Session {
    let mut session = Session::new(Assessment::standard(), Course::Quick, Some(&ENTRY_CODE));
    for action in actions {
        session.apply(action.clone());
    }
    session
}

/// Any entries.
pub fn worksheet() -> impl Strategy<Value = Worksheet> {
    vec(entry(), 0..30).prop_map(|actions| after(&actions).worksheet().clone())
}

/// One entry, which may be rejected.
pub fn entry() -> impl Strategy<Value = Action> {
    prop_oneof![
        duties::change().prop_map(Action::Duty),
        figure_change().prop_map(Action::Figure),
        step_change().prop_map(Action::Step),
        scorecard_change().prop_map(Action::Measure),
        question_change().prop_map(Action::Ask),
    ]
}

/// Figures within the bounds of their input or a little outside, with at most three decimals; shares with five.
fn figure_change() -> impl Strategy<Value = FigureChange> {
    let inputs = Assessment::standard().cost.inputs;
    let values = (0..inputs.len(), [0..=1_050_u32, 0..=1_050, 0..=1_050], 0..8_u8);
    values.prop_map(move |(n, mut parts, kind)| {
        let id = InputId::from_index(n);
        if kind < 6 {
            parts.sort_unstable();
        }
        let [least, most] = inputs[n].bounds;
        let grid = if matches!(inputs[n].unit, CostUnit::Share) { 100_000.0 } else { 1_000.0 };
        match kind {
            7 => FigureChange::Reset(id),
            _ => FigureChange::Set(
                id,
                parts.map(|part| ((least + (most - least) * f64::from(part) / 1_000.0) * grid).round() / grid),
            ),
        }
    })
}
