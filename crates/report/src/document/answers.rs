//! All answers, section by section, and the priorities, including "not sure" and open questions.

use super::{Subject, sheet::Sheet};
use crate::{rating_word, response_words};
use assessment::{
    DimensionId, QuestionId,
    i18n::key::ui::{check, overview, report, result::trial, result::why},
};
use decision::response::SectionProgress;

/// Every question that applies with its answer, and every dimension with its rating.
pub fn answers(sheet: &mut Sheet<'_>) {
    let subject = sheet.subject;
    sheet.section(report::ANSWERS);
    let head = [trial::QUESTION, why::ANSWER].map(|key| sheet.t(key));
    for at in SectionProgress::of_all(subject.voice.assessment, subject.responses) {
        if at.questions.is_empty() {
            continue;
        }
        let rows: Vec<Vec<String>> = at.questions.iter().map(|id| answer(subject, *id).into()).collect();
        let [answered, total] = [at.answered, at.questions.len()].map(|n| sheet.number(n));
        sheet.heading(3, sheet.t(subject.voice.assessment.sections[at.section.index()].name));
        sheet.table(&sheet.fill(overview::ANSWERED, &[("n", &answered), ("total", &total)]), &head, &rows);
    }
    sheet.heading(3, sheet.t(check::PRIORITIES));
    let head = [report::POINT, report::RATING].map(|key| sheet.t(key));
    sheet.table(sheet.t(report::RATINGS), &head, &ratings(subject));
}

/// A question and what was said.
pub fn answer(subject: &Subject<'_>, id: QuestionId) -> [String; 2] {
    let said = match subject.responses.get(id) {
        Some(response) => {
            subject.voice.series(response_words(subject.voice.assessment, subject.voice.words, id, response))
        }
        None => subject.voice.t(check::MISSING).to_owned(),
    };
    [subject.voice.t(subject.voice.assessment.question(id).text).to_owned(), said]
}

/// Each dimension with its rating.
pub fn ratings(subject: &Subject<'_>) -> Vec<Vec<String>> {
    let row = |(n, dimension): (usize, &assessment::Dimension)| {
        let rating = subject.evaluation.priorities.get(DimensionId::from_index(n));
        [dimension.name, rating_word(rating)].map(|key| subject.voice.t(key).to_owned()).into()
    };
    subject.voice.assessment.dimensions.iter().enumerate().map(row).collect()
}
