//! SupportFit: a decision assessment for in-house, co-managed or fully outsourced IT support. This package is the widget. It
//! runs in a browser; natively, tests render its screens. What it shows comes from packages that know no browser.
//!
//! | package | concern |
//! |---|---|
//! | [`assessment`] | the questions and what answers count for, as tables; words and numbers; bounded text; the JSON tree |
//! | [`decision`] | what follows from the answers: evaluation, explanation, plan, comparison |
//! | [`session`] | state, actions, drafts, links, and when a draft is saved |
//! | [`report`] | the result in sentences, as files and on paper |
//! | [`config`] | what the owner of the site sets |
//!
//! Here are `ui` (what people see), and, for WebAssembly, `browser` (what only a browser has) and `embed` (what the custom
//! element calls).
//!
//! ```
//! use assessment::{Assessment, named::{cap, load}};
//! use decision::evaluation::Evaluation;
//! use decision::response::Response;
//! use session::{Course, ENTRY_CODE, Action, Session};
//!
//! let assessment = Assessment::standard();
//! let mut session = Session::new(assessment, Course::Quick, Some(&ENTRY_CODE));
//! session.apply(Action::Respond(cap::QUESTION, Response::One(cap::LEAD)));
//! session.apply(Action::Respond(load::QUESTION, Response::One(load::FIRE)));
//! let evaluation = Evaluation::of(assessment, session.responses(), session.priorities());
//! assert_eq!(evaluation.answered, 2);
//! ```

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod embed;
pub mod ui;
