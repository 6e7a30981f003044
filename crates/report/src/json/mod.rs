//! The result as JSON, with every figure that an auditor needs to check it. Exact figures carry 12 decimals, sampled ones 9.

mod report;
mod summary;

pub use report::{ReportMeta, report_json};
pub use summary::summary_json;

use assessment::{Alternative, Assessment, ContradictionId, GateId, PerAlternative, Side, json::Value};

use decision::{
    evaluation::{Evaluation, Settled, Status},
    explanation::{
        Cause, Flip, FlipGroup, Flips, Reason, Reasons, TradeOff, contributions, next_questions, sliders, switch_overs,
    },
    plan::{
        Plan,
        cost::{CostClaim, CostInputs, CostStudy},
    },
    response::{MiddleAnswers, contradictions},
    worksheet::Figures,
};

/// Everything that was computed: `result`, `contributions`, `switchover`, `sliders`, `min_flip`, `next_questions`,
/// `contradictions`, `middle_note`, `settled`.
#[must_use]
pub fn evaluation_json(assessment: &Assessment, evaluation: &Evaluation) -> Value {
    let names = Names(assessment);
    Value::object([
        ("content", Value::from(assessment.version)),
        ("result", result(names, evaluation)),
        ("contributions", contribution_map(names, evaluation)),
        ("switchover", switch_over_map(names, evaluation)),
        ("sliders", slider_map(names, evaluation)),
        ("min_flip", flips(names, &Flips::of(assessment, evaluation))),
        ("next_questions", next(names, evaluation)),
        ("contradictions", contradiction_list(names, evaluation)),
        ("middle_note", middle_note(MiddleAnswers::of(assessment, &evaluation.reading))),
        ("settled", settled(names, Settled::of(assessment, evaluation))),
    ])
}

#[derive(Clone, Copy)]
struct Names<'a>(&'a Assessment);

impl Names<'_> {
    fn alternative(self, alternative: Alternative) -> &'static str {
        self.0.notes(alternative).id
    }

    fn dimension(self, n: usize) -> &'static str {
        self.0.dimensions[n].id
    }

    /// An object with an entry per alternative.
    fn per_alternative(self, value: impl Fn(Alternative) -> Value) -> Value {
        Value::Object(Alternative::ALL.map(|a| (self.alternative(a).to_owned(), value(a))).into())
    }

    /// An object with an entry per dimension.
    fn per_dimension(self, values: impl Iterator<Item = Value>) -> Value {
        Value::Object(values.enumerate().map(|(n, value)| (self.dimension(n).to_owned(), value)).collect())
    }
}

fn result(names: Names<'_>, evaluation: &Evaluation) -> Value {
    let assessment = names.0;
    let (shares, plan) = (&evaluation.shares, Plan::of(assessment, evaluation));
    let matrix = |rows: &PerAlternative<PerAlternative<f64>>| -> Value {
        rows.iter().map(|row| row.iter().map(|x| sampled(*x)).collect::<Value>()).collect()
    };
    let index = evaluation.index();
    let gates = |a: Alternative| -> Value {
        let id = |gate: GateId| assessment.gates[gate.index()].id;
        evaluation.gates.fired_for(assessment, a).map(id).collect()
    };
    Value::object([
        ("leader", names.alternative(evaluation.leader).into()),
        ("runner_up", names.alternative(evaluation.runner_up).into()),
        ("verdict", evaluation.verdict.code().into()),
        ("quick_only", evaluation.quick_only.into()),
        ("conflict", evaluation.gates.conflict.into()),
        ("by_elimination", evaluation.by_elimination.into()),
        ("first_share", names.per_alternative(|a| sampled(shares.first[a.index()]))),
        ("ungated_first_share", names.per_alternative(|a| sampled(shares.ungated_first[a.index()]))),
        ("rank_acceptability", matrix(&shares.ranks)),
        ("pairwise", matrix(&shares.pairwise)),
        (
            "central_weight_when_first",
            shares
                .central_weights
                .iter()
                .map(|w| Value::from(w.as_ref().map(|w| w.iter().map(|x| sampled(*x)).collect::<Value>())))
                .collect(),
        ),
        ("central_leader", names.alternative(evaluation.central_leader).into()),
        ("central_scores", names.per_alternative(|a| exact(evaluation.scores.total[a.index()]))),
        ("central_weights", evaluation.scores.weights.iter().map(|w| exact(*w)).collect()),
        ("gap", exact(evaluation.gap())),
        ("index", names.per_alternative(|a| f64::from(index[a.index()]).into())),
        ("index_range", names.per_alternative(|a| shares.index_range[a.index()].iter().map(|x| sampled(*x)).collect())),
        ("status", names.per_alternative(|a| status(evaluation.gates.of_alternative(a)).into())),
        ("gates_fired", names.per_alternative(gates)),
        ("answered", evaluation.answered.into()),
        ("applicable", evaluation.applicable.into()),
        ("answered_share", exact(evaluation.answered_share())),
        ("regret", shares.regret[evaluation.leader.index()].map(sampled).into()),
        ("trap", plan.trap.level.code().into()),
        ("trap_signs", plan.trap.signs.iter().map(|sign| assessment.trap.signs[sign.index()].id).collect()),
        ("trap_future", plan.trap.future.into()),
        ("tradeoff", trade_off(TradeOff::of(assessment, evaluation))),
        ("reasons", names.per_alternative(|a| reasons(assessment, &Reasons::of(assessment, evaluation, a)))),
        (
            "split",
            plan.split
                .as_ref()
                .map(|split| {
                    let sides = split.accountable(assessment);
                    Value::Object(sides.map(|(f, side)| (f.id.to_owned(), side_name(side).into())).collect())
                })
                .into(),
        ),
        ("pattern", plan.pattern.code().into()),
    ])
}

fn trade_off(position: TradeOff) -> Value {
    Value::object([
        ("control", position.control.map(exact).into()),
        ("control_answered", position.control_answered.into()),
        ("convenience", position.convenience.map(exact).into()),
        ("convenience_answered", position.convenience_answered.into()),
    ])
}

fn reasons(assessment: &Assessment, reasons: &Reasons) -> Value {
    let list = |reasons: &[Reason]| -> Value {
        reasons
            .iter()
            .map(|reason| {
                let cause = match reason.cause {
                    Cause::Item(item) => assessment.items[item.index()].id,
                    Cause::Priorities => "priorities",
                };
                Value::List(vec![cause.into(), exact(reason.effect)])
            })
            .collect()
    };
    Value::object([("for", list(&reasons.speaking_for)), ("against", list(&reasons.speaking_against))])
}

fn contribution_map(names: Names<'_>, evaluation: &Evaluation) -> Value {
    let values = contributions(names.0, evaluation, evaluation.leader, evaluation.runner_up);
    Value::Object(names.0.items.iter().zip(values).map(|(item, value)| (item.id.to_owned(), exact(value))).collect())
}

fn switch_over_map(names: Names<'_>, evaluation: &Evaluation) -> Value {
    names.per_dimension(
        switch_overs(evaluation)
            .into_iter()
            .map(|s| Value::object([("now", exact(s.now)), ("switch", s.at.map(exact).into()), ("gap", exact(s.gap))])),
    )
}

fn slider_map(names: Names<'_>, evaluation: &Evaluation) -> Value {
    names.per_dimension(sliders(names.0, evaluation).into_iter().map(|slider| {
        let breakpoints = slider.breakpoints.iter().map(|(t, before, after)| {
            Value::object([
                ("t", exact(*t)),
                ("before", names.alternative(*before).into()),
                ("after", names.alternative(*after).into()),
            ])
        });
        Value::object([
            ("now", exact(slider.now)),
            ("at_0", slider.at_0.map(|a| names.alternative(a)).into()),
            ("at_1", names.alternative(slider.at_1).into()),
            ("breakpoints", breakpoints.collect()),
        ])
    }))
}

fn flips(names: Names<'_>, flips: &Flips) -> Value {
    Value::object([
        ("central_leader", names.alternative(flips.central_leader).into()),
        ("changes", flips.changes().into()),
        ("evidence", flip_group(names, &flips.evidence)),
        ("gate", flip_group(names, &flips.gate)),
    ])
}

fn flip_group(names: Names<'_>, group: &FlipGroup) -> Value {
    Value::object([
        ("size", group.size.into()),
        ("sets", group.sets.into()),
        ("examples", group.examples.iter().map(|flip| example(names, flip)).collect()),
    ])
}

fn example(names: Names<'_>, flip: &Flip) -> Value {
    let changes = flip.changes.iter().map(|change| {
        let question = names.0.question(change.question);
        Value::object([
            ("question", question.id.into()),
            ("from", question.options[change.from.index()].id.into()),
            ("to", question.options[change.to.index()].id.into()),
            ("kind", question.kind.code().into()),
        ])
    });
    let turned = flip.status.iter().map(|change| {
        let pair: Value = [change.before, change.after].into_iter().map(status).collect();
        (names.alternative(change.alternative).to_owned(), pair)
    });
    Value::object([
        ("changes", changes.collect()),
        ("steps", flip.steps.into()),
        ("new_leader", names.alternative(flip.new_leader).into()),
        ("lead", exact(flip.lead)),
        ("status", Value::Object(turned.collect())),
    ])
}

fn next(names: Names<'_>, evaluation: &Evaluation) -> Value {
    next_questions(names.0, evaluation)
        .into_iter()
        .map(|next| Value::List(vec![names.0.question(next.question).id.into(), sampled(next.value)]))
        .collect()
}

/// What may be said of cost with the visitor's own figures: `state`, `own`, `samples`, `cheapest`, `would_narrow`.
#[must_use]
pub fn cost_json(assessment: &Assessment, evaluation: &Evaluation, figures: &Figures) -> Value {
    let inputs = CostInputs::of(assessment, &evaluation.reading, figures.own());
    let claim = CostClaim::of(assessment, &inputs, &CostStudy::of(assessment, &inputs));
    Value::object([
        ("state", claim.state.code().into()),
        ("own", claim.own.into()),
        ("samples", claim.samples.into()),
        ("cheapest", claim.cheapest.map(|model| Names(assessment).alternative(model)).into()),
        ("would_narrow", claim.would_narrow.map(|id| assessment.cost.input(id).id).into()),
    ])
}

fn contradiction_list(names: Names<'_>, evaluation: &Evaluation) -> Value {
    let id = |id: ContradictionId| names.0.contradictions[id.index()].id;
    contradictions(names.0, &evaluation.reading).into_iter().map(id).collect()
}

fn middle_note(answers: MiddleAnswers) -> Value {
    Value::object([
        ("middle", answers.middle.into()),
        ("answered", answers.answered.into()),
        ("shown", answers.is_noted.into()),
    ])
}

fn settled(names: Names<'_>, settled: Settled) -> Value {
    Value::object([
        ("leader", names.alternative(settled.leader).into()),
        ("share", sampled(settled.share)),
        ("settled", settled.is_settled(names.0).into()),
    ])
}

const fn status(status: Status) -> &'static str {
    match status {
        Status::Ok => "ok",
        Status::Conditional => "conditional",
        Status::Blocked => "blocked",
    }
}

const fn side_name(side: Side) -> &'static str {
    match side {
        Side::Internal => "internal",
        Side::Provider => "provider",
    }
}

fn exact(x: f64) -> Value {
    decimals(x, 1e12)
}

fn sampled(x: f64) -> Value {
    decimals(x, 1e9)
}

/// Rounded, and without a negative zero.
fn decimals(x: f64, scale: f64) -> Value {
    Value::Number((x * scale).round() / scale + 0.0)
}
