//! Who does what when the work is shared: exactly one accountable side for each function.

use crate::{
    assessment::{Assessment, Function, Side, named},
    response::Reading,
};

/// The accountable side of each function, in model order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    sides: Vec<Side>,
}

impl Split {
    /// The suggested split; none unless somebody inside could do a part.
    #[must_use]
    pub fn of(assessment: &Assessment, reading: &Reading) -> Option<Self> {
        use named::cap;
        let can_share = [cap::MANAGER, cap::KEEPER, cap::LEAD, cap::TEAM];
        can_share
            .iter()
            .any(|option| reading.is(cap::QUESTION, *option))
            .then(|| Self { sides: assessment.functions.iter().map(|f| side(f, reading)).collect() })
    }

    /// Each function with its accountable side, in model order.
    pub fn accountable<'a>(
        &'a self,
        assessment: &'a Assessment,
    ) -> impl Iterator<Item = (&'static Function, Side)> + 'a {
        assessment.functions.iter().zip(self.sides.iter().copied())
    }
}

/// Close functions stay inside, standard ones go out; in between the load on the own people decides.
fn side(function: &Function, reading: &Reading) -> Side {
    use named::load;
    if let Some(side) = function.always {
        return side;
    }
    let moved: i8 = function.modifiers.iter().filter(|m| m.when.holds(|id| reading.get(id))).map(|m| m.closeness).sum();
    match (function.closeness + moved).clamp(0, 2) {
        2 => Side::Internal,
        0 => Side::Provider,
        _ if reading.is(load::QUESTION, load::OK) => Side::Internal,
        _ if reading.is(load::QUESTION, load::FIRE) => Side::Provider,
        _ => function.co_managed,
    }
}
