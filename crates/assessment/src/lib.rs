//! The validated content: questions, how answers count, and rules, with the source of each.
//!
//! Everything here is static data made and checked at build time by the package `content` from `crates/content/data`. Words
//! are not here: a [`Key`] names the entry of the [catalog](crate::i18n).
//!
//! It computes nothing. What an answer is worth is in the package `decision`.
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

/// Number of alternatives.
pub const ALTERNATIVES: usize = 3;

/// A number for each alternative, in model order.
pub type PerAlternative<T> = [T; ALTERNATIVES];

/// The whole content.
#[derive(Debug)]
pub struct Assessment {
    /// Version of the content, stored in every draft.
    pub version: &'static str,
    /// Which questions have changed since earlier versions.
    pub changed_since: &'static [ChangedSince],
    /// Texts on each model.
    pub alternatives: PerAlternative<AlternativeNotes>,
    /// The articles.
    pub sources: &'static [Source],
    /// Sections in the order asked.
    pub sections: &'static [Section],
    /// The criteria in model order.
    pub dimensions: &'static [Dimension],
    /// Rating of a dimension that the visitor has not rated.
    pub default_rating: u8,
    /// Questions of the quick check, in the order asked.
    pub quick: &'static [QuestionId],
    /// The reference sampler.
    pub sampling: Sampling,
    /// When the result is settled before the end.
    pub settled: SettledRule,
    pub verdict: Thresholds,
    /// When middle answers are pointed out.
    pub middle_note: MiddleNote,
    /// Least absolute value of a reason that is shown.
    pub reason_threshold: f64,
    /// Levels of reasons that are shown.
    pub reason_levels: ReasonLevels,
    /// The two percentiles of the index range, 0 to 1.
    pub index_range: [f64; 2],
    /// Sources on control against convenience.
    pub tradeoff: &'static [Citation],
    /// Control and convenience of each alternative.
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
    /// Inputs of the cost model.
    pub cost: CostModel,
    /// Steps and notes of the first two years.
    pub roadmap: Roadmap,
    /// The measures of the scorecard.
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
    pub fn standard() -> &'static Self {
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
        self.questions.iter().position(|question| question.id == name).map(QuestionId::from_index)
    }

    /// The dimension whose id is `name`.
    #[must_use]
    pub fn find_dimension(&self, name: &str) -> Option<DimensionId> {
        self.dimensions.iter().position(|dimension| dimension.id == name).map(DimensionId::from_index)
    }

    /// The step whose id is `name`.
    #[must_use]
    pub fn find_step(&self, name: &str) -> Option<StepId> {
        self.roadmap.steps.iter().position(|step| step.id == name).map(StepId::from_index)
    }

    /// The measure whose id is `name`.
    #[must_use]
    pub fn find_metric(&self, name: &str) -> Option<MetricId> {
        self.scorecard.iter().position(|metric| metric.id == name).map(MetricId::from_index)
    }

    /// The question to ask a provider whose id is `name`.
    #[must_use]
    pub fn find_checklist_entry(&self, name: &str) -> Option<ChecklistId> {
        self.checklist.iter().position(|entry| entry.id == name).map(ChecklistId::from_index)
    }

    /// The item that reads a question.
    #[must_use]
    pub fn item_of(&self, question: QuestionId) -> Option<ItemId> {
        self.items.iter().position(|item| item.reads(question)).map(ItemId::from_index)
    }

    /// The texts on an alternative.
    #[must_use]
    pub fn notes(&self, alternative: Alternative) -> &AlternativeNotes {
        &self.alternatives[alternative.index()]
    }
}

/// A short quotation and the article it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Citation {
    /// The article.
    pub source: SourceId,
    /// Its words, verbatim.
    pub quote: Key,
    /// The model that the quotation supports, if any.
    pub speaks_for: Option<Alternative>,
}

/// A sentence and its sources.
#[derive(Debug, Clone, Copy)]
pub struct Note {
    /// The sentence.
    pub text: Key,
    /// Quotations.
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
    /// Title.
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

/// A criterion of the decision.
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
    /// The alternative it is about.
    pub alternative: Alternative,
    /// True when it blocks, false when it sets a condition.
    pub blocks: bool,
    /// When it holds.
    pub when: Condition,
    /// The text shown.
    pub text: Key,
    /// Quotations.
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
    /// The questions. An answer from then still counts, but the visitor should look at it again.
    pub questions: &'static [QuestionId],
}

/// When the result is settled before every question is answered.
#[derive(Debug, Clone, Copy)]
pub struct SettledRule {
    /// Completions of the open answers that are looked at.
    pub samples: usize,
    /// Share of completions with the same leader, 0 to 1.
    pub share: f64,
}

/// When middle answers are pointed out: those that are the second of three options.
#[derive(Debug, Clone, Copy)]
pub struct MiddleNote {
    /// The text shown.
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
