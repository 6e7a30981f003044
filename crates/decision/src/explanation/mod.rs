//! Explains the result and what would change it. Every statement is traceable to an answer and its source.
//!
//! For advice, see [`crate::plan`].
//!
//! ```
//! use assessment::{Alternative, Assessment, named::cap};
//! use decision::evaluation::Evaluation;
//! use decision::explanation::Reasons;
//! use decision::response::{Priorities, Response, ResponseSet};
//!
//! let assessment = Assessment::standard();
//! let mut responses = ResponseSet::new(assessment);
//! responses.set(cap::QUESTION, Some(Response::One(cap::NONE)));
//! let evaluation = Evaluation::of(assessment, &responses, &Priorities::new(assessment));
//! let reasons = Reasons::of(assessment, &evaluation, Alternative::Outsourced);
//! assert_eq!(reasons.speaking_for.len(), 1);
//! ```

mod breakdown;
mod flips;
mod grounds;
mod next_question;
mod reasons;
mod sensitivity;
mod tradeoff;

pub use breakdown::{Bar, Breakdown};
pub use flips::{Change, Flip, FlipGroup, Flips, StatusChange};
pub use grounds::{Grounds, statement};
pub use next_question::{NextQuestion, next_questions, question_to_ask};
pub use reasons::{Cause, Reason, Reasons, contributions};
pub(crate) use reasons::{insert_ranked, rounded};
pub use sensitivity::{DimensionSlider, SwitchOver, scores_at, sliders, switch_overs};
pub use tradeoff::{Scale, TradeOff, alternative_positions, alternatives_on_one_scale};
