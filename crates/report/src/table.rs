//! A table as CSV and as Markdown. Texts stay texts in both: no formula, no markup.
//!
//! ```
//! use report::{Cell, csv};
//!
//! let rows = [vec![Cell::text("=1+1, \"two\"; =3"), Cell::number("-1.5")]];
//! assert_eq!(csv(&rows), "\"'=1+1, \"\"two\"\"; '=3\",-1.5\r\n");
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

/// CSV by RFC 4180: lines end with CR LF, strings are quoted, numbers are not. A sign that would start a formula gets an
/// apostrophe before it.
///
/// With many regional settings, spreadsheets separate cells at semicolons and ignore quotation marks inside of a cell, so a
/// string can contain the start of a cell. It contains no tab, the third usual separator (see [`one_line`]).
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
            let mut is_start = true;
            for c in cell.text.chars() {
                // Full-width signs start formulas too.
                if is_start && matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠') {
                    file.push('\'');
                }
                is_start = c == ';' || is_start && may_precede_formula(c);
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

/// Whether a spreadsheet may skip a character at the start of a cell.
fn may_precede_formula(c: char) -> bool {
    c == '"' || c.is_whitespace() || is_unseen(c)
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
