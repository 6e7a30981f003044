//! Finds every problem in a content: unknown names, levels out of range, weights that break a rule, missing words.
//!
//! A message says what was expected and what was found, after the place. What is checked here, [`crate::generate`] relies on.

mod cost;
mod items;
mod numbers;
mod plan;
mod questions;
mod rules;
mod words;

use std::collections::BTreeSet;

use crate::{
    generate::ALTERNATIVES,
    problem::Problems,
    raw::{Citation, Condition, Content},
};

/// A set of options is stored in 16 bits.
const MOST_OPTIONS: usize = 16;

pub use words::words;
pub(crate) use words::{forms, missing, quotations, slots, unknown, unused};

/// Adds every problem of `content` to `problems`.
pub fn structure(content: &Content, problems: &mut Problems) {
    let mut check = Check { content, problems };
    check.assessment();
    check.questions();
    check.items();
    check.rules();
    check.plan();
    check.numbers();
    check.signals();
}

struct Check<'a> {
    content: &'a Content,
    problems: &'a mut Problems,
}

impl Check<'_> {
    fn assessment(&mut self) {
        let file = "structure/assessment.json";
        let a = &self.content.assessment;
        let expected = ALTERNATIVES.map(|(id, _)| id);
        let found: Vec<&str> = a.alternatives.iter().map(|a| a.id.as_str()).collect();
        if found != expected {
            self.problems.add(
                file,
                "alternatives",
                format!("expected exactly {expected:?}, in this order, not {found:?}"),
            );
        }
        unique(file, "sources", a.sources.iter(), self.problems);
        unique(file, "sections", a.sections.iter(), self.problems);
        unique(file, "dimensions", a.dimensions.iter(), self.problems);
        unique(file, "quick", a.quick.iter(), self.problems);
        for (n, id) in a.quick.iter().enumerate() {
            let path = format!("quick[{n}]");
            match self.content.questions.iter().find(|q| q.id == *id) {
                None => self.problems.unknown(file, &path, "question", id, question_ids(self.content)),
                Some(q) if !q.scored => {
                    self.problems.add(file, &path, format!("expected a scored question; `{id}` is not scored"))
                }
                Some(_) => {}
            }
        }
        let shares = [
            ("clear", a.verdict.clear),
            ("lean", a.verdict.lean),
            ("clear_answered_share", a.verdict.clear_answered_share),
        ];
        for (name, value) in shares {
            if !(value > 0.0 && value <= 1.0) {
                self.problems.add(
                    file,
                    &format!("verdict.{name}"),
                    format!("expected a share above 0 and up to 1, not {value}"),
                );
            }
        }
        if a.verdict.lean > a.verdict.clear {
            let (lean, clear) = (a.verdict.lean, a.verdict.clear);
            self.problems.add(
                file,
                "verdict.lean",
                format!("expected at most {clear}, the threshold of `clear`, not {lean}"),
            );
        }
        for (n, alternative) in a.alternatives.iter().enumerate() {
            for (name, note) in [
                ("definition", &alternative.definition),
                ("gives", &alternative.gives),
                ("costs", &alternative.costs),
                ("goes_wrong", &alternative.goes_wrong),
            ] {
                self.citations(file, &format!("alternatives[{n}] ({}).{name}", alternative.id), &note.sources);
            }
        }
        self.changes(file);
        self.doubts(file);
        self.tradeoff(file);
    }

    /// The questions that visitors with a draft of an earlier version have to look at again.
    fn changes(&mut self, file: &str) {
        let a = &self.content.assessment;
        for (version, questions) in &a.changed_since {
            let path = format!("changed_since.{version}");
            if *version == a.version {
                self.problems.add(file, &path, "expected an earlier version; this is the current one");
            }
            unique(file, &path, questions.iter(), self.problems);
            for id in questions {
                if !self.content.questions.iter().any(|q| q.id == *id) {
                    self.problems.unknown(file, &path, "question", id, question_ids(self.content));
                }
            }
        }
    }

    fn doubts(&mut self, file: &str) {
        let a = &self.content.assessment;
        for (path, value) in [("settled.share", a.settled.share), ("middle_note.share", a.middle_note.share)] {
            if !(value > 0.5 && value <= 1.0) {
                self.problems.add(file, path, format!("expected a share above 0.5 and up to 1, not {value}"));
            }
        }
        let (most, found) = (a.sampling.samples, a.settled.samples);
        if !(1..=most).contains(&found) {
            let text = format!("expected 1 to {most}, the number of samples of an evaluation, not {found}");
            self.problems.add(file, "settled.samples", text);
        }
        let found = a.middle_note.options;
        let has_options = |n: usize| self.content.questions.iter().any(|q| q.scored && q.options.len() == n);
        if found.is_multiple_of(2) || !has_options(found) {
            let text = format!("expected the odd number of options of a scored question, not {found}");
            self.problems.add(file, "middle_note.options", text);
        }
        let (least, most) = (a.reason_levels.for_at_least, a.reason_levels.against_at_most);
        if !(3..=4).contains(&least) {
            self.problems.add(
                file,
                "reason_levels.for_at_least",
                format!("expected 3 or 4, not {least}: 2 is neutral"),
            );
        }
        if most > 1 {
            self.problems.add(
                file,
                "reason_levels.against_at_most",
                format!("expected 0 or 1, not {most}: 2 is neutral"),
            );
        }
    }

    fn tradeoff(&mut self, file: &str) {
        let a = &self.content.assessment;
        for id in a.tradeoff.positions.keys() {
            self.alternative(file, "tradeoff.positions", id);
        }
        for alternative in &a.alternatives {
            let path = format!("tradeoff.positions.{}", alternative.id);
            match a.tradeoff.positions.get(&alternative.id) {
                None => self.problems.add(file, &path, "is missing; expected control and convenience from -1 to 1"),
                Some(position) if position.iter().any(|x| !(-1.0..=1.0).contains(x)) => {
                    let text = format!("expected control and convenience from -1 to 1, not {position:?}");
                    self.problems.add(file, &path, text);
                }
                Some(_) => {}
            }
        }
        self.citations(file, "tradeoff.sources", &a.tradeoff.sources);
        let [least, most] = a.operator.factor;
        if !(least > 0.0 && least <= 1.0 && most >= 1.0 && most.is_finite()) {
            let text = format!(
                "expected two numbers above 0, the first at most 1, the second at least 1, not {least} and {most}"
            );
            self.problems.add(file, "operator.factor", text);
        }
    }

    fn alternative(&mut self, file: &str, path: &str, id: &str) {
        if !self.content.assessment.alternatives.iter().any(|a| a.id == id) {
            self.problems.unknown(
                file,
                path,
                "alternative",
                id,
                self.content.assessment.alternatives.iter().map(|a| a.id.as_str()),
            );
        }
    }

    /// Checks a list of citations at `path`.
    fn citations(&mut self, file: &str, path: &str, citations: &[Citation]) {
        for (n, citation) in citations.iter().enumerate() {
            self.citation(file, &format!("{path}[{n}]"), citation);
        }
    }

    fn citation(&mut self, file: &str, path: &str, citation: &Citation) {
        let sources = &self.content.assessment.sources;
        if !sources.contains(&citation.source) {
            let path = format!("{path}.source");
            self.problems.unknown(file, &path, "source", &citation.source, sources.iter().map(String::as_str));
        }
        let quote = &citation.quote;
        if quote.trim().is_empty() || quote.contains('\n') {
            self.problems.add(file, &format!("{path}.quote"), format!("expected one line of text, not {quote:?}"));
        }
        if let Some(id) = &citation.speaks_for {
            self.alternative(file, &format!("{path}.for"), id);
        }
    }

    fn condition(&mut self, file: &str, path: &str, condition: &Condition) {
        let (maps, any) = match condition {
            Condition::Any { any } => (any.as_slice(), true),
            Condition::All { all } => (all.as_slice(), false),
            Condition::Map(map) => (std::slice::from_ref(map), false),
        };
        if maps.iter().all(std::collections::BTreeMap::is_empty) {
            self.problems.add(file, path, "expected at least one question with its options; the condition is empty");
        }
        for (n, map) in maps.iter().enumerate().filter(|(_, map)| any && map.len() != 1) {
            let text = format!("expected one question in each part of `any`, not {}", map.len());
            self.problems.add(file, &format!("{path}.any[{n}]"), text);
        }
        for (question, options) in maps.iter().flatten() {
            self.options(file, path, question, options);
        }
    }

    fn options(&mut self, file: &str, path: &str, question: &str, options: &[String]) {
        let Some(q) = self.content.questions.iter().find(|q| q.id == question) else {
            self.problems.unknown(file, path, "question", question, question_ids(self.content));
            return;
        };
        for option in options {
            if !q.options.iter().any(|o| o.id == *option) {
                self.problems.unknown(
                    file,
                    path,
                    &format!("option of `{question}`"),
                    option,
                    q.options.iter().map(|o| o.id.as_str()),
                );
            }
        }
    }
}

fn question_ids(content: &Content) -> impl Iterator<Item = &str> {
    content.questions.iter().map(|q| q.id.as_str())
}

fn unique<'a>(file: &str, path: &str, ids: impl Iterator<Item = &'a String>, problems: &mut Problems) {
    let mut seen = BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            problems.add(file, path, format!("`{id}` is listed twice"));
        }
    }
}

/// Ids that drafts refer to are lowercase words and digits joined by underscores.
fn snake<'a>(file: &str, path: &str, ids: impl Iterator<Item = &'a String>, problems: &mut Problems) {
    let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    for id in ids {
        let is_snake = id.split('_').all(|word| !word.is_empty() && word.chars().all(is_part));
        if !is_snake || id.starts_with(|c: char| c.is_ascii_digit()) {
            let text = format!("expected an id of lowercase words and digits, such as `inside_owner`, not `{id}`");
            problems.add(file, path, text);
        }
    }
}
