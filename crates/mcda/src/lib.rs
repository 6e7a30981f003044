//! Decision analysis with unknown weights.
//!
//! Which of a few alternatives is best, when several criteria pull in different directions? The usual answer is a weighted
//! sum, and the usual trouble is that nobody knows the weights. This crate takes the ignorance seriously: say which
//! criteria matter more, or say nothing, and see which alternative comes first in how many of all the weightings that agree
//! with you. It is stochastic multicriteria acceptability analysis (SMAA-2) on an additive value model, with what explains
//! a result around it: exact pairwise shares, contributions, switch-over weights, and the value of learning what is not
//! known yet.
//!
//! # Map
//!
//! | to | use |
//! |---|---|
//! | turn ratings into one set of weights | [`weights`] |
//! | add up weighted values, explain a lead | [`additive`] |
//! | describe alternatives, criteria and what is unknown | [`Model`] |
//! | see who is first, second, … in how many weightings | [`Study`], [`Acceptability`] |
//! | see what it would be worth to learn something | [`Learning`] |
//! | compare two alternatives exactly, without sampling | [`pairwise`] |
//! | see how far a weight would have to move | [`switchover`], [`slider`] |
//! | count samples of your own | [`WeightSampler`], [`Tally`] |
//! | draw numbers, summarize them | [`SplitMix64`], [`Triangular`], [`percentile`] |
//! | compare scores and shares | [`comparison`] |
//!
//! # An everyday decision
//!
//! To work by bicycle, bus or car? Values run from -1 to 1 on three criteria: cost, time and comfort. The weather is open;
//! a bicycle in the snow is out of the question.
//!
//! ```
//! use mcda::{
//!     Attribute, Condition, Exclusion, Model, ModelParts, Performance, Sampling, Study, Variable,
//! };
//!
//! const COST: usize = 0;
//! const TIME: usize = 1;
//! const COMFORT: usize = 2;
//! const WEATHER: usize = 0;
//!
//! let fixed = |criterion, values: [f64; 3]| Attribute {
//!     criterion,
//!     weight: 1.0,
//!     performance: Performance::Fixed(values.to_vec()),
//! };
//! let model = Model::new(ModelParts {
//!     alternatives: 3,
//!     criteria: 3,
//!     variables: vec![Variable::Unknown(vec![0, 1, 2])], // sun, rain or snow
//!     attributes: vec![
//!         fixed(COST, [1.0, 0.2, -1.0]),
//!         fixed(TIME, [-0.2, -0.5, 0.6]),
//!         Attribute {
//!             criterion: COMFORT,
//!             weight: 1.0,
//!             performance: Performance::ByOne {
//!                 variable: WEATHER,
//!                 table: vec![
//!                     0.8, 0.0, 0.3, // sun
//!                     -0.9, 0.0, 0.4, // rain
//!                     -1.0, 0.1, 0.2, // snow
//!                 ],
//!             },
//!         },
//!     ],
//!     exclusions: vec![Exclusion {
//!         alternative: 0,
//!         clauses: vec![vec![Condition::new(WEATHER, &[2])]],
//!     }],
//!     ..ModelParts::default()
//! })?;
//!
//! let study = Study::sample(&model, Sampling { samples: 4096, seed: 1 })?;
//!
//! // Whatever the weights: the bicycle comes first in about four of ten cases,
//! let open = study.acceptability(&[1, 1, 1])?;
//! assert_eq!((open.first_shares()[0] * 10.0).round(), 4.0);
//!
//! // but in most when it is the money that counts.
//! let thrifty = study.acceptability(&[3, 1, 1])?;
//! assert!(thrifty.first_shares()[0] > 0.5);
//!
//! // Who would take the car anyway? People who value time most.
//! let weights = open.central_weights(2).expect("the car is first in some samples");
//! assert!(weights[TIME] > weights[COST] && weights[TIME] > weights[COMFORT]);
//! # Ok::<(), mcda::Error>(())
//! ```
//!
//! # Cookbook
//!
//! **Redo only what changed.** [`Study::sample`] is the expensive part and knows no ratings; call [`Study::outcome`] again
//! for each set of ratings. If memory is short, [`outcome_of`] does both and keeps nothing.
//!
//! **Leave something open.** Make it a [`Variable::Unknown`]; each sample takes one of its states. When it becomes known,
//! every other random number stays what it was, so two results differ by what was learned and by nothing else.
//!
//! **Find the best question to ask.** [`Learning::value_of_learning`] for each unknown variable; or
//! [`Learning::first_shares_with`] and [`total_variation`] when an answer says something about several variables.
//!
//! **Get the same figures everywhere.** Floating-point numbers go through the four basic operations, square roots and
//! comparisons only, in a fixed order: the same input gives the same bits natively and in WebAssembly.
//!
//! # Features
//!
//! `large` (on by default): up to 16 alternatives and 32 criteria. Without it 3 and 8, in about half the code.
#![warn(missing_docs)]

pub mod acceptability;
pub mod additive;
pub mod comparison;
pub mod error;
pub mod model;
pub mod pairwise;
pub mod percentile;
pub mod random;
mod size;
pub mod slider;
pub mod study;
pub mod switchover;
pub mod triangular;
pub mod weight_sampling;
pub mod weights;

pub use acceptability::{Acceptability, Tally};
pub use error::{Error, Problem};
pub use model::{Attribute, Condition, Exclusion, Model, ModelParts, Performance, Variable};
pub use random::SplitMix64;
pub use slider::{Breakpoint, Slider};
pub use study::{Learning, Outcome, Sampling, Study, outcome_of, total_variation};
pub use triangular::Triangular;
pub use weight_sampling::WeightSampler;
