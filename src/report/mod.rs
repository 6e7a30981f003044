//! What leaves the assessment: the result as JSON, and the sentences in which it is said.
//!
//! It computes nothing; it words and arranges what [`crate::evaluation`], [`crate::explanation`] and [`crate::plan`] found.

mod json;
mod shares;
mod verdict;

pub use json::{evaluation_json, summary_json};
pub use shares::{of_100, share_of_100};
pub use verdict::{blocked_models, verdict_sentence, verdict_title};
