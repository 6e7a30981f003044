//! SupportFit: a decision assessment for in-house, co-managed or fully outsourced IT support.
//!
//! This package is the widget. It runs in a browser; tests render its screens natively. Everything it shows comes from packages
//! that do not depend on a browser.
//!
//! | package | contents |
//! |---|---|
//! | [`assessment`] | the questions and their scoring as tables, the word catalog, number formats, bounded text, the JSON tree |
//! | [`decision`] | evaluation, explanation, plan, and comparison of answers |
//! | [`session`] | state, actions, drafts, links, saving |
//! | [`report`] | the result as sentences, files and a printed document |
//! | [`config`] | the site owner's settings |
//!
//! The modules are `ui` (the screens) and, only for WebAssembly, `browser` (browser APIs) and `embed` (what the custom element
//! calls).
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
