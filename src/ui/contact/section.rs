//! The section: a title, and what the visitor is at.

use std::sync::Arc;

use super::{
    checking::checking,
    desk::{Desk, Made, Step},
    form::form,
    outcome::outcome,
    own_form::own_form,
    stage::report_when_in_view,
};
use crate::ui::{Prepared, Ui, components::is_uncalled, page::Page};
use assessment::i18n::key::contact as words;
use config::Contact;

/// The desk of this element, which is made from the settings once. `None` if they have no contact, or it cannot be used.
fn desk_of(ui: Ui) -> Option<Desk> {
    if let Some(made) = ui.section_state(|made: &mut Made| made.0.clone()).flatten() {
        return made;
    }
    let settings = ui.settings();
    let (contact, problems) = Contact::read(settings.contact.as_ref()?, &settings);
    ui.warn(&problems);
    let desk = contact.map(|contact| Desk::new(ui, contact));
    ui.section_state(|made: &mut Made| made.0 = Some(desk.clone()));
    desk
}

pub fn section(page: &mut Page, prepared: &Arc<Prepared>) {
    let ui = page.ui;
    report_when_in_view(ui);
    if ui.has_own_form() {
        return page.within("section.contact", |page| {
            title(page, prepared);
            own_form(page, prepared);
        });
    }
    let Some(desk) = desk_of(ui) else { return };
    desk.show_in_view();
    let prepared = Arc::clone(prepared);
    page.within("section.contact", |page| {
        title(page, &prepared);
        page.live(move |page| match desk.step() {
            Step::Writing => form(page, &desk, &prepared),
            Step::Checking => checking(page, &desk),
            Step::Sent => outcome(page, &desk),
        });
    });
}

fn title(page: &mut Page, prepared: &Arc<Prepared>) {
    let settings = page.ui.settings();
    match (&settings.provider_name, settings.text("contact")) {
        (Some(provider), _) if is_uncalled(page.ui, prepared.evaluation.leader) => {
            page.fill("h4#contact", words::SECOND, &[("provider", provider)]);
        }
        (_, Some(heading)) => page.text("h4#contact", heading),
        (Some(provider), None) => page.fill("h4#contact", words::title::NAMED, &[("provider", provider)]),
        (None, None) => page.t("h4#contact", words::title::PLAIN),
    }
}
