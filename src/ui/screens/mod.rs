//! One file a screen.

mod check;
mod overview;
mod priorities;
mod question;
mod result;

pub use check::check_screen;
pub use overview::overview_screen;
pub use priorities::priorities_screen;
pub use question::question_screen;
pub use result::result_screen;
