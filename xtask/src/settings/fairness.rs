//! `cargo xtask fairness`: how often each model comes first before and after the weights of a configuration.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use assessment::{Alternative, Assessment, i18n::Catalog};
use config::ResultSettings;
use decision::{
    evaluation::Factors,
    fairness::{Fairness, ORGANIZATIONS},
};
use serde_json::{Map, Value, json};

use super::check;
use crate::console::grouped;

/// Ends with 2 if the configuration has a problem, and with 3 if a model never comes first anymore.
pub fn command(file: &str, is_json: bool) -> ExitCode {
    let checked = check::read(file);
    if !checked.problems.is_empty() {
        eprint!("{}", checked.text(file));
        return ExitCode::from(2);
    }
    let report = Report::of(&checked.settings.result);
    let text = if is_json { format!("{:#}\n", report.json()) } else { report.markdown() };
    // A reader such as `head` may have closed the pipe.
    let _ = io::stdout().write_all(text.as_bytes());
    if report.fairness.unreachable().count() > 0 { ExitCode::from(3) } else { ExitCode::SUCCESS }
}

struct Report {
    factors: Factors,
    fairness: Fairness,
}

impl Report {
    fn of(settings: &ResultSettings) -> Self {
        let assessment = Assessment::standard();
        let factors = Factors::of_hundredths(assessment, &settings.weights);
        Self { fairness: Fairness::of(assessment, &factors), factors }
    }

    fn holds_bounds(&self) -> bool {
        let [least, most] = Assessment::standard().factor_bounds;
        self.factors.numbers().iter().all(|factor| (least..=most).contains(factor))
    }

    fn markdown(&self) -> String {
        let (assessment, words) = (Assessment::standard(), Catalog::english());
        let Fairness { before, after, changed } = &self.fairness;
        let mut weights = "| priority | factor |\n| --- | ---: |\n".to_owned();
        for (dimension, factor) in assessment.dimensions.iter().zip(self.factors.numbers()) {
            weights += &format!("| {} (`{}`) | {factor} |\n", words.get(dimension.name), dimension.id);
        }
        let mut counts =
            "| model | first with the published weights | first with these weights |\n| --- | ---: | ---: |\n"
                .to_owned();
        for model in Alternative::ALL {
            let [before, after] = [before, after].map(|counts| of_all(counts[model.index()]));
            counts += &format!("| {} | {before} | {after} |\n", words.get(assessment.notes(model).name));
        }
        let [least, most] = assessment.factor_bounds;
        let bounds = if self.holds_bounds() { "Every factor is" } else { "**Not every factor is**" };
        let name = |model| words.get(assessment.notes(model).name);
        let unreachable: Vec<&str> = self.fairness.unreachable().map(name).collect();
        let reachable = match unreachable.as_slice() {
            [] => "Every model can come first.".to_owned(),
            models => format!("**Never first with these weights:** {}.", models.join(", ")),
        };
        let dominant = match self.fairness.dominant().map(name).next() {
            None => "No model comes first in more than half of the organizations.".to_owned(),
            Some(model) => format!("**First in more than half of the organizations:** {model}."),
        };
        format!(
            "# What the weights change\n\n\
             {} sampled organizations answer every scored question, with each answer equally likely and no priority rated. \
             First is the model with the largest score among those that no rule rules out; if two are equal, the one that is \
             listed first. The sample is always the same (content {}, seed {}).\n\n\
             {weights}\n{counts}\n\
             - Another model comes first in {} of the organizations.\n\
             - {bounds} from {least} to {most}.\n\
             - {reachable}\n\
             - {dominant}\n",
            grouped(ORGANIZATIONS),
            assessment.version,
            assessment.sampling.seed,
            of_all(*changed),
        )
    }

    fn json(&self) -> Value {
        let assessment = Assessment::standard();
        let Fairness { before, after, changed } = &self.fairness;
        let weights: Map<String, Value> = assessment
            .dimensions
            .iter()
            .zip(self.factors.numbers())
            .map(|(dimension, factor)| (dimension.id.to_owned(), json!(factor)))
            .collect();
        let first = Alternative::ALL.map(|model| {
            let n = model.index();
            (model.name().to_owned(), json!({ "before": before[n], "after": after[n] }))
        });
        let [least, most] = assessment.factor_bounds;
        json!({
            "content": assessment.version,
            "organizations": ORGANIZATIONS,
            "seed": assessment.sampling.seed,
            "weights": weights,
            "bounds": { "least": least, "most": most, "hold": self.holds_bounds() },
            "first": Map::from_iter(first),
            "changed": changed,
            "moreThanHalf": self.fairness.dominant().map(Alternative::name).collect::<Vec<_>>(),
            "unreachable": self.fairness.unreachable().map(Alternative::name).collect::<Vec<_>>(),
        })
    }
}

/// A count of the organizations, with its share in percent.
fn of_all(count: usize) -> String {
    let tenths = (count * 1_000 + ORGANIZATIONS / 2) / ORGANIZATIONS;
    format!("{} ({}.{}%)", grouped(count), tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use assessment::named::dimension;

    use super::*;

    fn report(weights: Vec<(assessment::DimensionId, u8)>) -> Report {
        Report::of(&ResultSettings { weights, ..ResultSettings::default() })
    }

    #[test]
    fn the_report_says_how_often_each_model_comes_first_before_and_after() {
        let text = report(vec![(dimension::CONTROL, 50), (dimension::COST, 200)]).markdown();
        for line in [
            "| A cost we can afford and predict (`cost`) | 2 |",
            "| In-house IT | 3,252 (32.5%) | 3,093 (30.9%) |",
            "| Fully outsourced IT | 3,794 (37.9%) | 4,360 (43.6%) |",
            "- Another model comes first in 1,906 (19.1%) of the organizations.",
            "- Every factor is from 0.5 to 2.",
            "- Every model can come first.",
            "- No model comes first in more than half of the organizations.",
        ] {
            assert!(text.lines().any(|found| found == line), "{line}\n{text}");
        }
    }

    #[test]
    fn the_json_has_the_same_figures() {
        let document = report(vec![(dimension::CONTROL, 50), (dimension::COST, 200)]).json();
        assert_eq!(document["first"]["co-managed"], json!({ "before": 2_954, "after": 2_547 }));
        assert_eq!((&document["changed"], &document["weights"]["cost"]), (&json!(1_906), &json!(2.0)));
        assert_eq!((&document["bounds"]["hold"], &document["unreachable"]), (&json!(true), &json!([])));
    }

    #[test]
    fn a_model_that_never_comes_first_anymore_is_named_and_one_that_comes_first_in_more_than_half() {
        let mut report = report(Vec::new());
        report.fairness.after = [0, ORGANIZATIONS, 0];
        let line = "- **Never first with these weights:** In-house IT, Fully outsourced IT.";
        assert!(report.markdown().lines().any(|found| found == line), "{}", report.markdown());
        assert_eq!(report.json()["unreachable"], json!(["in-house", "outsourced"]));
        let line = "- **First in more than half of the organizations:** Co-managed IT.";
        assert!(report.markdown().lines().any(|found| found == line), "{}", report.markdown());
        assert_eq!(report.json()["moreThanHalf"], json!(["co-managed"]));
    }

    #[test]
    fn the_command_ends_with_2_for_a_problem_in_the_configuration() {
        let file = std::env::temp_dir().join(format!("support-fit-fairness-{}.json", std::process::id()));
        let path = file.to_str().unwrap();
        for (text, code) in [(r#"{"weights": {"cost": 3}}"#, ExitCode::from(2)), ("{}", ExitCode::SUCCESS)] {
            std::fs::write(&file, text).unwrap();
            assert_eq!(format!("{:?}", command(path, false)), format!("{code:?}"));
        }
        std::fs::remove_file(&file).unwrap();
    }
}
