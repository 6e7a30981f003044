//! The ranges and figures as files.

use leptos::prelude::*;

use super::Costs;
use crate::ui::{
    components::{Feedback, save_feedback, show_feedback},
    page::Page,
};
use assessment::i18n::key::ui::cost::save as words;
use report::cost::{inputs_csv, inputs_markdown, ranges_csv, ranges_markdown};

pub(super) fn files(page: &mut Page, costs: Costs) {
    let feedback = RwSignal::new(None);
    page.within("div.tools", |page| {
        page.button("quiet", words::RANGES, move || save(costs, feedback, "cost-ranges.csv"));
        page.button("quiet", words::FIGURES, move || save(costs, feedback, "cost-figures.csv"));
        page.button("quiet", words::TEXT, move || save(costs, feedback, "cost.md"));
    });
    show_feedback(page, feedback);
}

fn save(costs: Costs, feedback: Feedback, name: &str) {
    let now = costs.now.get_untracked();
    let (study, inputs, own) = (&now.study, &now.inputs, costs.ui.currency());
    let (media_type, text) = costs.ui.with_cost_words(inputs, |cost, money| match name {
        "cost-ranges.csv" => ("text/csv", ranges_csv(cost, money.code(), study, now.claim.state)),
        "cost-figures.csv" => ("text/csv", inputs_csv(cost, &own, inputs)),
        _ => {
            let ranges = ranges_markdown(cost, money.code(), study, now.claim.state);
            ("text/markdown", [&ranges, "\n", &inputs_markdown(cost, &own, inputs)].concat())
        }
    });
    save_feedback(costs.ui, feedback, costs.ui.save_file(name, media_type, &text));
}
