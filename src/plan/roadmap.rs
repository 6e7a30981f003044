//! The steps of the first two years.

use super::Pattern;
use crate::{
    assessment::{Alternative, Assessment, Step},
    evaluation::Evaluation,
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
    let mut steps: Vec<&'static Step> = tracks.common.iter().chain(path).chain(leader).filter(applies).collect();
    steps.sort_by_key(|step| (step.from_month, step.to_month));
    steps
}
