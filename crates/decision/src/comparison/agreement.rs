//! Whether several verdicts agree.

use super::{Compared, views};
use crate::evaluation::{Evaluation, Verdict, add, best};
use assessment::{Alternative, PerAlternative};

/// Whether the verdicts agree.
///
/// A verdict supports its leader; one that is too close to call supports both models in front. So "too close" between two
/// models does not contradict a lean toward one of them. Verdicts with too few answers are ignored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Agreement {
    /// Fewer than two people have enough answers.
    Unknown,
    /// There is a model that every verdict supports.
    Agree,
    /// There is none, but nobody's verdict firmly excludes another's.
    Apart,
    /// There is none, and two verdicts are firm (clear, or the only workable one) on different models.
    Opposite,
}

/// The verdicts side by side; each is in the person's evaluation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verdicts {
    /// Whether they agree.
    pub agreement: Agreement,
    /// The model that every verdict supports; of two, the one that comes first more often over all views. `None` unless
    /// they agree.
    pub shared: Option<Alternative>,
    /// Everybody with enough answers has the same leader. Two verdicts that agree can still differ in this.
    pub same_leader: bool,
    /// Everybody with enough answers has the same kind of verdict.
    pub same_verdict: bool,
}

impl Verdicts {
    pub(super) fn of(people: &[Compared]) -> Self {
        let settled: Vec<&Evaluation> = people
            .iter()
            .map(|person| &person.evaluation)
            .filter(|evaluation| evaluation.verdict != Verdict::Insufficient)
            .collect();
        let [first, rest @ ..] = settled.as_slice() else { return Self::UNKNOWN };
        if rest.is_empty() {
            return Self::UNKNOWN;
        }
        let in_front_for_all = |model: &Alternative| settled.iter().all(|evaluation| stands_for(evaluation, *model));
        let common: Vec<Alternative> = Alternative::ALL.into_iter().filter(in_front_for_all).collect();
        let firm = |model| settled.iter().any(|evaluation| is_firm(evaluation) && evaluation.leader == model);
        let agreement = if !common.is_empty() {
            Agreement::Agree
        } else if Alternative::ALL.into_iter().filter(|model| firm(*model)).count() > 1 {
            Agreement::Opposite
        } else {
            Agreement::Apart
        };
        Self {
            agreement,
            shared: (!common.is_empty()).then(|| best(&common, &first_shares(people))),
            same_leader: rest.iter().all(|evaluation| evaluation.leader == first.leader),
            same_verdict: rest.iter().all(|evaluation| evaluation.verdict == first.verdict),
        }
    }

    const UNKNOWN: Self = Self { agreement: Agreement::Unknown, shared: None, same_leader: false, same_verdict: false };
}

fn stands_for(evaluation: &Evaluation, model: Alternative) -> bool {
    evaluation.leader == model || evaluation.verdict == Verdict::Close && evaluation.runner_up == model
}

const fn is_firm(evaluation: &Evaluation) -> bool {
    matches!(evaluation.verdict, Verdict::Clear | Verdict::Only)
}

/// First-rank shares, added up over all views that have enough answers.
fn first_shares(people: &[Compared]) -> PerAlternative<f64> {
    let settled = views(people).into_iter().filter(|view| view.evaluation.verdict != Verdict::Insufficient);
    settled.fold([0.0; 3], |sum, view| add(sum, view.evaluation.shares.first))
}
