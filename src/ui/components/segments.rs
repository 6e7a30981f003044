//! A segmented control, made of native radio buttons.

use leptos::prelude::*;

use crate::ui::{Ui, page::Page, subtree::Content};

pub struct Segment {
    pub label: &'static str,
    pub chosen: Box<dyn Fn() -> bool + Send>,
    pub choose: Box<dyn Fn() + Send>,
}

/// `group` must be unique on the screen.
pub fn segments(page: &mut Page, name: impl FnOnce(&mut Page), group: &str, choices: Vec<Segment>) {
    page.within("fieldset.segments", |page| {
        page.within("legend", name);
        page.within("div.segment-row", |page| {
            for choice in choices {
                page.add(segment(page.ui, group.to_owned(), choice));
            }
        });
    });
}

fn segment(ui: Ui, group: String, Segment { label, chosen, choose }: Segment) -> AnyView {
    let choose = ui.on_tick(label, move |_| choose());
    view! {
        <label class="segment">
            <input type="radio" name=group prop:checked=chosen on:change=move |_| choose(true) />
            <span>{Content::text(label)}</span>
        </label>
    }
    .into_any()
}
