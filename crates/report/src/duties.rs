//! Who does what as a table for a spreadsheet or a document, and what was found in it in a few sentences.

use super::{
    Voice,
    table::{Cell, csv, table_markdown},
    voice::series,
};
use assessment::{
    Alternative, Assessment,
    i18n::{Catalog, Key, key::ui::duties as words_of},
};
use decision::plan::duties::{DutyCounts, DutyFinding, DutyName, DutyRow, doer_name, finding_texts, side_name};

/// The visible rows as CSV with a header: task, accountable side per model, who helps, who does it today, reason, part of
/// the path (if it has parts), findings, note.
#[must_use]
pub fn duties_csv(assessment: &Assessment, words: &Catalog, rows: &[DutyRow], findings: &[DutyFinding]) -> String {
    csv(&cells(assessment, words, rows, findings))
}

/// The same as a table in Markdown.
#[must_use]
pub fn duties_markdown(assessment: &Assessment, words: &Catalog, rows: &[DutyRow], findings: &[DutyFinding]) -> String {
    table_markdown(&cells(assessment, words, rows, findings))
}

fn cells(assessment: &Assessment, words: &Catalog, rows: &[DutyRow], findings: &[DutyFinding]) -> Vec<Vec<Cell>> {
    let text = |key| Cell::text(words.get(key));
    let shown = || rows.iter().filter(|row| !row.hidden);
    let has_parts = shown().any(|row| row.part.is_some());
    let mut head = vec![text(words_of::column::TASK)];
    head.extend(Alternative::ALL.map(|a| text(assessment.notes(a).name)));
    head.extend([words_of::column::HELPS, words_of::column::TODAY, words_of::column::WHY].map(text));
    head.extend(has_parts.then(|| text(words_of::column::PART)));
    head.extend([words_of::column::FINDINGS, words_of::column::NOTE].map(text));
    let mut table = vec![head];
    for row in shown() {
        let mut line = vec![match &row.name {
            DutyName::Standard(name) => text(*name),
            DutyName::Given(name) => Cell::text(name),
        }];
        line.extend(Alternative::ALL.map(|a| Cell::text(&accountable(words, row, a))));
        line.push(row.supporting(Alternative::CoManaged).map_or_else(|| Cell::text(""), |side| text(side_name(side))));
        line.push(text(doer_name(row.today)));
        line.push(text(row.why()));
        if has_parts {
            line.push(row.part.map_or_else(|| Cell::text(""), |part| text(part.name())));
        }
        let found = findings.iter().filter(|finding| finding.duty == row.id);
        let found = series(words, found.map(|finding| words.get(finding_texts(finding.kind).0)));
        line.push(Cell::text(&found));
        line.push(Cell::text(&row.note));
        table.push(line);
    }
    table
}

/// The accountable side, and the suggested one where that is another.
fn accountable(words: &Catalog, row: &DutyRow, alternative: Alternative) -> String {
    let name = words.get(side_name(row.accountable(alternative)));
    if row.differs(alternative) {
        let other = words.get(side_name(row.suggested[alternative.index()]));
        words.fill(words_of::DIFFERS, &[("name", name), ("other", other)])
    } else {
        name.to_owned()
    }
}

/// The findings, one sentence per kind. Empty if "today" is not filled in; one sentence if there are no problems.
#[must_use]
pub fn duties_summary(voice: Voice<'_>, counts: DutyCounts) -> Vec<String> {
    use words_of::count::{change_hands, collision, gap, one_person, today};
    if counts.with_today == 0 {
        return Vec::new();
    }
    let total = voice.number(counts.rows);
    let sentence = |n: usize, one: Key, other: Key| {
        voice.fill(voice.plural([one, other], n), &[("n", &voice.number(n)), ("total", &total)])
    };
    let mut sentences = vec![sentence(counts.with_today, today::ONE, today::OTHER)];
    for (n, one, other) in [
        (counts.gaps, gap::ONE, gap::OTHER),
        (counts.collisions, collision::ONE, collision::OTHER),
        (counts.one_person, one_person::ONE, one_person::OTHER),
        (counts.change_hands, change_hands::ONE, change_hands::OTHER),
    ] {
        if n > 0 {
            sentences.push(sentence(n, one, other));
        }
    }
    if sentences.len() == 1 {
        sentences.push(voice.t(words_of::count::NONE).to_owned());
    }
    sentences
}
