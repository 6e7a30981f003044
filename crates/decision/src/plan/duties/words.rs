//! Maps who does what to catalog entries.

use super::{DutyRow, FindingKind, PathPart, SplitBasis};
use crate::{plan::SplitCause, worksheet::Doer};
use assessment::{
    Side,
    i18n::{Key, key::ui::duties as words, key::ui::result::split},
};

impl SplitBasis {
    /// The basis of the split, in a sentence or two.
    #[must_use]
    pub const fn text(self) -> Key {
        match self {
            Self::Answers => words::basis::ANSWERS,
            Self::Later => words::basis::LATER,
            Self::NobodyInside => words::basis::NOBODY,
            Self::NotSaid => words::basis::NOT_SAID,
        }
    }
}

impl DutyRow {
    /// The reason for the suggested side when the work is shared, in one or two sentences.
    #[must_use]
    pub const fn why(&self) -> Key {
        let by_answers = !self.answers.is_empty();
        match self.cause {
            SplitCause::Always => words::why::ALWAYS,
            SplitCause::Close if by_answers => words::why::CLOSE_BY_ANSWERS,
            SplitCause::Close => words::why::CLOSE,
            SplitCause::Routine if by_answers => words::why::ROUTINE_BY_ANSWERS,
            SplitCause::Routine => words::why::ROUTINE,
            SplitCause::TimeInside => words::why::TIME,
            SplitCause::NoTimeInside => words::why::NO_TIME,
            SplitCause::EitherWay => words::why::EITHER_WAY,
            SplitCause::Usual => words::why::USUAL,
            SplitCause::Own => words::why::OWN,
        }
    }
}

impl PathPart {
    /// Its name in a table.
    #[must_use]
    pub const fn name(self) -> Key {
        match self {
            Self::Core => words::part::CORE,
            Self::Routine => words::part::ROUTINE,
            Self::Now => words::part::NOW,
            Self::Later => words::part::LATER,
        }
    }
}

/// Who does it today; `None` if unknown.
#[must_use]
pub const fn doer_name(doer: Option<Doer>) -> Key {
    match doer {
        Some(Doer::Internal) => words::today::INTERNAL,
        Some(Doer::Provider) => words::today::PROVIDER,
        Some(Doer::Both) => words::today::BOTH,
        Some(Doer::Nobody) => words::today::NOBODY,
        Some(Doer::Unclear) => words::today::UNCLEAR,
        None => words::today::NOT_SAID,
    }
}

/// A side of the work.
#[must_use]
pub const fn side_name(side: Side) -> Key {
    match side {
        Side::Internal => split::INSIDE,
        Side::Provider => split::OUTSIDE,
    }
}

/// The name and the consequence of a finding.
#[must_use]
pub const fn finding_texts(kind: FindingKind) -> (Key, Key) {
    use words::finding as text;
    match kind {
        FindingKind::Gap => (text::gap::NAME, text::gap::COST),
        FindingKind::Unclear => (text::unclear::NAME, text::unclear::COST),
        FindingKind::Collision => (text::collision::NAME, text::collision::COST),
        FindingKind::OnePerson { unwritten: false } => (text::one_person::NAME, text::one_person::COST),
        FindingKind::OnePerson { unwritten: true } => (text::one_person::NAME, text::one_person::COST_UNWRITTEN),
        FindingKind::ChangesHands(Side::Internal) => (text::comes_inside::NAME, text::comes_inside::COST),
        FindingKind::ChangesHands(Side::Provider) => (text::goes_out::NAME, text::goes_out::COST),
    }
}
