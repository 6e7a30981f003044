//! CSV as spreadsheets read it.

use assessment::text::is_unsafe;
use csv::ReaderBuilder;

/// What spreadsheets separate cells by: which one depends on the program and its regional settings.
pub const SEPARATORS: [u8; 3] = *b",;\t";

/// All cells of a file.
pub fn cells(file: &str, separator: u8) -> Vec<String> {
    let mut reader =
        ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(file.as_bytes());
    let records = reader.records().map(|record| record.unwrap());
    records.flat_map(|record| record.iter().map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// Whether a spreadsheet would evaluate a cell. Plain negative numbers are no formulas.
pub fn is_formula(cell: &str) -> bool {
    let is_skipped = |c: char| c == '"' || c.is_whitespace() || ('\u{200b}'..='\u{200f}').contains(&c) || is_unsafe(c);
    let is_negative = cell.strip_prefix('-').is_some_and(|size| size.parse::<f64>().is_ok());
    !is_negative && cell.trim_start_matches(is_skipped).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// Whether a cell is a text to which at most apostrophes were added.
pub fn is_guarded(cell: &str, text: &str) -> bool {
    let mut rest = text.chars().peekable();
    let is_expected = |c: char| rest.next_if_eq(&c).is_some() || c == '\'';
    cell.chars().all(is_expected) && rest.next().is_none()
}
