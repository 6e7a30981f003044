//! The trap: work shared with a provider without an agreement on who decides.

use assessment::{Alternative, Assessment, SignId, named};

use crate::evaluation::Evaluation;

/// How strongly the answers point to the trap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrapLevel {
    /// It looks like half-shared IT by accident.
    Caught,
    /// Some answers can lead there.
    Risk,
    /// No sign of it.
    None,
    /// Not enough answers.
    Unknown,
}

impl TrapLevel {
    /// The code used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Caught => "caught",
            Self::Risk => "risk",
            Self::None => "none",
            Self::Unknown => "unknown",
        }
    }
}

/// What the answers say about the trap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trap {
    /// How far.
    pub level: TrapLevel,
    /// The signs found, in model order.
    pub signs: Vec<SignId>,
    /// No work is shared yet, so the wording is about the future.
    pub future: bool,
}

impl Trap {
    /// Looks for the signs.
    #[must_use]
    pub fn of(assessment: &Assessment, evaluation: &Evaluation) -> Self {
        use named::sign::{T1, T2, T3, T4, T5, T6};
        let known = |id| evaluation.reading.get(id);
        let trap = &assessment.trap;
        let holding = trap.signs.iter().enumerate().filter(|(_, sign)| sign.when.holds(known));
        let signs: Vec<SignId> = holding.map(|(n, _)| SignId::from_index(n)).collect();
        let any = |of: &[SignId]| of.iter().any(|sign| signs.contains(sign));
        let provider = trap.provider.holds(known);
        let co_managed_leads = evaluation.leader == Alternative::CoManaged;
        let future = !provider && co_managed_leads && trap.future_when.holds(known);
        let level = if provider && any(&[T1, T2]) && any(&[T3, T4, T5]) {
            return Self { level: TrapLevel::Caught, signs, future: false };
        } else if signs.len() >= 2 || any(&[T6]) || (any(&[T3]) && co_managed_leads) || future {
            return Self { level: TrapLevel::Risk, signs, future };
        } else if known(named::provider::QUESTION).is_some() && known(named::roles::QUESTION).is_some() {
            TrapLevel::None
        } else {
            TrapLevel::Unknown
        };
        Self { level, signs, future: false }
    }
}
