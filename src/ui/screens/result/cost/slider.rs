//! The likely figure as a slider between low and high. While it moves, the costs follow; it is kept when it is let go.

use leptos::prelude::*;

use super::{Dragged, row::Row};
use crate::ui::page::Page;
use assessment::i18n::key::ui::cost::own as words;
use decision::worksheet::Range;
use report::cost::{figure_of, parts_of};

/// A slider has at least so many steps, if there are so many figures.
const STEPS: i64 = 50;

/// The slider, as long as there is something to move.
pub(super) fn slider(page: &mut Page, row: Row) {
    let moves = Memo::new(move |_| row.values()[0] < row.values()[2]);
    page.live(move |page| {
        if moves.get() {
            control(page, row);
        }
    });
}

fn control(page: &mut Page, row: Row) {
    let (unit, costs) = (row.input().unit, row.costs);
    // Whole counts of the last decimal place: no float is written.
    let parts = move |n: usize| parts_of(row.values()[n], unit);
    let label = page.ui.fill(words::SLIDE, &[("name", page.ui.t(row.input().label))]);
    let moved = page.ui.enters(&label, move |text| {
        let [low, likely, high] = untrack(|| row.values());
        let from = costs.dragged.get_untracked().map_or(likely, |dragged| dragged.from);
        let Ok(parts) = text.parse() else { return };
        let to = Range::new(low, figure_of(parts, unit).max(low).min(high), high);
        // Back where it was, nothing has changed, and the browser does not tell that it was let go.
        let is_back = parts == nearest([low, from, high].map(|figure| parts_of(figure, unit)));
        costs.dragged.set(to.filter(|_| !is_back).map(|to| Dragged { id: row.id, from, to }));
    });
    let moved = move |event| moved(event_target_value(&event));
    let let_go = move |_| {
        if let Some(dragged) = costs.dragged.get_untracked() {
            row.forget();
            row.keep(dragged.to.values());
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
            on:change=let_go
        />
    };
    page.add(view.into_any());
}

/// Where the browser puts a slider from low to high for a figure between them: at the nearest step.
fn nearest([low, at, high]: [i64; 3]) -> i64 {
    let step = step(high - low);
    (low + (at - low + step / 2) / step * step).min(low + (high - low) / step * step)
}

/// A round step, so that figures that are dragged to are round.
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
