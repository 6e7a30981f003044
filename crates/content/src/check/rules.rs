//! Gates, the trap, colliding expectations and the paths.

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
        self.collisions();
        self.contradictions();
        let file = "structure/patterns.json";
        for pattern in &self.content.patterns {
            if !PATTERNS.contains(&pattern.id.as_str()) {
                self.problems.unknown(file, "", "pattern", &pattern.id, PATTERNS.iter().copied());
            }
            self.citations(file, &pattern.id, &pattern.sources);
        }
    }

    /// All parts hold at once, each about another question: the visitor can go to either.
    fn contradictions(&mut self) {
        let file = "structure/contradictions.json";
        unique(file, "", self.content.contradictions.iter().map(|c| &c.id), self.problems);
        for (n, contradiction) in self.content.contradictions.iter().enumerate() {
            let path = format!("[{n}] ({}).when", contradiction.id);
            self.condition(file, &path, &contradiction.when);
            let Condition::All { all } = &contradiction.when else {
                self.problems.add(file, &path, "expected `all` of two conditions or more");
                continue;
            };
            let questions: Vec<&String> = all.iter().flat_map(|part| part.keys()).collect();
            if questions.len() < 2 {
                self.problems.add(file, &path, "expected `all` of two conditions or more");
            }
            unique(file, &path, questions.into_iter(), self.problems);
        }
    }

    /// Several sides, no option on two of them, and what is about one question before what is about two: those are told only
    /// where their questions do not collide by themselves.
    fn collisions(&mut self) {
        let file = "structure/collisions.json";
        let collisions = &self.content.collisions;
        unique(file, "", collisions.iter().map(|c| &c.id), self.problems);
        let is_about_one = |sides: &[OneOf]| sides.windows(2).all(|pair| pair[0].question == pair[1].question);
        if !collisions.iter().map(|c| is_about_one(&c.sides)).is_sorted_by(|one, next| one >= next) {
            self.problems.add(file, "", "collisions about one question come before those about several");
        }
        for (n, collision) in collisions.iter().enumerate() {
            let path = format!("[{n}] ({})", collision.id);
            if collision.sides.len() < 2 {
                self.problems.add(file, &format!("{path}.sides"), "expected two sides or more");
            }
            for (m, side) in collision.sides.iter().enumerate() {
                let path = format!("{path}.sides[{m}]");
                self.options(file, &path, &side.question, &side.options);
                let earlier = collision.sides[..m].iter().filter(|other| other.question == side.question);
                for option in earlier.flat_map(|other| &other.options).filter(|option| side.options.contains(option)) {
                    self.problems.add(file, &path, format!("`{option}` stands on two sides"));
                }
            }
            if collision.sources.is_empty() {
                self.problems.add(file, &format!("{path}.sources"), "every collision names at least one source");
            }
            self.citations(file, &path, &collision.sources);
        }
    }
}
