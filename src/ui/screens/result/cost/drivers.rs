//! What drives the gap between the two cheapest models: a bar for each figure, from its low to its high.

use crate::ui::{Ui, components::fill_class, drawing::Fit, page::Page};
use assessment::{
    Alternative,
    i18n::{
        Key,
        key::ui::{cost::driver as words, cost::head, result::TABLE},
    },
};
use decision::plan::cost::{CostInputs, DriverChart, Drivers, LENGTH};
use report::cost::driver_sentences;

/// The two cheapest models.
pub(super) const fn pair(drivers: &Drivers) -> [Alternative; 2] {
    [drivers.leader, drivers.runner_up]
}

pub(super) fn title(ui: Ui, [leader, runner_up]: [Alternative; 2]) -> String {
    ui.fill(words::TITLE, &[("name", ui.inline_forms(leader)), ("other", ui.inline_forms(runner_up))])
}

/// The tornado chart, with its data as sentences and as a table.
pub(super) fn drivers(page: &mut Page, inputs: &CostInputs, drivers: &Drivers) {
    let ui = page.ui;
    let chart = DriverChart::of(drivers);
    let (sentences, others) = ui.with_cost_words(inputs, |cost, _| driver_sentences(cost, drivers));
    let pair = pair(drivers);
    if !sentences.is_empty() {
        page.t("p.muted", words::HOW);
        page.within("p.sides", |page| {
            for model in pair {
                page.fill("span", words::SIDE, &[("name", ui.name_forms(model))]);
            }
        });
    }
    page.within("ol.drivers", |page| {
        for ((label, text), bar) in sentences.iter().zip(&chart.bars) {
            page.within("li", |page| {
                page.t("b", *label);
                page.text("span.muted", text);
                draw(page, pair, [chart.axis.place(0), chart.likely].map(i32::from), bar.map(i32::from));
            });
        }
    });
    if let Some(others) = others {
        page.text("p.muted small", &others);
    }
    if !sentences.is_empty() {
        page.details("details.fold", TABLE, |page| table(page, inputs, drivers, &sentences));
    }
}

/// The bar has the color of the cheaper model. One line marks equal cost, another the likely figures.
fn draw(page: &mut Page, [leader, runner_up]: [Alternative; 2], [even, likely]: [i32; 2], ends: [i32; 2]) {
    let (from, to) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
    page.drawing("tornado", [0, i32::from(LENGTH), 16], Fit::Stretch, |shapes| {
        if from < even {
            shapes.bar(fill_class(leader), [from, 3, to.min(even) - from, 10]);
        }
        if to > even {
            let start = from.max(even);
            shapes.bar(fill_class(runner_up), [start, 3, to - start, 10]);
        }
        shapes.line("axis", [even, 0, even, 16]);
        shapes.line("now", [likely, 0, likely, 16]);
    });
}

fn table(page: &mut Page, inputs: &CostInputs, drivers: &Drivers, sentences: &[(Key, String)]) {
    page.within("table.plain stacking", |page| {
        page.heads("thead", &[head::INPUT, words::AT_LOW, words::AT_HIGH]);
        page.within("tbody", |page| {
            for ((label, _), driver) in sentences.iter().zip(&drivers.inputs) {
                page.within("tr", |page| {
                    page.t("th", *label);
                    for (gap, end) in driver.gap.into_iter().zip([words::AT_LOW, words::AT_HIGH]) {
                        let model = if gap < 0 { drivers.leader } else { drivers.runner_up };
                        let amount = page.ui.with_cost_words(inputs, |cost, _| (cost.money)(gap.abs()));
                        page.within("td", |page| {
                            page.t("span.of", end);
                            page.fill("span", words::AHEAD, &[("name", page.ui.name_forms(model)), ("n", &amount)]);
                        });
                    }
                });
            }
        });
    });
}
