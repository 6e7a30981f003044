//! A slider for the likely figure. The costs change while it is dragged; the figure is saved when it is released.

use leptos::prelude::*;

use super::{Dragged, row::Row};
use crate::ui::page::Page;
use assessment::i18n::key::ui::cost::own as words;
use decision::worksheet::Range;
use report::cost::{figure_of, parts_of};

/// The minimum number of steps, unless there are fewer values.
const STEPS: i64 = 50;

/// The slider, if low and high differ.
pub(super) fn slider(page: &mut Page, row: Row) {
    let moves = Memo::new(move |_| row.values()[0] < row.values()[2] && !row.is_foreign());
    page.live(move |page| {
        if moves.get() {
            control(page, row);
        }
    });
}

fn control(page: &mut Page, row: Row) {
    let (unit, costs) = (row.input().unit, row.costs);
    // Integers in units of the last decimal place, because formatting floats adds code.
    let parts = move |n: usize| parts_of(row.values()[n], unit);
    let label = page.ui.fill(words::SLIDE, &[("name", page.ui.t(row.input().label))]);
    let moved = page.ui.on_input(&label, move |text| {
        let [low, likely, high] = untrack(|| row.values());
        let from = costs.dragged.get_untracked().map_or(likely, |dragged| dragged.from);
        let Ok(parts) = text.parse() else { return };
        let to = Range::new(low, figure_of(parts, unit).max(low).min(high), high);
        // The browser fires no `change` event if the slider is released where it was.
        let is_back = parts == nearest([low, from, high].map(|figure| parts_of(figure, unit)));
        costs.dragged.set(to.filter(|_| !is_back).map(|to| Dragged { id: row.id, from, to }));
    });
    let moved = move |event| moved(event_target_value(&event));
    let released = move |_| {
        if let Some(dragged) = costs.dragged.get_untracked() {
            row.clear_typed();
            row.save(dragged.to.values());
            costs.dragged.set(None);
        }
    };
    let view = view! {
        <input
            class="slide"
            type="range"
            aria-label=label
            aria-valuetext=move || row.text(row.values()[1])
            min=move || parts(0).to_string()
            max=move || parts(2).to_string()
            step=move || step(parts(2) - parts(0)).to_string()
            prop:value=move || parts(1).to_string()
            on:input=moved
            on:change=released
        />
    };
    page.add(view.into_any());
}

/// The step to which the browser rounds a value.
fn nearest([low, at, high]: [i64; 3]) -> i64 {
    let step = step(high - low);
    (low + (at - low + step / 2) / step * step).min(low + (high - low) / step * step)
}

/// A round step, so that dragging sets round figures.
fn step(span: i64) -> i64 {
    let mut step = 1;
    for factor in [2, 5, 10].into_iter().cycle() {
        let next = if factor == 5 { step / 2 * 5 } else { step * 2 };
        if next * STEPS > span {
            break;
        }
        step = next;
    }
    step
}
