//! Earlier runs: previous results, saved on the device for comparison.
//!
//! A run is saved with its result and never recomputed. It does not affect the current answers.

use assessment::{ALTERNATIVES, Alternative, Assessment, PerAlternative, QuestionId, json::Value};

use decision::{
    evaluation::{Evaluation, SettledAfter, Verdict, round_half_up},
    response::{Response, ResponseSet},
    worksheet::CalendarDate,
};

/// Maximum number of runs that are kept; the oldest goes first.
pub const MOST_RUNS: usize = 10;

/// Maximum number of runs per day, so that trying answers for an hour does not push out last year's result.
pub const MOST_RUNS_A_DAY: usize = 3;

/// The answers of a run.
#[derive(Debug, Clone, PartialEq)]
pub enum RunAnswers {
    /// To the questions of this content.
    Known(ResponseSet),
    /// To those of another, as they were kept: they may have meant something else.
    Foreign(Value),
}

/// One time that the assessment was taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The day.
    pub date: CalendarDate,
    /// Version of the content.
    pub content: String,
    pub verdict: Verdict,
    /// The model that came first.
    pub leader: Alternative,
    /// Share of weightings in which each model came first, 0 to 100.
    pub shares: PerAlternative<u8>,
    /// After how many questions the result was settled, if it was before the end.
    pub settled_after: Option<SettledAfter>,
    /// The responses.
    pub answers: RunAnswers,
}

impl Run {
    /// The current result, as of a date.
    #[must_use]
    pub fn of(
        assessment: &Assessment,
        evaluation: &Evaluation,
        responses: &ResponseSet,
        settled_after: Option<SettledAfter>,
        date: CalendarDate,
    ) -> Self {
        Self {
            date,
            content: assessment.version.to_owned(),
            verdict: evaluation.verdict,
            leader: evaluation.leader,
            shares: evaluation.shares.first.map(|share| round_half_up(100.0 * share).clamp(0, 100) as u8),
            settled_after,
            answers: RunAnswers::Known(responses.clone()),
        }
    }

    /// Whether answers and result are equal; the date and the order of the answers do not matter.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        self.content == other.content
            && self.verdict == other.verdict
            && self.leader == other.leader
            && self.shares == other.shares
            && self.answers == other.answers
    }
}

/// Earlier runs, the newest first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    runs: Vec<Run>,
}

impl History {
    /// Adds a run unless it equals the one before it: looking at the result again is not a new run. Returns whether it was
    /// added.
    pub fn add(&mut self, run: Run) -> bool {
        let at = self.runs.partition_point(|known| known.date > run.date);
        if self.runs.get(at).is_some_and(|before| before.is_like(&run)) {
            return false;
        }
        self.runs.insert(at, run);
        self.runs.truncate(MOST_RUNS);
        at < MOST_RUNS
    }

    /// Records the current result. It replaces a run of the same day with the same answers, and the oldest of that day if
    /// there are [`MOST_RUNS_A_DAY`] already. Returns whether anything changed.
    pub fn record(&mut self, run: Run) -> bool {
        if self.runs.iter().any(|known| known.date == run.date && known.is_like(&run)) {
            return false;
        }
        let has_same_answers = |known: &Run| known.content == run.content && known.answers == run.answers;
        self.runs.retain(|known| known.date != run.date || !has_same_answers(known));
        if self.runs.iter().filter(|known| known.date == run.date).count() >= MOST_RUNS_A_DAY
            && let Some(at) = self.runs.iter().rposition(|known| known.date == run.date)
        {
            self.runs.remove(at);
        }
        self.add(run)
    }

    /// The runs that differ from the current one, without those that it would replace.
    #[must_use]
    pub fn before(&self, now: &Run) -> Self {
        let mut history = self.clone();
        history.record(now.clone());
        history.runs.retain(|known| !known.is_like(now));
        history
    }

    /// Adds a saved run after those of the same day. Returns whether there was space.
    pub(super) fn restore(&mut self, run: Run) -> bool {
        let is_space = self.runs.len() < MOST_RUNS;
        if is_space {
            self.runs.insert(self.runs.partition_point(|known| known.date >= run.date), run);
        }
        is_space
    }

    /// Removes the run at a position. Returns it if there was one.
    pub fn remove(&mut self, at: usize) -> Option<Run> {
        (at < self.runs.len()).then(|| self.runs.remove(at))
    }

    /// Removes all.
    pub fn clear(&mut self) {
        self.runs.clear();
    }

    /// All, the newest first.
    #[must_use]
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }
}

/// An answer that changed between two runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerChange {
    pub question: QuestionId,
    /// The earlier answer; `None` if there was none.
    pub before: Option<Response>,
    /// The later answer.
    pub after: Option<Response>,
}

/// The differences between two runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunDifference {
    /// The verdict before and after, if it changed.
    pub verdict: Option<[Verdict; 2]>,
    /// The leader before and after, if it changed.
    pub leader: Option<[Alternative; 2]>,
    /// Change of each model's share, -100 to 100.
    pub points: PerAlternative<i8>,
    /// Answers that changed, in the order asked.
    pub answers: Vec<AnswerChange>,
}

impl RunDifference {
    /// Compares two runs; `None` if one has other content, since its questions may have meant something else.
    #[must_use]
    pub fn of(assessment: &Assessment, before: &Run, after: &Run) -> Option<Self> {
        let (RunAnswers::Known(earlier), RunAnswers::Known(later)) = (&before.answers, &after.answers) else {
            return None;
        };
        if before.content != assessment.version || after.content != assessment.version {
            return None;
        }
        let mut answers = Vec::new();
        for (question, _) in assessment.questions() {
            let (before, after) = (earlier.get(question), later.get(question));
            if before != after {
                answers.push(AnswerChange { question, before, after });
            }
        }
        Some(Self {
            verdict: (before.verdict != after.verdict).then_some([before.verdict, after.verdict]),
            leader: (before.leader != after.leader).then_some([before.leader, after.leader]),
            points: core::array::from_fn::<_, ALTERNATIVES, _>(|n| {
                let [before, after] = [before, after].map(|run| run.shares[n].min(100) as i8);
                after - before
            }),
            answers,
        })
    }
}
