//! The cost model: figures in order and within their bounds, rules that follow an earlier input, sources where they are
//! claimed.

use super::{Check, unique};
use crate::raw::{Cost, CostInput, Evidence};

const FILE: &str = "structure/cost.json";

impl Check<'_> {
    pub(super) fn cost(&mut self) {
        let cost = &self.content.cost;
        unique(FILE, "inputs", cost.inputs.iter().map(|i| &i.id), self.problems);
        for (n, input) in cost.inputs.iter().enumerate() {
            let path = format!("inputs[{n}] ({})", input.id);
            self.figures(&path, input);
            self.published(&path, input);
            if let Some(by) = &input.default_by {
                let options: Vec<String> = by.values.keys().cloned().collect();
                self.options(FILE, &format!("{path}.default_by"), &by.question, &options);
            }
            self.rule(&path, cost, n);
        }
        self.citations(FILE, "sources", &cost.sources);
    }

    fn figures(&mut self, path: &str, input: &CostInput) {
        let [least, most] = input.bounds;
        if !(least >= 0.0 && least < most && most.is_finite()) {
            self.problems.add(
                FILE,
                &format!("{path}.bounds"),
                "expected two numbers from 0 up, the first below the second",
            );
            return;
        }
        let by = input.default_by.iter().flat_map(|by| by.values.values());
        for [low, likely, high] in by.chain([&input.default]) {
            if !(*low >= 0.0 && low <= likely && likely <= high) {
                self.problems.add(FILE, path, format!("expected low ≤ likely ≤ high, not {low}, {likely}, {high}"));
            } else if *low < least || *high > most {
                self.problems.add(FILE, path, format!("expected figures from {least} to {most}, not {low} to {high}"));
            }
        }
    }

    fn published(&mut self, path: &str, input: &CostInput) {
        match (&input.published, input.evidence) {
            (Some(published), Evidence::Sourced) => {
                if published.dated.as_ref().is_some_and(|dated| !is_month(dated)) {
                    self.problems.add(
                        FILE,
                        &format!("{path}.published.dated"),
                        "expected a year and a month such as 2022-05",
                    );
                }
                if published.covers.is_empty() {
                    self.problems.add(
                        FILE,
                        &format!("{path}.published.covers"),
                        "expected at least one of low, likely, high",
                    );
                }
            }
            (None, Evidence::Sourced) => {
                self.problems.add(FILE, path, "is sourced; say in `published` where from");
            }
            (Some(_), _) => self.problems.add(FILE, path, "has a source, so its evidence is `sourced`"),
            (None, _) => {}
        }
    }

    fn rule(&mut self, path: &str, cost: &Cost, n: usize) {
        let Some(rule) = &cost.inputs[n].default_rule else { return };
        let path = format!("{path}.default_rule");
        let Some(per) = cost.inputs[..n].iter().find(|i| i.id == rule.per) else {
            let earlier = cost.inputs[..n].iter().map(|i| i.id.as_str());
            self.problems.unknown(FILE, &format!("{path}.per"), "earlier input", &rule.per, earlier);
            return;
        };
        let [low, likely, high] = rule.max;
        let follows = |[least, per]: [f64; 2], [next_least, next_per]: [f64; 2]| {
            least >= 0.0 && least <= next_least && per >= next_per && next_per > 0.0 && next_least.is_finite()
        };
        if !(follows(low, likely) && follows(likely, high) && rule.round > 0.0) {
            self.problems.add(FILE, &path, "expected least values that rise and divisors that fall from low to high");
        } else if (per.bounds[1] / high[1]).max(high[0]) > cost.inputs[n].bounds[1] {
            self.problems.add(FILE, &path, "gives more than the bounds allow");
        }
    }
}

/// Whether a text is a year and a month, `2022-05`.
fn is_month(text: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    text.split_once('-').is_some_and(|(year, month)| {
        year.len() == 4 && month.len() == 2 && digits(year) && digits(month) && ("01"..="12").contains(&month)
    })
}
