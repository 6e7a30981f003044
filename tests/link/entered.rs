//! Entries in a link.

use assessment::{
    Alternative, Assessment, FunctionId, Side,
    named::{cap, checklist, input, metric, step},
};

use decision::worksheet::{
    CalendarDate, Decimal, Doer, DutyChange, DutyId, FigureChange, Figures, QuestionChange, ScorecardChange,
    StepChange, StepKey, Worksheet,
};

use session::link::Writer;

use super::{LinkProblem, LinkState, empty, forged, full, link, open};

const FIRST: DutyId = DutyId::Standard(FunctionId(0));

fn day(text: &str) -> Option<CalendarDate> {
    CalendarDate::parse(text)
}

/// Typical entries of a visitor who uses all parts.
pub fn busy() -> LinkState {
    let assessment = Assessment::standard();
    let mut state = full();
    let Worksheet { duties, figures, steps, scorecard, questions } = &mut state.worksheet;
    for (n, doer) in [(0, Doer::Both), (1, Doer::Internal), (2, Doer::Nobody), (3, Doer::Provider)] {
        duties.apply(DutyChange::Today(DutyId::Standard(FunctionId(n)), Some(doer))).unwrap();
    }
    duties.apply(DutyChange::Accountable(FIRST, Alternative::CoManaged, Some(Side::Provider))).unwrap();
    duties.apply(DutyChange::Add("Phones".into())).unwrap();
    figures.apply(assessment, FigureChange::Set(input::USERS, [80.0, 90.0, 120.0])).unwrap();
    figures.apply(assessment, FigureChange::Set(input::SALARY, [60_000.0, 75_000.0, 90_000.0])).unwrap();
    steps.apply(assessment, StepChange::Start(day("2026-12-01"))).unwrap();
    steps.apply(assessment, StepChange::Done(StepKey::Suggested(step::GOALS), true)).unwrap();
    steps.apply(assessment, StepChange::Owner(StepKey::Suggested(step::GOALS), "Ana".into())).unwrap();
    scorecard.apply(assessment, ScorecardChange::Today(metric::RESPONSE, Some(Decimal::of_hundredths(800)))).unwrap();
    scorecard.apply(assessment, ScorecardChange::Review(metric::RESPONSE, day("2027-06-01"))).unwrap();
    questions.apply(assessment, QuestionChange::Tick(checklist::NIGHTS, true)).unwrap();
    state
}

#[test]
fn every_entry_comes_back_and_no_section_is_unknown() {
    let opened = open(&link(&busy())).unwrap();
    assert_eq!((opened.unread_answers, opened.unread_entries), (0, 0));
    assert_eq!(opened.state, busy());
}

/// Made by the first build with links of the format `s2`. Every later build must open it.
#[test]
fn a_link_of_the_first_build_with_sections_opens() {
    const FIRST_LINK: &str = "s2-AzEuMr__44quis6oiIiIqd_iqIne6IjuARrsacAAAIDiCaD-CoDTDoCcnDmAo8NHgKrqVQIUCiqEOAGASAIAACEAAAZQaG9uZXMDCQHotaUBA0FuYQQKeh-QAADADO-mAQUCAyAEd97tA";
    assert_eq!(open(FIRST_LINK).unwrap().state, busy());
}

#[test]
fn a_link_with_some_of_everything_has_at_most_200_characters() {
    let text = link(&busy());
    assert!(text.len() <= 200, "{} characters: {text}", text.len());
}

#[test]
fn notes_and_provider_answers_stay_on_the_device() {
    let assessment = Assessment::standard();
    let mut state = busy();
    state.worksheet.duties.apply(DutyChange::Note(FIRST, "Ask Kim".into())).unwrap();
    for change in [
        QuestionChange::Note(checklist::NIGHTS, "Ask for the contract".into()),
        QuestionChange::AddProvider("Ash".into()),
        QuestionChange::Answer(checklist::NIGHTS, 0, "On call".into()),
    ] {
        state.worksheet.questions.apply(assessment, change).unwrap();
    }
    assert_eq!(link(&state), link(&busy()));
}

#[test]
fn a_note_does_not_create_a_section() {
    let mut state = empty();
    state.worksheet.duties.apply(DutyChange::Note(FIRST, "Ask Kim".into())).unwrap();
    assert_eq!(link(&state), link(&empty()));
}

#[test]
fn shares_survive_a_round_trip() {
    let assessment = Assessment::standard();
    let share = assessment.cost.find_input("burden").unwrap();
    let mut state = empty();
    state.worksheet.figures.apply(assessment, FigureChange::Set(share, [0.2975, 0.3, 0.31415])).unwrap();
    assert_eq!(open(&link(&state)).unwrap().state, state);
}

/// The offset of the sections in a link.
fn sections() -> usize {
    forged::bytes(&link(&full())).len()
}

/// The tags, and that they stay.
#[test]
fn each_part_has_its_tag() {
    let bytes = forged::bytes(&link(&LinkState { recheck: vec![cap::QUESTION], ..busy() }));
    let mut at = sections();
    let mut tags = Vec::new();
    while at < bytes.len() {
        tags.push(bytes[at]);
        at += 2 + usize::from(bytes[at + 1]);
    }
    assert_eq!(tags, [1, 2, 3, 4, 5, 6]);
}

#[test]
fn a_section_for_other_ids_is_dropped_and_counted() {
    let mut bytes = forged::bytes(&link(&busy()));
    let section = sections();
    assert_eq!(bytes[section], 1);
    bytes[section + 2] ^= 1;
    let opened = open(&forged::link("s2-", &bytes)).unwrap();
    assert_eq!(opened.unread_entries, 1);
    assert!(opened.state.worksheet.figures.is_empty() && !opened.state.worksheet.steps.is_empty());
}

// @threat-link-marks
/// Otherwise the sender of a link could mark every link made by the people who open it.
#[test]
fn a_section_of_a_later_version_is_counted_and_dropped() {
    let mut bytes = forged::bytes(&link(&busy()));
    bytes.extend([&[99, 11][..], b"victim-0042"].concat());
    let opened = open(&forged::link("s2-", &bytes)).unwrap();
    assert_eq!((opened.unread_entries, &opened.state), (1, &busy()));
    assert_eq!(link(&opened.state), link(&busy()));
}

#[test]
fn a_malformed_known_section_is_dropped_and_counted() {
    let bytes = forged::bytes(&link(&busy()));
    let section = sections();
    let longer = {
        let mut bytes = bytes.clone();
        bytes[section + 1] += 1;
        bytes.insert(section + 4, 0);
        bytes
    };
    let opened = open(&forged::link("s2-", &longer)).unwrap();
    assert_eq!(opened.unread_entries, 1);
    assert_eq!(opened.state.worksheet, Worksheet { figures: Figures::default(), ..busy().worksheet });
}

#[test]
fn unknown_steps_and_questions_to_ask_are_dropped_and_counted() {
    // 200 bits, of which only the last is set: step 200 is done, and question to ask 200.
    let bits = |after: u16| -> Vec<u8> {
        let mut writer = Writer::default();
        writer.bits(200, 8);
        (after > 0).then(|| writer.flag(false));
        (1..200).for_each(|_| writer.flag(false));
        writer.flag(true);
        if after > 0 {
            writer.bits(0b1000, 4);
        }
        writer.finish()
    };
    let (steps, ticks) = (bits(1), bits(0));
    let mut bytes = forged::bytes(&link(&full()));
    bytes.extend([&[3, steps.len() as u8][..], &steps, &[5, ticks.len() as u8], &ticks].concat());
    let opened = open(&forged::link("s2-", &bytes)).unwrap();
    assert_eq!((opened.unread_entries, opened.state), (2, full()));
}

#[test]
fn malformed_sections_are_rejected() {
    let broken: [&[u8]; 9] = [
        &[5],                                  // only a tag
        &[5, 2, 9],                            // fewer bytes than its length
        &[5, 0, 5, 0],                         // a tag twice
        &[5, 0, 4, 0],                         // descending tags
        &[0x85, 0, 0],                         // a tag that is not encoded canonically
        &[5, 0x80, 0],                         // a length that is not encoded canonically
        &[0xFF, 0xFF, 0xFF, 0xFF, 0x10, 0],    // a tag above 32 bits
        &[5, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 7], // a length beyond the limit
        &[0xFF; 30],                           // an unterminated number
    ];
    for tail in broken {
        let mut bytes = forged::bytes(&link(&full()));
        bytes.extend(tail);
        assert_eq!(open(&forged::link("s2-", &bytes)), Err(LinkProblem::Damaged), "{tail:?}");
    }
}
