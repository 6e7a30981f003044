//! The steps of the first two years.

use super::Pattern;
use crate::{
    evaluation::Evaluation,
    response::{Reading, Response, ResponseSet},
};
use assessment::{Alternative, Assessment, EventNote, Step, StepId, Track, i18n::Key};

/// The steps that apply: common ones, those of the path and those of the leader; by first month, then by last.
pub(super) fn suggested(
    assessment: &Assessment,
    evaluation: &Evaluation,
    pattern: Pattern,
) -> Vec<(StepId, &'static Step)> {
    let leader = match evaluation.leader {
        Alternative::InHouse => Track::InHouse,
        Alternative::CoManaged => Track::CoManaged,
        Alternative::Outsourced => Track::Outsourced,
    };
    let path = match pattern {
        Pattern::RolesFirst => Some(Track::RolesFirst),
        Pattern::OutsourceThenComanage => Some(Track::OutsourceThenComanage),
        Pattern::CoreAndCommodity => Some(Track::CoreAndCommodity),
        Pattern::InhousePlus => Some(Track::InhousePlus),
        Pattern::Plain => None,
    };
    let known = |question| evaluation.reading.get(question);
    let months = |step: &Step| (step.from_month, step.to_month);
    let mut steps: Vec<(StepId, &'static Step)> = Vec::new();
    for (n, step) in assessment.roadmap.steps.iter().enumerate() {
        let is_on_track = step.track == Track::Common || step.track == leader || Some(step.track) == path;
        if is_on_track && step.when.is_none_or(|when| when.holds(known)) {
            // Behind those of the same months. For so few steps this is less code than a sort, and as quick.
            let at = steps.partition_point(|(_, other)| months(other) <= months(step));
            steps.insert(at, (StepId::from_index(n), step));
        }
    }
    steps
}

/// The notes on the events that were ticked, in the order of the content.
#[must_use]
pub fn notes_on_events(assessment: &Assessment, responses: &ResponseSet) -> Vec<&'static EventNote> {
    use assessment::named::events;
    let Some(Response::Several(ticked)) = responses.get(events::QUESTION) else { return Vec::new() };
    let choices = assessment.question(events::QUESTION).choices();
    let is_ticked =
        |note: &&EventNote| choices.iter().position(|c| c.id == note.choice).is_some_and(|n| ticked.contains(n));
    assessment.roadmap.events.iter().filter(is_ticked).collect()
}

/// The note on the visitor's field, where there is something to say on it.
#[must_use]
pub fn note_on_sector(assessment: &Assessment, reading: &Reading) -> Option<Key> {
    use assessment::named::sector;
    let field = reading.get(sector::QUESTION)?;
    assessment.roadmap.sector_notes.get(field.index()).copied().flatten()
}
