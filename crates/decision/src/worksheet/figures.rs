//! The visitor's own figures for the cost model. The effective inputs, which also follow from answers and rules, are in
//! `plan::cost`.
//!
//! ```
//! use assessment::{Assessment, named::input};
//! use decision::worksheet::{Field, FigureFault, FigureProblem, Figures};
//!
//! let assessment = Assessment::standard();
//! let mut figures = Figures::default();
//! assert!(figures.set(assessment, input::USERS, [80.0, 90.0, 120.0]).is_ok());
//! let problems = figures.set(assessment, input::USERS, [80.0, 70.0, 120.0]).unwrap_err();
//! assert_eq!(problems, [FigureProblem { field: Field::Low, fault: FigureFault::AboveNext }]);
//! assert_eq!(figures.get(input::USERS).map(|own| own.likely()), Some(90.0));
//! ```

use assessment::{Assessment, InputId};

/// Low, likely and high of one input, in this order.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    low: f64,
    likely: f64,
    high: f64,
}

impl Range {
    /// A range of finite numbers from 0 up; `None` unless `low <= likely <= high`.
    #[must_use]
    pub fn new(low: f64, likely: f64, high: f64) -> Option<Self> {
        (low >= 0.0 && low <= likely && likely <= high && high.is_finite()).then_some(Self { low, likely, high })
    }

    /// Low, likely, high.
    #[must_use]
    pub const fn values(self) -> [f64; 3] {
        [self.low, self.likely, self.high]
    }

    #[must_use]
    pub const fn likely(self) -> f64 {
        self.likely
    }

    /// A default of the content, which is checked when it is built.
    pub(crate) const fn of_content([low, likely, high]: [f64; 3]) -> Self {
        Self { low, likely, high }
    }
}

/// One of the three figures of an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Low,
    Likely,
    High,
}

impl Field {
    /// All, in order.
    pub const ALL: [Self; 3] = [Self::Low, Self::Likely, Self::High];
}

/// Why a figure is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureFault {
    /// It is not a finite number.
    NotANumber,
    /// It is below 0.
    Negative,
    /// It is below the least that the input allows.
    TooSmall,
    /// It is above the most that the input allows.
    TooLarge,
    /// Low is above likely, or likely above high.
    AboveNext,
}

/// One figure that is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FigureProblem {
    /// Which of the three.
    pub field: Field,
    /// Why.
    pub fault: FigureFault,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FigureChange {
    /// Replaces low, likely and high of an input.
    Set(InputId, [f64; 3]),
    /// Forgets the visitor's figures for an input.
    Reset(InputId),
    /// Forgets all.
    ResetAll,
}

/// The inputs that the visitor replaced. The others keep following answers and rules.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Figures {
    /// In model order.
    own: Vec<(InputId, Range)>,
}

impl Figures {
    /// What is wrong with low, likely and high for an input: at most one problem for each; empty if they are valid.
    #[must_use]
    pub fn problems(assessment: &Assessment, input: InputId, values: [f64; 3]) -> Vec<FigureProblem> {
        let [least, most] = assessment.cost.input(input).bounds;
        let mut problems = Vec::new();
        for (n, field) in Field::ALL.into_iter().enumerate() {
            let value = values[n];
            let fault = if !value.is_finite() {
                FigureFault::NotANumber
            } else if value < 0.0 {
                FigureFault::Negative
            } else if value < least {
                FigureFault::TooSmall
            } else if value > most {
                FigureFault::TooLarge
            } else if values.get(n + 1).is_some_and(|next| value > *next) {
                FigureFault::AboveNext
            } else {
                continue;
            };
            problems.push(FigureProblem { field, fault });
        }
        problems
    }

    /// Applies a change.
    ///
    /// # Errors
    /// As [`set`](Self::set).
    pub fn apply(&mut self, assessment: &Assessment, change: FigureChange) -> Result<(), Vec<FigureProblem>> {
        match change {
            FigureChange::Set(input, values) => drop(self.set(assessment, input, values)?),
            FigureChange::Reset(input) => drop(self.reset(input)),
            FigureChange::ResetAll => self.own.clear(),
        }
        Ok(())
    }

    /// Replaces low, likely and high of an input, and returns the visitor's earlier ones.
    ///
    /// # Errors
    /// Every figure that is refused; nothing is changed then.
    pub fn set(
        &mut self,
        assessment: &Assessment,
        input: InputId,
        values: [f64; 3],
    ) -> Result<Option<Range>, Vec<FigureProblem>> {
        let problems = Self::problems(assessment, input, values);
        // What has no problem is a range.
        let [low, likely, high] = values.map(|value| value + 0.0);
        let Some(range) = Range::new(low, likely, high).filter(|_| problems.is_empty()) else { return Err(problems) };
        let at = self.own.partition_point(|(id, _)| *id < input);
        match self.own.get_mut(at) {
            Some((id, own)) if *id == input => Ok(Some(core::mem::replace(own, range))),
            _ => {
                self.own.insert(at, (input, range));
                Ok(None)
            }
        }
    }

    /// Forgets the visitor's figures for an input, and returns them.
    pub fn reset(&mut self, input: InputId) -> Option<Range> {
        let at = self.own.iter().position(|(id, _)| *id == input)?;
        Some(self.own.remove(at).1)
    }

    /// The visitor's figures for an input.
    #[must_use]
    pub fn get(&self, input: InputId) -> Option<Range> {
        self.own.iter().find(|(id, _)| *id == input).map(|(_, range)| *range)
    }

    /// Whether nothing was replaced.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.own.is_empty()
    }

    /// The replaced inputs, in model order.
    #[must_use]
    pub fn own(&self) -> &[(InputId, Range)] {
        &self.own
    }
}
