//! The cost range of each model on a shared axis, in a table that is its own text equivalent.

use leptos::prelude::*;

use super::Costs;
use crate::ui::{
    Currency, Ui,
    components::{Segment, fill_class, marked_name, segments},
    drawing::Fit,
    page::Page,
};
use assessment::{
    Alternative,
    i18n::{Key, key::ui::cost as words},
};
use decision::plan::cost::{Axis, CostState, LENGTH, OverlapChart};
use report::cost::{cheapest_number, currency_of_amounts, overlap_sentences, view as view_name};

const HEIGHT: i32 = 24;

pub(super) fn ranges(page: &mut Page, costs: Costs) {
    page.t("h4", words::RANGES);
    page.within("div.periods", |page| choices(page, costs));
    page.live(move |page| chart(page, costs));
    page.t("p.muted small", words::MEANING);
}

/// The choices of period and basis.
fn choices(page: &mut Page, costs: Costs) {
    // Bit 0 of a view's position is the period, bit 1 the basis; see `View::ALL`.
    let choice = |label: Key, bit: usize, value: usize| Segment {
        label: costs.ui.t(label),
        chosen: Box::new(move || costs.view.get() & bit == value),
        choose: Box::new(move || costs.view.update(|view| *view = *view & !bit | value)),
    };
    let periods = vec![choice(words::view::THREE_YEARS, 1, 0), choice(words::view::YEAR, 1, 1)];
    segments(page, |page| page.t("span.unseen", words::view::PERIOD), "cost-period", periods);
    let bases = vec![choice(words::view::TOTAL, 2, 0), choice(words::view::PER_USER, 2, 2)];
    segments(page, |page| page.t("span.unseen", words::view::BASIS), "cost-basis", bases);
}

/// Where the suggested figures come from, and which currency the visitor's own have if it is another.
pub(super) fn currency(ui: Ui) -> String {
    let [name, other] = currency_names(ui);
    let mut text = ui.fill(words::CURRENCY, &[("name", &name)]);
    if ui.has_foreign_figures() {
        text.push(' ');
        text.push_str(&ui.fill(words::own::OTHER_CURRENCY, &[("other", &other)]));
    }
    text
}

/// The names of the currencies of the suggested figures and of the visitor's own.
fn currency_names(ui: Ui) -> [String; 2] {
    ui.with_money(Currency::Own, |money| [ui.assessment().cost.currency, money.code()].map(|code| money.name_of(code)))
}

fn chart(page: &mut Page, costs: Costs) {
    let (now, view) = (costs.now.get(), costs.view());
    let study = &now.study;
    let shown = study.shown(view);
    let chart = OverlapChart::of(&shown);
    let state = now.claim.state;
    // On paper, the choices of period and basis are hidden.
    page.t("p.muted period", view_name(view));
    page.within(if state == CostState::Sample { "div.costs sample" } else { "div.costs" }, |page| {
        page.within("table.cost-ranges", |page| {
            if state == CostState::Sample {
                page.t("caption.sample-mark", words::SAMPLE);
            }
            let heads =
                [words::head::MODEL, words::head::LOW, words::head::MIDDLE, words::head::HIGH, words::head::CHEAPEST];
            page.heads("thead", if state == CostState::Own { &heads } else { &heads[..4] });
            page.within("tbody", |page| {
                for model in Alternative::ALL {
                    let (cells, cheapest) = page.ui.with_cost_words(&now.inputs, |cost, _| {
                        (shown[model.index()].map(cost.money), cheapest_number(cost, study, model))
                    });
                    let bar = |page: &mut Page| {
                        range(page, model, chart.ranges[model.index()].map(i32::from), chart.axis);
                    };
                    page.within("tr", |page| {
                        page.within("th", |page| marked_name(page, model));
                        page.text("td", &cells[0]);
                        page.text("td.middle", &cells[1]);
                        page.within("td", |page| {
                            page.text("span", &cells[2]);
                            if state != CostState::Own {
                                bar(page);
                            }
                        });
                        if state == CostState::Own {
                            page.within("td", |page| {
                                page.t("span.muted small", words::head::CHEAPEST);
                                page.text("span", &cheapest);
                                bar(page);
                            });
                        }
                    });
                }
            });
        });
        page.within("p.scale", |page| {
            for tick in chart.axis.ticks() {
                let tick = page.ui.with_cost_words(&now.inputs, |_, money| money.short(tick));
                page.text("span", &tick);
            }
        });
    });
    if currency_of_amounts(page.ui.assessment(), &page.ui.currency(), &now.inputs).is_none() {
        let [name, other] = currency_names(page.ui);
        page.fill("p.muted", words::own::MIXED, &[("name", &name), ("other", &other)]);
    }
    if state == CostState::Sample {
        return;
    }
    let sentences = page.ui.with_cost_words(&now.inputs, |cost, _| overlap_sentences(cost, study, view));
    page.within("ul.overlaps", |page| {
        for overlap in &sentences {
            page.text("li", overlap);
        }
    });
}

/// The range of a model as a bar with its median, over the lines of the axis.
fn range(page: &mut Page, model: Alternative, [low, middle, high]: [i32; 3], axis: Axis) {
    page.drawing("cost-range", [0, i32::from(LENGTH), HEIGHT], Fit::Stretch, |shapes| {
        for tick in axis.ticks() {
            let at = axis.place(tick).into();
            shapes.line("grid", [at, 0, at, HEIGHT]);
        }
        shapes.bar(fill_class(model), [low, 6, (high - low).max(2), 12]);
        shapes.line("whisker", [middle, 3, middle, 21]);
    });
}
