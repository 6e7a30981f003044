//! A fold-out that is drawn when it is opened, and not before: what few people open costs the others nothing.

use leptos::{ev::Event, prelude::*};

use crate::ui::page::Page;

/// Which of some fold-outs are open, a bit for each. It outlives their being drawn again.
pub type Opened = RwSignal<u64>;

/// The fold-out number `n` of some: its id, what is seen of it, and what it holds.
#[inline(never)]
pub fn unfolding(
    page: &mut Page,
    id: String,
    opened: Opened,
    n: usize,
    summary: Page,
    write: Box<dyn Fn(&mut Page) + Send>,
) {
    // There are fewer; with more, two would open together.
    let bit = 1 << (n % 64);
    let is_open = Memo::new(move |_| opened.get() & bit != 0);
    let ui = page.ui;
    let toggled = move |event: Event| {
        let Some(open) = ui.is_unfolded(&event) else { return };
        if open != is_open.get_untracked() {
            opened.update(|all| *all ^= bit);
        }
    };
    ui.unfolds(&id, move || opened.update(|all| *all |= bit));
    let mut inside = Page::new(ui);
    inside.live(move |page| {
        if is_open.get() {
            write(page);
        }
    });
    let (summary, inside) = (summary.view(), inside.view());
    let fold = view! {
        <details class="fold" id=id prop:open=move || is_open.get() on:toggle=toggled>
            {summary}
            {inside}
        </details>
    };
    page.add(fold.into_any());
}
