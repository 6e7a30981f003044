//! What several people said, side by side: the sentences, and all of it as Markdown to take into the meeting.
//!
//! It finds nothing; see [`decision::comparison`].

mod agenda;
mod sentences;

pub use agenda::agenda_text;
pub use sentences::ComparisonWords;

use assessment::{
    Assessment, Citation,
    i18n::{
        Catalog, Locale,
        key::ui::{compare, result},
    },
};

use decision::comparison::{Agenda, Answer, Comparison, Difference, Point};

use crate::markup::escape;

/// The whole comparison as Markdown: results, agenda, point by point, answers that differ, and what only some know.
///
/// Names come from other people's links and files. They are escaped, so that a name stays a name.
#[must_use]
pub fn comparison_markdown(
    assessment: &Assessment,
    words: &Catalog,
    locale: &dyn Locale,
    comparison: &Comparison,
    agenda: &Agenda,
) -> String {
    let said = ComparisonWords::new(assessment, words, locale, comparison).with_names_written(escaped);
    let mut page = Markdown { assessment, words, said, text: String::new() };
    page.line(&["# ", words.get(compare::TITLE)]);
    page.results(comparison);
    page.agenda(comparison, agenda);
    page.dimensions(comparison);
    page.line(&["## ", words.get(compare::difference::TITLE)]);
    if comparison.differences.is_empty() {
        page.line(&[words.get(compare::difference::NONE)]);
    } else {
        page.line(&[words.get(compare::difference::TEXT)]);
        page.answers(&comparison.differences);
    }
    if !comparison.known_to_some.is_empty() {
        page.line(&["## ", words.get(compare::known::TITLE)]);
        page.answers(&comparison.known_to_some);
    }
    page.text
}

struct Markdown<'a> {
    assessment: &'a Assessment,
    words: &'a Catalog,
    said: ComparisonWords<'a>,
    text: String,
}

impl Markdown<'_> {
    /// A block of its own: an empty line stands before all but the first.
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
        self.line(&["## ", self.words.get(compare::result::TITLE)]);
        self.line(&[&self.said.agreement()]);
        self.text.push('\n');
        for person in 0..comparison.people.len() {
            self.next(&["- ", &self.said.result(person)]);
        }
    }

    fn agenda(&mut self, comparison: &Comparison, agenda: &Agenda) {
        self.line(&["## ", self.words.get(compare::agenda::TITLE)]);
        for (n, point) in agenda.points.iter().enumerate() {
            // Seven at most, so one digit.
            self.line(&[&(n + 1).to_string(), ". ", &self.said.point(*point)]);
            if let Point::Collision(id) = point
                && let Some(collided) = comparison.collision(*id)
            {
                for citation in collided.content(self.assessment).sources {
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
            None if agenda.points.is_empty() => self.line(&[self.words.get(compare::agenda::NOTHING)]),
            None => {}
        }
        if let Some(question) = agenda.closing {
            self.line(&[&self.said.closing(question)]);
        }
    }

    /// A quotation inside the point of a list.
    fn quote(&mut self, citation: &Citation) {
        let quote = self.words.fill(result::QUOTE, &[("quote", self.words.get(citation.quote))]);
        let article = self.words.get(self.assessment.sources[citation.source.index()].name);
        self.line(&["   > ", &quote, " ", article]);
    }

    fn dimensions(&mut self, comparison: &Comparison) {
        self.line(&["## ", self.words.get(compare::dimension::TITLE)]);
        self.line(&[self.words.get(compare::dimension::TEXT)]);
        self.text.push('\n');
        let head = [
            self.words.get(compare::dimension::POINT),
            &self.said.names().join(" | "),
            self.words.get(compare::dimension::TOGETHER),
        ];
        self.next(&["| ", &head.join(" | "), " |"]);
        self.next(&["|", &" --- |".repeat(comparison.people.len() + 2)]);
        for view in &comparison.dimensions {
            let name = self.words.get(self.assessment.dimensions[view.dimension.index()].name);
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
            self.line(&["### ", self.words.get(self.assessment.question(difference.question).text)]);
            self.text.push('\n');
            for (name, said) in self.said.names().to_vec().iter().zip(&difference.answers) {
                let answer = self.said.answer(difference.question, *said);
                let line = self.words.fill(compare::answer::LINE, &[("name", name), ("answer", &answer)]);
                // What does not apply says nothing about the question.
                if *said != Answer::NotAsked {
                    self.next(&["- ", &line]);
                }
            }
            self.line(&[&self.said.effect(difference)]);
        }
    }
}

/// A name in which no character means anything to Markdown or HTML, also where it begins a line.
fn escaped(name: &str) -> String {
    let mut text = String::new();
    escape(&mut text, name, true);
    text
}
