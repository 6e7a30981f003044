//! The validated content: questions, how answers count, and rules, with the source of each.
//!
//! Everything here is static data made and checked at build time by the package `content` from `crates/content/data`. Words
//! are not here: a [`Key`] names the entry of the [catalog](crate::i18n).
//!
//! It computes nothing; the package `decision` does.
//!
//! ```
//! use assessment::{Assessment, named};
//!
//! let assessment = Assessment::standard();
//! assert_eq!(assessment.question(named::cap::QUESTION).id, "cap");
//! assert_eq!(assessment.quick.len(), 7);
//! ```

pub mod checksum;
pub mod i18n;
pub mod json;
pub mod text;

mod advice;
mod condition;
mod cost;
mod identity;
mod item;
mod numbers;
mod question;

pub use advice::{
    ChecklistEntry, Collision, Contradiction, EventNote, Function, Metric, Modifier, PatternNotes, Roadmap, Side, Sign,
    Step, Track, Trap, Unit,
};
pub use condition::{Condition, OptionSet, Test};
pub use cost::{CostInput, CostModel, CostUnit, DefaultBy, DefaultRule, Evidence, Published, Publisher, StaffRule};
pub use identity::{
    Alternative, ChecklistId, CollisionId, ContradictionId, DimensionId, FunctionId, GateId, InputId, ItemId, MetricId,
    OptionId, QuestionId, SectionId, SignId, SourceId, StepId,
};
pub use item::{Item, Level, Performance};
pub use numbers::{FirstAnswers, FirstLinks, Numbers, QuestionNumbers};
pub use question::{AnswerOption, Bucket, Choice, Form, Kind, Question};
pub use standard::named;

use crate::i18n::Key;

pub const ALTERNATIVES: usize = 3;

/// A value for each alternative, in model order.
pub type PerAlternative<T> = [T; ALTERNATIVES];

/// The whole content.
#[derive(Debug)]
pub struct Assessment {
    /// Stored in every draft.
    pub version: &'static str,
    pub changed_since: &'static [ChangedSince],
    pub alternatives: PerAlternative<AlternativeNotes>,
    /// The articles.
    pub sources: &'static [Source],
    /// Sections in the order asked.
    pub sections: &'static [Section],
    /// In model order.
    pub dimensions: &'static [Dimension],
    /// Rating of a dimension that the visitor has not rated.
    pub default_rating: u8,
    /// Questions of the quick check, in the order asked.
    pub quick: &'static [QuestionId],
    pub sampling: Sampling,
    pub settled: SettledRule,
    pub verdict: Thresholds,
    pub middle_note: MiddleNote,
    /// Least absolute value of a reason that is shown.
    pub reason_threshold: f64,
    pub reason_levels: ReasonLevels,
    /// The two percentiles of the index range, 0 to 1.
    pub index_range: [f64; 2],
    /// Sources on the trade-off of control against convenience.
    pub tradeoff: &'static [Citation],
    pub positions: PerAlternative<Position>,
    /// Smallest and largest factor that the operator may put on the weight of a dimension.
    pub factor_bounds: [f64; 2],
    /// All questions in model order, which is the order asked.
    pub questions: &'static [Question],
    /// All items in model order.
    pub items: &'static [Item],
    /// Viability gates in model order.
    pub gates: &'static [Gate],
    /// Detects accidental co-management.
    pub trap: Trap,
    /// Expectations of several people that collide; those about one question come first.
    pub collisions: &'static [Collision],
    /// Answers that contradict each other.
    pub contradictions: &'static [Contradiction],
    /// Sources of each path, in the order in which their rules are tried.
    pub patterns: [PatternNotes; 5],
    /// Who does what.
    pub functions: &'static [Function],
    /// Sources of the function table as a whole.
    pub function_sources: &'static [Citation],
    pub cost: CostModel,
    pub roadmap: Roadmap,
    pub scorecard: &'static [Metric],
    /// Sources of the scorecard as a whole.
    pub scorecard_sources: &'static [Citation],
    /// Questions to ask a provider.
    pub checklist: &'static [ChecklistEntry],
    /// Permanent numbers, for links.
    pub numbers: &'static Numbers,
}

impl Assessment {
    /// The content of this release.
    #[must_use]
    pub const fn standard() -> &'static Self {
        &standard::STANDARD
    }

    #[must_use]
    pub fn question(&self, id: QuestionId) -> &'static Question {
        &self.questions[usize::from(id.0)]
    }

    /// All questions with their ids, in the order asked.
    pub fn questions(&self) -> impl DoubleEndedIterator<Item = (QuestionId, &'static Question)> + ExactSizeIterator {
        self.questions.iter().enumerate().map(|(n, question)| (QuestionId::from_index(n), question))
    }

    /// Scored questions in the order asked; their position here is their place in the sampler's layout.
    pub fn scored(&self) -> impl Iterator<Item = QuestionId> {
        self.questions().filter(|(_, question)| question.scored).map(|(id, _)| id)
    }

    /// The question whose id is `name`, as written in drafts and files.
    #[must_use]
    pub fn find_question(&self, name: &str) -> Option<QuestionId> {
        position(self.questions, |question| question.id, name).map(QuestionId::from_index)
    }

    /// The dimension whose id is `name`.
    #[must_use]
    pub fn find_dimension(&self, name: &str) -> Option<DimensionId> {
        position(self.dimensions, |dimension| dimension.id, name).map(DimensionId::from_index)
    }

    /// The step whose id is `name`.
    #[must_use]
    pub fn find_step(&self, name: &str) -> Option<StepId> {
        position(self.roadmap.steps, |step| step.id, name).map(StepId::from_index)
    }

    /// The measure whose id is `name`.
    #[must_use]
    pub fn find_metric(&self, name: &str) -> Option<MetricId> {
        position(self.scorecard, |metric| metric.id, name).map(MetricId::from_index)
    }

    /// The question to ask a provider whose id is `name`.
    #[must_use]
    pub fn find_checklist_entry(&self, name: &str) -> Option<ChecklistId> {
        position(self.checklist, |entry| entry.id, name).map(ChecklistId::from_index)
    }

    /// The item that reads a question.
    #[must_use]
    pub fn item_of(&self, question: QuestionId) -> Option<ItemId> {
        self.items.iter().position(|item| item.reads(question)).map(ItemId::from_index)
    }

    #[must_use]
    pub fn notes(&self, alternative: Alternative) -> &AlternativeNotes {
        &self.alternatives[alternative.index()]
    }
}

/// The position of the entry whose id is `name`.
fn position<T>(entries: &[T], id_of: fn(&T) -> &str, name: &str) -> Option<usize> {
    entries.iter().position(|entry| id_of(entry) == name)
}

/// A short quotation and the article it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Citation {
    pub source: SourceId,
    /// Verbatim.
    pub quote: Key,
    /// The model that the quotation supports, if any.
    pub speaks_for: Option<Alternative>,
}

/// A sentence and its sources.
#[derive(Debug, Clone, Copy)]
pub struct Note {
    pub text: Key,
    pub sources: &'static [Citation],
}

/// The texts on one model.
#[derive(Debug)]
pub struct AlternativeNotes {
    /// Id in files and drafts.
    pub id: &'static str,
    /// Name at the start of a sentence or on its own.
    pub name: Key,
    /// Name inside a sentence.
    pub inline: Key,
    /// What it is.
    pub definition: Note,
    /// Its benefit.
    pub gives: Note,
    /// Its drawback.
    pub costs: Note,
    /// When it fails.
    pub goes_wrong: Note,
}

/// An article.
#[derive(Debug)]
pub struct Source {
    /// Id, for example `S1`.
    pub id: &'static str,
    /// Title of the article.
    pub name: Key,
}

/// A group of questions.
#[derive(Debug)]
pub struct Section {
    pub id: &'static str,
    /// Heading.
    pub name: Key,
    /// A sentence under it.
    pub help: Option<Key>,
}

/// Something that visitors rate, such as control.
#[derive(Debug)]
pub struct Dimension {
    pub id: &'static str,
    pub name: Key,
    /// What it means.
    pub help: Key,
}

/// A rule that blocks an alternative or puts a condition on it.
#[derive(Debug)]
pub struct Gate {
    pub id: &'static str,
    pub alternative: Alternative,
    /// True when it blocks, false when it sets a condition.
    pub blocks: bool,
    pub when: Condition,
    pub text: Key,
    pub sources: &'static [Citation],
}

/// The reference sampler.
#[derive(Debug, Clone, Copy)]
pub struct Sampling {
    /// Seed of SplitMix64.
    pub seed: u64,
    /// Samples of an evaluation.
    pub samples: usize,
    /// Samples of the next best question.
    pub next_question_samples: usize,
    /// Half width of the noise on each level, as evidence.
    pub noise: f64,
}

/// The questions that have changed since an earlier version of the content.
#[derive(Debug, Clone, Copy)]
pub struct ChangedSince {
    /// The earlier version.
    pub version: &'static str,
    /// Answers to them still count, but visitors are asked to look at them again.
    pub questions: &'static [QuestionId],
}

/// When the result is settled before every question is answered.
#[derive(Debug, Clone, Copy)]
pub struct SettledRule {
    /// Number of completions of the open answers that are evaluated.
    pub samples: usize,
    /// Share of completions with the same leader, 0 to 1.
    pub share: f64,
}

/// When middle answers are pointed out: those that are the second of three options.
#[derive(Debug, Clone, Copy)]
pub struct MiddleNote {
    pub text: Key,
    /// Number of options of the questions that count.
    pub options: usize,
    /// Fewest middle answers.
    pub at_least: usize,
    /// Smallest share of middle answers among the answers that count, 0 to 1.
    pub share: f64,
}

/// Levels of reasons that are shown: a neutral level is not a reason.
#[derive(Debug, Clone, Copy)]
pub struct ReasonLevels {
    /// Lowest level of a reason for a model.
    pub for_at_least: u8,
    /// Highest level of a reason against a model.
    pub against_at_most: u8,
}

/// An alternative's control and convenience, each -1 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// Control stays with the organization.
    pub control: f64,
    /// Less to manage.
    pub convenience: f64,
}

/// Thresholds of the verdict, shares from 0 to 1.
#[derive(Debug, Clone, Copy)]
pub struct Thresholds {
    /// First-rank share of a clear verdict.
    pub clear: f64,
    /// First-rank share of a lean.
    pub lean: f64,
    /// A smaller answered share rules out a clear verdict.
    pub clear_answered_share: f64,
    /// Fewer answered scored questions give no result.
    pub least_answered: usize,
}

/// The tables of this release.
mod standard {
    use super::*;

    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}
