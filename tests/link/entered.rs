//! What was entered beside the answers, in a link.

use assessment::{
    Alternative, Assessment, FunctionId, Side,
    named::{checklist, input, metric, step},
};

use decision::worksheet::{
    CalendarDate, Decimal, Doer, DutyChange, DutyId, FigureChange, QuestionChange, ScorecardChange, StepChange,
    StepKey, Worksheet,
};

use super::{LinkProblem, LinkState, empty, forged, full, link, open};

const FIRST: DutyId = DutyId::Standard(FunctionId(0));

fn day(text: &str) -> Option<CalendarDate> {
    CalendarDate::parse(text)
}

/// As much as somebody enters who works with all parts.
fn busy() -> LinkState {
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
fn all_that_was_entered_comes_back_and_no_section_is_unknown() {
    let opened = open(&link(&busy())).unwrap();
    assert_eq!(opened.unknown_sections, 0);
    assert_eq!(opened.state, busy());
}

/// Made by the first build with content 1.2. Whatever is built later, its bits mean what they meant.
#[test]
fn a_link_of_the_first_build_with_sections_opens() {
    const FIRST_LINK: &str = "s1.PRP0bwMxLjL__2-XeySSSyBslgySOAEa7GnAAACA4gmg_gqA0w6AnJw5gKPDR4Cq6lUCFAoqhDgBgEgCAAAhAAAGUGhvbmVzAw86aOgAAAAAALWlAQNBbmEECnofkAAAwAzvpgEFBSKIIAAAaAqmFw";
    assert_eq!(open(FIRST_LINK).unwrap().state, busy());
}

#[test]
fn a_link_with_some_of_everything_has_at_most_200_characters() {
    let text = link(&busy());
    assert!(text.len() <= 200, "{} characters: {text}", text.len());
}

#[test]
fn notes_and_what_providers_said_stay_on_the_device() {
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
fn a_note_alone_makes_no_section() {
    let mut state = empty();
    state.worksheet.duties.apply(DutyChange::Note(FIRST, "Ask Kim".into())).unwrap();
    assert_eq!(link(&state), link(&empty()));
}

#[test]
fn shares_come_back_as_they_were_put_in() {
    let assessment = Assessment::standard();
    let share = assessment.cost.find_input("burden").unwrap();
    let mut state = empty();
    state.worksheet.figures.apply(assessment, FigureChange::Set(share, [0.2975, 0.3, 0.31415])).unwrap();
    assert_eq!(open(&link(&state)).unwrap().state, state);
}

/// The tags, and that they stay.
#[test]
fn each_part_has_its_tag() {
    let bytes = forged::bytes(&link(&busy()));
    let mut at = 4 + 1 + Assessment::standard().version.len() + 14;
    let mut tags = Vec::new();
    while at < bytes.len() {
        tags.push(bytes[at]);
        at += 2 + usize::from(bytes[at + 1]);
    }
    assert_eq!(tags, [1, 2, 3, 4, 5]);
}

#[test]
fn a_section_that_counts_along_other_ids_is_kept_and_not_shown() {
    let mut bytes = forged::bytes(&link(&busy()));
    let section = 4 + 1 + Assessment::standard().version.len() + 14;
    assert_eq!(bytes[section], 1);
    bytes[section + 2] ^= 1;
    let text = forged::link("s1.", &bytes);
    let opened = open(&text).unwrap();
    assert_eq!(opened.unknown_sections, 1);
    assert!(opened.state.worksheet.figures.is_empty() && !opened.state.worksheet.steps.is_empty());
    assert_eq!(link(&opened.state), text);
}

#[test]
fn what_is_entered_here_stands_in_place_of_a_section_that_is_not_shown() {
    let assessment = Assessment::standard();
    let mut state = empty();
    state.sections.set(1, &[0; 8]);
    assert_eq!(open(&link(&state)).unwrap().unknown_sections, 1);
    state.worksheet.figures.apply(assessment, FigureChange::Set(input::USERS, [80.0, 90.0, 120.0])).unwrap();
    let opened = open(&link(&state)).unwrap();
    assert_eq!((opened.unknown_sections, &opened.state.worksheet), (0, &state.worksheet));
}

#[test]
fn a_known_section_with_something_else_in_it_is_refused() {
    let bytes = forged::bytes(&link(&busy()));
    let section = 4 + 1 + Assessment::standard().version.len() + 14;
    let longer = {
        let mut bytes = bytes.clone();
        bytes[section + 1] += 1;
        bytes.insert(section + 4, 0);
        bytes
    };
    assert_eq!(open(&forged::link("s1.", &longer)), Err(LinkProblem::Damaged));
}
