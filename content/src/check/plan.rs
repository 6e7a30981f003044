//! Who does what, cost, roadmap, scorecard, questions to ask a provider.

use super::{Check, unique};
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
}
