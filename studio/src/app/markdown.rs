//! Sentences of the table of settings, which have code in backticks.

use leptos::prelude::*;

/// A sentence with its code as elements.
pub fn sentence(text: &str) -> AnyView {
    let parts = text.split('`').enumerate().map(|(n, part)| {
        let part = part.to_owned();
        if n % 2 == 1 { view! { <code>{part}</code> }.into_any() } else { part.into_any() }
    });
    parts.collect_view().into_any()
}

/// Without the backticks, for attributes.
pub fn plain(text: &str) -> String {
    text.replace('`', "")
}
