//! The ranges and the figures behind them, to take along as files.

use leptos::prelude::*;

use super::Costs;
use crate::ui::{
    components::{Outcome, outcome, saved},
    page::Page,
};
use assessment::i18n::key::ui::cost::save as words;
use report::cost::{inputs_csv, inputs_markdown, ranges_csv, ranges_markdown};

/// A button for each file.
pub(super) fn files(page: &mut Page, costs: Costs) {
    let said = RwSignal::new(None);
    page.within("div.tools", |page| {
        page.button("quiet", words::RANGES, move || save(costs, said, "cost-ranges.csv"));
        page.button("quiet", words::FIGURES, move || save(costs, said, "cost-figures.csv"));
        page.button("quiet", words::TEXT, move || save(costs, said, "cost.md"));
    });
    outcome(page, said);
}

fn save(costs: Costs, said: Outcome, name: &str) {
    let now = costs.now.get_untracked();
    let (study, inputs) = (&now.study, &now.inputs);
    let (media_type, text) = costs.ui.with_cost_words(|say, money| match name {
        "cost-ranges.csv" => ("text/csv", ranges_csv(say, money.code(), study)),
        "cost-figures.csv" => ("text/csv", inputs_csv(say, money.code(), inputs)),
        _ => {
            let ranges = ranges_markdown(say, money.code(), study);
            ("text/markdown", [&ranges, "\n", &inputs_markdown(say, money.code(), inputs)].concat())
        }
    });
    saved(costs.ui, said, costs.ui.save_file(name, media_type, &text));
}
