//! The loading state of the contact module.

use leptos::prelude::*;

use super::Ui;
use crate::ui::contact::{Contact, contact};
use assessment::{i18n::Part, json::Value};

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

    /// If the focus is on the heading of the section, it moves to the new one.
    fn set_contact(self, contact: Contact) {
        let has_focus = self.has("#contact-now:focus");
        // The element may have been removed.
        if self.state.try_update_value(|state| state.contact = contact).is_none() {
            return;
        }
        self.signals.contact.notify();
        if has_focus {
            self.focus("#contact-now");
        }
    }
}
