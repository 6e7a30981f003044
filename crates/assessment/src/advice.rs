//! Content of the plan: trap, collisions, paths, who does what, roadmap, scorecard, questions to ask a provider.

use super::{Alternative, Citation, Condition, Test};
use crate::i18n::Key;

/// Detects accidental co-management.
#[derive(Debug)]
pub struct Trap {
    /// Passes when a provider is in use.
    pub provider: Test,
    /// With co-managed in the lead and no provider, this signals a future risk.
    pub future_when: Condition,
    /// In model order.
    pub signs: &'static [Sign],
    pub sources: &'static [Citation],
}

#[derive(Debug)]
pub struct Sign {
    pub id: &'static str,
    pub text: Key,
    /// The text for a future risk.
    pub future_text: Option<Key>,
    pub when: Condition,
}

/// Expectations that collide when two people answer differently.
#[derive(Debug)]
pub struct Collision {
    pub id: &'static str,
    /// What collides, and the consequence.
    pub text: Key,
    /// What to agree on.
    pub ask: Key,
    /// The sides, two or more; no answer to one question is on two of them.
    pub sides: &'static [Test],
    pub sources: &'static [Citation],
}

/// Answers of one visitor that contradict each other. They feed nothing into the scores.
#[derive(Debug)]
pub struct Contradiction {
    pub id: &'static str,
    /// A sentence that repeats both answers.
    pub text: Key,
    /// Holds if the answers contradict each other; its tests name the questions.
    pub when: Condition,
}

/// The sources of a path. Its rule is in the package `decision`.
#[derive(Debug)]
pub struct PatternNotes {
    pub id: &'static str,
    pub sources: &'static [Citation],
}

/// Who is accountable for a function.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Own people.
    Internal,
    Provider,
}

#[derive(Debug)]
pub struct Function {
    pub id: &'static str,
    pub name: Key,
    /// Accountable when in-house.
    pub in_house: Side,
    /// Accountable when co-managed; the other side supports.
    pub co_managed: Side,
    /// Accountable when outsourced.
    pub outsourced: Side,
    /// 0 (standard) to 2 (close to the business), before the answers.
    pub closeness: i8,
    /// Accountable whatever the closeness.
    pub always: Option<Side>,
    pub modifiers: &'static [Modifier],
    pub sources: &'static [Citation],
}

/// An answer that moves the closeness.
#[derive(Debug)]
pub struct Modifier {
    pub when: Condition,
    /// Added to the closeness of the function.
    pub closeness: i8,
}

/// Steps and notes of the first two years.
#[derive(Debug)]
pub struct Roadmap {
    /// The steps of all tracks, track by track in the order of [`Track`].
    pub steps: &'static [Step],
    /// Notes on expected events.
    pub events: &'static [EventNote],
    /// Notes by sector, in the order of the options of the question `sector`.
    pub sector_notes: &'static [Option<Key>],
}

/// Whom a step is for: everybody, visitors on a path, or visitors with a leading model. Steps of the same months are sorted
/// in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Track {
    Common,
    /// For the path "roles first".
    RolesFirst,
    /// For the path "outsource now, share later".
    OutsourceThenComanage,
    /// For the path "share the core, hand over the routine".
    CoreAndCommodity,
    /// For the path "stay in-house and buy some help".
    InhousePlus,
    InHouse,
    CoManaged,
    Outsourced,
}

#[derive(Debug)]
pub struct Step {
    /// Id in files and drafts, unique among all tracks.
    pub id: &'static str,
    pub track: Track,
    /// First month, 0 to 24.
    pub from_month: u8,
    /// Last month, 0 to 24.
    pub to_month: u8,
    /// What to do.
    pub text: Key,
    /// The step is suggested only if this holds.
    pub when: Option<Condition>,
    pub sources: &'static [Citation],
}

/// A note on an expected event.
#[derive(Debug)]
pub struct EventNote {
    /// A choice of the question `events`.
    pub choice: &'static str,
    /// What to do.
    pub text: Key,
}

/// A measure of the scorecard.
#[derive(Debug)]
pub struct Metric {
    pub id: &'static str,
    pub name: Key,
    /// How it is measured.
    pub measure: Key,
    pub unit: Unit,
    pub higher_is_better: bool,
    pub source: Citation,
}

/// Units of the scorecard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Hours,
    Percent,
    /// A scale from 1 to 5.
    OneToFive,
    /// Working days.
    Days,
}

/// A question to ask a provider.
#[derive(Debug)]
pub struct ChecklistEntry {
    pub id: &'static str,
    pub text: Key,
    /// `None` if it applies to all models.
    pub applies_to: Option<Alternative>,
    pub source: Citation,
}
