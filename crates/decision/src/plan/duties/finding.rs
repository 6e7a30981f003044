//! Problems with how the work is done today, and tasks that change hands.
//!
//! A row without "today" has no findings.

use super::DutyRow;
use crate::{
    evaluation::{Evaluation, Verdict},
    response::{Reading, Response, ResponseSet},
    worksheet::{Doer, DutyId},
};
use assessment::{Alternative, Assessment, QuestionId, Side, named};

/// The kind of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FindingKind {
    /// Nobody does it.
    Gap,
    /// Nobody can say who does it.
    Unclear,
    /// Both do it, with neither in charge.
    Collision,
    /// It depends on one internal person.
    OnePerson {
        /// Systems and passwords are not well written down.
        unwritten: bool,
    },
    /// Under the leader this side takes over what the other one does today.
    ChangesHands(Side),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DutyFinding {
    /// The row.
    pub duty: DutyId,
    /// What.
    pub kind: FindingKind,
}

/// The answers that show dependence on one internal person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnePerson {
    /// The questions whose answers say so, in the order asked.
    pub answers: Vec<QuestionId>,
    /// Systems and passwords are not well written down either.
    pub unwritten: bool,
}

impl OnePerson {
    /// From the answers on who looks after IT inside and on what happens when the main person is away. `None` if they do
    /// not show it, if others would cover, or if there is no main person.
    #[must_use]
    pub fn of(assessment: &Assessment, reading: &Reading, responses: &ResponseSet) -> Option<Self> {
        use named::{away, cap, signs};
        let alone = [cap::HELPER, cap::MANAGER, cap::KEEPER, cap::LEAD].iter().any(|o| reading.is(cap::QUESTION, *o));
        let stuck = reading.is(away::QUESTION, away::STUCK);
        let covered = [away::FINE, away::NOBODY].iter().any(|o| reading.is(away::QUESTION, *o));
        if covered || !(alone || stuck) {
            return None;
        }
        let mut answers = Vec::new();
        if alone {
            answers.push(cap::QUESTION);
        }
        if stuck || reading.is(away::QUESTION, away::WAIT) {
            answers.push(away::QUESTION);
        }
        let docs = assessment.question(signs::QUESTION).choices().iter().position(|choice| choice.id == "docs");
        let unwritten = match (responses.get(signs::QUESTION), docs) {
            (Some(Response::Several(ticked)), Some(docs)) => ticked.contains(docs),
            _ => false,
        };
        if unwritten {
            answers.push(signs::QUESTION);
        }
        Some(Self { answers, unwritten })
    }
}

impl DutyFinding {
    /// The findings of all rows that are not hidden, in their order.
    #[must_use]
    pub fn all(
        assessment: &Assessment,
        evaluation: &Evaluation,
        responses: &ResponseSet,
        rows: &[DutyRow],
    ) -> Vec<Self> {
        let one_person = OnePerson::of(assessment, &evaluation.reading, responses);
        let leader = (evaluation.verdict != Verdict::Insufficient).then_some(evaluation.leader);
        let mut findings = Vec::new();
        for row in rows.iter().filter(|row| !row.hidden) {
            let Some(today) = row.today else { continue };
            let mut add = |kind| findings.push(Self { duty: row.id, kind });
            match today {
                Doer::Nobody => add(FindingKind::Gap),
                Doer::Unclear => add(FindingKind::Unclear),
                Doer::Both => add(FindingKind::Collision),
                Doer::Internal | Doer::Provider => {}
            }
            if let (Doer::Internal, Some(person)) = (today, &one_person) {
                add(FindingKind::OnePerson { unwritten: person.unwritten });
            }
            if let Some(side) = leader.and_then(|leader| taken_over_by(row, today, leader)) {
                add(FindingKind::ChangesHands(side));
            }
        }
        findings
    }
}

/// The side that takes a row over under a model, where the other one does it today.
fn taken_over_by(row: &DutyRow, today: Doer, model: Alternative) -> Option<Side> {
    match (today, row.accountable(model)) {
        (Doer::Internal, Side::Provider) => Some(Side::Provider),
        (Doer::Provider, Side::Internal) => Some(Side::Internal),
        _ => None,
    }
}

/// How many there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct DutyCounts {
    /// Rows that are not hidden.
    pub rows: usize,
    /// Of these, how many say who does it today.
    pub with_today: usize,
    /// Done by nobody, or nobody can say by whom.
    pub gaps: usize,
    /// Done by both, with neither in charge.
    pub collisions: usize,
    /// Carried by one person.
    pub one_person: usize,
    /// Taken over by the other side under the leader.
    pub change_hands: usize,
}

impl DutyCounts {
    #[must_use]
    pub fn of(rows: &[DutyRow], findings: &[DutyFinding]) -> Self {
        let mut counts = Self::default();
        for row in rows.iter().filter(|row| !row.hidden) {
            counts.rows += 1;
            counts.with_today += usize::from(row.today.is_some());
        }
        for finding in findings {
            match finding.kind {
                FindingKind::Gap | FindingKind::Unclear => counts.gaps += 1,
                FindingKind::Collision => counts.collisions += 1,
                FindingKind::OnePerson { .. } => counts.one_person += 1,
                FindingKind::ChangesHands(_) => counts.change_hands += 1,
            }
        }
        counts
    }
}
