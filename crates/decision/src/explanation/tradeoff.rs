//! Control against convenience: the positions of the visitor's answers and of the three models.

use assessment::{Alternative, Assessment, DimensionId, ItemId, PerAlternative, Performance, named};

use super::reasons::insert_ranked;
use crate::evaluation::{Evaluation, Evidence, ValueModel, is_answered};
use mcda::comparison::SCORE_EPSILON;

/// What the answers ask for, each from -1 to 1: 0 is neutral and 1 the most that the answered questions can say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TradeOff {
    /// Control stays close; `None` if no question of it is answered.
    pub control: Option<f64>,
    /// Answered items that it is based on.
    pub control_answered: usize,
    /// Less to manage; `None` if no question of it is answered.
    pub convenience: Option<f64>,
    /// Answered items that it is based on.
    pub convenience_answered: usize,
}

impl TradeOff {
    /// The position that the answers ask for.
    #[must_use]
    pub fn of(assessment: &Assessment, evaluation: &Evaluation) -> Self {
        let inside = |e: Evidence| f64::midpoint(e[0], e[1]) - e[2];
        let (control, control_answered) = position(assessment, evaluation, named::dimension::CONTROL, inside);
        let (convenience, convenience_answered) =
            position(assessment, evaluation, named::dimension::ACCOUNTABILITY, |e| -inside(e));
        Self { control, control_answered, convenience, convenience_answered }
    }

    /// Both on one scale, from -1 (convenience) to 1 (control); `None` unless both are there.
    #[must_use]
    pub fn on_one_scale(&self) -> Option<f64> {
        Some(on_one_scale(self.control?, self.convenience?))
    }
}

/// The models and the visitor on one scale from control to convenience.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// Each with its position, from 1 (control) to -1 (convenience). `None` is the visitor, who is absent unless the answers
    /// give both coordinates.
    pub points: Vec<(Option<Alternative>, f64)>,
    /// The model whose position is nearest to the visitor's.
    pub nearest: Option<Alternative>,
}

impl Scale {
    #[must_use]
    pub fn of(assessment: &Assessment, evaluation: &Evaluation) -> Self {
        let models = alternatives_on_one_scale(assessment);
        let you = TradeOff::of(assessment, evaluation).on_one_scale();
        let (mut points, mut by_nearness) = (Vec::new(), Vec::new());
        for alternative in Alternative::ALL {
            let position = models[alternative.index()];
            insert_ranked(&mut points, (Some(alternative), position), |(_, position)| *position);
            if let Some(you) = you {
                insert_ranked(&mut by_nearness, (alternative, -(position - you).abs()), |(_, nearness)| *nearness);
            }
        }
        if let Some(you) = you {
            insert_ranked(&mut points, (None, you), |(_, position)| *position);
        }
        Self { points, nearest: by_nearness.first().map(|(alternative, _)| *alternative) }
    }
}

/// Control and convenience of each alternative, -1 to 1.
#[must_use]
pub fn alternative_positions(assessment: &Assessment) -> PerAlternative<(f64, f64)> {
    assessment.positions.map(|position| (position.control, position.convenience))
}

/// The position of each alternative from -1 (convenience) to 1 (control).
#[must_use]
pub fn alternatives_on_one_scale(assessment: &Assessment) -> PerAlternative<f64> {
    assessment.positions.map(|position| on_one_scale(position.control, position.convenience))
}

fn on_one_scale(control: f64, convenience: f64) -> f64 {
    (control - convenience) / 2.0
}

fn position(
    assessment: &Assessment,
    evaluation: &Evaluation,
    dimension: DimensionId,
    asks_for: impl Fn(Evidence) -> f64,
) -> (Option<f64>, usize) {
    let model = ValueModel::new(assessment);
    let (mut value, mut least, mut most, mut answered) = (0.0, 0.0, 0.0, 0);
    for (n, item) in assessment.items.iter().enumerate() {
        let levels = match item.performance {
            Performance::Levels { levels, .. } | Performance::Table { levels, .. } => levels,
            Performance::Profile(_) => continue,
        };
        if item.dimension != dimension || !is_answered(item, &evaluation.reading) {
            continue;
        }
        let id = ItemId::from_index(n);
        let share = model.share(id);
        let possible = levels.iter().map(|level| asks_for(model.center(id, level.map(f64::from))));
        let (low, high) = possible.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
        value += share * asks_for(evaluation.scores.evidence[n]);
        least += share * low;
        most += share * high;
        answered += 1;
    }
    let position = if value.abs() <= SCORE_EPSILON {
        0.0
    } else if value > 0.0 {
        value / most
    } else {
        -value / least
    };
    ((answered > 0).then_some(position), answered)
}
