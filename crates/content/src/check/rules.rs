//! Gates, the trap, collisions, contradictions and paths.

use super::{Check, unique};
use crate::{
    generate::PATTERNS,
    raw::{Condition, OneOf},
};

impl Check<'_> {
    pub(super) fn rules(&mut self) {
        let file = "structure/gates.json";
        unique(file, "", self.content.gates.iter().map(|g| &g.id), self.problems);
        for (n, gate) in self.content.gates.iter().enumerate() {
            let path = format!("[{n}] ({})", gate.id);
            self.alternative(file, &format!("{path}.alternative"), &gate.alternative);
            self.condition(file, &format!("{path}.when"), &gate.when);
            self.citations(file, &format!("{path}.sources"), &gate.sources);
        }
        self.trap();
        self.collisions();
        self.contradictions();
        self.patterns();
    }

    fn trap(&mut self) {
        let file = "structure/trap.json";
        let trap = &self.content.trap;
        self.options(file, "provider", &trap.provider.question, &trap.provider.options);
        self.condition(file, "future_when", &trap.future_when);
        unique(file, "signs", trap.signs.iter().map(|sign| &sign.id), self.problems);
        for (n, sign) in trap.signs.iter().enumerate() {
            self.condition(file, &format!("signs[{n}] ({}).when", sign.id), &sign.when);
        }
        self.citations(file, "sources", &trap.sources);
    }

    /// Each path that has a rule, once.
    fn patterns(&mut self) {
        let file = "structure/patterns.json";
        let patterns = &self.content.patterns;
        unique(file, "", patterns.iter().map(|pattern| &pattern.id), self.problems);
        for (n, pattern) in patterns.iter().enumerate() {
            let path = format!("[{n}] ({})", pattern.id);
            if !PATTERNS.contains(&pattern.id.as_str()) {
                self.problems.unknown(file, &format!("{path}.id"), "pattern", &pattern.id, PATTERNS.iter().copied());
            }
            self.citations(file, &format!("{path}.sources"), &pattern.sources);
        }
        for id in PATTERNS.into_iter().filter(|id| !patterns.iter().any(|pattern| pattern.id == *id)) {
            self.problems.add(file, "", format!("expected a pattern `{id}`; the package `decision` has a rule for it"));
        }
    }

    /// A contradiction is an `all` of two or more questions, so that the visitor can change either answer.
    fn contradictions(&mut self) {
        let file = "structure/contradictions.json";
        unique(file, "", self.content.contradictions.iter().map(|c| &c.id), self.problems);
        for (n, contradiction) in self.content.contradictions.iter().enumerate() {
            let path = format!("[{n}] ({}).when", contradiction.id);
            self.condition(file, &path, &contradiction.when);
            let Condition::All { all } = &contradiction.when else {
                self.problems.add(file, &path, "expected `all` of two or more questions");
                continue;
            };
            let questions: Vec<&String> = all.iter().flat_map(|part| part.keys()).collect();
            if questions.len() < 2 {
                let text = format!("expected `all` of two or more questions, not {}", questions.len());
                self.problems.add(file, &path, text);
            }
            unique(file, &path, questions.into_iter(), self.problems);
        }
    }

    /// A collision has two or more sides, and no option is on two of them. Collisions about one question come first: one about
    /// several is left out if each of its questions is in an earlier collision.
    fn collisions(&mut self) {
        let file = "structure/collisions.json";
        let collisions = &self.content.collisions;
        unique(file, "", collisions.iter().map(|c| &c.id), self.problems);
        let has_one_question = |sides: &[OneOf]| sides.iter().all(|side| side.question == sides[0].question);
        let first_of_several = collisions.iter().position(|c| !has_one_question(&c.sides)).unwrap_or(collisions.len());
        for (n, c) in collisions.iter().enumerate().skip(first_of_several).filter(|(_, c)| has_one_question(&c.sides)) {
            let text = format!("expected before [{first_of_several}]: collisions about one question come first");
            self.problems.add(file, &format!("[{n}] ({})", c.id), text);
        }
        for (n, collision) in collisions.iter().enumerate() {
            let path = format!("[{n}] ({})", collision.id);
            if collision.sides.len() < 2 {
                let text = format!("expected two or more sides, not {}", collision.sides.len());
                self.problems.add(file, &format!("{path}.sides"), text);
            }
            for (m, side) in collision.sides.iter().enumerate() {
                let path = format!("{path}.sides[{m}]");
                self.options(file, &path, &side.question, &side.options);
                let earlier =
                    collision.sides[..m].iter().enumerate().filter(|(_, other)| other.question == side.question);
                for (k, other) in earlier {
                    for option in other.options.iter().filter(|option| side.options.contains(option)) {
                        let text =
                            format!("`{option}` is already on sides[{k}]; expected each option on one side only");
                        self.problems.add(file, &path, text);
                    }
                }
            }
            if collision.sources.is_empty() {
                self.problems.add(file, &format!("{path}.sources"), "expected at least one source; the list is empty");
            }
            self.citations(file, &format!("{path}.sources"), &collision.sources);
        }
    }
}
