//! A table as CSV and as Markdown. Texts stay texts in both: no formula, no markup.
//!
//! ```
//! use report::{Cell, csv};
//!
//! let rows = [vec![Cell::text("=1+1, \"two\""), Cell::number("-1.5")]];
//! assert_eq!(csv(&rows), "\"'=1+1, \"\"two\"\"\",-1.5\r\n");
//! ```

use super::markup::escape;
use assessment::text::{is_unseen, one_line};

/// At the start of a CSV file, it makes spreadsheets read it as UTF-8. Other programs do not expect it.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    text: String,
    is_number: bool,
}

impl Cell {
    /// A text, on one line.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self { text: one_line(text), is_number: false }
    }

    /// A formatted number that was computed here. Never untrusted text.
    #[must_use]
    pub fn number(text: impl Into<String>) -> Self {
        Self { text: text.into(), is_number: true }
    }
}

/// CSV by RFC 4180: lines end with CR LF, strings are quoted, numbers are not. A string that a spreadsheet would treat as a
/// formula gets a leading apostrophe.
#[must_use]
pub fn csv(rows: &[Vec<Cell>]) -> String {
    let mut file = String::new();
    for row in rows {
        for (n, cell) in row.iter().enumerate() {
            if n > 0 {
                file.push(',');
            }
            if cell.is_number {
                file.push_str(&cell.text);
                continue;
            }
            file.push('"');
            if is_formula(&cell.text) {
                file.push('\'');
            }
            for c in cell.text.chars() {
                file.push(c);
                if c == '"' {
                    file.push(c);
                }
            }
            file.push('"');
        }
        file.push_str("\r\n");
    }
    file
}

/// Whether a spreadsheet would treat a string as a formula. Full-width signs count too, and invisible characters before a
/// sign are ignored.
fn is_formula(text: &str) -> bool {
    text.trim_start_matches(|c: char| c.is_whitespace() || is_unseen(c))
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// A table in Markdown as GitHub reads it; the first row is its head. A column is right-aligned if its first cell is a
/// number.
#[must_use]
pub fn table_markdown(rows: &[Vec<Cell>]) -> String {
    let mut table = String::new();
    for (n, row) in rows.iter().enumerate() {
        table.push('|');
        for cell in row {
            table.push(' ');
            escape(&mut table, &cell.text, false);
            table.push_str(" |");
        }
        table.push('\n');
        if n == 0 {
            table.push('|');
            for column in 0..row.len() {
                let is_number = rows.get(1).and_then(|below| below.get(column)).is_some_and(|cell| cell.is_number);
                table.push_str(if is_number { " ---: |" } else { " --- |" });
            }
            table.push('\n');
        }
    }
    table
}
