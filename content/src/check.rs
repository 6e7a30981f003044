//! Every problem in the structure: names that do not exist, levels out of range, weights that break their rule.

use std::collections::BTreeSet;

use crate::{
    generate::{PATTERNS, TRACKS},
    problem::Problems,
    raw::{Citation, Condition, Content, Form, Item, Question},
};

/// Options are kept as the bits of 16.
const MOST_OPTIONS: usize = 16;

/// Adds every problem of `content` to `problems`.
pub fn structure(content: &Content, problems: &mut Problems) {
    let mut check = Check { content, problems };
    check.assessment();
    check.questions();
    check.items();
    check.rules();
    check.plan();
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
        self.citations(file, "tradeoff", &a.tradeoff.sources);
    }

    fn questions(&mut self) {
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

    fn items(&mut self) {
        let file = "structure/items.json";
        unique(file, "", self.content.items.iter().map(|i| &i.id), self.problems);
        let mut read: Vec<&str> = Vec::new();
        for (n, item) in self.content.items.iter().enumerate() {
            let path = format!("[{n}] ({})", item.id);
            if !self.content.assessment.dimensions.contains(&item.dimension) {
                self.problems.unknown(
                    file,
                    &format!("{path}.dimension"),
                    "dimension",
                    &item.dimension,
                    self.content.assessment.dimensions.iter().map(String::as_str),
                );
            }
            for id in &item.questions {
                match self.content.questions.iter().find(|q| q.id == *id) {
                    None => self.problems.unknown(
                        file,
                        &format!("{path}.questions"),
                        "question",
                        id,
                        question_ids(self.content),
                    ),
                    Some(q) if !q.scored || q.dimension.as_ref() != Some(&item.dimension) => {
                        self.problems.add(
                            file,
                            &format!("{path}.questions"),
                            format!("`{id}` has to be scored and of the dimension `{}`", item.dimension),
                        );
                    }
                    Some(_) => {}
                }
                if read.contains(&id.as_str()) {
                    self.problems.add(
                        file,
                        &format!("{path}.questions"),
                        format!("`{id}` is read by another item already"),
                    );
                }
                read.push(id);
            }
            self.performance(file, &path, item);
            self.citations(file, &path, &item.sources);
        }
        for q in self.content.questions.iter().filter(|q| q.scored && !read.contains(&q.id.as_str())) {
            self.problems.add(file, "", format!("no item reads the scored question `{}`", q.id));
        }
    }

    fn performance(&mut self, file: &str, path: &str, item: &Item) {
        if !(item.weight > 0.0 && item.weight.is_finite()) {
            self.problems.add(file, &format!("{path}.weight"), "expected a number above 0");
        }
        let options = |id: &String| {
            self.content.questions.iter().find(|q| q.id == *id).map_or(Vec::new(), |q| q.options.iter().collect())
        };
        match (item.questions.as_slice(), &item.table, &item.profile) {
            ([], None, Some(levels)) => {
                if levels.iter().any(|l| *l > 4) {
                    self.problems.add(file, &format!("{path}.profile"), "expected levels from 0 to 4");
                }
                let questions: f64 = self
                    .content
                    .items
                    .iter()
                    .filter(|i| i.dimension == item.dimension && !i.questions.is_empty())
                    .map(|i| i.weight)
                    .sum();
                let share = self.content.assessment.profile_share;
                let expected = questions * share / (1.0 - share);
                if (item.weight - expected).abs() > 1e-9 {
                    self.problems.add(
                        file,
                        &format!("{path}.weight"),
                        format!("expected {expected}: a profile is {share} of its dimension"),
                    );
                }
            }
            ([one], None, None) => {
                for option in options(one).iter().filter(|o| o.levels.is_none()) {
                    self.problems.add(
                        "structure/questions.json",
                        &format!("({one}).options"),
                        format!("`{}` needs levels", option.id),
                    );
                }
            }
            ([first, second], Some(table), None) => {
                for row in options(first) {
                    for column in options(second) {
                        let cell = table.get(&row.id).and_then(|r| r.get(&column.id)).and_then(|c| c.as_array());
                        let valid =
                            cell.is_some_and(|c| c.len() == 3 && c.iter().all(|l| l.as_u64().is_some_and(|l| l <= 4)));
                        if !valid {
                            self.problems.add(
                                file,
                                &format!("{path}.table.{}.{}", row.id, column.id),
                                "expected three levels from 0 to 4",
                            );
                        }
                    }
                }
            }
            _ => self.problems.add(file, path, "expected a `profile`, or one question, or two questions and a `table`"),
        }
    }

    fn rules(&mut self) {
        let file = "structure/gates.json";
        unique(file, "", self.content.gates.iter().map(|g| &g.id), self.problems);
        for (n, gate) in self.content.gates.iter().enumerate() {
            let path = format!("[{n}] ({})", gate.id);
            self.alternative(file, &format!("{path}.alternative"), &gate.alternative);
            self.condition(file, &format!("{path}.when"), &gate.when);
            self.citations(file, &path, &gate.sources);
        }
        let file = "structure/trap.json";
        let trap = &self.content.trap;
        self.options(file, "provider", &trap.provider.question, &trap.provider.options);
        self.condition(file, "future_when", &trap.future_when);
        for (n, sign) in trap.signs.iter().enumerate() {
            self.condition(file, &format!("signs[{n}].when"), &sign.when);
        }
        self.citations(file, "sources", &trap.sources);
        let file = "structure/patterns.json";
        for pattern in &self.content.patterns {
            if !PATTERNS.contains(&pattern.id.as_str()) {
                self.problems.unknown(file, "", "pattern", &pattern.id, PATTERNS.iter().copied());
            }
            self.citations(file, &pattern.id, &pattern.sources);
        }
    }

    fn plan(&mut self) {
        let file = "structure/functions.json";
        unique(file, "functions", self.content.functions.functions.iter().map(|f| &f.id), self.problems);
        for f in &self.content.functions.functions {
            let path = format!("functions ({})", f.id);
            if f.co_managed.accountable == f.co_managed.supports {
                self.problems.add(file, &format!("{path}.co_managed"), "the side that supports is the other one");
            }
            if !(0..=2).contains(&f.closeness) {
                self.problems.add(file, &format!("{path}.closeness"), "expected 0, 1 or 2");
            }
            for modifier in &f.modifiers {
                self.condition(file, &format!("{path}.modifiers"), &modifier.when);
            }
            self.citations(file, &path, &f.sources);
        }
        self.citations(file, "sources", &self.content.functions.sources);
        let file = "structure/cost.json";
        let cost = &self.content.cost;
        unique(file, "inputs", cost.inputs.iter().map(|i| &i.id), self.problems);
        for (n, input) in cost.inputs.iter().enumerate() {
            let path = format!("inputs[{n}] ({})", input.id);
            let by = input.default_by.iter().flat_map(|by| by.values.values());
            for [low, likely, high] in by.chain([&input.default]) {
                if !(*low >= 0.0 && low <= likely && likely <= high) {
                    self.problems.add(
                        file,
                        &path,
                        format!("expected low ≤ likely ≤ high, not {low}, {likely}, {high}"),
                    );
                }
            }
            if let Some(by) = &input.default_by {
                let options: Vec<String> = by.values.keys().cloned().collect();
                self.options(file, &format!("{path}.default_by"), &by.question, &options);
            }
            if let Some(rule) = &input.default_rule
                && !cost.inputs[..n].iter().any(|i| i.id == rule.per)
            {
                self.problems.unknown(
                    file,
                    &format!("{path}.default_rule.per"),
                    "earlier input",
                    &rule.per,
                    cost.inputs[..n].iter().map(|i| i.id.as_str()),
                );
            }
        }
        self.citations(file, "sources", &cost.sources);
        let file = "structure/roadmap.json";
        for (track, steps) in &self.content.roadmap.tracks {
            if !TRACKS.contains(&track.as_str()) {
                self.problems.unknown(file, "tracks", "track", track, TRACKS.iter().copied());
            }
            unique(file, track, steps.iter().map(|s| &s.id), self.problems);
            for step in steps {
                let path = format!("tracks.{track} ({})", step.id);
                if step.from_month > step.to_month || step.to_month > 24 {
                    self.problems.add(file, &path, "expected months from 0 to 24, the first not after the last");
                }
                if let Some(when) = &step.when {
                    self.condition(file, &format!("{path}.when"), when);
                }
                self.citations(file, &path, &step.sources);
            }
        }
        let events = self
            .content
            .questions
            .iter()
            .find(|q| q.id == "events")
            .map_or(Vec::new(), |q| q.choices.iter().map(String::as_str).collect());
        for event in &self.content.roadmap.events {
            if !events.contains(&event.as_str()) {
                self.problems.unknown(file, "events", "choice of `events`", event, events.iter().copied());
            }
        }
        for metric in &self.content.scorecard.metrics {
            self.citations("structure/scorecard.json", &metric.id, std::slice::from_ref(&metric.source));
        }
        for entry in &self.content.checklist {
            if entry.applies != "all" {
                self.alternative("structure/checklist.json", &entry.id, &entry.applies);
            }
            self.citations("structure/checklist.json", &entry.id, std::slice::from_ref(&entry.source));
        }
    }

    fn signals(&mut self) {
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
            problems.add(file, path, format!("`{id}` stands there twice"));
        }
    }
}
