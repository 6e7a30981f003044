//! A few choices side by side, of which one holds: native radio buttons that look like one control.

use leptos::prelude::*;

use crate::ui::{Ui, page::Page};

/// One of the choices.
pub struct Segment {
    /// What it says.
    pub label: &'static str,
    /// Whether it holds.
    pub chosen: Box<dyn Fn() -> bool + Send>,
    /// Makes it hold.
    pub choose: Box<dyn Fn() + Send>,
}

/// The choices under a name; `group` is different for each control on the screen.
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
    let choose = ui.ticks(label, move |_| choose());
    let label = label.to_owned();
    view! {
        <label class="segment">
            <input type="radio" name=group prop:checked=chosen on:change=move |_| choose(true) />
            <span>{label}</span>
        </label>
    }
    .into_any()
}
