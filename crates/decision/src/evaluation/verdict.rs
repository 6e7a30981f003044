//! The verdict: how much the answers settle.

use assessment::Thresholds;
use mcda::comparison::{self, SHARE_EPSILON};

/// How much the answers settle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Too few answers to say anything.
    Insufficient,
    /// Too close to call.
    Close,
    /// The answers lean one way.
    Lean,
    /// A clear fit.
    Clear,
    /// The only workable alternative now.
    Only,
}

impl Verdict {
    /// The code used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Insufficient => "insufficient",
            Self::Close => "close",
            Self::Lean => "lean",
            Self::Clear => "clear",
            Self::Only => "only",
        }
    }
}

/// The inputs of the verdict.
pub(super) struct Facts {
    pub answered: usize,
    pub applicable: usize,
    pub quick_only: bool,
    pub conflict: bool,
    pub viable: usize,
    pub share: f64,
    pub ungated_share: f64,
}

/// Whether enough questions are answered for a clear verdict.
pub(super) fn can_be_clear(thresholds: &Thresholds, answered: usize, applicable: usize) -> bool {
    reaches(answered as f64 / applicable as f64, thresholds.clear_answered_share)
}

fn reaches(share: f64, threshold: f64) -> bool {
    comparison::reaches(share, threshold, SHARE_EPSILON)
}

/// The rules in their order.
pub(super) fn judge(thresholds: &Thresholds, facts: &Facts) -> Verdict {
    let verdict = if facts.answered < thresholds.least_answered {
        Verdict::Insufficient
    } else if facts.conflict {
        Verdict::Close
    } else if facts.viable == 1 {
        Verdict::Only
    } else if reaches(facts.share, thresholds.clear)
        && reaches(facts.ungated_share, thresholds.lean)
        && can_be_clear(thresholds, facts.answered, facts.applicable)
    {
        Verdict::Clear
    } else if reaches(facts.share, thresholds.lean) {
        Verdict::Lean
    } else {
        Verdict::Close
    };
    match verdict {
        Verdict::Clear | Verdict::Only if facts.quick_only => Verdict::Lean,
        other => other,
    }
}
