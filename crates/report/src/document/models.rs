//! The three models side by side, by the same fields, and the scale from control to convenience.

use super::{Item, sheet::Sheet};
use crate::{blocked_models, status_word};
use assessment::{
    Alternative, Note,
    i18n::{
        Key, key,
        key::{tradeoff, ui::report, ui::result as words},
    },
};
use decision::{
    evaluation::{Status, Verdict},
    explanation::{Cause, Grounds, Reason, Reasons, Scale},
};

/// Reasons given on each side.
const MOST_REASONS: usize = 3;

/// A table with a column for each model, then the reasons for and against each.
pub fn models(sheet: &mut Sheet<'_>) {
    let evaluation = sheet.evaluation();
    sheet.section(words::MODELS);
    let [a, b, c] = Alternative::ALL.map(|alternative| sheet.name(alternative));
    let notes = |field: fn(Alternative, &Sheet<'_>) -> Note| {
        move |sheet: &mut Sheet<'_>, alternative: Alternative| {
            let note = field(alternative, sheet);
            sheet.cited(sheet.t(note.text), note.sources)
        }
    };
    let rows = [
        row(sheet, words::FIRST, |sheet, a| {
            let n = sheet.share(evaluation.shares.first[a.index()]);
            sheet.fill(words::OF_100, &[("n", &n)])
        }),
        row(sheet, words::INDEX, |sheet, a| {
            let [n, low, high] = sheet.index(a).map(|n| sheet.locale.integer(n.into()));
            sheet.fill(words::INDEX_VALUE, &[("n", &n), ("low", &low), ("high", &high)])
        }),
        row(sheet, words::STATUS, |sheet, a| sheet.t(status_word(evaluation.gates.shown(a))).to_owned()),
        row(sheet, words::GIVES, notes(|a, sheet| sheet.assessment.notes(a).gives)),
        row(sheet, words::COSTS, notes(|a, sheet| sheet.assessment.notes(a).costs)),
        row(sheet, words::WRONG, notes(|a, sheet| sheet.assessment.notes(a).goes_wrong)),
    ];
    sheet.table(sheet.t(report::FIELDS), &[sheet.t(words::MODEL), a, b, c], &rows);
    without_rules(sheet);
    sheet.heading(3, sheet.t(words::INDEX_MEANING));
    sheet.say(words::INDEX_HELP);
    for alternative in Alternative::ALL {
        reasons(sheet, alternative);
    }
}

fn row(sheet: &mut Sheet<'_>, title: Key, value: impl Fn(&mut Sheet<'_>, Alternative) -> String) -> Vec<String> {
    let mut cells = vec![sheet.t(title).to_owned()];
    for alternative in Alternative::ALL {
        cells.push(value(sheet, alternative));
    }
    cells
}

/// What would come first if nothing were ruled out.
fn without_rules(sheet: &mut Sheet<'_>) {
    let (subject, evaluation) = (sheet.subject, sheet.evaluation());
    if evaluation.gates.status.contains(&Status::Blocked) && evaluation.verdict != Verdict::Only {
        let first = evaluation.ungated_leader();
        let blocked = blocked_models(subject.voice, evaluation);
        let n = sheet.share(evaluation.shares.ungated_first[first.index()]);
        let values = [("blocked", &*blocked), ("name", sheet.inline_forms(first)), ("n", &n)];
        sheet.paragraph(&sheet.fill(words::UNGATED, &values));
    }
}

/// What blocks a model, and the reasons for and against it.
fn reasons(sheet: &mut Sheet<'_>, alternative: Alternative) {
    let (assessment, evaluation) = (sheet.assessment, sheet.evaluation());
    sheet.heading(3, sheet.name(alternative));
    let status = evaluation.gates.shown(alternative);
    sheet.say(status_word(status));
    let mut items = Vec::new();
    for id in evaluation.gates.reasons(assessment, alternative) {
        let gate = &assessment.gates[id.index()];
        items.push(Item::new(&sheet.cited(sheet.t(gate.text), gate.sources)));
    }
    sheet.list(false, items);
    let found = Reasons::of(assessment, evaluation, alternative);
    for (title, none, side) in [
        (words::FOR, words::FOR_NONE, &found.speaking_for),
        (words::AGAINST, words::AGAINST_NONE, &found.speaking_against),
    ] {
        sheet.heading(4, sheet.t(title));
        if side.is_empty() {
            sheet.say(none);
        }
        let mut items = Vec::new();
        for reason in side.iter().take(MOST_REASONS) {
            items.push(item(sheet, reason));
        }
        sheet.list(false, items);
    }
}

/// The question with what was said, and why that counts as it does.
fn item(sheet: &mut Sheet<'_>, reason: &Reason) -> Item {
    let assessment = sheet.assessment;
    let Cause::Item(id) = reason.cause else {
        return Item::new(sheet.t(key::reason::PRIORITIES)).with_line(sheet.t(words::why::GENERAL));
    };
    let grounds = Grounds::of(assessment, &sheet.evaluation().reading, id);
    let mut item = Item { lines: Vec::new(), ticked: None };
    for (question, option) in &grounds.answers {
        let question = assessment.question(*question);
        let answer = sheet.t(question.options[option.index()].label);
        item = item.with_line(&sheet.fill(report::ANSWERED, &[("text", sheet.t(question.text)), ("answer", answer)]));
    }
    match grounds.why {
        Some(why) => item.with_line(&sheet.cited(sheet.t(why), &grounds.sources)),
        None => item,
    }
}

/// The order of the models and the answers from control to convenience.
pub fn scale(sheet: &mut Sheet<'_>) {
    let assessment = sheet.assessment;
    let Scale { points, nearest } = Scale::of(assessment, sheet.evaluation());
    sheet.section(tradeoff::TITLE);
    sheet.say(tradeoff::TEXT);
    let names: Vec<String> = points
        .iter()
        .map(|(model, _)| model.map_or_else(|| sheet.t(words::scale::YOURS), |model| sheet.inline(model)).to_owned())
        .collect();
    let mut said = sheet.fill(words::scale::ORDER, &[("models", &sheet.locale.and_list(&names))]);
    said.push(' ');
    match nearest {
        Some(model) => said.push_str(&sheet.fill(words::scale::NEAREST, &[("name", sheet.inline_forms(model))])),
        None => said.push_str(sheet.t(words::scale::NONE)),
    }
    sheet.paragraph(&said);
    sheet.say(words::scale::READING);
    sheet.sources(assessment.tradeoff);
}
