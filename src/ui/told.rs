//! What the page around the element may hear of.

use std::rc::Rc;

use assessment::json::Value;

use session::Event;

/// Something to tell.
pub enum Told<'a> {
    /// What the visitor did.
    Did(Event),
    /// A summary of the result that is shown.
    Result(Value),
    /// The visitor saved a file, of this format.
    Export(&'a str),
    /// The visitor copied or wrote something to pass on: "link", "mail" or "text".
    Share(&'static str),
    /// The link in the address of the page was opened, or is not wanted.
    LinkSettled,
    /// The visitor wants it on paper.
    Print,
    /// The visitor follows the call to action, unless the page says no. With what is known of the result.
    CallToAction(Value),
    /// The draft as a text, for the element to hold; empty when everything was erased.
    Draft(&'a str),
}

/// Tells it; gives whether the page lets it happen.
pub type Tell = Rc<dyn Fn(Told<'_>) -> bool>;
