//! The visitor's own figures in drafts: input id to low, likely and high, the replaced ones only.
//!
//! ```json
//! { "users": [80, 90, 120], "salary": [60000, 75000, 90000] }
//! ```

use super::{
    Expected,
    part::{ALL, Part, PartReader, Unread},
};
use assessment::{Assessment, json::Value};
use decision::worksheet::Figures;

/// The document to save; `None` if empty.
#[must_use]
pub fn encode_figures(assessment: &Assessment, figures: &Figures, unread: &Unread) -> Option<Value> {
    let own = figures.own().iter().map(|(input, range)| {
        (assessment.cost.input(*input).id.to_owned(), range.values().into_iter().collect::<Value>())
    });
    unread.merged_with(Value::Object(own.collect()))
}

/// Decodes the figures at a path. Unknown inputs and invalid figures are reported, and written back by the next
/// [`encode_figures`].
#[must_use]
pub fn decode_figures(assessment: &Assessment, path: &str, document: &Value) -> Part<Figures> {
    let mut figures = Figures::default();
    let mut reader = PartReader::new();
    let taken = reader.entries(path, document, &mut |reader, path, name, value| {
        let input = assessment.cost.find_input(name).ok_or(Expected::InputId)?;
        let values = three(value).ok_or(Expected::Figures)?;
        let Err(refused) = figures.set(assessment, input, values) else { return ALL };
        for figure in refused {
            let n = figure.field as usize;
            reader.report([path, "[", &n.to_string(), "]"].concat(), &Value::Number(values[n]), Expected::Figures);
        }
        Ok(Unread::whole(value))
    });
    reader.part(path, document, figures, taken)
}

/// A list of exactly three numbers.
fn three(value: &Value) -> Option<[f64; 3]> {
    match value.as_list()? {
        [low, likely, high] => Some([low.as_number()?, likely.as_number()?, high.as_number()?]),
        _ => None,
    }
}
