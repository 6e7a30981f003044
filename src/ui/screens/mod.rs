//! The screens, one per file or folder.

mod check;
mod overview;
mod priorities;
mod question;
mod result;
mod settled;

use check::check_screen;
pub use overview::overview_screen;
use priorities::priorities_screen;
pub use question::question_screen;
use result::result_screen;
pub use settled::settled;

use super::page::Page;
use session::Place;

/// The screens of the later module ([`super::later`]).
pub fn after_questions(page: &mut Page, place: Place) {
    match place {
        Place::Priorities => priorities_screen(page),
        Place::Check => check_screen(page),
        Place::Result(view) => result_screen(page, view),
        // The start module shows these.
        Place::Question(_) | Place::Overview => {}
    }
}
