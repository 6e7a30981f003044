//! Items: what they read, their levels, and the rule of their weights.

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
}
