//! What a visitor will read about the owner of the page, in the words of the result.

use assessment::{
    Alternative, Assessment,
    i18n::{Catalog, English, key::ui::result::offer},
};
use config::Settings;
use leptos::prelude::*;
use report::{Changes, Offer, Voice};

use super::{group, state::Studio};

pub fn disclosure(studio: Studio) -> AnyView {
    let words = StoredValue::new(Catalog::english());
    let content = move || words.with_value(|words| studio.report.with(|report| sentences(words, &report.settings)));
    let shown = move || content().into_iter().map(|text| view! { <p>{text}</p> }).collect_view();
    let content = view! {
        <p class="about">{"This appears below every result, in the language of the page. Your page can replace the first sentence, but not what you changed."}</p>
        <blockquote>{shown}</blockquote>
    };
    group::section(studio, "What a visitor will read about you", true, None, content.into_any())
}

/// The sentences under a result, and what replaces the first of them if the result does not call for what is sold.
pub fn sentences(words: &Catalog, settings: &Settings) -> Vec<String> {
    let voice = Voice { assessment: Assessment::standard(), words, locale: &English };
    let result = &settings.result;
    let changes = Changes { weights: &result.weights, hidden: &result.hidden, texts: &result.texts };
    let by = Offer { name: result.provider_name.as_deref(), sells: &result.provider_sells, changes };
    let mut sentences = vec![voice.offer(by, [offer::SOMEBODY, offer::NAMED, offer::SELLS])];
    let sells_all = Alternative::ALL.iter().all(|model| result.provider_sells.contains(model));
    if by.name.is_some() && !by.sells.is_empty() && !sells_all {
        let other = voice.offer(by, [offer::SOMEBODY, offer::NAMED, offer::UNCALLED]);
        sentences.push(format!("If another model is in front: “{other}”"));
    }
    sentences.extend(voice.changes(by, offer::OWNER));
    sentences
}
