//! The visitor's roadmap: suggested and own steps in one order, with their entries.

use super::{Pattern, roadmap::suggested};
use crate::{
    evaluation::Evaluation,
    worksheet::{CalendarDate, OwnStep, StepEntries, StepKey, percent},
};
use assessment::{Assessment, Step, StepId};

/// A step of the roadmap, wherever it comes from.
#[derive(Debug, Clone, Copy)]
pub enum AnyStep<'a> {
    /// A step of the content.
    Suggested(StepId, &'static Step),
    /// The visitor's own.
    Own(&'a OwnStep),
}

impl AnyStep<'_> {
    /// Under which key something is entered for it.
    #[must_use]
    pub const fn key(self) -> StepKey {
        match self {
            Self::Suggested(id, _) => StepKey::Suggested(id),
            Self::Own(own) => StepKey::Own(own.number),
        }
    }

    /// First and last month, from the start.
    #[must_use]
    pub const fn months(self) -> [u8; 2] {
        match self {
            Self::Suggested(_, step) => [step.from_month, step.to_month],
            Self::Own(own) => [own.from_month, own.to_month],
        }
    }

    /// An id that stays: that of the content, or `own-` and the number, which no id of the content is like.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Suggested(_, step) => step.id.to_owned(),
            Self::Own(own) => ["own-", &own.number.to_string()].concat(),
        }
    }
}

/// A step with its entries.
#[derive(Debug, Clone, Copy)]
pub struct StepRow<'a> {
    /// Which step.
    pub step: AnyStep<'a>,
    /// The day that the visitor set.
    pub date: Option<CalendarDate>,
    /// The due date: that day, else the start plus the last month; `None` if neither is set.
    pub due: Option<CalendarDate>,
    pub done: bool,
    /// The owner. Empty if unknown.
    pub owner: &'a str,
}

impl StepRow<'_> {
    /// Whether it should have been done before a day.
    #[must_use]
    pub fn is_overdue(&self, today: CalendarDate) -> bool {
        !self.done && self.due.is_some_and(|due| due < today)
    }
}

/// The suggested steps and the visitor's own, by first month, then by last; own ones behind others of the same months.
/// Dates do not affect the order, so that rows do not move while dates are entered.
#[must_use]
pub fn steps<'a>(
    assessment: &Assessment,
    evaluation: &Evaluation,
    pattern: Pattern,
    entries: &'a StepEntries,
) -> Vec<StepRow<'a>> {
    let row = |step: AnyStep<'a>| {
        let entry = entries.get(step.key());
        let date = entry.and_then(|entry| entry.date);
        let [_, last] = step.months();
        StepRow {
            step,
            date,
            due: date.or_else(|| entries.start()?.plus_months(last.into())),
            done: entry.is_some_and(|entry| entry.done),
            owner: entry.map_or("", |entry| entry.owner.as_str()),
        }
    };
    let suggested = suggested(assessment, evaluation, pattern);
    let mut rows: Vec<StepRow<'a>> =
        suggested.into_iter().map(|(id, step)| row(AnyStep::Suggested(id, step))).collect();
    for own in entries.own() {
        let step = AnyStep::Own(own);
        let at = rows.partition_point(|other| other.step.months() <= step.months());
        rows.insert(at, row(step));
    }
    rows
}

/// How many of some steps are done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepProgress {
    pub done: usize,
    pub all: usize,
}

impl StepProgress {
    /// Counts.
    #[must_use]
    pub fn of(rows: &[StepRow<'_>]) -> Self {
        Self { done: rows.iter().filter(|row| row.done).count(), all: rows.len() }
    }

    /// In whole percent; 0 and 100 only for none and all. Of no steps none is done.
    #[must_use]
    pub fn percent(self) -> u8 {
        percent(self.done as i32, self.all as i32)
    }
}
