//! What the page around the element may hear of.

use std::rc::Rc;

use crate::{evaluation::Evaluation, session::Event};

/// Something to tell.
pub enum Told<'a> {
    /// What the visitor did.
    Did(Event),
    /// The result that is shown, and whether it is the one of the full assessment.
    Result(&'a Evaluation, bool),
    /// The visitor saved a file.
    Export,
    /// The visitor follows the call to action, unless the page says no. With what is known of the result.
    CallToAction(&'a Evaluation),
    /// The draft as a text, for the element to hold; empty when everything was erased.
    Draft(&'a str),
}

/// Tells it; gives whether the page lets it happen.
pub type Tell = Rc<dyn Fn(Told<'_>) -> bool>;
