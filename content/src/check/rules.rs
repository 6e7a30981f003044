//! Gates, the trap and the paths.

use super::{Check, unique};
use crate::generate::PATTERNS;

impl Check<'_> {
    pub(super) fn rules(&mut self) {
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
}
