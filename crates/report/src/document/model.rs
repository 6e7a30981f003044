//! The parts of a document: a small tree that every format is written from.
//!
//! It knows no format and no words. A text is one line without control characters, whatever was put in, so no writer has to
//! think of line breaks.
//!
//! ```
//! use report::Text;
//!
//! assert_eq!(Text::new(" two\nlines ").as_str(), "two lines");
//! ```

use assessment::text::one_line;

/// A document from top to bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub title: Text,
    /// When it was made, as the caller wrote it; `None` if that was empty.
    pub date: Option<Text>,
    /// What follows a name before its value: a colon, in some languages after a space.
    pub colon: String,
    /// What follows.
    pub blocks: Vec<Block>,
}

/// One part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Heading {
        /// 2 for a section, 3 and 4 inside one; only the title has 1.
        level: u8,
        /// The text.
        text: Text,
    },
    Paragraph(Text),
    List {
        /// Whether its order counts.
        ordered: bool,
        items: Vec<Item>,
    },
    Table {
        /// What it shows.
        caption: Text,
        /// The name of each column.
        head: Vec<Text>,
        /// As many cells in each row as there are columns. The first names the row.
        rows: Vec<Vec<Text>>,
    },
    /// A quotation.
    Quote {
        /// The number by which the text refers to it, from 1.
        number: usize,
        /// The words of the source.
        text: Text,
        /// Ours, in another language than that of the source.
        translation: Option<Text>,
        source: Text,
    },
    /// Names, each with a value.
    Facts(Vec<[Text; 2]>),
}

/// One item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its lines, at least one.
    pub lines: Vec<Text>,
    /// Whether it is done, where it can be.
    pub ticked: Option<bool>,
}

/// One line of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text(String);

impl Text {
    /// Plain text. Line breaks and other control characters become a space, and so do several spaces.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(one_line(text))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Item {
    /// An item of one line that cannot be ticked.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { lines: vec![Text::new(text)], ticked: None }
    }

    /// The same with one more line; an empty one is left out.
    #[must_use]
    pub fn with_line(mut self, text: &str) -> Self {
        let line = Text::new(text);
        if !line.is_empty() {
            self.lines.push(line);
        }
        self
    }
}
