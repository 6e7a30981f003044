//! SupportFit: a decision assessment for in-house, co-managed or fully outsourced IT support. This package is the widget. It
//! runs in a browser; natively, tests render its screens. Everything else is in packages that do not depend on a browser.
//!
//! | package | content |
//! |---|---|
//! | [`assessment`] | the questions and the model as tables; words and numbers; bounded text; the JSON tree |
//! | [`decision`] | evaluation, explanation, plan, comparison |
//! | [`session`] | state, actions, drafts, links, and when a draft is saved |
//! | [`report`] | the result in sentences, as files and on paper |
//! | [`config`] | the settings of the site owner |
//!
//! The modules are `ui` (the screens), and, for WebAssembly, `browser` (browser APIs) and `embed` (the interface to the custom
//! element).
//!
//! ```
//! use assessment::{Assessment, named::{cap, load}};
//! use decision::evaluation::Evaluation;
//! use decision::response::Response;
//! use session::{Action, Session};
//!
//! let assessment = Assessment::standard();
//! let mut session = Session::new(assessment);
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
