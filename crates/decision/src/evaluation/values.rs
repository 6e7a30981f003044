//! Values: levels centered on what an item says before it is answered.

use assessment::{ALTERNATIVES, Assessment, Item, ItemId, OptionId, PerAlternative, Performance, QuestionId};

use crate::response::{Reading, compatible_options, is_asked};

/// Evidence of an item for each alternative, -1 to 1; 0 says nothing.
pub type Evidence = PerAlternative<f64>;

/// The parts that do not depend on answers: the base of each item and its share in its dimension.
#[derive(Debug, Clone)]
pub struct ValueModel {
    base: Vec<PerAlternative<f64>>,
    share: Vec<f64>,
}

impl ValueModel {
    /// Bases and shares of all items.
    #[must_use]
    pub fn new(assessment: &Assessment) -> Self {
        let profiles: Vec<_> = assessment
            .items
            .iter()
            .filter_map(|item| match item.performance {
                Performance::Profile(levels) => Some(levels),
                _ => None,
            })
            .collect();
        let profile_base = mean(profiles.iter());
        let base = assessment.items.iter().map(|item| match item.performance {
            Performance::Levels { levels, .. } | Performance::Table { levels, .. } => mean(levels.iter()),
            Performance::Profile(_) => profile_base,
        });
        let share = assessment.items.iter().map(|item| {
            let sum: f64 = assessment.items.iter().filter(|i| i.dimension == item.dimension).map(|i| i.weight).sum();
            item.weight / sum
        });
        Self { base: base.collect(), share: share.collect() }
    }

    /// Mean level of an item over its options; for a profile the mean over all profiles.
    #[must_use]
    pub fn base(&self, item: ItemId) -> PerAlternative<f64> {
        self.base[item.index()]
    }

    /// Share of an item in its dimension, 0 to 1.
    #[must_use]
    pub fn share(&self, item: ItemId) -> f64 {
        self.share[item.index()]
    }

    /// A level as evidence: its distance from the base, over the width of the scale.
    #[must_use]
    pub fn center(&self, item: ItemId, level: PerAlternative<f64>) -> Evidence {
        let base = self.base(item);
        core::array::from_fn::<_, ALTERNATIVES, _>(|n| (level[n] - base[n]) / 4.0)
    }

    /// Evidence of an item under the known answers. Exactly 0 when none of its questions is answered; half a table is the
    /// mean over the possible answers of the open half.
    #[must_use]
    pub fn evidence(&self, assessment: &Assessment, id: ItemId, reading: &Reading) -> Evidence {
        let item = &assessment.items[id.index()];
        match item.performance {
            Performance::Profile(level) => self.center(id, level.map(f64::from)),
            _ if !is_answered(item, reading) => [0.0; ALTERNATIVES],
            Performance::Levels { question, levels } => match reading.get(question) {
                Some(option) => self.center(id, levels[option.index()].map(f64::from)),
                None => [0.0; ALTERNATIVES],
            },
            Performance::Table { first, second, columns, levels, .. } => {
                let cells = open_cells(assessment, first, second, reading);
                let levels = cells.iter().map(|(row, column)| &levels[row.index() * columns + column.index()]);
                self.center(id, mean(levels))
            }
        }
    }
}

/// Whether one of the item's questions has a known answer; a profile has none.
pub(crate) fn is_answered(item: &Item, reading: &Reading) -> bool {
    item.questions().any(|question| reading.get(question).is_some())
}

/// The cells of a table that agree with the known answers.
fn open_cells(
    assessment: &Assessment,
    first: QuestionId,
    second: QuestionId,
    reading: &Reading,
) -> Vec<(OptionId, OptionId)> {
    let open =
        |question| reading.get(question).map_or_else(|| compatible_options(assessment, question, reading), |o| vec![o]);
    let rows = open(first);
    if reading.get(first).is_some() && !is_asked(assessment, second, reading) {
        // The row of an answer for which the other question is not asked is constant.
        return rows.into_iter().map(|row| (row, OptionId(0))).collect();
    }
    let columns = open(second);
    rows.iter().flat_map(|row| columns.iter().map(move |column| (*row, *column))).collect()
}

fn mean<'a>(levels: impl ExactSizeIterator<Item = &'a PerAlternative<u8>>) -> PerAlternative<f64> {
    let count = levels.len() as f64;
    let sum = levels.fold([0_u32; ALTERNATIVES], |sum, level| core::array::from_fn(|n| sum[n] + u32::from(level[n])));
    sum.map(|s| f64::from(s) / count)
}
