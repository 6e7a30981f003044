//! One function for each reader of untrusted text. It takes any bytes and panics if an invariant is broken.
//!
//! The fuzzer calls these functions, and so do the tests that include this file (`tests/hostile`, `tests/laws/fuzzing.rs`).
//!
//! | function        | bytes                                                                   |
//! |-----------------|-------------------------------------------------------------------------|
//! | `configuration` | one attribute per line (`name=value`), an empty line, and a JSON document |
//! | `link`          | a text with a link in it; also the contents of a link, without checksum |
//! | `draft`         | a draft, from storage, a file or the host page                          |
//! | `report`        | a report, or a colleague's answers                                      |
//! | `history`       | earlier results, from storage                                           |
//! | `answer`        | the answer of a receiver of messages: a status code, and the body        |
//! | `reading`       | what is pasted into the studio                                          |

mod answer;
mod configuration;
pub mod document;
mod draft;
#[path = "../../tests/link/forged.rs"]
pub mod forged;
mod history;
mod link;
mod reading;

pub use answer::answer;
pub use configuration::configuration;
pub use draft::{draft, report};
pub use history::history;
pub use link::link;
pub use reading::reading;
