//! The fields of a measure: three figures and a date.

use leptos::prelude::*;

use super::Measure;
use crate::ui::{
    Ui,
    components::{Entry, Kind, date_field, entry},
    page::Page,
};
use assessment::{
    MetricId, Unit,
    i18n::{
        Key, TypedFault,
        key::ui::{refused, result::scorecard as words},
        typed,
    },
};
use decision::worksheet::{DECIMALS, Decimal, MeasureEntry, ScorecardChange, bounds};
use session::Action;

/// More than `9999.99`, so that larger numbers get an error message.
const MAX_LENGTH: usize = 12;

/// The id, the label, the getter and the change of a figure.
type Figure =
    (&'static str, Key, fn(&MeasureEntry) -> Option<Decimal>, fn(MetricId, Option<Decimal>) -> ScorecardChange);

static FIGURES: [Figure; 3] = [
    ("today", words::TODAY, |entry| entry.today, ScorecardChange::Today),
    ("target", words::TARGET, |entry| entry.target, ScorecardChange::Target),
    ("now", words::NOW, |entry| entry.now, ScorecardChange::Now),
];

pub fn fields(page: &mut Page, measure: Measure) {
    let Measure { ui, id, metric, entries } = measure;
    let unit = ui.t(match metric.unit {
        Unit::Hours => words::unit::HOURS,
        Unit::Percent => words::unit::PERCENT,
        Unit::OneToFive => words::unit::ONE_TO_FIVE,
        Unit::Days => words::unit::DAYS,
    });
    let id_of = |field: &str| ["measure-", metric.id, "-", field].concat();
    let name_of = |label: &str| Some(ui.label_of(label, ui.t(metric.name)));
    page.within("div.fields", |page| {
        for (field, label, read, change) in &FIGURES {
            let label = ui.fill(words::IN_UNIT, &[("title", ui.t(*label)), ("name", unit)]);
            let figure = Entry {
                kind: Kind::Number,
                id: &id_of(field),
                label: Some(&label),
                name: name_of(&label),
                max_length: MAX_LENGTH,
                value: Box::new(move || entries.with(|entries| written(ui, read(&entries.get(id))))),
                on_change: Box::new(move |ui, text| enter_figure(ui, metric.unit, &text, |figure| change(id, figure))),
            };
            entry(page, figure);
        }
        let label = ui.t(words::REVIEW);
        let value = Box::new(move || entries.with(|entries| entries.get(id).review));
        let set = Box::new(move |date| Action::Measure(ScorecardChange::Review(id, date)));
        date_field(page, &id_of("review"), label, name_of(label), value, set);
    });
}

/// A figure with the decimal separator of the language.
#[inline(never)]
fn written(ui: Ui, figure: Option<Decimal>) -> String {
    let text = |figure: Decimal| ui.with_locale(|locale| locale.decimal(figure.hundredths().into(), DECIMALS));
    figure.map(text).unwrap_or_default()
}

#[inline(never)]
fn enter_figure(
    ui: Ui,
    unit: Unit,
    text: &str,
    change: impl FnOnce(Option<Decimal>) -> ScorecardChange,
) -> Option<String> {
    let figure = match typed(text, ui.marks(), DECIMALS) {
        _ if text.trim().is_empty() => None,
        Ok(hundredths) => Some(Decimal::of_hundredths(i32::try_from(hundredths).unwrap_or(i32::MAX))),
        Err(TypedFault::NotANumber) => return Some(ui.t(words::NO_NUMBER).to_owned()),
        Err(TypedFault::Unclear) => return Some(ui.unclear_number()),
    };
    ui.enter(Action::Measure(change(figure)))?;
    let [low, high] = bounds(unit).map(|bound| written(ui, Some(bound)));
    Some(ui.fill(refused::OUT_OF_BOUNDS, &[("low", &low), ("high", &high)]))
}
