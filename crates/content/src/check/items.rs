//! Items: the questions they read, their levels, and their weights.

use serde_json::Value;

use super::{Check, question_ids, unique};
use crate::raw::Item;

impl Check<'_> {
    pub(super) fn items(&mut self) {
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
                        let dimension = &item.dimension;
                        self.problems.add(
                            file,
                            &format!("{path}.questions"),
                            format!("expected scored questions of the dimension `{dimension}`; `{id}` is not one"),
                        );
                    }
                    Some(_) => {}
                }
                if read.contains(&id.as_str()) {
                    self.problems.add(
                        file,
                        &format!("{path}.questions"),
                        format!("`{id}` is already read by an item; expected each question once"),
                    );
                }
                read.push(id);
            }
            self.performance(file, &path, item);
            self.citations(file, &format!("{path}.sources"), &item.sources);
        }
        for q in self.content.questions.iter().filter(|q| q.scored && !read.contains(&q.id.as_str())) {
            self.problems.add(file, "", format!("expected an item that reads the scored question `{}`", q.id));
        }
    }

    fn performance(&mut self, file: &str, path: &str, item: &Item) {
        if !(item.weight > 0.0 && item.weight.is_finite()) {
            let text = format!("expected a number above 0, not {}", item.weight);
            self.problems.add(file, &format!("{path}.weight"), text);
        }
        let question = |id: &String| self.content.questions.iter().enumerate().find(|(_, q)| q.id == *id);
        let options = |id: &String| question(id).map_or(&[][..], |(_, q)| &q.options);
        match (item.questions.as_slice(), &item.table, &item.profile) {
            ([], None, Some(levels)) => {
                if levels.iter().any(|l| *l > 4) {
                    let text = format!("expected levels from 0 to 4, not {levels:?}");
                    self.problems.add(file, &format!("{path}.profile"), text);
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
                        format!("expected {expected}, not {}: a profile is {share} of its dimension", item.weight),
                    );
                }
            }
            ([one], None, None) => {
                let Some((n, q)) = question(one) else { return };
                for (m, option) in q.options.iter().enumerate().filter(|(_, o)| o.levels.is_none()) {
                    let path = format!("[{n}] ({one}).options[{m}] ({})", option.id);
                    let text = format!("expected `levels`, because the item `{}` reads them", item.id);
                    self.problems.add("structure/questions.json", &path, text);
                }
            }
            ([first, second], Some(table), None) => {
                for row in options(first) {
                    for column in options(second) {
                        let cell = table.get(&row.id).and_then(|r| r.get(&column.id));
                        let is_level = |level: &Value| level.as_u64().is_some_and(|level| level <= 4);
                        let is_valid =
                            cell.and_then(Value::as_array).is_some_and(|c| c.len() == 3 && c.iter().all(is_level));
                        if !is_valid {
                            let found = cell.map_or("nothing".into(), ToString::to_string);
                            self.problems.add(
                                file,
                                &format!("{path}.table.{}.{}", row.id, column.id),
                                format!("expected three levels from 0 to 4, not {found}"),
                            );
                        }
                    }
                }
            }
            _ => {
                let text = "expected either a `profile`, or one question, or two questions and a `table`";
                self.problems.add(file, path, text);
            }
        }
    }
}
