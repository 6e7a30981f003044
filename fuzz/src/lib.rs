//! What reads other people's texts, each reader as one function of any bytes that panics where an invariant does not hold.
//!
//! The fuzzer calls these functions, and so do the ordinary tests (`tests/hostile`, `tests/laws/fuzzing.rs`), which include
//! this file: so what was fuzzed is what is tested. It is no part of the application.
//!
//! | function        | what the bytes are                                                                    |
//! |-----------------|---------------------------------------------------------------------------------------|
//! | `configuration` | attributes, a line each (`name=value`), an empty line, the text of a JSON document      |
//! | `link`          | a text with a link in it; also what stands under a checksum that fits                 |
//! | `draft`         | the text of a draft, from storage, a file or a page                                   |
//! | `report`        | the text of a report, or of a colleague's answers                                     |
//! | `history`       | the text of earlier results, from storage                                             |

mod configuration;
pub mod document;
mod draft;
#[path = "../../tests/link/forged.rs"]
pub mod forged;
mod history;
mod link;

pub use configuration::configuration;
pub use draft::{draft, report};
pub use history::history;
pub use link::link;
