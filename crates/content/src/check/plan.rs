//! Who does what, roadmap, scorecard, questions to ask a provider.

use super::{Check, snake, unique};
use crate::generate::TRACKS;

impl Check<'_> {
    pub(super) fn plan(&mut self) {
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
        self.cost();
        let file = "structure/roadmap.json";
        // Drafts refer to steps, measures and questions by id, so ids must be unique across tracks.
        let steps = || self.content.roadmap.tracks.values().flatten().map(|s| &s.id);
        unique(file, "tracks", steps(), self.problems);
        snake(file, "tracks", steps(), self.problems);
        for (track, steps) in &self.content.roadmap.tracks {
            if !TRACKS.iter().any(|(id, _)| id == track) {
                self.problems.unknown(file, "tracks", "track", track, TRACKS.iter().map(|(id, _)| *id));
            }
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
        let file = "structure/scorecard.json";
        let metrics = || self.content.scorecard.metrics.iter().map(|m| &m.id);
        unique(file, "metrics", metrics(), self.problems);
        snake(file, "metrics", metrics(), self.problems);
        for metric in &self.content.scorecard.metrics {
            self.citations(file, &metric.id, std::slice::from_ref(&metric.source));
        }
        let file = "structure/checklist.json";
        let entries = || self.content.checklist.iter().map(|c| &c.id);
        unique(file, "", entries(), self.problems);
        snake(file, "", entries(), self.problems);
        for entry in &self.content.checklist {
            if entry.applies != "all" {
                self.alternative(file, &entry.id, &entry.applies);
            }
            self.citations(file, &entry.id, std::slice::from_ref(&entry.source));
        }
    }
}
