//! Every problem of a content folder: names that do not exist, levels out of range, weights that break their rule, words
//! that are missing.

mod cost;
mod items;
mod numbers;
mod plan;
mod questions;
mod rules;
mod words;

use std::collections::BTreeSet;

use crate::{
    problem::Problems,
    raw::{Citation, Condition, Content},
};

/// Options are kept as the bits of 16.
const MOST_OPTIONS: usize = 16;

pub use words::words;

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
        let expected = ["in_house", "co_managed", "outsourced"];
        if a.alternatives.iter().map(|a| a.id.as_str()).ne(expected) {
            self.problems.add(file, "alternatives", format!("expected exactly {expected:?}, in this order"));
        }
        unique(file, "sections", a.sections.iter(), self.problems);
        unique(file, "dimensions", a.dimensions.iter(), self.problems);
        for (n, id) in a.quick.iter().enumerate() {
            let path = format!("quick[{n}]");
            match self.content.questions.iter().find(|q| q.id == *id) {
                None => self.problems.unknown(file, &path, "question", id, question_ids(self.content)),
                Some(q) if !q.scored => self.problems.add(
                    file,
                    &path,
                    format!("`{id}` is not scored; the quick check asks scored questions"),
                ),
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
                    format!("{value} is not a share above 0 and up to 1"),
                );
            }
        }
        if a.verdict.lean > a.verdict.clear {
            self.problems.add(file, "verdict.lean", "expected at most the threshold of `clear`");
        }
        for (n, alternative) in a.alternatives.iter().enumerate() {
            for (name, note) in [
                ("definition", &alternative.definition),
                ("gives", &alternative.gives),
                ("costs", &alternative.costs),
                ("goes_wrong", &alternative.goes_wrong),
            ] {
                self.citations(file, &format!("alternatives[{n}].{name}"), &note.sources);
            }
        }
        self.changes(file);
        self.doubts(file);
        self.tradeoff(file);
    }

    /// Drafts of an earlier version are asked to look again at what has changed since.
    fn changes(&mut self, file: &str) {
        let a = &self.content.assessment;
        for (version, questions) in &a.changed_since {
            let path = format!("changed_since.{version}");
            if *version == a.version {
                self.problems.add(file, &path, "is the present version; nothing has changed since");
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
                self.problems.add(file, path, format!("{value} is not a share above 0.5 and up to 1"));
            }
        }
        if !(1..=a.sampling.samples).contains(&a.settled.samples) {
            self.problems.add(file, "settled.samples", "expected 1 up to the number of samples of an evaluation");
        }
        let m = &a.middle_note;
        if m.options.is_multiple_of(2)
            || !self.content.questions.iter().any(|q| q.scored && q.options.len() == m.options)
        {
            self.problems.add(
                file,
                "middle_note.options",
                "expected an odd number of options that a scored question has",
            );
        }
        let levels = &a.reason_levels;
        if !(levels.against_at_most < 2 && levels.for_at_least > 2 && levels.for_at_least <= 4) {
            self.problems.add(
                file,
                "reason_levels",
                "expected a level below 2 against and one from 3 to 4 for: 2 is neutral",
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
                None => self.problems.add(file, &path, "is missing"),
                Some(position) if position.iter().any(|x| !(-1.0..=1.0).contains(x)) => {
                    self.problems.add(file, &path, "expected control and convenience from -1 to 1");
                }
                Some(_) => {}
            }
        }
        self.citations(file, "tradeoff", &a.tradeoff.sources);
        let [least, most] = a.operator.factor;
        if !(least > 0.0 && least <= 1.0 && most >= 1.0 && most.is_finite()) {
            self.problems.add(
                file,
                "operator.factor",
                "expected two numbers above 0, the first up to 1 and the second from 1",
            );
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

    fn citations(&mut self, file: &str, path: &str, citations: &[Citation]) {
        for citation in citations {
            if !self.content.assessment.sources.contains(&citation.source) {
                self.problems.unknown(
                    file,
                    path,
                    "source",
                    &citation.source,
                    self.content.assessment.sources.iter().map(String::as_str),
                );
            }
            if citation.quote.trim().is_empty() || citation.quote.contains('\n') {
                self.problems.add(file, path, "a quotation is one line of text");
            }
            if let Some(id) = &citation.speaks_for {
                self.alternative(file, path, id);
            }
        }
    }

    fn condition(&mut self, file: &str, path: &str, condition: &Condition) {
        let (maps, any) = match condition {
            Condition::Any { any } => (any.as_slice(), true),
            Condition::All { all } => (all.as_slice(), false),
            Condition::Map(map) => (std::slice::from_ref(map), false),
        };
        if maps.iter().all(std::collections::BTreeMap::is_empty) {
            self.problems.add(file, path, "a condition without a part never holds or always does; name at least one");
        }
        if any && maps.iter().any(|map| map.len() != 1) {
            self.problems.add(file, path, "each part of `any` names one question");
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

/// Ids under which drafts keep something are words of small letters and digits, joined with underscores.
fn snake<'a>(file: &str, path: &str, ids: impl Iterator<Item = &'a String>, problems: &mut Problems) {
    let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    for id in ids {
        let is_snake = id.split('_').all(|word| !word.is_empty() && word.chars().all(is_part));
        if !is_snake || id.starts_with(|c: char| c.is_ascii_digit()) {
            problems.add(file, path, format!("`{id}` has to be an id such as `inside_owner`"));
        }
    }
}
