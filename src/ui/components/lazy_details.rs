//! A `details` element whose content is rendered only while it is open, since few visitors open it.

use leptos::{ev::Event, prelude::*};

use crate::ui::page::Page;

/// The open elements of a group, one bit for each. Survives rendering.
pub type OpenDetails = RwSignal<u64>;

/// The `details` element with bit `n` of `opened`.
#[inline(never)]
pub fn lazy_details(
    page: &mut Page,
    id: String,
    opened: OpenDetails,
    n: usize,
    summary: Page,
    write: Box<dyn Fn(&mut Page) + Send>,
) {
    // No group has more; with more, two would open together.
    let bit = 1 << (n % 64);
    let is_open = Memo::new(move |_| opened.get() & bit != 0);
    let ui = page.ui;
    let toggled = move |event: Event| {
        let Some(open) = ui.is_open(&event) else { return };
        if open != is_open.get_untracked() {
            opened.update(|all| *all ^= bit);
        }
    };
    ui.on_open(&id, move || opened.update(|all| *all |= bit));
    let mut inside = Page::new(ui);
    inside.live(move |page| {
        if is_open.get() {
            write(page);
        }
    });
    let fold = view! {
        <details class="fold" id=id prop:open=move || is_open.get() on:toggle=toggled>
            {summary.view()}
            {inside.view()}
        </details>
    };
    page.add(fold.into_any());
}
