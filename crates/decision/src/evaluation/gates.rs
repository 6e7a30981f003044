//! Viability: which alternatives the known answers rule out or put a condition on.

use assessment::{Alternative, Assessment, GateId, PerAlternative};

use crate::response::Reading;

/// Whether an alternative can work now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Nothing speaks against it.
    Ok,
    /// It works if a condition is met.
    Conditional,
    /// It does not work now.
    Blocked,
}

/// The status of each alternative, and the gates that caused it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GateReport {
    pub status: PerAlternative<Status>,
    /// All gates that hold, in model order.
    pub fired: Vec<GateId>,
    /// The known answers block all three: no block counts, and all are conditional.
    pub conflict: bool,
}

impl GateReport {
    /// Applies every gate to the known answers.
    #[must_use]
    pub fn of(assessment: &Assessment, reading: &Reading) -> Self {
        let mut status = [Status::Ok; 3];
        let mut fired = Vec::new();
        for (n, gate) in assessment.gates.iter().enumerate() {
            if gate.when.holds(|id| reading.get(id)) {
                fired.push(GateId::from_index(n));
                let status = &mut status[gate.alternative.index()];
                match *status {
                    _ if gate.blocks => *status = Status::Blocked,
                    Status::Ok => *status = Status::Conditional,
                    _ => {}
                }
            }
        }
        let conflict = status == [Status::Blocked; 3];
        if conflict {
            status = [Status::Conditional; 3];
        }
        Self { status, fired, conflict }
    }

    /// The alternatives that are not blocked, in model order; never empty.
    #[must_use]
    pub fn viable(&self) -> Vec<Alternative> {
        Alternative::ALL.into_iter().filter(|a| self.of_alternative(*a) != Status::Blocked).collect()
    }

    #[must_use]
    pub fn of_alternative(&self, alternative: Alternative) -> Status {
        self.status[alternative.index()]
    }

    /// The status to show. In a conflict every alternative is ruled out, although each counts as workable so that one can lead.
    #[must_use]
    pub fn shown(&self, alternative: Alternative) -> Status {
        if self.conflict { Status::Blocked } else { self.of_alternative(alternative) }
    }

    /// The gates about an alternative that hold, in model order.
    pub fn fired_for<'a>(
        &'a self,
        assessment: &'a Assessment,
        alternative: Alternative,
    ) -> impl Iterator<Item = GateId> + 'a {
        self.fired.iter().copied().filter(move |id| assessment.gates[id.index()].alternative == alternative)
    }

    /// The gates whose texts are shown for an alternative: those of its status. In a conflict nothing is blocked, but all
    /// gates that hold are shown.
    #[must_use]
    pub fn reasons(&self, assessment: &Assessment, alternative: Alternative) -> Vec<GateId> {
        let blocks = self.of_alternative(alternative) == Status::Blocked;
        let shown = |id: &GateId| self.conflict || assessment.gates[id.index()].blocks == blocks;
        self.fired_for(assessment, alternative).filter(shown).collect()
    }
}
