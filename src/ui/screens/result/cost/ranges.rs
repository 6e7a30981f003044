//! Three ranges on one axis, in a table that is its own text: what each model costs, and how far that can be told apart.

use leptos::prelude::*;

use super::Costs;
use crate::ui::{
    components::{Segment, fill_class, marked_name, segments},
    drawing::Fit,
    page::Page,
};
use assessment::{
    Alternative,
    i18n::{Key, key::ui::cost as words},
};
use decision::plan::cost::{LENGTH, OverlapChart};
use report::cost::{cheapest_number, cost_verdict_sentence, range_sentences};

/// Height of a picture of a range.
const HEIGHT: i32 = 24;

/// Whether cost decides, the ranges in the view that is chosen, and what they mean.
pub(super) fn ranges(page: &mut Page, costs: Costs) {
    page.live_text("p.cost-verdict", move || {
        let now = costs.now.get();
        costs.ui.with_cost_words(|say, _| cost_verdict_sentence(say, &now.study))
    });
    page.within("div.views", |page| views(page, costs));
    page.live(move |page| chart(page, costs));
    page.text("p.muted small", &currency(costs));
    page.fold("details.fold", words::MEANING_TITLE, |page| page.t("p", words::MEANING));
}

/// For how long, and for whom.
fn views(page: &mut Page, costs: Costs) {
    // The position of a view is its time, and twice its basis; see `View::ALL`.
    let choice = |label: Key, bit: usize, value: usize| Segment {
        label: costs.ui.t(label),
        chosen: Box::new(move || costs.view.get() & bit == value),
        choose: Box::new(move || costs.view.update(|view| *view = *view & !bit | value)),
    };
    let periods = vec![choice(words::view::THREE_YEARS, 1, 0), choice(words::view::YEAR, 1, 1)];
    segments(page, |page| page.t("span.muted", words::view::PERIOD), "cost-period", periods);
    let bases = vec![choice(words::view::TOTAL, 2, 0), choice(words::view::PER_USER, 2, 2)];
    segments(page, |page| page.t("span.muted", words::view::BASIS), "cost-basis", bases);
}

/// In which money the figures were made, and in which they stand here.
fn currency(costs: Costs) -> String {
    let made_in = costs.ui.assessment().cost.currency;
    let (name, other) = costs.ui.with_cost_words(|_, money| {
        (money.name_of(made_in), (money.code() != made_in).then(|| money.name_of(money.code())))
    });
    let mut said = costs.ui.fill(words::CURRENCY, &[("name", &name)]);
    if let Some(other) = other {
        said.push(' ');
        said.push_str(&costs.ui.fill(words::own::OTHER_CURRENCY, &[("other", &other)]));
    }
    said
}

fn chart(page: &mut Page, costs: Costs) {
    let (now, view) = (costs.now.get(), costs.view());
    let study = &now.study;
    let shown = study.shown(view);
    let chart = OverlapChart::of(&shown);
    // Where all three lie, if there is such a place.
    let places = |end: usize| chart.ranges.iter().map(move |range| i32::from(range[end]));
    let shared = (places(0).max().unwrap_or(0), places(2).min().unwrap_or(0));
    page.within("div.costs", |page| {
        page.within("table.cost-ranges", |page| {
            let heads =
                [words::head::MODEL, words::head::LOW, words::head::MIDDLE, words::head::HIGH, words::head::CHEAPEST];
            page.heads("thead", &heads);
            page.within("tbody", |page| {
                for model in Alternative::ALL {
                    let (cells, cheapest) = page.ui.with_cost_words(|say, _| {
                        (shown[model.index()].map(say.money), cheapest_number(say, study, model))
                    });
                    page.within("tr", |page| {
                        page.within("th", |page| marked_name(page, model));
                        for (n, amount) in cells.iter().enumerate() {
                            page.text(if n == 1 { "td.middle" } else { "td" }, amount);
                        }
                        page.within("td", |page| {
                            page.t("span.muted small", words::head::CHEAPEST);
                            page.text("span", &cheapest);
                            range(page, model, chart.ranges[model.index()].map(i32::from), shared);
                        });
                    });
                }
            });
        });
        page.within("p.scale", |page| {
            for tick in chart.axis.ticks() {
                let tick = page.ui.with_cost_words(|_, money| money.short(tick));
                page.text("span", &tick);
            }
        });
    });
    let said = page.ui.with_cost_words(|say, _| range_sentences(say, study, view));
    page.within("ul.small", |page| {
        // The ranges themselves stand in the table.
        for overlap in said.iter().skip(Alternative::ALL.len()) {
            page.text("li", overlap);
        }
    });
}

/// The range of a model as a bar with its middle, over the place that all three share.
fn range(page: &mut Page, model: Alternative, [low, middle, high]: [i32; 3], (from, to): (i32, i32)) {
    page.drawing("cost-range", [0, i32::from(LENGTH), HEIGHT], Fit::Stretch, |shapes| {
        if from < to {
            shapes.bar("shared", [from, 0, to - from, HEIGHT]);
        }
        shapes.bar(fill_class(model), [low, 6, (high - low).max(2), 12]);
        shapes.line("whisker", [middle, 3, middle, 21]);
    });
}
