//! The link to the provider, if the page's settings have one.

use std::sync::Arc;

use leptos::{ev::MouseEvent, prelude::*};

use crate::ui::{Prepared, PublicEvent, page::Page};
use assessment::i18n::key::ui::result::cta as words;
use report::summary_json;

/// An outlined button, or a link in the text if the result does not call for what the provider sells. Before the link is
/// followed, the host page receives an event that it can cancel.
pub fn call_to_action(page: &mut Page, prepared: &Arc<Prepared>, is_uncalled: bool) {
    let (ui, prepared) = (page.ui, Arc::clone(prepared));
    let config = ui.config();
    let Some(url) = config.cta_url.clone() else { return };
    let label = match (&config.cta_label, &config.provider_name) {
        (_, Some(provider)) if is_uncalled => ui.fill(words::SECOND, &[("provider", provider)]),
        (Some(label), _) => label.clone(),
        (None, Some(provider)) => ui.fill(words::NAMED, &[("provider", provider)]),
        (None, None) => ui.t(words::LABEL).to_owned(),
    };
    let follow = move |event: MouseEvent| {
        if !ui.emit(PublicEvent::CallToAction(summary_json(&prepared.evaluation, prepared.is_full()))) {
            event.prevent_default();
        }
    };
    let class = if is_uncalled { "link" } else { "secondary" };
    let link = view! { <a class=class part="cta" href=url target="_top" on:click=follow>{label}</a> };
    page.add(link.into_any());
}
