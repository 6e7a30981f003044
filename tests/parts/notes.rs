//! Notes of the plan: on expected events and on the visitor's industry.

use assessment::{
    AlternativeNotes, Assessment, CostModel, EventNote, OptionId, PatternNotes, Roadmap, Trap,
    named::{events, sector},
};

use decision::{
    plan::{note_on_sector, notes_on_events},
    response::{ChoiceSet, Reading, Response, ResponseSet},
};

use super::{answers, responses, ticked};

#[test]
fn each_selected_event_has_its_note() {
    for choice in Assessment::standard().question(events::QUESTION).choices() {
        assert_eq!(notes(&[choice.id]), [choice.id]);
    }
}

#[test]
fn an_unselected_event_has_no_note() {
    assert_eq!(notes(&[]), [""; 0]);
    assert_eq!(notes(&["phones", "cloud", "ai"]), ["cloud", "phones", "ai"]);
}

#[test]
fn every_event_has_its_own_note() {
    let all = ticked_notes(Assessment::standard(), Response::Several(ChoiceSet(u16::MAX)));
    let mut texts: Vec<_> = all.iter().map(|note| note.text).collect();
    texts.sort();
    texts.dedup();
    assert_eq!(texts.len(), Assessment::standard().question(events::QUESTION).choices().len());
}

#[test]
fn event_notes_are_in_content_order() {
    let standard = Assessment::standard();
    let backward: Vec<EventNote> =
        standard.roadmap.events.iter().rev().map(|note| EventNote { choice: note.choice, text: note.text }).collect();
    let content = with_events(backward.leak());
    let found = ticked_notes(&content, ticked(events::QUESTION, &["cloud", "move", "ai"]));
    assert_eq!(found.iter().map(|note| note.choice).collect::<Vec<_>>(), ["ai", "move", "cloud"]);
}

#[test]
fn a_note_for_an_unavailable_event_is_never_shown() {
    let text = Assessment::standard().roadmap.events[0].text;
    let content = with_events(vec![EventNote { choice: "no such event", text }].leak());
    assert!(ticked_notes(&content, Response::Several(ChoiceSet(u16::MAX))).is_empty());
}

#[test]
fn there_is_no_event_note_without_an_answer() {
    let assessment = Assessment::standard();
    assert!(notes_on_events(assessment, &ResponseSet::new(assessment)).is_empty());
    assert!(ticked_notes(assessment, Response::NotSure).is_empty());
}

#[test]
fn each_industry_except_the_last_has_its_own_note() {
    let assessment = Assessment::standard();
    let count = assessment.question(sector::QUESTION).options.len();
    let note = |n| {
        let field = answers(&[(sector::QUESTION, OptionId::from_index(n))]);
        note_on_sector(assessment, &Reading::of(assessment, &field))
    };
    let found: Vec<_> = (0..count).map(note).collect();
    assert_eq!(found, assessment.roadmap.sector_notes);
    assert!(found[..count - 1].iter().all(Option::is_some));
    assert_eq!((OptionId::from_index(count - 1), found[count - 1]), (sector::OTHER, None));
}

#[test]
fn there_is_no_industry_note_without_an_answer() {
    let assessment = Assessment::standard();
    for given in [ResponseSet::new(assessment), responses(&[(sector::QUESTION, Response::NotSure)])] {
        assert_eq!(note_on_sector(assessment, &Reading::of(assessment, &given)), None);
    }
}

/// Choices with a note, if these are selected.
fn notes(ids: &[&str]) -> Vec<&'static str> {
    let found = ticked_notes(Assessment::standard(), ticked(events::QUESTION, ids));
    found.into_iter().map(|note| note.choice).collect()
}

fn ticked_notes(assessment: &Assessment, response: Response) -> Vec<&'static EventNote> {
    notes_on_events(assessment, &responses(&[(events::QUESTION, response)]))
}

/// The standard content with other notes on events.
fn with_events(events: &'static [EventNote]) -> Assessment {
    let standard = Assessment::standard();
    Assessment {
        alternatives: core::array::from_fn(|n| AlternativeNotes { ..standard.alternatives[n] }),
        trap: Trap { ..standard.trap },
        patterns: core::array::from_fn(|n| PatternNotes { ..standard.patterns[n] }),
        cost: CostModel { ..standard.cost },
        roadmap: Roadmap { events, ..standard.roadmap },
        ..*standard
    }
}
