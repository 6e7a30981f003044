//! What to do: half-shared IT, the path with its steps, who does what, how to measure it, what to ask a provider.

use super::{Item, sheet::Sheet};
use crate::{path_words, trap_words};
use assessment::{
    Alternative, Citation, Side,
    i18n::{
        Key,
        key::ui::{
            headway::calendar,
            report,
            result::{ask, path as path_title, roadmap as steps, scorecard as measures, split},
        },
    },
};
use decision::{
    plan::{
        AnyStep, Plan, Split, ToAsk, Trap, note_on_sector, notes_on_events, questions_to_ask as asked, steps as rows_of,
    },
    worksheet::{CalendarDate, DECIMALS, Decimal, Mark},
};

/// Work that is shared by accident: what was found, also when it is nothing.
pub fn trap(sheet: &mut Sheet<'_>) {
    let assessment = sheet.assessment;
    let found = Trap::of(assessment, sheet.evaluation());
    let [title, text] = trap_words(&found);
    sheet.section(title);
    sheet.say(text);
    let signs = found.signs.iter().map(|id| {
        let sign = &assessment.trap.signs[id.index()];
        Item::new(sheet.t(sign.future_text.filter(|_| found.future).unwrap_or(sign.text)))
    });
    let signs = signs.collect();
    sheet.list(false, signs);
    sheet.sources(assessment.trap.sources);
}

/// The path that fits, its steps in the order in which they start, and what the expected events add.
pub fn path(sheet: &mut Sheet<'_>) {
    let (assessment, evaluation) = (sheet.assessment, sheet.evaluation());
    let pattern = Plan::of(assessment, evaluation).pattern;
    let [title, advice] = path_words(pattern, evaluation.leader);
    sheet.section(path_title::TITLE);
    sheet.heading(3, sheet.t(title));
    sheet.say(advice);
    if let Some(notes) = assessment.patterns.iter().find(|notes| notes.id == pattern.code()) {
        sheet.sources(notes.sources);
    }
    sheet.heading(3, sheet.t(steps::TITLE));
    sheet.say(steps::TEXT);
    let mut items = Vec::new();
    for row in rows_of(assessment, evaluation, pattern, &sheet.subject.worksheet.steps) {
        let [from, to] = row.step.months().map(|n| sheet.number(n.into()));
        let months = sheet.fill(steps::SPAN, &[("from", &from), ("to", &to)]);
        let text = match row.step {
            AnyStep::Suggested(_, step) => sheet.cited(&sheet.labeled(&months, sheet.t(step.text)), step.sources),
            AnyStep::Own(own) => sheet.labeled(&months, own.text.as_str()),
        };
        let owner = match row.owner {
            "" => String::new(),
            name => sheet.fill(calendar::OWNER, &[("name", name)]),
        };
        let due = row.due.map_or_else(String::new, |day| sheet.fill(report::DUE, &[("date", &day.iso())]));
        items.push(Item { ticked: Some(row.done), ..Item::new(&text) }.with_line(&owner).with_line(&due));
    }
    sheet.list(false, items);
    let notes = notes_on_events(assessment, sheet.subject.responses);
    if !notes.is_empty() {
        sheet.heading(3, sheet.t(steps::EXPECT));
        let items = notes.iter().map(|note| Item::new(sheet.t(note.text))).collect();
        sheet.list(false, items);
    }
}

/// Who is in charge of each task if the work is shared, and who helps.
pub fn responsibilities(sheet: &mut Sheet<'_>) {
    let (assessment, evaluation) = (sheet.assessment, sheet.evaluation());
    sheet.section(split::TITLE);
    let Some(found) = Split::of(assessment, &evaluation.reading) else {
        sheet.say(split::NONE);
        return;
    };
    if evaluation.leader != Alternative::CoManaged {
        sheet.say(split::OTHER);
    }
    sheet.say(split::TEXT);
    let [inside, outside] = [split::INSIDE, split::OUTSIDE].map(|key| sheet.t(key).to_owned());
    let row = |(function, side): (&assessment::Function, Side)| {
        let (in_charge, helps) = if side == Side::Internal { (&inside, &outside) } else { (&outside, &inside) };
        vec![sheet.t(function.name).to_owned(), in_charge.clone(), helps.clone()]
    };
    let rows: Vec<Vec<String>> = found.accountable(assessment).map(row).collect();
    let head = [report::TASK, report::CHARGE, report::HELPS].map(|key| sheet.t(key));
    sheet.table(sheet.t(report::SPLIT), &head, &rows);
    sheet.sources(assessment.function_sources);
}

/// The five measures.
pub fn scorecard(sheet: &mut Sheet<'_>) {
    let assessment = sheet.assessment;
    let mut sources: Vec<Citation> = assessment.scorecard_sources.to_vec();
    sheet.section(measures::TITLE);
    sheet.say(measures::TEXT);
    let mut rows = Vec::new();
    for metric in assessment.scorecard {
        sources.push(metric.source);
        let better = if metric.higher_is_better { measures::HIGHER } else { measures::LOWER };
        rows.push([metric.name, metric.measure, better].map(|key| sheet.t(key).to_owned()).into());
    }
    let head = [measures::MEASURE, measures::HOW, measures::BETTER].map(|key| sheet.t(key));
    sheet.table(sheet.t(report::MEASURES), &head, &rows);
    entered_measures(sheet);
    sheet.sources(&sources);
}

/// The figures that were entered for the measures.
fn entered_measures(sheet: &mut Sheet<'_>) {
    let entries = &sheet.subject.worksheet.scorecard;
    if entries.is_empty() {
        return;
    }
    let voice = sheet.subject.voice;
    let figure = |decimal: Option<Decimal>| {
        decimal.map_or_else(String::new, |decimal| voice.locale.decimal(decimal.hundredths().into(), DECIMALS))
    };
    let mut rows = Vec::new();
    for (_, metric, entry) in entries.measures(sheet.assessment) {
        let mut row = vec![sheet.t(metric.name).to_owned()];
        row.extend([entry.today, entry.target, entry.now].map(figure));
        row.push(entry.review.map_or_else(String::new, CalendarDate::iso));
        rows.push(row);
    }
    let head = [measures::MEASURE, report::TODAY, report::TARGET, report::NOW, report::REVIEW].map(|key| sheet.t(key));
    sheet.table(sheet.t(report::ENTERED), &head, &rows);
}

/// Questions that fit the answers, to tick off, with what was noted, and a note on the visitor's field.
pub fn questions_to_ask(sheet: &mut Sheet<'_>) {
    let (assessment, evaluation) = (sheet.assessment, sheet.evaluation());
    sheet.section(ask::TITLE);
    sheet.say(report::ASK);
    let mut sources: Vec<Citation> = Vec::new();
    let mut items = Vec::new();
    let noted = &sheet.subject.worksheet.questions;
    let found = Trap::of(assessment, evaluation);
    for ToAsk { id, reasons } in asked(assessment, evaluation, sheet.subject.responses, &found) {
        let (entry, noted_on) = (&assessment.checklist[id.index()], noted.get(id));
        sources.push(entry.source);
        let mut item = Item { ticked: Some(noted_on.ticked), ..Item::new(sheet.t(entry.text)) };
        if let Some(reason) = reasons.first() {
            item = item.with_line(sheet.t(*reason));
        }
        if !noted_on.note.is_empty() {
            item = item.with_line(&sheet.fill(report::NOTE, &[("text", &noted_on.note)]));
        }
        for (place, name) in noted.providers() {
            let answer = &noted_on.answers[place];
            let mark = mark_word(answer.mark).map_or("", |key| sheet.t(key));
            let said = match (mark, answer.text.as_str()) {
                (mark, "") => mark.to_owned(),
                ("", text) => text.to_owned(),
                (mark, text) => sheet.labeled(mark, text),
            };
            if !said.is_empty() {
                item = item.with_line(&sheet.fill(report::SAID, &[("name", name), ("text", &said)]));
            }
        }
        items.push(item);
    }
    sheet.list(false, items);
    if let Some(note) = note_on_sector(assessment, &evaluation.reading) {
        sheet.paragraph(&sheet.labeled(sheet.t(ask::FIELD), sheet.t(note)));
    }
    sheet.sources(&sources);
}

/// What the visitor thinks of an answer; nothing if they have not asked.
const fn mark_word(mark: Mark) -> Option<Key> {
    match mark {
        Mark::NotAsked => None,
        Mark::Good => Some(report::mark::GOOD),
        Mark::Unclear => Some(report::mark::UNCLEAR),
        Mark::Poor => Some(report::mark::POOR),
    }
}
