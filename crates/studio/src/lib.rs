//! The editor of settings, `studio.html`: what is edited, the form for it, and what comes out of it.
//!
//! This crate knows no browser. The page around it (`studio/`) shows the form and calls these functions; the commands
//! `check-config` and `fairness` call them too. Every function takes any input without panicking, and the same input gives the
//! same output.
//!
//! | module | concern |
//! |---|---|
//! | `design` | what is edited |
//! | `path` | places in a design |
//! | `form` | the groups and fields, from the table of settings |
//! | `history` | undo and redo |
//! | `check` | what is wrong, and what to do about it |
//! | `secret` | what must not leave the studio |
//! | `fairness` | what weights change |
//! | `json` | the settings as a file |
//! | `escape` | values in the places where texts to paste have them |
//! | `snippet` | what to paste, and where |
//! | `reading` | pasted texts as designs |
//! | `link` | a design as a link and as a draft |
//! | `hubspot` | the ids of a form of HubSpot |
//! | `server` | what the server of the page has to allow |
//! | `privacy` | a suggestion for a privacy policy |
//! | `trial` | a test message to the receiver, and what its answer means for the owner |

mod check;
mod design;
pub mod escape;
mod fairness;
mod form;
mod history;
mod hubspot;
mod json;
mod link;
mod path;
mod privacy;
mod reading;
mod secret;
mod server;
mod snippet;
pub mod trial;

pub use check::{Advice, LIST_OF_SETTINGS, Problem, Report, check, check_design};
pub use design::{Design, STYLES, Style};
pub use fairness::{FairnessReport, ORGANIZATIONS, fairness};
pub use form::{Field, Group, fields, is_used, of_entry};
pub use history::History;
pub use hubspot::{HubSpotIds, hubspot_ids};
pub use json::document;
pub use link::{LONGEST_FRAGMENT, TooLong, fragment, from_draft, from_fragment, is_fragment, to_draft};
pub use path::{Path, Step};
pub use privacy::privacy;
pub use reading::{Reading, read};
pub use secret::without_secrets;
pub use server::{Directive, ServerLines, server};
pub use snippet::{Build, Part, Snippet, SnippetKind, snippets};
