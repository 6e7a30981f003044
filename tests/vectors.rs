//! Figures that the method has to reproduce, natively and in WebAssembly. `docs/method.md` says where they come from.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod reference;

use assessment::{Alternative, Assessment, ItemId, json::Value};
use decision::{
    evaluation::{Evaluation, Factors, Settled, ValueModel, Verdict},
    explanation::{Flips, alternative_positions, alternatives_on_one_scale, next_questions},
    plan::cost::{CostInputs, CostStudy, tornado},
    response::{MiddleAnswers, Priorities, Reading, contradictions},
    worksheet::Range,
};
use mcda::pairwise;
use reference::{assert_none, cases, differences, draft, evaluation, name, only, organizations, without};
use report::{evaluation_json, of_100};

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[test]
fn open_organizations_match_the_published_figures() {
    for (n, case) in cases(include_str!("vectors/model_personas.json")).iter().enumerate() {
        let outcome = evaluation_json(Assessment::standard(), &evaluation(case));
        let expected = only(case, &["result", "contributions", "switchover", "min_flip"]);
        assert_none(&differences(&expected, Some(&outcome), "$"), &name(case, n));
    }
}

#[test]
fn random_answer_sets_match_the_published_figures() {
    for (n, case) in cases(include_str!("vectors/model_random.json")).iter().enumerate() {
        let outcome = evaluation_json(Assessment::standard(), &evaluation(case));
        let expected = without(case, &["answers", "priorities"]);
        assert_none(&differences(&expected, outcome.get("result"), "$"), &name(case, n));
    }
}

#[test]
fn partial_answers_match_the_published_figures() {
    let assessment = Assessment::standard();
    for (n, case) in cases(include_str!("vectors/partial_answers.json")).iter().enumerate() {
        let evaluation = evaluation(case);
        let outcome = evaluation_json(assessment, &evaluation);
        let expected = without(case, &["name", "answers", "priorities", "cleaned", "item_evidence"]);
        let mut found = differences(&expected, outcome.get("result"), "$");
        let cleaned = assessment.questions().filter_map(|(id, q)| {
            Some((q.id.to_owned(), Value::from(q.options[evaluation.reading.get(id)?.index()].id)))
        });
        let cleaned = Value::Object(cleaned.collect());
        found.extend(differences(case.get("cleaned").unwrap(), Some(&cleaned), "$.cleaned"));
        found.extend(differences(&cleaned, case.get("cleaned"), "$.cleaned"));
        let evidence = assessment.items.iter().zip(&evaluation.scores.evidence);
        let evidence = Value::Object(
            evidence.map(|(item, e)| (item.id.to_owned(), e.iter().copied().collect::<Value>())).collect(),
        );
        found.extend(differences(case.get("item_evidence").unwrap(), Some(&evidence), "$.item_evidence"));
        assert_none(&found, &name(case, n));
    }
}

#[test]
fn priorities_only_match_the_published_figures() {
    let document: Value = serde_json::from_str(include_str!("vectors/priorities_only.json")).unwrap();
    for (name, case) in document.get("cases").unwrap().entries().unwrap() {
        let outcome = evaluation_json(Assessment::standard(), &evaluation(case));
        let scores = outcome.get("result").unwrap().get("central_scores");
        assert_none(&differences(case.get("central").unwrap(), scores, "$"), name);
    }
}

#[test]
fn next_best_questions_match_the_published_ones() {
    let assessment = Assessment::standard();
    for case in cases(include_str!("vectors/next_best_question.json")) {
        let ranked = next_questions(assessment, &evaluation(&case));
        let expected: Vec<(&str, f64)> = case
            .get("ranked")
            .unwrap()
            .as_list()
            .unwrap()
            .iter()
            .map(|entry| {
                (entry.get("question").unwrap().as_text().unwrap(), entry.get("value").unwrap().as_number().unwrap())
            })
            .collect();
        assert_eq!(ranked.len(), expected.len(), "{}", name(&case, 0));
        for next in &ranked {
            let id = assessment.question(next.question).id;
            let value = expected.iter().find(|(question, _)| *question == id).unwrap().1;
            assert!((next.value - value).abs() <= 2e-3, "{}: {id} {} not {value}", name(&case, 0), next.value);
        }
        let order: Vec<&str> = ranked.iter().map(|next| assessment.question(next.question).id).collect();
        assert_eq!(order, expected.iter().map(|(id, _)| *id).collect::<Vec<_>>(), "{}", name(&case, 0));
    }
}

#[test]
fn flips_switch_overs_and_breakpoints_match_the_published_ones() {
    for (n, case) in cases(include_str!("vectors/flips_switchover_breakpoints.json")).iter().enumerate() {
        let outcome = evaluation_json(Assessment::standard(), &evaluation(case));
        let mut found = Vec::new();
        for (ours, theirs) in [("switchover", "switchover"), ("sliders", "sliders"), ("min_flip", "flips")] {
            found.extend(differences(case.get(theirs).unwrap(), outcome.get(ours), theirs));
        }
        let result = only(case, &["leader", "runner_up", "central_leader", "central_weights", "central_scores"]);
        found.extend(differences(&result, outcome.get("result"), "result"));
        assert_none(&found, &name(case, n));
    }
}

#[test]
fn displayed_quantities_match_the_published_ones() {
    let assessment = Assessment::standard();
    for (n, case) in cases(include_str!("vectors/displayed_quantities.json")).iter().enumerate() {
        let evaluation = evaluation(case);
        let outcome = evaluation_json(assessment, &evaluation);
        let result = only(case, &["index", "index_range", "tradeoff", "reasons"]);
        let mut found = differences(&result, outcome.get("result"), "result");
        found.extend(differences(case.get("sliders").unwrap(), outcome.get("sliders"), "sliders"));
        for alternative in Alternative::ALL {
            let shown = Value::from(of_100(evaluation.shares.first[alternative.index()]) as f64);
            let expected = case.get("share_of_100").unwrap().get(assessment.notes(alternative).id);
            assert_eq!(Some(&shown), expected, "{}", name(case, n));
        }
        found.extend(cost_differences(case.get("cost").unwrap(), &evaluation.reading, &[], "cost"));
        let inputs = CostInputs::of(assessment, &evaluation.reading, &[]);
        found.extend(differences(case.get("tornado").unwrap(), Some(&tornado_json(&inputs)), "tornado"));
        assert_none(&found, &name(case, n));
    }
}

#[test]
fn model_positions_on_the_map_match_the_published_ones() {
    let document: Value = serde_json::from_str(include_str!("vectors/displayed_quantities.json")).unwrap();
    let positions = alternative_positions(Assessment::standard());
    for alternative in Alternative::ALL {
        let expected = document.get("tradeoff_positions").unwrap().get(Assessment::standard().notes(alternative).id);
        let (control, convenience) = positions[alternative.index()];
        assert_eq!(expected, Some(&[control, convenience].into_iter().collect()));
    }
}

/// In-house 0.75, co-managed 0.25, outsourced -0.75.
#[test]
fn models_are_placed_between_control_and_convenience() {
    assert_eq!(alternatives_on_one_scale(Assessment::standard()), [0.75, 0.25, -0.75]);
}

/// The closed form of the pairwise share, from the values of the dimensions that the answers lead to.
#[test]
fn exact_pairwise_shares_match_the_published_ones() {
    let assessment = Assessment::standard();
    let organizations = organizations();
    let alternative = |case: &Value, name| {
        let id = case.get(name).and_then(Value::as_text).unwrap();
        Alternative::ALL.into_iter().find(|a| assessment.notes(*a).id == id).unwrap().index()
    };
    for (n, case) in cases(include_str!("vectors/model_pairwise.json")).iter().enumerate() {
        let id = case.get("persona").unwrap();
        let organization = organizations.iter().find(|o| o.get("id") == Some(id)).unwrap();
        let responses = draft(organization).responses;
        let priorities = draft(&Value::object([("priorities", case.get("priorities").unwrap().clone())])).priorities;
        let evaluation = Evaluation::of(assessment, &responses, &priorities);
        let (a, b) = (alternative(case, "a"), alternative(case, "b"));
        let gaps: Vec<f64> = evaluation.scores.by_dimension.iter().map(|v| v[a] - v[b]).collect();
        let actual = Value::object([
            ("d_by_dimension", gaps.iter().copied().collect::<Value>()),
            ("ratings", priorities.numbers().into_iter().map(f64::from).collect()),
            ("exact", pairwise::rated(&gaps, &priorities.numbers()).unwrap().into()),
        ]);
        let expected = only(case, &["d_by_dimension", "ratings", "exact"]);
        assert_none(&differences(&expected, Some(&actual), "$"), &name(case, n));
    }
}

#[test]
fn operator_factors_match_the_published_figures() {
    let assessment = Assessment::standard();
    for (n, case) in cases(include_str!("vectors/operator_factors.json")).iter().enumerate() {
        let mut factors = Factors::new(assessment);
        for (dimension, factor) in case.get("factors").and_then(Value::entries).unwrap() {
            let dimension = assessment.find_dimension(dimension).unwrap();
            assert!(factors.set(assessment, dimension, factor.as_number().unwrap()));
        }
        let draft = draft(case);
        let reading = Reading::of(assessment, &draft.responses);
        let evaluation = Evaluation::with_factors(assessment, reading, draft.priorities, factors);
        let outcome = evaluation_json(assessment, &evaluation);
        let mut found = Vec::new();
        for (name, expected) in case.entries().unwrap() {
            let actual = match name.as_str() {
                "id" | "answers" | "priorities" | "factors" => continue,
                "flips" => outcome.get("min_flip").and_then(|flips| flips.get("changes")),
                other => outcome.get(other).or_else(|| outcome.get("result")?.get(other)),
            };
            found.extend(differences(expected, actual, name));
        }
        assert_none(&found, &name(case, n));
    }
}

#[test]
fn contradictions_and_middle_answers_match_the_published_ones() {
    let assessment = Assessment::standard();
    for (n, case) in cases(include_str!("vectors/doubts.json")).iter().enumerate() {
        let reading = Reading::of(assessment, &draft(case).responses);
        let ids = contradictions(assessment, &reading).into_iter().map(|id| assessment.contradictions[id.index()].id);
        assert_eq!(Some(&ids.collect::<Value>()), case.get("contradictions"), "{}", name(case, n));
        let MiddleAnswers { middle, answered, is_noted } = MiddleAnswers::of(assessment, &reading);
        let found = Value::List(vec![middle.into(), answered.into(), is_noted.into()]);
        assert_eq!(Some(&found), case.get("middle"), "{}", name(case, n));
    }
}

/// Any combination of middle answers with default priorities is at most a lean.
#[test]
fn middle_answers_to_every_question_are_at_most_a_lean() {
    let cases = cases(include_str!("vectors/doubts.json"));
    let middle: Vec<&Value> = cases.iter().filter(|case| name(case, 0).contains("middle")).collect();
    assert!(!middle.is_empty());
    for case in middle {
        let verdict = evaluation(case).verdict;
        assert!(matches!(verdict, Verdict::Lean | Verdict::Close | Verdict::Insufficient), "{}", name(case, 0));
    }
}

#[test]
fn settled_results_match_the_published_ones() {
    let assessment = Assessment::standard();
    for (n, case) in cases(include_str!("vectors/settled.json")).iter().enumerate() {
        let settled = Settled::of(assessment, &evaluation(case));
        let share = case.get("share").and_then(Value::as_number).unwrap();
        assert!((settled.share - share).abs() <= 1e-3, "{} {n}: {} not {share}", name(case, n), settled.share);
        if share > 0.5 {
            let leader = assessment.notes(settled.leader).id;
            assert_eq!(Some(leader), case.get("leader").and_then(Value::as_text), "{} {n}", name(case, n));
        }
    }
}

#[test]
fn costs_match_the_published_figures() {
    let assessment = Assessment::standard();
    for (n, case) in cases(include_str!("vectors/cost.json")).iter().enumerate() {
        let reading = Reading::of(assessment, &draft(case).responses);
        let own: Vec<_> = case
            .get("overrides")
            .and_then(Value::entries)
            .unwrap_or_default()
            .iter()
            .map(|(name, range)| {
                let input = assessment.cost.inputs.iter().position(|i| i.id == name).unwrap();
                let values: Vec<f64> = range.as_list().unwrap().iter().map(|v| v.as_number().unwrap()).collect();
                (assessment::InputId::from_index(input), Range::new(values[0], values[1], values[2]).unwrap())
            })
            .collect();
        let expected = without(case, &["name", "answers", "overrides"]);
        assert_none(&cost_differences(&expected, &reading, &own, "cost"), &name(case, n));
    }
}

/// An unanswered item is exactly zero evidence, so without answers every score is exactly zero.
#[test]
fn no_answers_are_exactly_zero_evidence() {
    let assessment = Assessment::standard();
    let evaluation = Evaluation::of_reading(
        assessment,
        Reading::of(assessment, &decision::response::ResponseSet::new(assessment)),
        Priorities::new(assessment),
    );
    for (n, item) in assessment.items.iter().enumerate().filter(|(_, item)| !item.is_profile()) {
        let evidence = ValueModel::new(assessment).evidence(assessment, ItemId::from_index(n), &evaluation.reading);
        assert_eq!(evidence, [0.0; 3], "{}", item.id);
    }
}

/// The smallest flips really change the leader when evaluated from scratch.
#[test]
fn every_flip_shown_changes_the_leader() {
    let assessment = Assessment::standard();
    for case in cases(include_str!("vectors/model_personas.json")) {
        let evaluation = evaluation(&case);
        let flips = Flips::of(assessment, &evaluation);
        for flip in flips.evidence.examples.iter().chain(&flips.gate.examples) {
            let answers: Vec<_> = flip.changes.iter().map(|change| (change.question, change.to)).collect();
            let changed = evaluation.reading.with(assessment, &answers);
            let after = Evaluation::of_reading(assessment, changed, evaluation.priorities.clone());
            assert_eq!(after.central_leader, flip.new_leader);
            assert_ne!(after.central_leader, flips.central_leader);
        }
    }
}

fn cost_differences(
    expected: &Value,
    reading: &Reading,
    own: &[(assessment::InputId, Range)],
    path: &str,
) -> Vec<String> {
    let assessment = Assessment::standard();
    let inputs = CostInputs::of(assessment, reading, own);
    let ranges = CostStudy::of(assessment, &inputs).ranges;
    let listed = assessment.cost.inputs.iter().zip(inputs.ranges());
    let actual = Value::object([
        ("inputs", Value::Object(listed.map(|(i, r)| (i.id.to_owned(), r.values().into_iter().collect())).collect())),
        ("likely", ranges.likely.into_iter().collect()),
        ("p10_p50_p90", ranges.percentiles.iter().map(|p| p.iter().copied().collect::<Value>()).collect()),
        ("cheapest_share", ranges.cheapest_share.into_iter().collect()),
    ]);
    differences(&without(expected, &["samples", "seed"]), Some(&actual), path)
}

fn pair((a, b): (Alternative, Alternative)) -> Value {
    [a, b].iter().map(|a| Assessment::standard().notes(*a).id).collect()
}

fn tornado_json(inputs: &CostInputs) -> Value {
    tornado(inputs)
        .into_iter()
        .map(|t| {
            let rows = t.inputs.iter().map(|s| {
                Value::object([
                    ("input", Assessment::standard().cost.inputs[s.input.index()].id.into()),
                    ("at_low", s.at_low.into()),
                    ("at_high", s.at_high.into()),
                    ("change", s.change().into()),
                ])
            });
            Value::object([("pair", pair(t.pair)), ("likely", t.likely.into()), ("inputs", rows.collect())])
        })
        .collect()
}
