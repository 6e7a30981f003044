//! SupportFit: a decision assessment for in-house, co-managed or fully outsourced IT support.
//!
//! Data flows one way: [content](assessment) and [responses](response) make an [evaluation], from which follow an
//! [explanation] and a [plan] with what was entered into it, the [worksheet]; a [report] words them. [`session`] is the only place where anything changes.
//!
//! | module | concern |
//! |---|---|
//! | [`assessment`] | the validated content |
//! | [`response`] | what the visitor said, and which questions apply |
//! | [`worksheet`] | what the visitor enters beside the answers |
//! | [`evaluation`] | scores, shares, gates, verdict |
//! | [`explanation`] | reasons, contributions, what would change the result |
//! | [`plan`] | trap, path, who does what, cost, roadmap |
//! | [`comparison`] | what several people said, side by side, and what to talk about |
//! | [`report`] | the result in sentences and as JSON |
//! | [`config`] | what the owner of the site sets |
//! | [`session`] | state, actions, drafts |
//! | [`text`] | what a text may look like that somebody else wrote |
//! | [`i18n`] | words and numbers |
//! | [`json`] | a JSON document as a tree |
//!
//! These know no browser. In WebAssembly alone there are `ui` (what people see), `browser` (what only a browser has) and
//! `embed` (the element). [`mcda`] is the decision analysis underneath.
//!
//! ```
//! use support_fit::assessment::{Assessment, named::{cap, load}};
//! use support_fit::evaluation::Evaluation;
//! use support_fit::response::Response;
//! use support_fit::session::{Action, Session};
//!
//! let assessment = Assessment::standard();
//! let mut session = Session::new(assessment);
//! session.apply(Action::Respond(cap::QUESTION, Response::One(cap::LEAD)));
//! session.apply(Action::Respond(load::QUESTION, Response::One(load::FIRE)));
//! let evaluation = Evaluation::of(assessment, session.responses(), session.priorities());
//! assert_eq!(evaluation.answered, 2);
//! ```

pub mod assessment;
pub mod comparison;
pub mod config;
pub mod evaluation;
pub mod explanation;
pub mod i18n;
pub mod json;
pub mod plan;
pub mod report;
pub mod response;
pub mod session;
pub mod text;
pub mod worksheet;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod embed;
#[cfg(target_arch = "wasm32")]
pub mod ui;
