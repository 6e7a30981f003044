//! The writer that sections share: it collects blocks and numbers quotations.
//!
//! A section is a `fn(&mut Sheet)` in the list of [`document`](super::document). It dereferences to [`Voice`] for the words.

use std::ops::Deref;

use super::{Block, Item, Subject, Text};
use crate::{Quoted, Voice, of_100};
use assessment::{
    Alternative, Citation,
    i18n::{Key, key::ui::report as words},
};
use decision::evaluation::{Evaluation, round_half_up};

/// The content of an empty cell.
pub const NOTHING: &str = "\u{2013}";

/// The blocks so far, and what they are made from.
pub struct Sheet<'a> {
    /// What the report is about.
    pub subject: &'a Subject<'a>,
    /// What was written so far.
    pub blocks: Vec<Block>,
    /// Quotations that were referred to.
    pub quoted: Quoted,
}

impl<'a> Deref for Sheet<'a> {
    type Target = Voice<'a>;

    fn deref(&self) -> &Voice<'a> {
        &self.subject.voice
    }
}

impl<'a> Sheet<'a> {
    pub const fn evaluation(&self) -> &'a Evaluation {
        self.subject.evaluation
    }

    /// A weight as a number of 100.
    pub fn weight(&self, weight: f64) -> String {
        self.locale.integer(of_100(weight))
    }

    /// The index of a model and the ends of its range, rounded.
    pub fn index(&self, alternative: Alternative) -> [i32; 3] {
        let (n, evaluation) = (alternative.index(), self.evaluation());
        let [low, high] = evaluation.shares.index_range[n].map(round_half_up);
        [evaluation.index()[n], low, high]
    }

    /// A text followed by the numbers of its quotations.
    pub fn cited(&mut self, text: &str, citations: &[Citation]) -> String {
        let numbers = self.quoted.cite(citations);
        if numbers.is_empty() {
            return text.to_owned();
        }
        self.fill(words::CITED, &[("text", text), ("n", &self.cited_numbers(&numbers))])
    }

    pub fn heading(&mut self, level: u8, text: &str) {
        self.blocks.push(Block::Heading { level, text: Text::new(text) });
    }

    /// A section begins.
    pub fn section(&mut self, title: Key) {
        self.heading(2, self.t(title));
    }

    pub fn paragraph(&mut self, text: &str) {
        self.blocks.push(Block::Paragraph(Text::new(text)));
    }

    /// A paragraph of the catalog.
    pub fn say(&mut self, key: Key) {
        self.paragraph(self.t(key));
    }

    /// The numbers of the quotations of a whole part.
    pub fn sources(&mut self, citations: &[Citation]) {
        if !citations.is_empty() {
            let text = self.cited(self.t(words::QUOTES), citations);
            self.paragraph(&text);
        }
    }

    /// A list; nothing if it has no items.
    pub fn list(&mut self, ordered: bool, items: Vec<Item>) {
        if !items.is_empty() {
            self.blocks.push(Block::List { ordered, items });
        }
    }

    /// A table. An empty cell gets a dash.
    pub fn table(&mut self, caption: &str, head: &[&str], rows: &[Vec<String>]) {
        let cell = |text: &str| Text::new(if text.is_empty() { NOTHING } else { text });
        self.blocks.push(Block::Table {
            caption: Text::new(caption),
            head: head.iter().map(|text| cell(text)).collect(),
            rows: rows.iter().map(|row| row.iter().map(|text| cell(text)).collect()).collect(),
        });
    }
}
