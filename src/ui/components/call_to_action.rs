//! The link to the provider, if the page's settings have one.

use std::sync::Arc;

use leptos::ev::MouseEvent;

use super::Link;
use crate::ui::{Prepared, PublicEvent, Ui, page::Page};
use assessment::i18n::key::ui::result::cta as words;
use decision::evaluation::Evaluation;
use report::summary_json;

/// Whether the provider sells no model that is in front. False if the settings do not say what it sells.
pub fn is_uncalled(ui: Ui, evaluation: &Evaluation) -> bool {
    let settings = ui.settings();
    let sells = &settings.provider_sells;
    settings.provider_name.is_some() && !sells.is_empty() && !sells.iter().any(|model| evaluation.is_in_front(*model))
}

/// An outlined button, or a link in the text if the result does not call for what the provider sells.
pub fn call_to_action(page: &mut Page, prepared: &Arc<Prepared>) {
    let is_uncalled = is_uncalled(page.ui, &prepared.evaluation);
    link(page, prepared, if is_uncalled { "link" } else { "secondary" }, is_uncalled);
}

/// A link at the end of a view; none if the result does not call for what the provider sells.
pub fn call_to_action_link(page: &mut Page, prepared: &Arc<Prepared>) {
    if has_call_to_action(page.ui, prepared) && !is_uncalled(page.ui, &prepared.evaluation) {
        page.within("p.cta", |page| link(page, prepared, "link", false));
    }
}

/// Whether the settings have a call to action for this result.
pub fn has_call_to_action(ui: Ui, prepared: &Prepared) -> bool {
    let evaluation = &prepared.evaluation;
    ui.settings().call_to_action(evaluation.verdict.code(), evaluation.leader).is_some()
}

/// Before the link is followed, the host page receives an event that it can cancel.
#[inline(never)]
fn link(page: &mut Page, prepared: &Arc<Prepared>, class: &'static str, is_uncalled: bool) {
    let (ui, prepared) = (page.ui, Arc::clone(prepared));
    let (settings, evaluation) = (ui.settings(), &prepared.evaluation);
    let Some((url, own)) = settings.call_to_action(evaluation.verdict.code(), evaluation.leader) else { return };
    let label = match (own.or(settings.cta_label.as_deref()), &settings.provider_name) {
        // What is written for this result fits it.
        (_, Some(provider)) if is_uncalled && own.is_none() => ui.fill(words::SECOND, &[("provider", provider)]),
        (Some(label), _) => label.to_owned(),
        (None, Some(provider)) => ui.fill(words::NAMED, &[("provider", provider)]),
        (None, None) => ui.t(words::LABEL).to_owned(),
    };
    let (url, href) = (url.to_owned(), url.to_owned());
    let follow = move |event: MouseEvent| {
        let summary = summary_json(&prepared.evaluation, prepared.is_full());
        if !ui.emit(PublicEvent::CallToAction { summary, url: &url }) {
            event.prevent_default();
        }
    };
    Link { class, part: Some("cta"), href, target: "_top", label }.write_with(page, Box::new(follow));
}
