//! A [`Review`] as text and as JSON.

use serde_json::{Value, json};

use super::{Kind, Review, reading::Screen};
use crate::Problem;

impl Review {
    /// The counts of the language, and its problems by kind. With `details` also every screen and every note.
    #[must_use]
    pub fn text(&self, details: bool) -> String {
        let mut lines = vec![format!(
            "{}: {} texts, {} forms, {} quotations",
            self.language, self.texts, self.forms, self.quotations
        )];
        for kind in Kind::ALL {
            let problems: Vec<&Problem> = self.of(kind).collect();
            if !problems.is_empty() {
                lines.push(format!("  {}: {}", kind.name(), problems.len()));
                lines.extend(problems.into_iter().map(line));
            }
        }
        if self.problems.is_empty() {
            lines.push("  no problem".to_owned());
        }
        lines.extend(self.ease(details));
        if !self.notes.is_empty() {
            let rest =
                if details { String::new() } else { format!("; `cargo xtask words {}` lists them", self.language) };
            lines.push(format!(
                "  texts without a term of the glossary, which can be right: {}{rest}",
                self.notes.len()
            ));
            if details {
                lines.extend(self.notes.iter().map(line));
            }
        }
        lines.join("\n") + "\n"
    }

    /// How easily the screens read: the hardest one, or with `details` all.
    fn ease(&self, details: bool) -> Vec<String> {
        let Some(Screen { formula, .. }) = self.screens.first() else { return Vec::new() };
        let row = |screen: &Screen| format!("    {:.1}  {} ({} words)", screen.figure, screen.name, screen.words);
        let ease = |screen: &Screen| if formula.rises_with_ease() { -screen.figure } else { screen.figure };
        let hardest = self.screens.iter().max_by(|a, b| ease(a).total_cmp(&ease(b)));
        let shown = if details { "each screen" } else { "the hardest of its screens" };
        let heading = format!("  {}, {}; {shown}:", formula.name(), formula.expected());
        let rows: Vec<String> =
            if details { self.screens.iter().map(row).collect() } else { hardest.into_iter().map(row).collect() };
        [heading].into_iter().chain(rows).collect()
    }

    fn of(&self, kind: Kind) -> impl Iterator<Item = &Problem> {
        self.problems.iter().filter(move |(of, _)| *of == kind).map(|(_, problem)| problem)
    }

    fn json(&self) -> Value {
        let counts = Kind::ALL.map(|kind| (kind.name().to_owned(), json!(self.of(kind).count())));
        let problems = self.problems.iter().map(|(kind, problem)| {
            json!({
                "kind": kind.name(),
                "stopsTheBuild": kind.stops_the_build(),
                "file": problem.file,
                "key": problem.path,
                "text": problem.text,
            })
        });
        let notes =
            self.notes.iter().map(|Problem { file, path, text }| json!({ "file": file, "key": path, "text": text }));
        let screens = self.screens.iter().map(|screen| {
            json!({
                "keys": screen.name.split(" + ").collect::<Vec<_>>(),
                "words": screen.words,
                "figure": (screen.figure * 10.0).round() / 10.0,
                "isEasy": screen.is_easy(),
            })
        });
        let formula = self.screens.first().map(|Screen { formula, .. }| {
            let direction = if formula.rises_with_ease() { "least" } else { "most" };
            json!({ "name": formula.name(), direction: formula.bar() })
        });
        json!({
            "language": self.language,
            "texts": self.texts,
            "forms": self.forms,
            "quotations": self.quotations,
            "counts": counts.into_iter().collect::<serde_json::Map<_, _>>(),
            "problems": problems.collect::<Vec<_>>(),
            "notes": notes.collect::<Vec<_>>(),
            "formula": formula,
            "screens": screens.collect::<Vec<_>>(),
        })
    }
}

/// All reviews as one JSON document.
#[must_use]
pub fn json(reviews: &[Review]) -> String {
    let all: Vec<Value> = reviews.iter().map(Review::json).collect();
    format!("{:#}\n", Value::from(all))
}

fn line(Problem { file, path, text }: &Problem) -> String {
    let at = if path.is_empty() { String::new() } else { format!(" at {path}") };
    format!("    {file}{at}: {text}")
}
