//! Questions: options, buckets, routing, and the answers that sources name.

use super::{Check, MOST_OPTIONS, unique};
use crate::raw::{Form, Question};

impl Check<'_> {
    pub(super) fn questions(&mut self) {
        let file = "structure/questions.json";
        unique(file, "", self.content.questions.iter().map(|q| &q.id), self.problems);
        for (n, q) in self.content.questions.iter().enumerate() {
            let path = format!("[{n}] ({})", q.id);
            let a = &self.content.assessment;
            if !a.sections.contains(&q.section) {
                self.problems.unknown(
                    file,
                    &format!("{path}.section"),
                    "section",
                    &q.section,
                    a.sections.iter().map(String::as_str),
                );
            }
            match (&q.dimension, q.scored) {
                (Some(d), _) if !a.dimensions.contains(d) => {
                    self.problems.unknown(
                        file,
                        &format!("{path}.dimension"),
                        "dimension",
                        d,
                        a.dimensions.iter().map(String::as_str),
                    );
                }
                (None, true) => self.problems.add(file, &path, "is scored, so it needs a dimension"),
                _ => {}
            }
            unique(file, &format!("{path}.options"), q.options.iter().map(|o| &o.id), self.problems);
            if q.options.len() < 2 || q.options.len() > MOST_OPTIONS {
                self.problems.add(file, &format!("{path}.options"), format!("expected 2 to {MOST_OPTIONS} options"));
            }
            for (m, option) in q.options.iter().enumerate() {
                if option.levels.is_some_and(|levels| levels.iter().any(|l| *l > 4)) {
                    self.problems.add(file, &format!("{path}.options[{m}].levels"), "expected levels from 0 to 4");
                }
                self.citations(file, &format!("{path}.options[{m}]"), &option.quotes);
            }
            self.buckets(file, &path, q);
            for (other, not) in q.asked_if.iter().flatten() {
                self.options(file, &format!("{path}.asked_if"), other, &not.not);
                if self.content.questions.iter().position(|p| p.id == *other).is_some_and(|p| p >= n) {
                    self.problems.add(
                        file,
                        &format!("{path}.asked_if"),
                        format!("`{other}` is asked later; routing looks back"),
                    );
                }
            }
            self.citations(file, &path, &q.sources);
            if q.sources.is_empty() {
                self.problems.add(file, &format!("{path}.sources"), "every question names at least one source");
            }
        }
    }

    fn buckets(&mut self, file: &str, path: &str, q: &Question) {
        match q.form {
            Form::Single if q.choices.is_empty() && q.buckets.is_empty() => {}
            Form::Single => self.problems.add(file, path, "a single choice has no `choices` and no `buckets`"),
            Form::Multi => {
                unique(file, &format!("{path}.choices"), q.choices.iter(), self.problems);
                let mut next = 0;
                for (n, bucket) in q.buckets.iter().enumerate() {
                    if bucket.from != next || bucket.to < bucket.from {
                        self.problems.add(
                            file,
                            &format!("{path}.buckets[{n}]"),
                            format!("expected to start at {next}: buckets follow each other without gaps"),
                        );
                    }
                    if !q.options.iter().any(|o| o.id == bucket.option) {
                        self.problems.unknown(
                            file,
                            &format!("{path}.buckets[{n}].option"),
                            "option",
                            &bucket.option,
                            q.options.iter().map(|o| o.id.as_str()),
                        );
                    }
                    next = bucket.to + 1;
                }
                if next != q.choices.len() + 1 {
                    self.problems.add(
                        file,
                        &format!("{path}.buckets"),
                        format!("expected buckets for 0 to {} ticks", q.choices.len()),
                    );
                }
            }
        }
    }

    pub(super) fn signals(&mut self) {
        let file = "structure/signals.json";
        for (n, signal) in self.content.signals.iter().enumerate() {
            let path = format!("[{n}]");
            self.alternative(file, &format!("{path}.alternative"), &signal.alternative);
            let questions: Vec<&str> = signal.question.split(':').collect();
            let options: Vec<&str> = signal.option.split(':').collect();
            if questions.len() != options.len() {
                self.problems.add(file, &path, "expected as many options as questions");
            }
            for (question, option) in questions.iter().zip(options) {
                let named = if option == "*" { Vec::new() } else { vec![option.to_owned()] };
                self.options(file, &path, question, &named);
            }
        }
    }
}
