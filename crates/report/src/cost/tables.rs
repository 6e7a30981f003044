//! The inputs and the ranges as tables, in CSV and in Markdown. Both hold the same cells; Markdown has the numbers of the
//! locale.

use super::{
    currency_of, decimals, figure, parts_of, reliability,
    sentences::{CostWords, cheapest_number},
    unit, view,
};
use crate::table::{Cell, csv, table_markdown};
use assessment::{
    Alternative, CostUnit, InputId,
    i18n::{Key, key::ui::cost::head},
};
use decision::plan::cost::{CostInputs, CostState, CostStudy, Origin, View};

/// Names over the columns of the inputs.
const INPUT_HEAD: [Key; 9] = [
    head::INPUT,
    head::UNIT,
    head::LOW,
    head::LIKELY,
    head::HIGH,
    head::RELIABILITY,
    head::SOURCE,
    head::DATED,
    head::NOTE,
];

/// Names over the columns of the ranges. The last one is there only if all kinds of figures are the visitor's own.
const RANGE_HEAD: [Key; 7] = [head::MODEL, head::VIEW, head::UNIT, head::LOW, head::MIDDLE, head::HIGH, head::CHEAPEST];

/// The inputs for a spreadsheet: numbers without grouping and with a point, shares in percent. `own` is the code of the visitor's
/// currency.
#[must_use]
pub fn inputs_csv(say: &CostWords<'_>, own: &str, inputs: &CostInputs) -> String {
    csv(&input_rows(say, own, inputs, &|value, unit| figure(value, unit, &|n| n.to_string())))
}

/// The inputs as a Markdown table.
#[must_use]
pub fn inputs_markdown(say: &CostWords<'_>, own: &str, inputs: &CostInputs) -> String {
    let write = |value: f64, unit: CostUnit| say.voice.locale.decimal(parts_of(value, unit), decimals(unit));
    table_markdown(&input_rows(say, own, inputs, &write))
}

/// The ranges for a spreadsheet: each model in each view, rounded as they are shown. `currency` is empty if two are added up.
#[must_use]
pub fn ranges_csv(say: &CostWords<'_>, currency: &str, study: &CostStudy, state: CostState) -> String {
    csv(&range_rows(say, currency, study, state, &|n| n.to_string()))
}

/// The ranges as a Markdown table.
#[must_use]
pub fn ranges_markdown(say: &CostWords<'_>, currency: &str, study: &CostStudy, state: CostState) -> String {
    table_markdown(&range_rows(say, currency, study, state, &|n| say.voice.locale.integer(n)))
}

fn head_of(say: &CostWords<'_>, names: &[Key]) -> Vec<Cell> {
    names.iter().map(|name| Cell::text(say.voice.t(*name))).collect()
}

fn input_rows(
    say: &CostWords<'_>,
    own: &str,
    inputs: &CostInputs,
    write: &dyn Fn(f64, CostUnit) -> String,
) -> Vec<Vec<Cell>> {
    let text = |key: Option<Key>| Cell::text(key.map_or("", |key| say.voice.t(key)));
    let mut rows = vec![head_of(say, &INPUT_HEAD)];
    for (n, input) in say.voice.assessment.cost.inputs.iter().enumerate() {
        let id = InputId::from_index(n);
        let origin = inputs.origin(id);
        // A source says nothing of a figure that was replaced.
        let published = input.published.as_ref().filter(|_| origin == Origin::Default);
        let currency = currency_of(say.voice.assessment, own, origin);
        let mut row =
            vec![text(Some(input.label)), Cell::text(unit(input.unit).map_or(currency, |unit| say.voice.t(unit)))];
        row.extend(inputs.get(id).values().map(|value| Cell::number(write(value, input.unit))));
        row.push(text(Some(reliability(input, origin))));
        row.push(text(published.map(|published| published.source)));
        row.push(Cell::text(published.and_then(|published| published.dated).unwrap_or_default()));
        row.push(text(input.note.filter(|_| origin != Origin::Own)));
        rows.push(row);
    }
    rows
}

fn range_rows(
    say: &CostWords<'_>,
    currency: &str,
    study: &CostStudy,
    state: CostState,
    whole: &dyn Fn(i64) -> String,
) -> Vec<Vec<Cell>> {
    let columns = if state == CostState::Own { RANGE_HEAD.len() } else { RANGE_HEAD.len() - 1 };
    let mut rows = vec![head_of(say, &RANGE_HEAD[..columns])];
    for of in View::ALL {
        let shown = study.shown(of);
        for model in Alternative::ALL {
            let mut row =
                vec![Cell::text(say.voice.name(model)), Cell::text(say.voice.t(view(of))), Cell::text(currency)];
            row.extend(shown[model.index()].map(|amount| Cell::number(whole(amount))));
            if state == CostState::Own {
                // "Under 1" and "over 99" are words.
                let cheapest = cheapest_number(say, study, model);
                let is_number = cheapest.bytes().all(|byte| byte.is_ascii_digit());
                row.push(if is_number { Cell::number(cheapest) } else { Cell::text(&cheapest) });
            }
            rows.push(row);
        }
    }
    rows
}
