//! The fields of a measure: three figures and a day.

use leptos::prelude::*;

use super::Measure;
use crate::ui::{
    Ui,
    components::{Entry, Kind, day, entry},
    entering::enter,
    page::Page,
};
use assessment::{
    MetricId, Unit,
    i18n::{
        Key, TypedFault,
        key::ui::{
            refused,
            result::{roadmap::OF, scorecard as words},
        },
        typed,
    },
};
use decision::worksheet::{DECIMALS, Decimal, MeasureEntry, ScorecardChange, bounds};
use session::Action;

/// Most characters of a figure: `9999.99`, and some to be told about.
const LONGEST: usize = 12;

/// A figure: its id, its name, and how it is read and changed.
type Figure =
    (&'static str, Key, fn(&MeasureEntry) -> Option<Decimal>, fn(MetricId, Option<Decimal>) -> ScorecardChange);

static FIGURES: [Figure; 3] = [
    ("today", words::TODAY, |entry| entry.today, ScorecardChange::Today),
    ("target", words::TARGET, |entry| entry.target, ScorecardChange::Target),
    ("now", words::NOW, |entry| entry.now, ScorecardChange::Now),
];

/// All four.
pub fn fields(page: &mut Page, measure: Measure) {
    let Measure { ui, id, metric, entries } = measure;
    let unit = ui.t(match metric.unit {
        Unit::Hours => words::unit::HOURS,
        Unit::Percent => words::unit::PERCENT,
        Unit::OneToFive => words::unit::ONE_TO_FIVE,
        Unit::Days => words::unit::DAYS,
    });
    let id_of = |field: &str| ["measure-", metric.id, "-", field].concat();
    let name_of = |label: &str| Some(ui.fill(OF, &[("title", label), ("name", ui.t(metric.name))]));
    page.within("div.fields", |page| {
        for (field, label, read, change) in &FIGURES {
            let label = ui.fill(words::IN_UNIT, &[("title", ui.t(*label)), ("name", unit)]);
            let figure = Entry {
                kind: Kind::Number,
                id: &id_of(field),
                label: Some(&label),
                name: name_of(&label),
                longest: LONGEST,
                value: Box::new(move || entries.with(|entries| written(ui, read(&entries.get(id))))),
                entered: Box::new(move |ui, text| enter_figure(ui, metric.unit, &text, |figure| change(id, figure))),
            };
            entry(page, figure);
        }
        let label = ui.t(words::REVIEW);
        let value = Box::new(move || entries.with(|entries| entries.get(id).review));
        let set = Box::new(move |date| Action::Measure(ScorecardChange::Review(id, date)));
        day(page, &id_of("review"), label, name_of(label), value, set);
    });
}

/// A figure as the language writes it.
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
    enter(ui, Action::Measure(change(figure)))?;
    let [low, high] = bounds(unit).map(|bound| written(ui, Some(bound)));
    Some(ui.fill(refused::OUT_OF_BOUNDS, &[("low", &low), ("high", &high)]))
}
