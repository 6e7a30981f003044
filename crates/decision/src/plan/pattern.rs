//! The path: the first rule that holds.

use super::{Split, Trap, TrapLevel};
use crate::evaluation::{Evaluation, Verdict};
use assessment::{Alternative, Assessment, Side, named};

/// A way to go about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pattern {
    /// Agree who does what before anything else.
    RolesFirst,
    /// Outsource now, share the work later.
    OutsourceThenComanage,
    /// Share the core, hand over the routine.
    CoreAndCommodity,
    /// Stay in-house and buy some help.
    InhousePlus,
    /// One clear path for the leader.
    Plain,
}

/// Functions on each side from which a split by core and routine makes sense.
const FUNCTIONS_PER_SIDE: usize = 5;

impl Pattern {
    /// The code used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::RolesFirst => "roles_first",
            Self::OutsourceThenComanage => "outsource_then_comanage",
            Self::CoreAndCommodity => "core_and_commodity",
            Self::InhousePlus => "inhouse_plus",
            Self::Plain => "plain",
        }
    }

    /// The first path whose rule holds.
    #[must_use]
    pub fn of(assessment: &Assessment, evaluation: &Evaluation, trap: &Trap, split: Option<&Split>) -> Self {
        if trap.level == TrapLevel::Caught {
            Self::RolesFirst
        } else if outsource_then_comanage(evaluation) {
            Self::OutsourceThenComanage
        } else if core_and_commodity(assessment, evaluation, split) {
            Self::CoreAndCommodity
        } else if inhouse_plus(evaluation) {
            Self::InhousePlus
        } else {
            Self::Plain
        }
    }
}

fn outsource_then_comanage(evaluation: &Evaluation) -> bool {
    use named::gate::{G1, G2, G9};
    use named::{decide, pace, plan, role};
    let reading = &evaluation.reading;
    if evaluation.leader != Alternative::Outsourced {
        return false;
    }
    let no_one_to_share_with = [G1, G2, G9].iter().any(|gate| evaluation.gates.fired.contains(gate));
    let wants_a_part = [
        reading.is(role::QUESTION, role::EDGE),
        reading.is(pace::QUESTION, pace::FAST),
        reading.is(decide::QUESTION, decide::ALL) || reading.is(decide::QUESTION, decide::KEY),
        reading.is(plan::QUESTION, plan::KEEP),
    ];
    reading.is(plan::QUESTION, plan::GROW)
        || (no_one_to_share_with && wants_a_part.iter().filter(|wish| **wish).count() >= 2)
}

fn core_and_commodity(assessment: &Assessment, evaluation: &Evaluation, split: Option<&Split>) -> bool {
    use named::standard;
    let Some(split) = split else { return false };
    let close_call_of_both = evaluation.verdict == Verdict::Close
        && [evaluation.leader, evaluation.runner_up].iter().all(|a| *a != Alternative::InHouse);
    let on_side = |side| split.accountable(assessment).filter(|(_, s)| *s == side).count();
    (evaluation.leader == Alternative::CoManaged || close_call_of_both)
        && on_side(Side::Internal) >= FUNCTIONS_PER_SIDE
        && on_side(Side::Provider) >= FUNCTIONS_PER_SIDE
        && [standard::MIXED, standard::CUSTOM].iter().any(|o| evaluation.reading.is(standard::QUESTION, *o))
}

fn inhouse_plus(evaluation: &Evaluation) -> bool {
    use named::{hours, signs, skills};
    let reading = &evaluation.reading;
    evaluation.leader == Alternative::InHouse
        && ([hours::SOMETIMES, hours::GAP, hours::FIRM].iter().any(|o| reading.is(hours::QUESTION, *o))
            || reading.is(skills::QUESTION, skills::SPECIALIST)
            || reading.is(signs::QUESTION, signs::N1))
}
