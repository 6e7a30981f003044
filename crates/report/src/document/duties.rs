//! Who does what, once something was entered: who is in charge under each model, who does it today, and what to sort out.

use super::sheet::Sheet;
use crate::duties_summary;
use assessment::{
    Alternative, Side,
    i18n::key::ui::{duties as words, result::split},
};
use decision::plan::{
    Plan,
    duties::{DutyCounts, DutyFinding, DutyName, DutyRow, doer_name, finding_texts},
};

/// The rows that are not hidden; nothing if the visitor left all as it was suggested.
pub fn duties(sheet: &mut Sheet<'_>) {
    let (subject, evaluation) = (sheet.subject, sheet.evaluation());
    if subject.worksheet.duties.is_as_suggested() {
        return;
    }
    let (assessment, responses) = (subject.voice.assessment, subject.responses);
    let pattern = Plan::of(assessment, evaluation).pattern;
    let rows = DutyRow::all(assessment, &evaluation.reading, pattern, &subject.worksheet.duties);
    let findings = DutyFinding::all(assessment, evaluation, responses, &rows);
    sheet.section(words::TITLE);
    for sentence in duties_summary(subject.voice, DutyCounts::of(&rows, &findings)) {
        sheet.paragraph(&sentence);
    }
    let mut cells = Vec::new();
    for row in rows.iter().filter(|row| !row.hidden) {
        let mut line = vec![match &row.name {
            DutyName::Standard(name) => sheet.t(*name).to_owned(),
            DutyName::Given(name) => name.clone(),
        }];
        for alternative in Alternative::ALL {
            let inside = row.accountable(alternative) == Side::Internal;
            line.push(sheet.t(if inside { split::INSIDE } else { split::OUTSIDE }).to_owned());
        }
        line.push(sheet.t(doer_name(row.today)).to_owned());
        let found = findings.iter().filter(|finding| finding.duty == row.id);
        let found = found.map(|finding| sheet.t(finding_texts(finding.kind).0));
        line.push(sheet.series(found.chain([row.note.as_str()]).filter(|said| !said.is_empty())));
        cells.push(line);
    }
    let mut head = vec![sheet.t(words::column::TASK)];
    head.extend(Alternative::ALL.map(|alternative| sheet.name(alternative)));
    head.extend([words::column::TODAY, words::column::FINDINGS].map(|key| sheet.t(key)));
    sheet.table(sheet.t(words::TEXT), &head, &cells);
}
