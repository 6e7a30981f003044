//! Simulated organizations: every scored question answered, with default priorities.

use assessment::{Alternative, Assessment, Form, ItemId, OptionId, Performance, QuestionId};
use decision::response::{ChoiceSet, Reading, Response, ResponseSet, is_asked};
use mcda::random::SplitMix64;

/// Not that of the sampler: its completions must not know the answers to come.
const SEED: u64 = 20_261_201;

/// How answers are drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Population {
    /// Each organization leans to one model, each model as often: an option is the more likely the better that model does
    /// with it, half as likely again for each level.
    Leaning,
    /// Each option is equally likely.
    Uniform,
}

impl Population {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Leaning => "leaning",
            Self::Uniform => "uniform",
        }
    }
}

/// The answers of an organization. The same number has the same answers everywhere.
pub fn organization(assessment: &Assessment, population: Population, n: usize) -> ResponseSet {
    let model = Alternative::from_index(n % Alternative::ALL.len());
    let questions = assessment.questions.len();
    let stream = SplitMix64::new(SEED);
    let mut responses = ResponseSet::new(assessment);
    for (id, question) in assessment.questions() {
        if !is_asked(assessment, id, &Reading::of(assessment, &responses)) {
            continue;
        }
        let likelihoods: Vec<f64> = (0..question.options.len())
            .map(|option| match population {
                Population::Uniform => 1.0,
                Population::Leaning => likelihood(lead(assessment, id, OptionId::from_index(option), model)),
            })
            .collect();
        let mut left = stream.unit_at((n * questions + id.index()) as u64) * likelihoods.iter().sum::<f64>();
        let drawn = likelihoods.iter().position(|likelihood| {
            left -= likelihood;
            left < 0.0
        });
        let option = OptionId::from_index(drawn.unwrap_or(likelihoods.len().saturating_sub(1)));
        responses.set(id, Some(response(assessment, id, option)));
    }
    responses
}

/// One and a half for each level of a lead, to the next half level. Without a power, which not every platform computes to the same bits.
fn likelihood(lead: f64) -> f64 {
    let halves = (2.0 * lead).round() as i32;
    let factor = (0..halves.abs()).fold(1.0, |product, _| product * 1.5_f64.sqrt());
    if halves < 0 { 1.0 / factor } else { factor }
}

/// How much better a model does with an option than the other two on average, in levels; the other question of a table counts
/// with all its options alike. 0 for a question that is not scored.
fn lead(assessment: &Assessment, question: QuestionId, option: OptionId, model: Alternative) -> f64 {
    let better = |level: &[u8; 3]| {
        let [a, b] = model.others().map(|other| f64::from(level[other.index()]));
        f64::from(level[model.index()]) - (a + b) / 2.0
    };
    let mean = |levels: Vec<&[u8; 3]>| levels.iter().map(|level| better(level)).sum::<f64>() / levels.len() as f64;
    let of_item = |item: ItemId| match assessment.items[item.index()].performance {
        Performance::Profile(_) => 0.0,
        Performance::Levels { levels, .. } => better(&levels[option.index()]),
        Performance::Table { first, columns, levels, .. } if first == question => {
            mean(levels.chunks(columns).nth(option.index()).unwrap_or_default().iter().collect())
        }
        Performance::Table { columns, levels, .. } => {
            mean(levels.iter().skip(option.index()).step_by(columns).collect())
        }
    };
    assessment.item_of(question).map_or(0.0, of_item)
}

/// A response that counts as an option.
fn response(assessment: &Assessment, question: QuestionId, option: OptionId) -> Response {
    let Form::Multi { buckets, .. } = assessment.question(question).form else { return Response::One(option) };
    // The most ticks that count as it; no tick if nothing is scored.
    let ticks = buckets.iter().find(|bucket| bucket.option == option).map_or(0, |bucket| usize::from(bucket.most));
    let choices = assessment.question(question).choices().len();
    Response::Several((0..ticks.min(choices)).fold(ChoiceSet::default(), |ticked, n| ticked.with(n, true)))
}
