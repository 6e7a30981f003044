//! Cost in words and as tables: sentences, Markdown for people, CSV for spreadsheets. It computes nothing.

mod figure;
mod sentences;
mod tables;

pub use figure::{decimals, figure, figure_of, parts_of};
pub use sentences::{
    CostWords, break_even_sentences, cheapest_number, cost_claim_sentence, cost_claim_sentences, driver_sentences,
    overlap_sentences,
};
pub use tables::{inputs_csv, inputs_markdown, ranges_csv, ranges_markdown};

use assessment::{
    Assessment, CostInput, CostUnit, Evidence, InputId, Publisher,
    i18n::{Key, key::ui::cost as words_of},
};

use decision::plan::cost::{Basis, CostInputs, Origin, Period, View};

/// The name of a unit; none for money, whose unit is the currency.
#[must_use]
pub const fn unit(unit: CostUnit) -> Option<Key> {
    Some(match unit {
        CostUnit::Users => words_of::unit::USERS,
        CostUnit::People => words_of::unit::PEOPLE,
        CostUnit::Share => words_of::unit::SHARE,
        CostUnit::Months => words_of::unit::MONTHS,
        CostUnit::Hours => words_of::unit::HOURS,
        CostUnit::Money => return None,
    })
}

/// The currency of a figure in money: that of the visitor if it is theirs, else that of its source. Nothing is converted.
#[must_use]
pub const fn currency_of<'a>(assessment: &Assessment, own: &'a str, origin: Origin) -> &'a str {
    if matches!(origin, Origin::Own) { own } else { assessment.cost.currency }
}

/// The currency of the amounts that follow from some figures; `None` if they add up two currencies.
#[must_use]
pub fn currency_of_amounts<'a>(assessment: &Assessment, own: &'a str, inputs: &CostInputs) -> Option<&'a str> {
    let money = assessment.cost.inputs.iter().enumerate().filter(|(_, input)| input.unit == CostUnit::Money);
    let mut used = money.map(|(n, _)| currency_of(assessment, own, inputs.origin(InputId::from_index(n))));
    let first = used.next()?;
    used.all(|other| other == first).then_some(first)
}

/// How sure the figures of an input are.
#[must_use]
pub fn reliability(input: &CostInput, origin: Origin) -> Key {
    use words_of::reliability as sure;
    match (origin, &input.published) {
        (Origin::Own, _) => sure::OWN,
        (Origin::Answer, _) => sure::ANSWER,
        (Origin::Default, Some(published)) => match published.by {
            Publisher::Statistics => sure::STATISTICS,
            Publisher::Quoted => sure::QUOTED,
            Publisher::Provider => sure::PROVIDER,
        },
        (Origin::Rule | Origin::Default, _) => sure::ILLUSTRATIVE,
    }
}

/// Whether an input is a default without a source or answer.
#[must_use]
pub fn is_illustrative(input: &CostInput, origin: Origin) -> bool {
    matches!(origin, Origin::Rule | Origin::Default) && input.evidence != Evidence::Sourced
}

/// The name of a view.
#[must_use]
pub const fn view(view: View) -> Key {
    match (view.period, view.basis) {
        (Period::ThreeYears, Basis::Total) => words_of::view::THREE_YEARS,
        (Period::ThreeYears, Basis::PerUser) => words_of::view::THREE_YEARS_PER_USER,
        (Period::Year, Basis::Total) => words_of::view::YEAR,
        (Period::Year, Basis::PerUser) => words_of::view::YEAR_PER_USER,
    }
}
