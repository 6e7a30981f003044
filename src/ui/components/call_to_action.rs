//! The link to the provider, if the page's settings have one.

use std::sync::Arc;

use leptos::{ev::MouseEvent, prelude::*};

use crate::ui::{Prepared, PublicEvent, Ui, page::Page, subtree::Content};
use assessment::{Alternative, i18n::key::ui::result::cta as words};
use report::summary_json;

/// Whether the model in front is not among those that the provider sells. False if the settings do not say what it sells.
pub fn is_uncalled(ui: Ui, leader: Alternative) -> bool {
    let settings = ui.settings();
    let sells = &settings.provider_sells;
    settings.provider_name.is_some() && !sells.is_empty() && !sells.contains(&leader)
}

/// An outlined button, or a link in the text if the result does not call for what the provider sells.
pub fn call_to_action(page: &mut Page, prepared: &Arc<Prepared>) {
    let is_uncalled = is_uncalled(page.ui, prepared.evaluation.leader);
    link(page, prepared, if is_uncalled { "link" } else { "secondary" }, is_uncalled);
}

/// A link at the end of a view; none if the result does not call for what the provider sells.
pub fn call_to_action_link(page: &mut Page, prepared: &Arc<Prepared>) {
    if page.ui.settings().cta_url.is_some() && !is_uncalled(page.ui, prepared.evaluation.leader) {
        page.within("p.cta", |page| link(page, prepared, "link", false));
    }
}

/// Before the link is followed, the host page receives an event that it can cancel.
#[inline(never)]
fn link(page: &mut Page, prepared: &Arc<Prepared>, class: &'static str, is_uncalled: bool) {
    let (ui, prepared) = (page.ui, Arc::clone(prepared));
    let settings = ui.settings();
    let Some(url) = settings.cta_url.clone() else { return };
    let label = match (&settings.cta_label, &settings.provider_name) {
        (_, Some(provider)) if is_uncalled => ui.fill(words::SECOND, &[("provider", provider)]),
        (Some(label), _) => label.clone(),
        (None, Some(provider)) => ui.fill(words::NAMED, &[("provider", provider)]),
        (None, None) => ui.t(words::LABEL).to_owned(),
    };
    let href = url.clone();
    let follow = move |event: MouseEvent| {
        let summary = summary_json(&prepared.evaluation, prepared.is_full());
        if !ui.emit(PublicEvent::CallToAction { summary, url: &url }) {
            event.prevent_default();
        }
    };
    let link = view! { <a class=class part="cta" href=href target="_top" on:click=follow>{Content::Text(label)}</a> };
    page.add(link.into_any());
}
