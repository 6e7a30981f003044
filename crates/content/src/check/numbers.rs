//! Permanent numbers: everything that a link refers to has a number of its own.

use std::collections::BTreeMap;

use super::Check;
use crate::{
    generate,
    raw::{Form, Question},
};

const FILE: &str = "structure/numbers.json";

impl Check<'_> {
    pub(super) fn numbers(&mut self) {
        let numbers = &self.content.numbers;
        let questions = numbers.questions.iter().map(|(id, of)| (id.clone(), of.number)).collect();
        self.numbered("questions", &questions, self.content.questions.iter().map(|q| &q.id));
        for (id, of) in &numbers.questions {
            let none = Vec::new();
            let question = self.content.questions.iter().find(|q| q.id == *id);
            let options = |q: &Question| q.options.iter().map(|o| o.id.clone()).collect();
            let (options, choices) = match question {
                Some(q) if q.form == Form::Multi => (none, q.choices.clone()),
                Some(q) => (options(q), none),
                None => (none.clone(), none),
            };
            self.numbered(&format!("questions.{id}.options"), &of.options, options.iter());
            self.numbered(&format!("questions.{id}.choices"), &of.choices, choices.iter());
        }
        self.numbered("steps", &numbers.steps, generate::steps(self.content).map(|(_, _, step)| &step.id));
        self.numbered("checklist", &numbers.checklist, self.content.checklist.iter().map(|entry| &entry.id));
        self.first_links();
    }

    /// In content 1.1 the nth of anything has the number n, so that only the counts are needed to read its links.
    fn first_links(&mut self) {
        let (first, numbers) = (&self.content.first_links, &self.content.numbers);
        let questions = numbers.questions.iter().map(|(id, of)| (id.clone(), of.number)).collect();
        self.in_order("questions", &questions, first.questions.iter().map(|question| &question.id));
        for question in &first.questions {
            if let Some(of) = numbers.questions.get(&question.id) {
                self.in_order(&format!("questions.{}.options", question.id), &of.options, question.options.iter());
                self.in_order(&format!("questions.{}.choices", question.id), &of.choices, question.choices.iter());
            }
        }
        self.in_order("steps", &numbers.steps, first.steps.iter());
        self.in_order("checklist", &numbers.checklist, first.checklist.iter());
    }

    /// The number of each id has to be its position, from 1.
    fn in_order<'a>(&mut self, path: &str, numbers: &BTreeMap<String, u8>, ids: impl Iterator<Item = &'a String>) {
        for (id, position) in ids.zip(1_usize..) {
            if let Some(number) = numbers.get(id).filter(|number| usize::from(**number) != position) {
                let text =
                    format!("expected the number {position} for `{id}`, its position in links-1.1.json, not {number}");
                self.problems.add(FILE, path, text);
            }
        }
    }

    /// Every id of the content has a number, and no two have the same. Other ids are from earlier contents.
    fn numbered<'a>(&mut self, path: &str, numbers: &BTreeMap<String, u8>, ids: impl Iterator<Item = &'a String>) {
        for id in ids.filter(|id| !numbers.contains_key(*id)) {
            let next = numbers.values().max().map_or(1, |most| u16::from(*most) + 1);
            self.problems.add(FILE, path, format!("`{id}` has no number; the next free one is {next}"));
        }
        let mut taken: BTreeMap<u8, &str> = BTreeMap::new();
        for (id, number) in numbers {
            if *number == 0 {
                self.problems.add(FILE, path, format!("`{id}` has the number 0; numbers start at 1"));
            } else if let Some(other) = taken.insert(*number, id) {
                self.problems.add(FILE, path, format!("`{other}` and `{id}` have the same number {number}"));
            }
        }
    }
}
