//! One file a screen.

mod question;
mod result;

pub use question::question_screen;
pub use result::result_screen;
