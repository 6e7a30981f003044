//! The smallest sets of other answers that change the central leader, found by trying them all.
//!
//! Up to three answered questions, each to any other option. A set in which the old or the new leader is ruled out on one
//! side only is a *gate* flip, worded as a fact about what is possible; all others are *evidence* flips.

use assessment::{ALTERNATIVES, Alternative, Assessment, ItemId, OptionId, PerAlternative, QuestionId, i18n::Key};

use crate::{
    evaluation::{Evaluation, GateReport, Status, ValueModel, add, best},
    explanation::{grounds::statement, reasons::rounded},
    response::Reading,
};

/// Maximum number of answers changed at once.
const MOST_CHANGES: usize = 3;

/// Examples kept of each kind.
const EXAMPLES: usize = 3;

/// One answer changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    pub question: QuestionId,
    /// The answer now.
    pub from: OptionId,
    /// The other answer.
    pub to: OptionId,
}

/// A status that the change turns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatusChange {
    /// The alternative, the old or the new leader.
    pub alternative: Alternative,
    pub before: Status,
    pub after: Status,
}

/// A set of changes that changes the leader.
#[derive(Debug, Clone, PartialEq)]
pub struct Flip {
    /// The changes, in the order asked.
    pub changes: Vec<Change>,
    /// Steps moved along the options, summed.
    pub steps: usize,
    /// Who leads then.
    pub new_leader: Alternative,
    /// Score of the new leader less that of the old one, after the change.
    pub lead: f64,
    /// Status that differs, old and new leader in the order of their ids.
    pub status: Vec<StatusChange>,
}

impl Flip {
    /// What the changed answers would say, one sentence for each item that reads them.
    #[must_use]
    pub fn statements(&self, assessment: &Assessment, reading: &Reading) -> Vec<Key> {
        let answers: Vec<_> = self.changes.iter().map(|change| (change.question, change.to)).collect();
        let reading = reading.with(assessment, &answers);
        let mut items: Vec<ItemId> =
            self.changes.iter().filter_map(|change| assessment.item_of(change.question)).collect();
        items.dedup();
        items.into_iter().filter_map(|item| statement(assessment, &reading, item)).collect()
    }
}

/// The smallest flips of one kind.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FlipGroup {
    /// How many answers have to change; `None` if three are not enough.
    pub size: Option<usize>,
    /// How many sets of that size there are.
    pub sets: usize,
    /// The first three: fewest steps, then the larger lead, then the order asked.
    pub examples: Vec<Flip>,
}

/// The smallest flips of both kinds.
#[derive(Debug, Clone, PartialEq)]
pub struct Flips {
    /// Who leads by the central weights now.
    pub central_leader: Alternative,
    pub evidence: FlipGroup,
    /// By ruling in or out.
    pub gate: FlipGroup,
}

impl Flips {
    /// All smallest flips.
    #[must_use]
    pub fn of(assessment: &Assessment, evaluation: &Evaluation) -> Self {
        let search = Search::new(assessment, evaluation);
        let mut found = [FlipGroup::default(), FlipGroup::default()];
        for size in 1..=MOST_CHANGES {
            let mut groups = [Found::default(), Found::default()];
            search.sets_of(size, 0, &mut Vec::with_capacity(MOST_CHANGES), &mut groups);
            for (group, of_size) in found.iter_mut().zip(groups) {
                if group.size.is_none() && of_size.sets > 0 {
                    *group = FlipGroup { size: Some(size), sets: of_size.sets, examples: of_size.first };
                }
            }
            if found.iter().all(|group| group.size.is_some()) {
                break;
            }
        }
        let [evidence, gate] = found;
        Self { central_leader: evaluation.central_leader, evidence, gate }
    }

    /// The smaller of the two sizes.
    #[must_use]
    pub fn changes(&self) -> Option<usize> {
        self.nearest().0.size
    }

    /// The group that takes fewer changes, and whether that is the one by ruling in or out.
    #[must_use]
    pub fn nearest(&self) -> (&FlipGroup, bool) {
        // No size is larger than any.
        let size = |group: &FlipGroup| group.size.unwrap_or(usize::MAX);
        match size(&self.gate) < size(&self.evidence) {
            true => (&self.gate, true),
            false => (&self.evidence, false),
        }
    }
}

#[derive(Default)]
struct Found {
    sets: usize,
    first: Vec<Flip>,
}

/// About fifty thousand sets of three are tried, so each must be cheap.
struct Search<'a> {
    assessment: &'a Assessment,
    evaluation: &'a Evaluation,
    model: ValueModel,
    /// Answered scored questions in the order asked, with the item each belongs to.
    questions: Vec<(QuestionId, OptionId, ItemId)>,
    /// What each other option adds to the score, for questions that are an item of their own.
    deltas: Vec<Option<Vec<PerAlternative<f64>>>>,
    /// Whether a gate or the routing of a follow-up depends on the question.
    gated: Vec<bool>,
    routes: Vec<bool>,
}

impl<'a> Search<'a> {
    fn new(assessment: &'a Assessment, evaluation: &'a Evaluation) -> Self {
        let model = ValueModel::new(assessment);
        let questions: Vec<_> =
            assessment.scored().filter_map(|q| Some((q, evaluation.reading.get(q)?, assessment.item_of(q)?))).collect();
        let deltas = questions.iter().map(|(question, _, item)| {
            (assessment.items[item.index()].questions().count() == 1).then(|| {
                (0..assessment.question(*question).options.len())
                    .map(|n| {
                        let reading = evaluation.reading.with(assessment, &[(*question, OptionId::from_index(n))]);
                        difference(assessment, &model, evaluation, *item, &reading)
                    })
                    .collect()
            })
        });
        let is_tested = |question: QuestionId| {
            assessment.gates.iter().flat_map(|gate| gate.when.tests()).any(|test| test.question == question)
        };
        let is_routing = |question: QuestionId| {
            assessment.questions().any(|(_, q)| q.asked_unless.iter().any(|test| test.question == question))
        };
        Self {
            deltas: deltas.collect(),
            gated: questions.iter().map(|(q, ..)| is_tested(*q)).collect(),
            routes: questions.iter().map(|(q, ..)| is_routing(*q)).collect(),
            assessment,
            evaluation,
            model,
            questions,
        }
    }

    /// Tries every set of `left` more changes to questions from `start` on.
    fn sets_of(&self, left: usize, start: usize, chosen: &mut Vec<(usize, OptionId)>, found: &mut [Found; 2]) {
        if left == 0 {
            self.try_set(chosen, found);
            return;
        }
        for n in start..=self.questions.len().saturating_sub(left) {
            let Some((question, now, _)) = self.questions.get(n).copied() else { break };
            for option in 0..self.assessment.question(question).options.len() {
                if option != now.index() {
                    chosen.push((n, OptionId::from_index(option)));
                    self.sets_of(left - 1, n + 1, chosen, found);
                    chosen.pop();
                }
            }
        }
    }

    fn try_set(&self, chosen: &[(usize, OptionId)], found: &mut [Found; 2]) {
        let needs_reading = chosen.iter().any(|(n, _)| self.gated[*n] || self.routes[*n] || self.deltas[*n].is_none());
        let changed = needs_reading.then(|| {
            let answers: Vec<_> = chosen.iter().map(|(n, option)| (self.questions[*n].0, *option)).collect();
            self.evaluation.reading.with(self.assessment, &answers)
        });
        if let Some(reading) = &changed
            && chosen.iter().any(|(n, _)| reading.get(self.questions[*n].0).is_none())
        {
            // One change drops the question that another one changes.
            return;
        }
        let mut total = self.evaluation.scores.total;
        let mut tables: [Option<ItemId>; MOST_CHANGES] = [None; MOST_CHANGES];
        for (slot, (n, option)) in chosen.iter().enumerate() {
            let item = self.questions[*n].2;
            match (&self.deltas[*n], &changed) {
                (Some(deltas), _) => total = add(total, deltas[option.index()]),
                (None, Some(reading)) if !tables.contains(&Some(item)) => {
                    tables[slot] = Some(item);
                    total = add(total, difference(self.assessment, &self.model, self.evaluation, item, reading));
                }
                _ => {}
            }
        }
        let old = self.evaluation.central_leader;
        let gates = changed.as_ref().map(|reading| GateReport::of(self.assessment, reading));
        let gates = gates.as_ref().unwrap_or(&self.evaluation.gates);
        let new = best(&gates.viable(), &total);
        if new == old {
            return;
        }
        // By id, as the figures that this is checked against are.
        let id = |alternative| self.assessment.notes(alternative).id;
        let pair = if id(old) <= id(new) { [old, new] } else { [new, old] };
        let status: Vec<StatusChange> = pair
            .into_iter()
            .map(|alternative| StatusChange {
                alternative,
                before: self.evaluation.gates.of_alternative(alternative),
                after: gates.of_alternative(alternative),
            })
            .filter(|change| change.before != change.after)
            .collect();
        let is_gate = [old, new].iter().any(|a| {
            (self.evaluation.gates.of_alternative(*a) == Status::Blocked)
                != (gates.of_alternative(*a) == Status::Blocked)
        });
        let changes: Vec<Change> = chosen
            .iter()
            .map(|(n, to)| Change { question: self.questions[*n].0, from: self.questions[*n].1, to: *to })
            .collect();
        let steps = changes.iter().map(|c| c.from.index().abs_diff(c.to.index())).sum();
        let lead = total[new.index()] - total[old.index()];
        found[usize::from(is_gate)].add(Flip { changes, steps, new_leader: new, lead, status });
    }
}

impl Found {
    /// Counts the flip and keeps it if it is among the first. Sets come in the order asked, so ties keep that order.
    fn add(&mut self, flip: Flip) {
        self.sets += 1;
        let goes_before = |other: &Flip| (flip.steps, -rounded(flip.lead)) < (other.steps, -rounded(other.lead));
        let position = self.first.iter().position(goes_before).unwrap_or(self.first.len());
        if position < EXAMPLES {
            self.first.insert(position, flip);
            self.first.truncate(EXAMPLES);
        }
    }
}

/// What other answers add to the score by one item.
fn difference(
    assessment: &Assessment,
    model: &ValueModel,
    evaluation: &Evaluation,
    item: ItemId,
    reading: &Reading,
) -> PerAlternative<f64> {
    let after = model.evidence(assessment, item, reading);
    let before = evaluation.scores.evidence[item.index()];
    let weight = evaluation.scores.item_weights[item.index()];
    core::array::from_fn::<_, ALTERNATIVES, _>(|n| weight * (after[n] - before[n]))
}
