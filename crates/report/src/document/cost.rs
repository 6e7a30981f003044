//! Cost over three years: the ranges, what they say, and every figure that they rest on. It is not part of the score.

use super::{Item, sheet::Sheet};
use crate::cost::{
    CostWords, break_even_sentences, cost_claim_sentence, currency_of, currency_of_amounts, decimals, parts_of,
    reliability, unit, view,
};
use assessment::{
    Alternative, InputId,
    i18n::key::ui::{cost as words, cost::head},
};
use decision::plan::cost::{CostClaim, CostInputs, CostState, CostStudy, View};

/// Where our figures come from, and which currency the visitor's own figures have.
fn currency(sheet: &Sheet<'_>) -> String {
    let (made_in, other) = (sheet.assessment.cost.currency, sheet.subject.currency);
    let mut said = sheet.fill(words::CURRENCY, &[("name", made_in)]);
    if other != made_in {
        said.push(' ');
        said.push_str(&sheet.fill(words::own::OTHER_CURRENCY, &[("other", other)]));
    }
    said
}

/// The study from the visitor's own figures, where they gave some.
pub fn cost(sheet: &mut Sheet<'_>) {
    let (subject, reading) = (sheet.subject, &sheet.evaluation().reading);
    let assessment = subject.voice.assessment;
    let inputs = CostInputs::of(assessment, reading, subject.worksheet.figures.own());
    let study = CostStudy::of(assessment, &inputs);
    let claim = CostClaim::of(assessment, &inputs, &study);
    let whole = |n| subject.voice.locale.integer(n);
    let amounts_in = currency_of_amounts(assessment, subject.currency, &inputs);
    let money = |n| amounts_in.map_or_else(|| whole(n), |code| [code, " ", &whole(n)].concat());
    let say = CostWords { voice: subject.voice, money: &money };
    sheet.section(words::TITLE);
    sheet.say(words::APART);
    sheet.paragraph(&currency(sheet));
    sheet.paragraph(&cost_claim_sentence(&say, &study, &claim));
    let [shown, ..] = View::ALL;
    let mut rows = Vec::new();
    for model in Alternative::ALL {
        let mut row = vec![sheet.name(model).to_owned()];
        row.extend(study.shown(shown)[model.index()].map(money));
        rows.push(row);
    }
    let columns = [head::MODEL, head::LOW, head::MIDDLE, head::HIGH].map(|key| sheet.t(key));
    sheet.table(sheet.t(view(shown)), &columns, &rows);
    if amounts_in.is_none() {
        let values = [("name", assessment.cost.currency), ("other", subject.currency)];
        sheet.paragraph(&sheet.fill(words::own::MIXED, &values));
    }
    sheet.say(words::MEANING);
    // Samples do not say which model costs less.
    if claim.state != CostState::Sample {
        let even = study.break_even.iter().flat_map(|range| break_even_sentences(&say, range));
        sheet.list(false, even.map(|sentence| Item::new(&sentence)).collect());
    }
    sheet.say(words::alike::LEFT_OUT);
    let mut rows = Vec::new();
    for (n, input) in assessment.cost.inputs.iter().enumerate() {
        let id = InputId::from_index(n);
        let currency = currency_of(assessment, subject.currency, inputs.origin(id));
        let of = unit(input.unit).map_or(currency, |unit| sheet.t(unit));
        let mut row = vec![sheet.t(input.label).to_owned(), of.to_owned()];
        let write = |value| sheet.locale.decimal(parts_of(value, input.unit), decimals(input.unit));
        row.extend(inputs.get(id).values().map(write));
        row.push(sheet.t(reliability(input, inputs.origin(id))).to_owned());
        rows.push(row);
    }
    let columns = [head::INPUT, head::UNIT, head::LOW, head::LIKELY, head::HIGH, head::RELIABILITY];
    sheet.table(sheet.t(head::INPUT), &columns.map(|key| sheet.t(key)), &rows);
}
