//! A document as Markdown: CommonMark, with the tables and check boxes of GitHub. No HTML.
//!
//! Names, answers and notes are escaped where they could be markup, and only there, so that the file stays readable. URLs
//! do not become links.

use super::{Block, Document, Item, Text};
use crate::markup::escape;

/// Ends a line inside a paragraph.
const BREAK: &str = "  \n";

/// Writes the document.
#[must_use]
pub fn markdown(document: &Document) -> String {
    let mut out = String::from("# ");
    inline(&mut out, &document.title);
    out.push('\n');
    if let Some(date) = &document.date {
        out.push('\n');
        line(&mut out, date);
        out.push('\n');
    }
    let mut before = Marker { ordered: false, other: true };
    let mut follows_list = false;
    for block in &document.blocks {
        out.push('\n');
        follows_list = match block {
            Block::List { ordered, items } => {
                // Two lists in a row would be read as one, so the second takes the other marker.
                let other = follows_list && before.ordered == *ordered && !before.other;
                before = Marker { ordered: *ordered, other };
                list(&mut out, before, items);
                true
            }
            Block::Facts(facts) => {
                let other = follows_list && !before.ordered && !before.other;
                before = Marker { ordered: false, other };
                for [name, value] in facts {
                    out.push_str(if other { "* **" } else { "- **" });
                    inline(&mut out, &Text::new(&[name.as_str(), &document.colon].concat()));
                    out.push_str("** ");
                    inline(&mut out, value);
                    out.push('\n');
                }
                true
            }
            other => {
                simple(&mut out, other);
                false
            }
        };
    }
    out
}

#[derive(Clone, Copy)]
struct Marker {
    ordered: bool,
    /// `*` for `-`, or `1)` for `1.`.
    other: bool,
}

/// A block other than a list.
fn simple(out: &mut String, block: &Block) {
    match block {
        Block::Heading { level, text } => {
            for _ in 0..(*level).clamp(1, 6) {
                out.push('#');
            }
            out.push(' ');
            inline(out, text);
        }
        Block::Paragraph(text) => line(out, text),
        Block::Table { caption, head, rows } => {
            if !caption.is_empty() {
                out.push_str("**");
                inline(out, caption);
                out.push_str("**\n\n");
            }
            row(out, head);
            out.push('|');
            for _ in head {
                out.push_str(" --- |");
            }
            for cells in rows {
                out.push('\n');
                row(out, cells);
                out.pop();
            }
        }
        Block::Quote { number, text, translation, source } => {
            out.push_str("> **");
            out.push_str(&number.to_string());
            out.push_str("** ");
            inline(out, text);
            for text in translation.iter().chain([source]) {
                out.push_str(BREAK);
                out.push_str("> ");
                line(out, text);
            }
        }
        Block::List { .. } | Block::Facts(_) => {}
    }
    out.push('\n');
}

fn list(out: &mut String, marker: Marker, items: &[Item]) {
    for (n, item) in items.iter().enumerate() {
        let start = out.len();
        match (marker.ordered, marker.other) {
            (true, other) => {
                out.push_str(&(n + 1).to_string());
                out.push_str(if other { ") " } else { ". " });
            }
            (false, other) => out.push_str(if other { "* " } else { "- " }),
        }
        let width = out.len() - start;
        out.push_str(match item.ticked {
            Some(true) => "[x] ",
            Some(false) => "[ ] ",
            None => "",
        });
        for (n, text) in item.lines.iter().enumerate() {
            if n > 0 {
                out.push_str(BREAK);
                for _ in 0..width {
                    out.push(' ');
                }
            }
            line(out, text);
        }
        out.push('\n');
    }
}

fn row(out: &mut String, cells: &[Text]) {
    out.push('|');
    for cell in cells {
        out.push(' ');
        inline(out, cell);
        out.push_str(" |");
    }
    out.push('\n');
}

/// A text at the start of a line.
fn line(out: &mut String, text: &Text) {
    escape(out, text.as_str(), true);
}

/// A text inside a line.
fn inline(out: &mut String, text: &Text) {
    escape(out, text.as_str(), false);
}
