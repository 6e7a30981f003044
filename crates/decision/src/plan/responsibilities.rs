//! Who does what when the work is shared: exactly one accountable side for each function.

use assessment::{Assessment, Function, Side, named};

use crate::response::Reading;

/// The accountable side of each function, in model order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    sides: Vec<Side>,
}

impl Split {
    /// The suggested split; `None` unless somebody inside could do a part.
    #[must_use]
    pub fn of(assessment: &Assessment, reading: &Reading) -> Option<Self> {
        can_share(reading).then(|| Self { sides: assessment.functions.iter().map(|f| decided(f, reading).0).collect() })
    }

    /// Each function with its accountable side, in model order.
    pub fn accountable<'a>(
        &'a self,
        assessment: &'a Assessment,
    ) -> impl Iterator<Item = (&'static Function, Side)> + 'a {
        assessment.functions.iter().zip(self.sides.iter().copied())
    }
}

/// Whether somebody inside could do a part of the work.
pub(super) fn can_share(reading: &Reading) -> bool {
    use named::cap;
    [cap::MANAGER, cap::KEEPER, cap::LEAD, cap::TEAM].iter().any(|option| reading.is(cap::QUESTION, *option))
}

/// What put a function on its side when the work is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SplitCause {
    /// The content; no answer changes it.
    Always,
    /// It is close to the business, so it stays inside.
    Close,
    /// It is routine, so it goes to the provider.
    Routine,
    /// It could go either way, and the own people have time.
    TimeInside,
    /// It could go either way, and the own people have no time.
    NoTimeInside,
    /// It could go either way, and nothing decides: the side of the content.
    EitherWay,
    /// The answers make no split: the side of the content.
    Usual,
    /// The visitor added the function; no source says anything of it.
    Own,
}

/// Close functions stay inside, standard ones go out; in between the load on the own people decides.
pub(super) fn decided(function: &Function, reading: &Reading) -> (Side, SplitCause) {
    use named::load;
    if let Some(side) = function.always {
        return (side, SplitCause::Always);
    }
    let moved: i8 = function.modifiers.iter().filter(|m| m.when.holds(|id| reading.get(id))).map(|m| m.closeness).sum();
    match (function.closeness + moved).clamp(0, 2) {
        2 => (Side::Internal, SplitCause::Close),
        0 => (Side::Provider, SplitCause::Routine),
        _ if reading.is(load::QUESTION, load::OK) => (Side::Internal, SplitCause::TimeInside),
        _ if reading.is(load::QUESTION, load::FIRE) => (Side::Provider, SplitCause::NoTimeInside),
        _ => (function.co_managed, SplitCause::EitherWay),
    }
}
