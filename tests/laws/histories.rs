//! Laws of earlier runs: few, in order, no run twice in a row, and a stable round trip.

use assessment::{Alternative, Assessment, json::Value};
use decision::evaluation::{SettledAfter, Verdict};
use proptest::{collection::vec, option, prelude::*, sample::select};
use session::{History, MOST_RUNS, Run, RunAnswers, RunDifference, Unread, decode_history, encode_history};

use super::{
    answers::{config, document, responses},
    dates::day,
};

proptest! {
    #![proptest_config(config(256))]

    #[test]
    fn a_history_stays_within_its_bounds(runs in vec(run(), 0..25)) {
        let history = history(&runs);
        prop_assert!(history.runs().len() <= MOST_RUNS);
        prop_assert!(history.runs().windows(2).all(|pair| pair[0].date >= pair[1].date));
    }

    #[test]
    fn adding_the_same_run_again_changes_nothing(runs in vec(run(), 1..25)) {
        let mut history = history(&runs);
        let before = history.clone();
        prop_assert!(!history.add(history.runs()[0].clone()));
        prop_assert_eq!(history, before);
    }

    #[test]
    fn a_history_survives_a_round_trip(runs in vec(run(), 0..25), removed in 0..12_usize) {
        let (assessment, mut history) = (Assessment::standard(), history(&runs));
        history.remove(removed);
        match encode_history(assessment, &history, &Unread::default()) {
            None => prop_assert!(history.runs().is_empty()),
            Some(kept) => {
                let text = serde_json::to_string(&kept).unwrap();
                let part = decode_history(assessment, "$", &serde_json::from_str(&text).unwrap());
                prop_assert!(part.problems.is_empty(), "{:?}", part.problems);
                prop_assert_eq!(part.value, history);
            }
        }
    }

    #[test]
    fn comparing_runs_in_reverse_inverts_the_changes(a in run(), b in run()) {
        let assessment = Assessment::standard();
        let (there, back) = (RunDifference::of(assessment, &a, &b), RunDifference::of(assessment, &b, &a));
        prop_assert_eq!(there.is_some(), back.is_some());
        if let (Some(there), Some(back)) = (there, back) {
            prop_assert_eq!(there.points.map(|points| -points), back.points);
            prop_assert_eq!(there.verdict.map(|[a, b]| [b, a]), back.verdict);
            prop_assert_eq!(there.answers.len(), back.answers.len());
            prop_assert!(there.answers.iter().all(|change| change.before != change.after));
        }
    }
}

proptest! {
    #![proptest_config(config(2048))]

    // @threat-readers
    #[test]
    fn no_document_makes_reading_a_history_panic_or_exceed_its_limit(parts in vec(prop_oneof![document(), damaged()], 0..15)) {
        let assessment = Assessment::standard();
        let part = decode_history(assessment, "$", &Value::List(parts));
        prop_assert!(part.value.runs().len() <= MOST_RUNS);
        prop_assert!(part.value.runs().windows(2).all(|pair| pair[0].date >= pair[1].date));
        if let Some(kept) = encode_history(assessment, &part.value, &part.unread) {
            prop_assert!(kept.as_list().unwrap().len() <= MOST_RUNS);
        }
    }
}

pub fn history(runs: &[Run]) -> History {
    let mut history = History::default();
    for run in runs {
        history.add(run.clone());
    }
    history
}

pub fn run() -> impl Strategy<Value = Run> {
    let verdict = select(&[Verdict::Insufficient, Verdict::Close, Verdict::Lean, Verdict::Clear, Verdict::Only][..]);
    let foreign = (0..9_u8).prop_map(|n| Value::object([("retired", Value::from(f64::from(n)))]));
    let answers = prop_oneof![
        3 => responses().prop_map(|given| (Assessment::standard().version.to_owned(), RunAnswers::Known(given))),
        1 => foreign.prop_map(|given| ("0.9".to_owned(), RunAnswers::Foreign(given))),
    ];
    let settled_after = option::of((1..28_usize).prop_map(|questions| SettledAfter { questions, of: 28 }));
    let shares = [0..=100_u8, 0..=100_u8, 0..=100_u8];
    (day(), verdict, select(&Alternative::ALL[..]), shares, settled_after, answers).prop_map(
        |(date, verdict, leader, shares, settled_after, (content, answers))| Run {
            date,
            content,
            verdict,
            leader,
            shares,
            settled_after,
            answers,
        },
    )
}

/// An encoded run with one arbitrary field.
fn damaged() -> impl Strategy<Value = Value> {
    (run(), select(&["date", "content", "verdict", "leader", "shares", "answers"][..]), document()).prop_map(
        |(run, field, with)| {
            let assessment = Assessment::standard();
            let kept = encode_history(assessment, &history(&[run]), &Unread::default()).unwrap();
            let entries = kept.as_list().unwrap()[0].entries().unwrap().iter().cloned();
            Value::Object(
                entries.map(|(name, value)| if name == field { (name, with.clone()) } else { (name, value) }).collect(),
            )
        },
    )
}
