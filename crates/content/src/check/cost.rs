//! The cost model: figures in ascending order and within their bounds, rules on earlier inputs, and a publication for each
//! sourced figure.

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
            let text = format!("expected two numbers of at least 0, the smaller one first, not {least} and {most}");
            self.problems.add(FILE, &format!("{path}.bounds"), text);
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
                if let Some(dated) = published.dated.as_ref().filter(|dated| !is_month(dated)) {
                    let text = format!("expected a year and a month such as 2022-05, not `{dated}`");
                    self.problems.add(FILE, &format!("{path}.published.dated"), text);
                }
                if published.covers.is_empty() {
                    self.problems.add(
                        FILE,
                        &format!("{path}.published.covers"),
                        "expected at least one of `low`, `likely` and `high`; the list is empty",
                    );
                }
            }
            (None, Evidence::Sourced) => {
                self.problems.add(FILE, path, "`published` is missing; the evidence is `sourced`");
            }
            (Some(_), _) => {
                self.problems.add(FILE, path, "expected the evidence `sourced`, because there is a `published`");
            }
            (None, _) => {}
        }
    }

    fn rule(&mut self, path: &str, cost: &Cost, n: usize) {
        let Some(rule) = &cost.inputs[n].default_rule else { return };
        let path = format!("{path}.default_rule");
        let Some(input) = cost.inputs[..n].iter().find(|i| i.id == rule.input) else {
            let earlier = cost.inputs[..n].iter().map(|i| i.id.as_str());
            self.problems.unknown(FILE, &format!("{path}.per"), "earlier input", &rule.input, earlier);
            return;
        };
        let [low, likely, high] = rule.max;
        let follows = |[least, per]: [f64; 2], [next_least, next_per]: [f64; 2]| {
            least >= 0.0 && least <= next_least && per >= next_per && next_per > 0.0 && next_least.is_finite()
        };
        if rule.round <= 0.0 {
            self.problems.add(FILE, &format!("{path}.round"), format!("expected a number above 0, not {}", rule.round));
        }
        let (largest, most) = ((input.bounds[1] / high[1]).max(high[0]), cost.inputs[n].bounds[1]);
        if !(follows(low, likely) && follows(likely, high)) {
            let text = format!(
                "expected least values that rise and divisors that fall from low to high, not {low:?}, {likely:?}, {high:?}"
            );
            self.problems.add(FILE, &format!("{path}.max"), text);
        } else if largest > most {
            let text = format!("expected at most {most}, the upper bound, not {largest}, which follows from {high:?}");
            self.problems.add(FILE, &format!("{path}.max"), text);
        }
    }
}

/// Whether a string is a year and a month, `2022-05`.
fn is_month(text: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    text.split_once('-').is_some_and(|(year, month)| {
        year.len() == 4 && month.len() == 2 && digits(year) && digits(month) && ("01"..="12").contains(&month)
    })
}
