//! Why one model is ahead of the next: an answer a row, with its ground and its points, which add up to the lead.

use super::sheet::Sheet;
use assessment::{
    Citation,
    i18n::{
        key,
        key::ui::{report, result::trial, result::why as words},
    },
};
use decision::explanation::{Bar, Breakdown, Cause, Grounds};

/// Marks quotations about the question rather than the answer.
const MARK: &str = "\u{2020}";

/// The lead of the leader over the runner-up, taken apart.
pub fn why(sheet: &mut Sheet<'_>) {
    let evaluation = sheet.evaluation();
    let (of, over) = (evaluation.leader, evaluation.runner_up);
    let breakdown = Breakdown::of(sheet.assessment, evaluation, of, over);
    let names = [("name", sheet.inline_forms(of)), ("other", sheet.inline_forms(over))];
    sheet.section(words::TITLE);
    sheet.paragraph(&sheet.fill(report::LEAD, &names));
    let mut rows = Vec::new();
    for bar in &breakdown.bars {
        rows.push(row(sheet, bar));
    }
    let total = sheet.fill(words::TOTAL, &names);
    rows.push(vec![total, String::new(), String::new(), sheet.locale.signed_tenths(breakdown.lead)]);
    let is_marked = rows.iter().flatten().any(|cell| cell.ends_with(MARK));
    let head = [words::ANSWER, trial::QUESTION, report::WHY, words::POINTS].map(|key| sheet.t(key));
    sheet.table(&sheet.fill(words::TOWARD, &names), &head, &rows);
    if is_marked {
        sheet.paragraph(&[MARK, " ", sheet.t(words::UNSOURCED)].concat());
    }
}

/// What was said, the question, why it counts as it does, and the points.
fn row(sheet: &mut Sheet<'_>, bar: &Bar) -> Vec<String> {
    let [answers, questions] = said(sheet, bar.cause);
    let (ground, sources, is_own) = ground(sheet, bar.cause);
    let mut ground = sheet.cited(ground, &sources);
    if !is_own {
        ground.push(' ');
        ground.push_str(MARK);
    }
    vec![answers, questions, ground, sheet.locale.signed_tenths(bar.tenths)]
}

/// The answers of a cause and their questions; that of the priorities is the question on what matters.
pub fn said(sheet: &Sheet<'_>, cause: Cause) -> [String; 2] {
    let Cause::Item(item) = cause else {
        return [key::reason::PRIORITIES, key::ui::priorities::TITLE].map(|key| sheet.t(key).to_owned());
    };
    let assessment = sheet.assessment;
    let [mut answers, mut questions] = [String::new(), String::new()];
    for (id, option) in Grounds::of(assessment, &sheet.evaluation().reading, item).answers {
        let question = assessment.question(id);
        for (list, part) in [(&mut answers, question.options[option.index()].label), (&mut questions, question.text)] {
            if !list.is_empty() {
                list.push_str(" + ");
            }
            list.push_str(sheet.t(part));
        }
    }
    [answers, questions]
}

/// Why an answer counts, the quotations, and whether they are about the answer rather than the question.
fn ground<'a>(sheet: &Sheet<'a>, cause: Cause) -> (&'a str, Vec<Citation>, bool) {
    let assessment = sheet.assessment;
    let Cause::Item(item) = cause else {
        let profiles = assessment.items.iter().filter(|item| item.is_profile());
        return (sheet.t(words::GENERAL), profiles.flat_map(|item| item.sources).copied().collect(), true);
    };
    let grounds = Grounds::of(assessment, &sheet.evaluation().reading, item);
    let why = grounds.why.map_or("", |why| sheet.t(why));
    if !grounds.sources.is_empty() {
        return (why, grounds.sources, true);
    }
    (why, grounds.answers.iter().flat_map(|(id, _)| assessment.question(*id).sources).copied().collect(), false)
}
