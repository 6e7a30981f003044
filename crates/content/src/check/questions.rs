//! Questions: options, buckets, when they are asked, and the answers that sources name.

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
                (None, true) => self.problems.add(file, &path, "expected a dimension, because the question is scored"),
                _ => {}
            }
            unique(file, &format!("{path}.options"), q.options.iter().map(|o| &o.id), self.problems);
            if q.options.len() < 2 || q.options.len() > MOST_OPTIONS {
                let text = format!("expected 2 to {MOST_OPTIONS} options, not {}", q.options.len());
                self.problems.add(file, &format!("{path}.options"), text);
            }
            for (m, option) in q.options.iter().enumerate() {
                let path = format!("{path}.options[{m}] ({})", option.id);
                if let Some(levels) = option.levels.filter(|levels| levels.iter().any(|l| *l > 4)) {
                    let text = format!("expected levels from 0 to 4, not {levels:?}");
                    self.problems.add(file, &format!("{path}.levels"), text);
                }
                self.citations(file, &format!("{path}.quotes"), &option.quotes);
            }
            self.buckets(file, &path, q);
            for (other, not) in q.asked_if.iter().flatten() {
                self.options(file, &format!("{path}.asked_if"), other, &not.not);
                if self.content.questions.iter().position(|p| p.id == *other).is_some_and(|p| p >= n) {
                    self.problems.add(
                        file,
                        &format!("{path}.asked_if"),
                        format!("expected an earlier question; `{other}` is asked later"),
                    );
                }
            }
            let path = format!("{path}.sources");
            self.citations(file, &path, &q.sources);
            if q.sources.is_empty() {
                self.problems.add(file, &path, "expected at least one source; the list is empty");
            }
        }
    }

    fn buckets(&mut self, file: &str, path: &str, q: &Question) {
        match q.form {
            Form::Single if q.choices.is_empty() && q.buckets.is_empty() => {}
            Form::Single => {
                self.problems.add(file, path, "expected no `choices` and no `buckets`, because the type is `single`");
            }
            Form::Multi => {
                unique(file, &format!("{path}.choices"), q.choices.iter(), self.problems);
                let mut next = 0;
                for (n, bucket) in q.buckets.iter().enumerate() {
                    if bucket.from != next || bucket.to < bucket.from {
                        let text = format!(
                            "expected a range that starts at {next}, without a gap, not {} to {}",
                            bucket.from, bucket.to
                        );
                        self.problems.add(file, &format!("{path}.buckets[{n}]"), text);
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
                    let text = format!("expected ranges up to {} ticks, the number of choices", q.choices.len());
                    self.problems.add(file, &format!("{path}.buckets"), text);
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
                let text = format!("expected {} options, one per question, not {}", questions.len(), options.len());
                self.problems.add(file, &path, text);
            }
            for (question, option) in questions.iter().zip(options) {
                let named = if option == "*" { Vec::new() } else { vec![option.to_owned()] };
                self.options(file, &path, question, &named);
            }
        }
    }
}
