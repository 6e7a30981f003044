//! The element that the application is mounted into, and the events that it emits to the host page.

use assessment::json::Value;

use session::Event;

/// An event for the host page.
pub enum PublicEvent<'a> {
    /// What the visitor did with answers and places.
    Visit(Event),
    /// The visitor sees a result; with its summary.
    Result(Value),
    /// The visitor saved a file of this format.
    Export(&'a str),
    /// The visitor copied or wrote something to pass on: "link", "mail" or "text".
    Share(&'static str),
    /// The visitor follows the call to action, unless a listener cancels it; with the summary of the result.
    CallToAction(Value),
}

/// What the application asks of its element.
pub trait HostElement {
    /// Emits an event to the host page. Returns false if a listener canceled it.
    fn emit(&self, event: PublicEvent<'_>) -> bool;

    /// Holds the text of the draft while the element is detached; an empty one when everything was erased.
    fn keep(&self, draft: &str);

    /// The link in the page's address was opened or declined.
    fn settle_link(&self);

    /// Prints what is shown.
    fn print(&self);
}
