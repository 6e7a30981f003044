//! The visitor's scorecard: today's value of each measure, its target, and its value at the last review.
//!
//! Figures are decimal numbers with at most two decimals, kept as whole hundredths, so that 0.1 is 0.1 on every platform.
//! Progress is `clamp((now - today) / (target - today), 0, 1)`.

use super::{CalendarDate, EntryRefusal, percent};
use assessment::{
    Assessment, Metric, MetricId, Unit,
    i18n::{Key, key::ui::headway::scorecard as words},
};

/// A number with two decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal(i32);

/// Decimals of a [`Decimal`].
pub const DECIMALS: u32 = 2;

impl Decimal {
    /// So many hundredths.
    #[must_use]
    pub const fn of_hundredths(hundredths: i32) -> Self {
        Self(hundredths)
    }

    /// How many hundredths.
    #[must_use]
    pub const fn hundredths(self) -> i32 {
        self.0
    }
}

/// The least and the largest figure of a unit: 0 to 2,000 hours, 0 to 100 percent, 1 to 5, 0 to 365 days.
#[must_use]
pub const fn bounds(unit: Unit) -> [Decimal; 2] {
    let [low, high] = match unit {
        Unit::Hours => [0, 2_000],
        Unit::Percent => [0, 100],
        Unit::OneToFive => [1, 5],
        Unit::Days => [0, 365],
    };
    [Decimal(low * 100), Decimal(high * 100)]
}

/// The entries for one measure.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MeasureEntry {
    /// The value when the plan was made.
    pub today: Option<Decimal>,
    /// The target.
    pub target: Option<Decimal>,
    /// The value at the last review.
    pub now: Option<Decimal>,
    /// The next review.
    pub review: Option<CalendarDate>,
}

/// A warning about a measure's figures, which are saved anyway.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeasureWarning {
    /// The target is worse than today.
    WorseTarget,
    /// The target equals today's value.
    SameTarget,
}

impl MeasureWarning {
    /// The text shown.
    #[must_use]
    pub const fn text(self) -> Key {
        match self {
            Self::WorseTarget => words::WORSE_TARGET,
            Self::SameTarget => words::SAME_TARGET,
        }
    }
}

impl MeasureEntry {
    /// Progress from today to the target, in whole percent; 100 only when it is reached. `None` unless all three figures are
    /// set and the target differs from today.
    #[must_use]
    pub fn progress(&self) -> Option<u8> {
        let (Decimal(today), Decimal(target), Decimal(now)) = (self.today?, self.target?, self.now?);
        let (gone, way) = (now - today, target - today);
        match way {
            0 => None,
            1.. => Some(percent(gone, way)),
            _ => Some(percent(-gone, -way)),
        }
    }

    /// The warning about the target, if any.
    #[must_use]
    pub fn warning(&self, metric: &Metric) -> Option<MeasureWarning> {
        let (today, target) = (self.today?, self.target?);
        if today == target {
            Some(MeasureWarning::SameTarget)
        } else {
            ((target > today) != metric.higher_is_better).then_some(MeasureWarning::WorseTarget)
        }
    }

    /// Whether the review is due.
    #[must_use]
    pub fn is_due(&self, today: CalendarDate) -> bool {
        self.review.is_some_and(|review| review <= today)
    }
}

/// The entries for all measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScorecardEntries {
    /// In model order.
    measures: Vec<MeasureEntry>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScorecardChange {
    /// Today's value of a measure.
    Today(MetricId, Option<Decimal>),
    /// The target.
    Target(MetricId, Option<Decimal>),
    /// The value at the last review.
    Now(MetricId, Option<Decimal>),
    /// The next review.
    Review(MetricId, Option<CalendarDate>),
    /// Forgets everything.
    Reset,
}

impl ScorecardEntries {
    /// Nothing entered yet.
    #[must_use]
    pub fn new(assessment: &Assessment) -> Self {
        Self { measures: vec![MeasureEntry::default(); assessment.scorecard.len()] }
    }

    /// Applies a change.
    ///
    /// # Errors
    /// [`EntryRefusal::OutOfBounds`] for a figure that its unit cannot have, [`EntryRefusal::Unknown`] for a measure that
    /// is not there; nothing is changed then.
    pub fn apply(&mut self, assessment: &Assessment, change: ScorecardChange) -> Result<(), EntryRefusal> {
        use ScorecardChange::{Now, Reset, Review, Target, Today};
        let id = match change {
            Today(id, _) | Target(id, _) | Now(id, _) | Review(id, _) => id,
            Reset => {
                *self = Self::new(assessment);
                return Ok(());
            }
        };
        let known = assessment.scorecard.get(id.index()).zip(self.measures.get_mut(id.index()));
        let (metric, measure) = known.ok_or(EntryRefusal::Unknown)?;
        let [low, high] = bounds(metric.unit);
        if let Today(_, Some(figure)) | Target(_, Some(figure)) | Now(_, Some(figure)) = change
            && !(low..=high).contains(&figure)
        {
            return Err(EntryRefusal::OutOfBounds);
        }
        match change {
            Today(_, figure) => measure.today = figure,
            Target(_, figure) => measure.target = figure,
            Now(_, figure) => measure.now = figure,
            Review(_, date) => measure.review = date,
            Reset => {}
        }
        Ok(())
    }

    /// The entry of a measure; empty for an unknown one.
    #[must_use]
    pub fn get(&self, id: MetricId) -> MeasureEntry {
        self.measures.get(id.index()).copied().unwrap_or_default()
    }

    /// Each measure with its entries, in model order.
    pub fn measures<'a>(
        &'a self,
        assessment: &'a Assessment,
    ) -> impl Iterator<Item = (MetricId, &'static Metric, MeasureEntry)> + 'a {
        let measures = assessment.scorecard.iter().zip(&self.measures).enumerate();
        measures.map(|(n, (metric, entry))| (MetricId::from_index(n), metric, *entry))
    }

    /// Whether nothing was entered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.measures.iter().all(|measure| *measure == MeasureEntry::default())
    }
}
