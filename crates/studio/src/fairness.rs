//! What the weights of a page change: how often each model comes first before and after, over sampled organizations.

use assessment::{
    Alternative, Assessment, PerAlternative,
    i18n::{Catalog, English, Locale},
};
use config::ResultSettings;
use decision::{evaluation::Factors, fairness::Fairness};
use serde_json::{Map, Value, json};

pub use decision::fairness::ORGANIZATIONS;

/// The report for an auditor, and for the form.
#[derive(Debug, Clone)]
pub struct FairnessReport {
    /// How many of [`ORGANIZATIONS`] have each model first with the published weights, in model order.
    pub before: PerAlternative<usize>,
    /// The same with these weights.
    pub after: PerAlternative<usize>,
    /// How many of [`ORGANIZATIONS`] have another model first.
    pub changed: usize,
    /// Models that never come first with these weights.
    pub unreachable: Vec<Alternative>,
    /// The model that comes first in more than half of the organizations.
    pub dominant: Option<Alternative>,
    factors: Factors,
}

/// Evaluates [`ORGANIZATIONS`] organizations twice.
#[must_use]
pub fn fairness(settings: &ResultSettings) -> FairnessReport {
    let assessment = Assessment::standard();
    let factors = Factors::of_hundredths(assessment, &settings.weights);
    FairnessReport::of(Fairness::of(assessment, &factors), factors)
}

impl FairnessReport {
    fn of(fairness: Fairness, factors: Factors) -> Self {
        let (unreachable, dominant) = (fairness.unreachable().collect(), fairness.dominant().next());
        let Fairness { before, after, changed } = fairness;
        Self { before, after, changed, unreachable, dominant, factors }
    }

    fn holds_bounds(&self) -> bool {
        let [least, most] = Assessment::standard().factor_bounds;
        self.factors.numbers().iter().all(|factor| (least..=most).contains(factor))
    }

    /// The report as a document in English that ends with a line break. The names of models and priorities are those of `words`,
    /// which has to have the words of the later module.
    #[must_use]
    pub fn markdown(&self, words: &Catalog) -> String {
        let assessment = Assessment::standard();
        let mut weights = "| priority | factor |\n| --- | ---: |\n".to_owned();
        for (dimension, factor) in assessment.dimensions.iter().zip(self.factors.numbers()) {
            weights += &format!("| {} (`{}`) | {factor} |\n", words.get(dimension.name), dimension.id);
        }
        let mut counts =
            "| model | first with the published weights | first with these weights |\n| --- | ---: | ---: |\n"
                .to_owned();
        for model in Alternative::ALL {
            let [before, after] = [self.before, self.after].map(|counts| of_all(counts[model.index()]));
            counts += &format!("| {} | {before} | {after} |\n", words.get(assessment.notes(model).name));
        }
        let [least, most] = assessment.factor_bounds;
        let bounds = if self.holds_bounds() { "Every factor is" } else { "**Not every factor is**" };
        let name = |model| words.get(assessment.notes(model).name);
        let unreachable: Vec<&str> = self.unreachable.iter().copied().map(name).collect();
        let reachable = match unreachable.as_slice() {
            [] => "Every model can come first.".to_owned(),
            models => format!("**Never first with these weights:** {}.", models.join(", ")),
        };
        let dominant = match self.dominant.map(name) {
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
            of_all(self.changed),
        )
    }

    /// The same figures as indented JSON.
    #[must_use]
    pub fn json(&self) -> String {
        let assessment = Assessment::standard();
        let weights: Map<String, Value> = assessment
            .dimensions
            .iter()
            .zip(self.factors.numbers())
            .map(|(dimension, factor)| (dimension.id.to_owned(), json!(factor)))
            .collect();
        let first = Alternative::ALL.map(|model| {
            let n = model.index();
            (model.name().to_owned(), json!({ "before": self.before[n], "after": self.after[n] }))
        });
        let [least, most] = assessment.factor_bounds;
        let report = json!({
            "content": assessment.version,
            "organizations": ORGANIZATIONS,
            "seed": assessment.sampling.seed,
            "weights": weights,
            "bounds": { "least": least, "most": most, "hold": self.holds_bounds() },
            "first": Map::from_iter(first),
            "changed": self.changed,
            "moreThanHalf": self.dominant.into_iter().map(Alternative::name).collect::<Vec<_>>(),
            "unreachable": self.unreachable.iter().copied().map(Alternative::name).collect::<Vec<_>>(),
        });
        format!("{report:#}")
    }
}

/// A count of the organizations, with its share in percent.
fn of_all(count: usize) -> String {
    let tenths = (count * 1_000 + ORGANIZATIONS / 2) / ORGANIZATIONS;
    format!("{} ({}.{}%)", grouped(count), tenths / 10, tenths % 10)
}

fn grouped(number: usize) -> String {
    English.integer(i64::try_from(number).unwrap_or(i64::MAX))
}

#[cfg(test)]
mod tests {
    use assessment::named::dimension;

    use super::*;

    fn report(weights: Vec<(assessment::DimensionId, u8)>) -> FairnessReport {
        fairness(&ResultSettings { weights, ..ResultSettings::default() })
    }

    fn parsed(report: &FairnessReport) -> Value {
        serde_json::from_str(&report.json()).unwrap()
    }

    #[test]
    fn the_report_says_how_often_each_model_comes_first_before_and_after() {
        let text = report(vec![(dimension::CONTROL, 50), (dimension::COST, 200)]).markdown(&Catalog::english());
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
        let document = parsed(&report(vec![(dimension::CONTROL, 50), (dimension::COST, 200)]));
        assert_eq!(document["first"]["co-managed"], json!({ "before": 2_954, "after": 2_547 }));
        assert_eq!((&document["changed"], &document["weights"]["cost"]), (&json!(1_906), &json!(2.0)));
        assert_eq!((&document["bounds"]["hold"], &document["unreachable"]), (&json!(true), &json!([])));
    }

    #[test]
    fn a_model_that_never_comes_first_anymore_is_named_and_one_that_comes_first_in_more_than_half() {
        let counted = Fairness { before: [3_000, 4_000, 3_000], after: [0, ORGANIZATIONS, 0], changed: 6_000 };
        let report = FairnessReport::of(counted, Factors::new(Assessment::standard()));
        let line = "- **Never first with these weights:** In-house IT, Fully outsourced IT.";
        assert!(
            report.markdown(&Catalog::english()).lines().any(|found| found == line),
            "{}",
            report.markdown(&Catalog::english())
        );
        assert_eq!(parsed(&report)["unreachable"], json!(["in-house", "outsourced"]));
        let line = "- **First in more than half of the organizations:** Co-managed IT.";
        assert!(
            report.markdown(&Catalog::english()).lines().any(|found| found == line),
            "{}",
            report.markdown(&Catalog::english())
        );
        assert_eq!(parsed(&report)["moreThanHalf"], json!(["co-managed"]));
    }
}
