//! The place of the contact form, which is loaded when the answer is shown.

use std::sync::Arc;

use crate::ui::{contact::Contact, context::Prepared, page::Page};
use assessment::i18n::key::ui::{later::RETRY, result::contact as words};

/// The form, once it is loaded, if the page has a contact.
pub fn contact(page: &mut Page, prepared: &Arc<Prepared>) {
    let ui = page.ui;
    if !ui.has_contact() {
        return;
    }
    ui.after_pause(move || ui.fetch_contact_once());
    let prepared = Arc::clone(prepared);
    page.live(move |page| match ui.contact() {
        Contact::Ready(contact) => (contact.write)(page, &prepared),
        Contact::NotRequested | Contact::Pending => page.t("h4#contact-now.muted", words::COMING),
        Contact::Missing => {
            page.t("h4#contact-now.muted", words::MISSING);
            page.button("secondary", RETRY, move || {
                ui.fetch_contact();
                // This button disappears.
                ui.focus("#contact-now");
            });
        }
    });
}
