//! The parts of a test run, each with a heading and its duration, and all durations at the end.

use std::time::{Duration, Instant};

use anyhow::Result;

use crate::console;

/// What has run so far.
#[derive(Default)]
pub struct Phases {
    phases: Vec<Phase>,
    notes: Vec<String>,
}

struct Phase {
    name: &'static str,
    duration: Duration,
    passed: bool,
}

impl Phases {
    /// Runs one part.
    pub fn run<T>(&mut self, name: &'static str, part: impl FnOnce() -> Result<T>) -> Result<T> {
        console::heading(&format!("Testing: {name}"));
        let started = Instant::now();
        let outcome = part();
        let duration = started.elapsed();
        console::detail(&format!(
            "{name}: {} in {}",
            if outcome.is_ok() { "passed" } else { "FAILED" },
            console::spoken(duration)
        ));
        self.phases.push(Phase { name, duration, passed: outcome.is_ok() });
        outcome.map_err(|error| error.context(format!("failed: {name}")))
    }

    /// Says at the end what nobody should take for done.
    pub fn note(&mut self, notes: Vec<String>) {
        self.notes.extend(notes);
    }

    /// Prints what ran and how long each part took.
    pub fn summarize(&self) {
        console::heading("What ran");
        for Phase { name, duration, passed } in &self.phases {
            let outcome = if *passed { "passed" } else { "FAILED" };
            console::detail(&format!("{outcome}  {name:<48}{:>12}", console::spoken(*duration)));
        }
        let total = self.phases.iter().map(|phase| phase.duration).sum();
        console::detail(&format!("        {:<48}{:>12}", "together", console::spoken(total)));
        for note in &self.notes {
            console::detail(note);
        }
    }
}
