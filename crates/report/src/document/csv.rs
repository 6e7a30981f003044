//! The two tables that people open in a spreadsheet: their answers, and the figures of the result.

use super::{
    Subject,
    answers::{answer, ratings},
    sheet::Sheet,
    why::said,
};
use crate::{
    Quoted, headline, status_word,
    table::{Cell, csv},
};
use assessment::{
    Alternative,
    i18n::key::ui::{check, report as words, result, result::trial, result::why},
};
use decision::{evaluation::Verdict, explanation::Breakdown, response::SectionProgress};

/// Each question that applies with its id and what was said, then each dimension with its rating: a line each, in the words
/// of the catalog.
#[must_use]
pub fn answers_csv(subject: &Subject<'_>) -> String {
    let t = |key| Cell::text(subject.voice.t(key));
    let mut rows = vec![vec![t(words::PART), t(words::ID), t(trial::QUESTION), t(why::ANSWER)]];
    for at in SectionProgress::of_all(subject.voice.assessment, subject.responses) {
        let section = subject.voice.assessment.sections[at.section.index()].name;
        for id in at.questions {
            let [question, said] = answer(subject, id);
            let id = subject.voice.assessment.question(id).id;
            rows.push(vec![t(section), Cell::text(id), Cell::text(&question), Cell::text(&said)]);
        }
    }
    for (dimension, row) in subject.voice.assessment.dimensions.iter().zip(ratings(subject)) {
        if let [name, rating] = row.as_slice() {
            rows.push(vec![t(check::PRIORITIES), Cell::text(dimension.id), Cell::text(name), Cell::text(rating)]);
        }
    }
    csv(&rows)
}

/// The figures of the result: the verdict; of each model the share, the index with its range and the status; then the points
/// of each answer, and the lead to which they add up. Only the verdict if there are too few answers.
#[must_use]
pub fn figures_csv(subject: &Subject<'_>) -> String {
    let sheet = Sheet { subject, blocks: Vec::new(), quoted: Quoted::default() };
    let evaluation = subject.evaluation;
    let t = |key| Cell::text(subject.voice.t(key));
    let nothing = || Cell::text("");
    let mut rows = vec![vec![t(words::FIGURE), t(result::MODEL), t(trial::QUESTION), t(why::ANSWER), t(words::VALUE)]];
    rows.push(vec![
        t(words::VERDICT),
        nothing(),
        nothing(),
        nothing(),
        Cell::text(&headline(subject.voice, evaluation)),
    ]);
    if evaluation.verdict == Verdict::Insufficient {
        return csv(&rows);
    }
    for alternative in Alternative::ALL {
        let [index, low, high] = sheet.index(alternative);
        let share = sheet.share(evaluation.shares.first[alternative.index()]);
        let status = status_word(evaluation.gates.shown(alternative));
        for (figure, value) in [
            (words::FIRST, Cell::text(&share)),
            (result::INDEX, Cell::number(index.to_string())),
            (words::LOW, Cell::number(low.to_string())),
            (words::HIGH, Cell::number(high.to_string())),
            (result::STATUS, t(status)),
        ] {
            rows.push(vec![t(figure), Cell::text(sheet.name(alternative)), nothing(), nothing(), value]);
        }
    }
    let (of, over) = (evaluation.leader, evaluation.runner_up);
    let breakdown = Breakdown::of(subject.voice.assessment, evaluation, of, over);
    let names = [("name", sheet.inline_forms(of)), ("other", sheet.inline_forms(over))];
    let [points, lead] = [words::POINTS, words::LEAD_OVER].map(|key| sheet.fill(key, &names));
    let model = || Cell::text(sheet.name(of));
    for bar in &breakdown.bars {
        let [answers, questions] = said(&sheet, bar.cause);
        let [question, answer] = [Cell::text(&questions), Cell::text(&answers)];
        rows.push(vec![Cell::text(&points), model(), question, answer, tenths(bar.tenths)]);
    }
    rows.push(vec![Cell::text(&lead), model(), nothing(), nothing(), tenths(breakdown.lead)]);
    csv(&rows)
}

/// Not as the locale writes it: a program reads it.
fn tenths(tenths: i32) -> Cell {
    let size = tenths.unsigned_abs();
    let sign = if tenths < 0 { "-" } else { "" };
    Cell::number([sign, &(size / 10).to_string(), ".", &(size % 10).to_string()].concat())
}
