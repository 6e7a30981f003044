//! The headcount at which two models cost the same, with its range: for each draw, where the totals cross.
//!
//! A draw fixes every input but the users. Staff that depends on the headcount keeps doing so, at one place between the
//! low, likely and high columns of its rule: the place that the draw's uniform has in a triangle with the slopes of the
//! rule. Where the three columns rise in proportion this is the triangular draw itself; elsewhere it keeps every total
//! straight between two kinks, so that crossings are exact and cheap. All draws are used.

use super::{
    CostInputs, Origin, PAIRS,
    roots::{USERS, insert_kink, is_even, roots},
    rounding::of_100,
    study::percentiles,
    totals::{Lines, STAFF},
    two_significant,
};
use assessment::{ALTERNATIVES, Alternative, Assessment, DefaultRule, PerAlternative};

/// Where two models cost the same, over all draws, from 5 to 1,000 users.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BreakEvenRange {
    /// The two models.
    pub pair: (Alternative, Alternative),
    /// The conclusion.
    pub outcome: Crossing,
    /// Of 100 draws: with one such headcount, with none, with several. They add up to 100.
    pub of_100: [u8; 3],
}

/// The conclusion on the headcount at which two models cost the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crossing {
    /// At least half of the draws have exactly one, in the same direction.
    At {
        /// 10th, 50th and 90th percentile over these draws, with two significant digits.
        users: [i64; 3],
        /// The cheaper one with fewer users.
        cheaper_below: Alternative,
    },
    /// No draw has one: this model is always the cheaper one.
    Never(Alternative),
    /// At least half of the draws have none, and this model is the cheaper one there.
    Mostly(Alternative),
    /// None of these.
    Open,
}

/// The staff of a model by headcount, where nobody replaced it.
struct Staffing {
    model: usize,
    rule: &'static DefaultRule,
    /// Share of the triangle below likely.
    below_likely: f64,
}

/// The crossings of one pair.
#[derive(Default)]
struct Tally {
    /// Crossings of the draws with exactly one: the first of the pair is cheaper with fewer users, or the second.
    one: [Vec<f64>; 2],
    /// Draws with no crossing, by which is cheaper.
    none: [u32; 2],
    /// Draws with several crossings.
    several: u32,
}

/// Crossings of all draws so far.
pub(super) struct Headcounts {
    staffing: Vec<Staffing>,
    /// Headcounts between which every rule is straight, ascending.
    kinks: Vec<f64>,
    tallies: [Tally; 3],
    /// Users and totals of the current draw, ascending.
    points: Vec<(f64, PerAlternative<f64>)>,
}

impl Headcounts {
    pub(super) fn new(assessment: &Assessment, inputs: &CostInputs) -> Self {
        let mut staffing = Vec::new();
        let mut kinks = vec![USERS.0, USERS.1];
        for (model, id) in STAFF.into_iter().enumerate() {
            let rule = assessment.cost.input(id).default_rule.as_ref();
            let Some(rule) = rule.filter(|_| inputs.origin(id) == Origin::Rule) else { continue };
            let [low, likely, high] = rule.of.map(|column| 1.0 / column.per);
            let below_likely = if high > low { (likely - low) / (high - low) } else { 0.5 };
            staffing.push(Staffing { model, rule, below_likely });
            for column in rule.of {
                insert_kink(&mut kinks, column.least * column.per);
            }
        }
        Self { staffing, kinks, tallies: Default::default(), points: Vec::new() }
    }

    /// Adds a draw: the uniform and the value of each input.
    pub(super) fn add(&mut self, units: &[f64], values: &[f64]) {
        let lines = Lines::of(values);
        let drawn = STAFF.map(|id| values[id.index()]);
        let mut places = [[0.0; 3]; ALTERNATIVES];
        for staffing in &self.staffing {
            places[staffing.model] = staffing.place(units[STAFF[staffing.model].index()]);
        }
        let staff_at = |users: f64| {
            let mut staff = drawn;
            for Staffing { model, rule, .. } in &self.staffing {
                let column = |n: usize| places[*model][n] * rule.of[n].least.max(users / rule.of[n].per);
                staff[*model] = column(0) + column(1) + column(2);
            }
            staff
        };
        self.points.clear();
        let mut before: Option<(f64, PerAlternative<f64>)> = None;
        for users in &self.kinks {
            let staff = staff_at(*users);
            if let Some((from, less)) = before
                && (less[0] - lines.people) * (staff[0] - lines.people) < 0.0
            {
                // Hiring in-house begins here.
                let at = from + (users - from) * (lines.people - less[0]) / (staff[0] - less[0]);
                self.points.push((at, lines.at(at, staff_at(at))));
            }
            self.points.push((*users, lines.at(*users, staff)));
            before = Some((*users, staff));
        }
        for ((a, b), tally) in PAIRS.into_iter().zip(&mut self.tallies) {
            let differences = self.points.iter().map(|(users, total)| (*users, total[a.index()] - total[b.index()]));
            tally.add(differences);
        }
    }

    pub(super) fn ranges(self) -> [BreakEvenRange; 3] {
        let mut pairs = PAIRS.into_iter();
        self.tallies.map(|tally| tally.range(pairs.next().unwrap_or(PAIRS[0])))
    }
}

impl Staffing {
    /// How much of the low, likely and high column a uniform takes: the inverse of a triangle, as a mix of its corners.
    fn place(&self, unit: f64) -> [f64; 3] {
        if unit < self.below_likely {
            let likely = (unit / self.below_likely).sqrt();
            [1.0 - likely, likely, 0.0]
        } else {
            let likely = ((1.0 - unit) / (1.0 - self.below_likely)).sqrt();
            [0.0, likely, 1.0 - likely]
        }
    }
}

impl Tally {
    /// Adds a draw by the differences of two totals, the first less the second, by users.
    fn add(&mut self, differences: impl DoubleEndedIterator<Item = (f64, f64)> + Clone) {
        let (mut count, mut root) = (0, 0.0);
        roots(differences.clone(), |users| {
            count += 1;
            root = users;
        });
        // If they are equal at one end, the other end decides; equal at both is two crossings.
        let mut ends = differences;
        let first = ends.next().map_or(0.0, |(_, d)| d);
        let last = ends.next_back().map_or(0.0, |(_, d)| d);
        let second_below = usize::from(if is_even(first) { last < 0.0 } else { first > 0.0 });
        match count {
            0 => self.none[second_below] += 1,
            1 => self.one[second_below].push(root),
            _ => self.several += 1,
        }
    }

    fn range(self, pair: (Alternative, Alternative)) -> BreakEvenRange {
        let model = |second: bool| if second { pair.1 } else { pair.0 };
        let [first, second] = [self.one[0].len() as u32, self.one[1].len() as u32];
        let (ones, nones) = (first + second, self.none[0] + self.none[1]);
        let all = ones + nones + self.several;
        let is_half = |count: u32| 2 * count >= all;
        let [below_first, below_second] = self.one;
        let outcome = if is_half(first.max(second)) {
            let is_second = second > first;
            let users = percentiles(if is_second { below_second } else { below_first }).map(two_significant);
            Crossing::At { users, cheaper_below: model(is_second) }
        } else {
            let is_second = self.none[1] > self.none[0];
            let most = self.none[0].max(self.none[1]);
            match most {
                _ if most == all => Crossing::Never(model(is_second)),
                _ if is_half(most) => Crossing::Mostly(model(is_second)),
                _ => Crossing::Open,
            }
        };
        BreakEvenRange { pair, outcome, of_100: of_100([ones, nones, self.several]) }
    }
}
