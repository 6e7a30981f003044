//! Who does what, roadmap, scorecard, questions to ask a provider.

use super::{Check, snake, unique};
use crate::{
    generate::{SECTOR, TRACKS},
    raw::{Question, Side, Step},
};

const EVENTS: &str = "events";

impl<'a> Check<'a> {
    pub(super) fn plan(&mut self) {
        self.functions();
        self.cost();
        self.roadmap();
        self.scorecard();
        self.checklist();
    }

    fn functions(&mut self) {
        let file = "structure/functions.json";
        unique(file, "functions", self.content.functions.functions.iter().map(|f| &f.id), self.problems);
        for (n, f) in self.content.functions.functions.iter().enumerate() {
            let path = format!("functions[{n}] ({})", f.id);
            if f.co_managed.accountable == f.co_managed.supports {
                let (supports, found) = match f.co_managed.accountable {
                    Side::Internal => ("provider", "internal"),
                    Side::Provider => ("internal", "provider"),
                };
                let text = format!("expected `{supports}`, because `accountable` is `{found}` too");
                self.problems.add(file, &format!("{path}.co_managed.supports"), text);
            }
            if !(0..=2).contains(&f.closeness) {
                self.problems.add(
                    file,
                    &format!("{path}.closeness"),
                    format!("expected 0, 1 or 2, not {}", f.closeness),
                );
            }
            for (m, modifier) in f.modifiers.iter().enumerate() {
                self.condition(file, &format!("{path}.modifiers[{m}].when"), &modifier.when);
            }
            self.citations(file, &format!("{path}.sources"), &f.sources);
        }
        self.citations(file, "sources", &self.content.functions.sources);
    }

    fn roadmap(&mut self) {
        let file = "structure/roadmap.json";
        // Drafts refer to steps, measures and questions by id, so ids must be unique across tracks.
        let steps = || self.content.roadmap.tracks.values().flatten().map(|s| &s.id);
        unique(file, "tracks", steps(), self.problems);
        snake(file, "tracks", steps(), self.problems);
        for (track, steps) in &self.content.roadmap.tracks {
            if !TRACKS.iter().any(|(id, _)| id == track) {
                self.problems.unknown(file, "tracks", "track", track, TRACKS.iter().map(|(id, _)| *id));
            }
            for (n, step) in steps.iter().enumerate() {
                self.step(file, &format!("tracks.{track}[{n}] ({})", step.id), step);
            }
        }
        unique(file, "events", self.content.roadmap.events.iter(), self.problems);
        let choices = self.noted(EVENTS).map_or(&[][..], |q| &q.choices);
        for (n, event) in self.content.roadmap.events.iter().enumerate().filter(|(_, event)| !choices.contains(event)) {
            let known = choices.iter().map(String::as_str);
            self.problems.unknown(file, &format!("events[{n}]"), "choice of `events`", event, known);
        }
        self.noted(SECTOR);
    }

    fn step(&mut self, file: &str, path: &str, step: &Step) {
        let (from, to) = (step.from_month, step.to_month);
        if from > to || to > 24 {
            let text = format!("expected months from 0 to 24, the first not after the last, not {from} to {to}");
            self.problems.add(file, path, text);
        }
        if let Some(when) = &step.when {
            self.condition(file, &format!("{path}.when"), when);
        }
        self.citations(file, &format!("{path}.sources"), &step.sources);
    }

    /// A question whose answers have notes in the roadmap.
    fn noted(&mut self, id: &str) -> Option<&'a Question> {
        let found = self.content.questions.iter().find(|q| q.id == id);
        if found.is_none() {
            let text = format!("expected a question `{id}`; the roadmap has notes on its answers");
            self.problems.add("structure/questions.json", "", text);
        }
        found
    }

    fn scorecard(&mut self) {
        let file = "structure/scorecard.json";
        let metrics = || self.content.scorecard.metrics.iter().map(|m| &m.id);
        unique(file, "metrics", metrics(), self.problems);
        snake(file, "metrics", metrics(), self.problems);
        for (n, metric) in self.content.scorecard.metrics.iter().enumerate() {
            self.citation(file, &format!("metrics[{n}] ({}).source", metric.id), &metric.source);
        }
        self.citations(file, "sources", &self.content.scorecard.sources);
    }

    fn checklist(&mut self) {
        let file = "structure/checklist.json";
        let entries = || self.content.checklist.iter().map(|c| &c.id);
        unique(file, "", entries(), self.problems);
        snake(file, "", entries(), self.problems);
        for (n, entry) in self.content.checklist.iter().enumerate() {
            let path = format!("[{n}] ({})", entry.id);
            if entry.applies != "all" {
                self.alternative(file, &format!("{path}.applies"), &entry.applies);
            }
            self.citation(file, &format!("{path}.source"), &entry.source);
        }
    }
}
