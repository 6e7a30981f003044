//! The section: a title, and what the visitor is at.

use std::sync::Arc;

use super::{
    checking::checking,
    desk::{Desk, Step},
    form::form,
    outcome::outcome,
    own_form::own_form,
    stage::report_when_in_view,
};
use crate::ui::{Prepared, components::is_uncalled, page::Page};
use assessment::i18n::key::contact as words;

pub fn section(page: &mut Page, prepared: &Arc<Prepared>) {
    let ui = page.ui;
    report_when_in_view(ui);
    if ui.has_own_form() {
        return page.within("section.contact", |page| {
            title(page, prepared);
            own_form(page, prepared);
        });
    }
    let Some(desk) = Desk::of(ui, prepared) else { return };
    let Some(papers) = desk.papers() else { return };
    page.within("section.contact", |page| {
        title(page, prepared);
        match papers.step {
            Step::Writing => form(page, desk, &papers),
            Step::Checking => checking(page, desk, &papers),
            Step::Sent => outcome(page, desk, &papers),
        }
    });
}

fn title(page: &mut Page, prepared: &Arc<Prepared>) {
    let settings = page.ui.settings();
    match (&settings.provider_name, settings.text("contact")) {
        (Some(provider), _) if is_uncalled(page.ui, &prepared.evaluation) => {
            page.fill("h4#contact", words::SECOND, &[("provider", provider)]);
        }
        (_, Some(heading)) => page.text("h4#contact", heading),
        (Some(provider), None) => page.fill("h4#contact", words::title::NAMED, &[("provider", provider)]),
        (None, None) => page.t("h4#contact", words::title::PLAIN),
    }
}
