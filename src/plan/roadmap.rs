//! The steps of the first two years.

use super::Pattern;
use crate::{
    assessment::{Alternative, Assessment, EventNote, Step},
    evaluation::Evaluation,
    i18n::Key,
    response::{Reading, Response, ResponseSet},
};

/// The steps that apply: those for everybody, those of the path and those of the leader; by first month, then by last.
#[must_use]
pub fn roadmap(assessment: &Assessment, evaluation: &Evaluation, pattern: Pattern) -> Vec<&'static Step> {
    let tracks = &assessment.roadmap;
    let leader = match evaluation.leader {
        Alternative::InHouse => tracks.in_house,
        Alternative::CoManaged => tracks.co_managed,
        Alternative::Outsourced => tracks.outsourced,
    };
    let path = match pattern {
        Pattern::RolesFirst => tracks.roles_first,
        Pattern::OutsourceThenComanage => tracks.outsource_then_comanage,
        Pattern::CoreAndCommodity => tracks.core_and_commodity,
        Pattern::InhousePlus => tracks.inhouse_plus,
        Pattern::Plain => &[],
    };
    let known = |question| evaluation.reading.get(question);
    let applies = |step: &&'static Step| step.when.is_none_or(|when| when.holds(known));
    let months = |step: &Step| (step.from_month, step.to_month);
    let mut steps: Vec<&'static Step> = Vec::new();
    for step in tracks.common.iter().chain(path).chain(leader).filter(applies) {
        // Behind those of the same months. For so few steps this is less code than a sort, and as quick.
        steps.insert(steps.partition_point(|other| months(other) <= months(step)), step);
    }
    steps
}

/// The notes on the events that were ticked, in the order of the content.
#[must_use]
pub fn notes_on_events(assessment: &Assessment, responses: &ResponseSet) -> Vec<&'static EventNote> {
    use crate::assessment::named::events;
    let Some(Response::Several(ticked)) = responses.get(events::QUESTION) else { return Vec::new() };
    let choices = assessment.question(events::QUESTION).choices();
    let is_ticked =
        |note: &&EventNote| choices.iter().position(|c| c.id == note.choice).is_some_and(|n| ticked.contains(n));
    assessment.roadmap.events.iter().filter(is_ticked).collect()
}

/// The note on the visitor's field, where there is something to say on it.
#[must_use]
pub fn note_on_sector(assessment: &Assessment, reading: &Reading) -> Option<Key> {
    use crate::assessment::named::sector;
    let field = reading.get(sector::QUESTION)?;
    assessment.roadmap.sector_notes.get(field.index()).copied().flatten()
}
