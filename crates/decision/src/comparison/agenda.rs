//! The agenda, in order: collisions, answers that move the results, priorities that differ, and what only some know.
//!
//! The sentences are in [`report`].

use super::{Agreement, Comparison, Difference, DimensionView, views};
use crate::explanation::{Cause, Reason, Reasons, insert_ranked, next_questions};
use assessment::{Alternative, Assessment, CollisionId, DimensionId, ItemId, QuestionId};

/// Maximum number of points, without the closing one. More do not fit in a meeting.
pub const MOST_POINTS: usize = 7;

/// Weak points of the shared model that are named.
const WEAK_POINTS: usize = 2;

/// One point of the agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Point {
    /// Expectations that collide.
    Collision(CollisionId),
    /// Answers that differ.
    Difference(QuestionId),
    /// A dimension that counts differently.
    Priority(DimensionId),
    /// What only some of them know.
    KnownToSome(QuestionId),
}

/// What speaks most against the model that they agree on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeakPoints {
    pub model: Alternative,
    /// The two strongest reasons against it; empty if there are none.
    pub causes: Vec<Cause>,
}

/// What to talk about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    /// Collisions, then differences by their effect, then priorities apart, then what only some know: seven at most. No
    /// question comes up twice, and no difference that does not matter comes up at all.
    pub points: Vec<Point>,
    /// If there are no points and the verdicts agree, the weak points to discuss instead.
    pub weak_points: Option<WeakPoints>,
    /// The question that everybody left open and that would firm up the results most, over all views.
    pub closing: Option<QuestionId>,
}

impl Agenda {
    /// The agenda of a comparison. The closing point takes about 2 milliseconds per view.
    #[must_use]
    pub fn of(assessment: &Assessment, comparison: &Comparison) -> Self {
        let points = points(assessment, comparison);
        let agreed = comparison.verdicts.shared.filter(|_| points.is_empty());
        Self {
            weak_points: agreed.map(|model| weak_points(assessment, comparison, model)),
            closing: closing(assessment, comparison),
            points,
        }
    }
}

fn points(assessment: &Assessment, comparison: &Comparison) -> Vec<Point> {
    let mut points: Vec<Point> = comparison.collisions.iter().map(|collision| Point::Collision(collision.id)).collect();
    let is_covered = |question| comparison.collisions.iter().any(|c| c.is_about(assessment, question));
    let open = |list: &[Difference]| -> Vec<QuestionId> {
        let worth = list.iter().filter(|d| d.matters(assessment) && !is_covered(d.question));
        worth.map(|difference| difference.question).collect()
    };
    points.extend(open(&comparison.differences).into_iter().map(Point::Difference));
    let mut apart = weighed_apart(comparison, DimensionView::is_weighed_apart);
    // Nothing else explains why the results differ.
    let results_differ = matches!(comparison.verdicts.agreement, Agreement::Apart | Agreement::Opposite);
    if points.is_empty() && apart.is_empty() && results_differ {
        apart = weighed_apart(comparison, |view| view.steps > 0);
    }
    points.extend(apart.into_iter().map(|view| Point::Priority(view.dimension)));
    points.extend(open(&comparison.known_to_some).into_iter().map(Point::KnownToSome));
    points.truncate(MOST_POINTS);
    points
}

/// The dimensions that count differently, most steps first.
fn weighed_apart(comparison: &Comparison, is_apart: fn(&DimensionView) -> bool) -> Vec<&DimensionView> {
    let mut apart = Vec::new();
    for view in comparison.dimensions.iter().filter(|view| is_apart(view)) {
        insert_ranked(&mut apart, view, |view| f64::from(view.steps));
    }
    apart
}

/// The reasons against a model that are shown to anybody, by the sum of their effects over all views.
fn weak_points(assessment: &Assessment, comparison: &Comparison, model: Alternative) -> WeakPoints {
    let reasons: Vec<Reason> = views(&comparison.people)
        .into_iter()
        .flat_map(|view| Reasons::of(assessment, &view.evaluation, model).speaking_against)
        .collect();
    // By cause in model order, not by person, so that another order of the people gives the same.
    let items = (0..assessment.items.len()).map(|n| Cause::Item(ItemId::from_index(n)));
    let mut ranked = Vec::new();
    for cause in items.chain([Cause::Priorities]) {
        let effects = reasons.iter().filter(|reason| reason.cause == cause).map(|reason| reason.effect);
        insert_ranked(&mut ranked, (cause, effects.sum::<f64>()), |(_, sum)| -sum);
    }
    let against = ranked.into_iter().filter(|(_, sum)| *sum < 0.0);
    WeakPoints { model, causes: against.take(WEAK_POINTS).map(|(cause, _)| cause).collect() }
}

fn closing(assessment: &Assessment, comparison: &Comparison) -> Option<QuestionId> {
    let is_open =
        |question: &QuestionId| comparison.people.iter().all(|p| p.evaluation.reading.get(*question).is_none());
    let open: Vec<QuestionId> = assessment.scored().filter(is_open).collect();
    if open.is_empty() {
        return None;
    }
    let mut values = vec![0.0; open.len()];
    for view in views(&comparison.people) {
        for next in next_questions(assessment, &view.evaluation) {
            if let Some(place) = open.iter().position(|question| *question == next.question) {
                values[place] += next.value;
            }
        }
    }
    let mut ranked = Vec::with_capacity(open.len());
    for entry in open.into_iter().zip(values) {
        insert_ranked(&mut ranked, entry, |(_, value)| *value);
    }
    // A question that nobody is asked would have no effect.
    ranked.first().filter(|(_, value)| *value > 0.0).map(|(question, _)| *question)
}
