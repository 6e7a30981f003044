//! The scorecard in drafts.
//!
//! ```json
//! { "response": { "today": 8, "target": 2.5, "now": 6, "review": "2027-06-01" } }
//! ```

use super::{
    Expected,
    part::{ALL, Part, PartReader, Unread, date, expected, push, push_date},
};
use assessment::{Assessment, json::Value};
use decision::worksheet::{Decimal, ScorecardChange, ScorecardEntries};

/// The document to save; `None` if empty.
#[must_use]
pub fn encode_scorecard(assessment: &Assessment, entries: &ScorecardEntries, unread: &Unread) -> Option<Value> {
    let mut document = Vec::new();
    for (_, metric, measure) in entries.measures(assessment) {
        let mut entry = Vec::new();
        for (name, figure) in [("today", measure.today), ("target", measure.target), ("now", measure.now)] {
            let number = figure.map(|figure| f64::from(figure.hundredths()) / 100.0);
            entry.extend(number.map(|number| (name.to_owned(), Value::from(number))));
        }
        push_date(&mut entry, "review", measure.review);
        push(&mut document, metric.id, entry);
    }
    unread.merged_with(Value::Object(document))
}

/// Decodes a part at a path. Unknown data is reported, and is written back by the next [`encode_scorecard`].
#[must_use]
pub fn decode_scorecard(assessment: &Assessment, path: &str, document: &Value) -> Part<ScorecardEntries> {
    let mut entries = ScorecardEntries::new(assessment);
    let mut reader = PartReader::new();
    let taken = reader.entries(path, document, &mut |reader, path, name, value| {
        let id = assessment.find_metric(name).ok_or(Expected::EntryId)?;
        reader.entries(path, value, &mut |_, _, name, value| {
            let change = match name {
                "today" => ScorecardChange::Today(id, Some(figure(value)?)),
                "target" => ScorecardChange::Target(id, Some(figure(value)?)),
                "now" => ScorecardChange::Now(id, Some(figure(value)?)),
                "review" => ScorecardChange::Review(id, Some(date(value)?)),
                _ => return Err(Expected::KnownName),
            };
            entries.apply(assessment, change).map_err(expected)?;
            ALL
        })
    });
    reader.part(path, document, entries, taken)
}

/// A number with at most two decimals.
fn figure(value: &Value) -> Result<Decimal, Expected> {
    let hundredths = value.as_number().ok_or(Expected::Decimal)? * 100.0;
    let whole = hundredths.round();
    // 2.3 * 100 is slightly less than 230. Infinity and NaN fail the comparison.
    let is_figure = (hundredths - whole).abs() < 1e-6 && whole.abs() < 1e9;
    if is_figure { Ok(Decimal::of_hundredths(whole as i32)) } else { Err(Expected::Decimal) }
}
