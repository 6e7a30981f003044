//! The figures that a first answer needs, with one field each: people, one salary and one quote.

use leptos::prelude::*;

use super::{Costs, row::Row, undo_buttons};
use crate::ui::{
    components::{Entry, Kind, entry_with_problem},
    page::Page,
};
use assessment::{
    InputId,
    i18n::key::ui::cost::{NUMBERS, own as words},
    named::input,
};
use decision::{
    evaluation::Evaluation,
    plan::cost::{Origin, fee_of, warnings},
};
use report::cost::reliability;

pub(super) fn essentials(page: &mut Page, costs: Costs, evaluation: &Evaluation) {
    // The fee of the model in front, or of the next one if the first needs no provider.
    let quote = [evaluation.leader, evaluation.runner_up].into_iter().find_map(fee_of).unwrap_or(input::FEE_OUT);
    let other = if quote == input::FEE_OUT { input::FEE_CO } else { input::FEE_OUT };
    // The other fee follows as soon as only that is missing.
    let needs_other = Memo::new(move |_| {
        costs.is_own(other) || costs.now.with(|now| now.claim.missing_fee.and_then(fee_of) == Some(other))
    });
    page.t("h4#cost-numbers", NUMBERS);
    page.live(move |page| {
        costs.reset.track();
        for id in [input::USERS, input::SALARY, quote] {
            field(page, costs, id);
        }
        page.live(move |page| {
            if needs_other.get() {
                field(page, costs, other);
            }
        });
    });
    page.live(move |page| implausible(page, costs));
    undo_buttons(page, costs, "#cost-numbers");
}

fn field(page: &mut Page, costs: Costs, id: InputId) {
    let row = Row::new(costs, id);
    let (ui, input) = (page.ui, row.input());
    let mut label = ui.t(input.label).to_owned();
    // People are named in the label.
    if id != input::USERS {
        label = ui.fill(words::FIELD, &[("label", &label), ("text", &row.unit())]);
    }
    let field_id = ["cost-own-", &id.index().to_string()].concat();
    let selector = ["#", &field_id].concat();
    let origin = Memo::new(move |_| row.origin());
    page.within("div.essential", |page| {
        let field = Entry {
            kind: Kind::Number,
            id: &field_id,
            label: Some(&label),
            name: None,
            max_length: Row::MAX_LENGTH,
            value: Box::new(move || row.likely_text()),
            on_change: Box::new(move |_, text| row.enter_likely(text)),
        };
        entry_with_problem(page, field, row.problem());
        page.live(move |page| {
            page.within("div.standing", |page| {
                page.t("span", reliability(row.input(), origin.get()));
                if row.is_foreign() {
                    row.ours(page);
                } else if origin.get() != Origin::Own {
                    row.confirm(page, selector.clone());
                }
            });
        });
    });
}

/// Warnings about figures that are valid by themselves, but implausible together.
fn implausible(page: &mut Page, costs: Costs) {
    for warning in costs.now.with(|now| warnings(&now.inputs)) {
        page.within("p.odd", |page| {
            page.t("b", page.ui.assessment().cost.input(warning.input).label);
            page.bare(" ");
            page.t("span", warning.text);
        });
    }
}
