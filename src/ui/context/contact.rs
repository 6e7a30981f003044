//! The loading state of the contact module.

use leptos::prelude::*;

use super::Ui;
use crate::ui::contact::{Contact, contact};
use ::contact::MOST_DAYS;
use assessment::{i18n::Part, json::Value};
use decision::worksheet::CalendarDate;

impl Ui {
    /// Tracks the loading state of the contact module.
    #[must_use]
    pub fn contact(self) -> Contact {
        self.signals.contact.track();
        self.state.with_value(|state| state.contact)
    }

    /// Requests the contact module, unless it was requested before.
    pub fn fetch_contact_once(self) {
        // `None` if the element was removed.
        if let Some(Contact::NotRequested) = self.state.try_with_value(|state| state.contact) {
            self.fetch_contact();
        }
    }

    /// Requests the contact module with its words, its style sheet and its script.
    pub fn fetch_contact(self) {
        self.set_contact(Contact::Pending);
        self.spawn(Box::pin(async move {
            let is_prepared =
                self.add_words(Part::Contact).await && self.call_contact("add", Value::Null).await.is_some();
            let loaded = if is_prepared { contact().await.ok() } else { None };
            self.set_contact(loaded.map_or(Contact::Missing, Contact::Ready));
        }));
    }

    /// Whether a message can be kept for later on this device.
    #[must_use]
    pub fn keeps_messages(self) -> bool {
        self.resources.try_with_value(|s| s.keeper.keeps_messages()) == Some(true)
    }

    /// The message that is kept for later.
    #[must_use]
    pub fn kept_message(self) -> Option<Value> {
        self.resources.try_with_value(|s| s.keeper.message()).flatten()
    }

    /// Keeps a message for later, or none. Returns whether the device allowed it.
    pub fn keep_message(self, message: Option<&Value>) -> bool {
        self.resources.try_with_value(|s| s.keeper.keep_message(message)) == Some(true)
    }

    /// Today and the last day on which a message that is kept today is offered, as `YYYY-MM-DD`.
    #[must_use]
    pub fn days_to_keep(self) -> [String; 2] {
        let today = self.today();
        let mut last = today;
        for _ in 0..MOST_DAYS {
            last = last.and_then(CalendarDate::next_day);
        }
        [today, last].map(|day| day.map(CalendarDate::iso).unwrap_or_default())
    }

    /// Calls a function of the contact module's script, and `then` with what it returns: `None` if the script is not there.
    #[inline(never)]
    pub fn ask_contact(self, call: &'static str, input: Value, then: Box<dyn FnOnce(Option<Value>)>) {
        self.spawn(Box::pin(async move {
            then(self.call_contact(call, input).await);
        }));
    }

    /// Draws the form again.
    pub fn draw_contact(self) {
        // The element may have been removed.
        if self.state.try_with_value(|_| ()).is_some() {
            self.signals.contact.notify();
        }
    }

    /// If the focus is on the heading of the section, it moves to the new one.
    fn set_contact(self, contact: Contact) {
        let has_focus = self.has("#contact-now:focus");
        self.state.try_update_value(|state| state.contact = contact);
        self.draw_contact();
        if has_focus {
            self.focus("#contact-now");
        }
    }
}
