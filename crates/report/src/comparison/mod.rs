//! A comparison in sentences, and as Markdown for the meeting.
//!
//! It finds nothing; see [`decision::comparison`].

mod agenda;
mod sentences;

pub use agenda::agenda_text;
pub use sentences::ComparisonWords;

use assessment::{
    Citation,
    i18n::key::ui::{compare, result},
};

use decision::comparison::{Agenda, Answer, Comparison, Difference, Point};

use crate::{Voice, markup::escape};

/// The whole comparison as Markdown: results, agenda, point by point, answers that differ, and what only some know.
///
/// Names come from other people's links and files, so they are escaped.
#[must_use]
pub fn comparison_markdown(voice: Voice<'_>, comparison: &Comparison, agenda: &Agenda) -> String {
    let said = ComparisonWords::new(voice, comparison).with_escaped_names(escaped);
    let mut page = Markdown { voice, said, text: String::new() };
    page.line(&["# ", voice.t(compare::TITLE)]);
    page.results(comparison);
    page.agenda(comparison, agenda);
    page.dimensions(comparison);
    page.line(&["## ", voice.t(compare::difference::TITLE)]);
    if comparison.differences.is_empty() {
        page.line(&[voice.t(compare::difference::NONE)]);
    } else {
        page.line(&[voice.t(compare::difference::TEXT)]);
        page.answers(&comparison.differences);
    }
    if !comparison.known_to_some.is_empty() {
        page.line(&["## ", voice.t(compare::known::TITLE)]);
        page.answers(&comparison.known_to_some);
    }
    page.text
}

struct Markdown<'a> {
    voice: Voice<'a>,
    said: ComparisonWords<'a>,
    text: String,
}

impl Markdown<'_> {
    /// A block, preceded by an empty line unless it is the first.
    fn line(&mut self, parts: &[&str]) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.next(parts);
    }

    /// A line right under the one before.
    fn next(&mut self, parts: &[&str]) {
        for part in parts {
            self.text.push_str(part);
        }
        self.text.push('\n');
    }

    fn results(&mut self, comparison: &Comparison) {
        self.line(&["## ", self.voice.t(compare::result::TITLE)]);
        self.line(&[&self.said.agreement()]);
        self.text.push('\n');
        for person in 0..comparison.people.len() {
            self.next(&["- ", &self.said.result(person)]);
        }
    }

    fn agenda(&mut self, comparison: &Comparison, agenda: &Agenda) {
        self.line(&["## ", self.voice.t(compare::agenda::TITLE)]);
        for (n, point) in agenda.points.iter().enumerate() {
            // Seven at most, so one digit.
            self.line(&[&(n + 1).to_string(), ". ", &self.said.point(*point)]);
            if let Point::Collision(id) = point
                && let Some(collided) = comparison.collision(*id)
            {
                for citation in collided.content(self.voice.assessment).sources {
                    self.quote(citation);
                }
            }
        }
        match &agenda.weak_points {
            Some(weak) => {
                let (sentence, causes) = self.said.weak_points(weak);
                self.line(&[&sentence]);
                for cause in causes {
                    self.line(&["- ", &cause]);
                }
            }
            None if agenda.points.is_empty() => self.line(&[self.voice.t(compare::agenda::NOTHING)]),
            None => {}
        }
        if let Some(question) = agenda.closing {
            self.line(&[&self.said.closing(question)]);
        }
    }

    /// A quotation inside the point of a list.
    fn quote(&mut self, citation: &Citation) {
        let quote = self.voice.fill(result::QUOTE, &[("quote", self.voice.t(citation.quote))]);
        let article = self.voice.t(self.voice.assessment.sources[citation.source.index()].name);
        let translation = self.voice.words.translation(citation.quote);
        let translation = translation.map(|text| self.voice.fill(result::TRANSLATION, &[("quote", text)]));
        let quote = translation.map_or(quote.clone(), |translation| [&quote, " ", &translation].concat());
        self.line(&["   > ", &quote, " ", article]);
    }

    fn dimensions(&mut self, comparison: &Comparison) {
        self.line(&["## ", self.voice.t(compare::dimension::TITLE)]);
        self.line(&[self.voice.t(compare::dimension::TEXT)]);
        self.text.push('\n');
        let head = [
            self.voice.t(compare::dimension::POINT),
            &self.said.names().join(" | "),
            self.voice.t(compare::dimension::TOGETHER),
        ];
        self.next(&["| ", &head.join(" | "), " |"]);
        self.next(&["|", &" --- |".repeat(comparison.people.len() + 2)]);
        for view in &comparison.dimensions {
            let name = self.voice.t(self.voice.assessment.dimensions[view.dimension.index()].name);
            let mut row = String::new();
            for person in 0..comparison.people.len() {
                row.push_str(" | ");
                row.push_str(&self.said.dimension_cell(view, person));
            }
            self.next(&["| ", name, &row, " | ", &self.said.dimension_together(view), " |"]);
        }
    }

    fn answers(&mut self, differences: &[Difference]) {
        for difference in differences {
            self.line(&["### ", self.voice.t(self.voice.assessment.question(difference.question).text)]);
            self.text.push('\n');
            for (name, said) in self.said.names().to_vec().iter().zip(&difference.answers) {
                let answer = self.said.answer(difference.question, *said);
                let line = self.voice.fill(compare::answer::LINE, &[("name", name), ("answer", &answer)]);
                // What does not apply says nothing about the question.
                if *said != Answer::NotAsked {
                    self.next(&["- ", &line]);
                }
            }
            self.line(&[&self.said.effect(difference)]);
        }
    }
}

/// A name escaped for Markdown and HTML, also at the start of a line.
fn escaped(name: &str) -> String {
    let mut text = String::new();
    escape(&mut text, name, true);
    text
}
