//! The verdict in words: the headline, the sentence, and the answer, what they name and what they omit.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod reference;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use assessment::{
    Alternative, Assessment,
    i18n::{Catalog, English},
    json::Value,
};
use content::languages::reading::{Formula, Text};
use decision::{
    evaluation::{Evaluation, Status, Verdict},
    plan::{Advice, Standing},
};
use reference::{cases, evaluation, organizations};
use report::{Voice, answer_sentences, headline, verdict_sentence};

/// Answers to the quick check that rule two models out.
const RULED_OUT: &str =
    r#"{"cap": "none", "fund": "no", "answer": "one", "decide": "approve", "pace": "steady", "skills": "broad"}"#;

/// The same, and one more, so that one model is left.
const ONE_LEFT: &str = r#"{"cap": "none", "fund": "no", "answer": "one", "decide": "approve", "pace": "steady",
    "skills": "broad", "hours": "gap"}"#;

fn with_voice<T>(say: impl FnOnce(Voice<'_>) -> T) -> T {
    say(Voice { assessment: Assessment::standard(), words: &Catalog::english(), locale: &English })
}

fn evaluated(answers: &str) -> Evaluation {
    evaluation(&serde_json::from_str::<Value>(&format!("{{\"answers\": {answers}}}")).unwrap())
}

fn sentence(answers: &str) -> (Verdict, String) {
    let evaluation = evaluated(answers);
    (evaluation.verdict, with_voice(|voice| verdict_sentence(voice, &evaluation)))
}

fn titled(evaluation: &Evaluation) -> String {
    with_voice(|voice| headline(voice, evaluation))
}

fn answered(evaluation: &Evaluation) -> String {
    with_voice(|voice| answer_sentences(voice, evaluation)).join(" ")
}

fn organization(id: &str) -> Evaluation {
    evaluation(&organizations().into_iter().find(|o| o.get("id").and_then(Value::as_text) == Some(id)).unwrap())
}

fn conflict() -> Evaluation {
    let partial = cases(include_str!("vectors/partial_answers.json"));
    let is_meant = |case: &Value| case.get("name").and_then(Value::as_text) == Some("all three blocked: conflict");
    evaluation(&partial.into_iter().find(is_meant).unwrap())
}

fn few() -> Evaluation {
    evaluated(r#"{"cap": "lead", "load": "ok"}"#)
}

/// All cases of the method.
static EVERYBODY: LazyLock<Vec<Evaluation>> = LazyLock::new(|| {
    let files = [
        include_str!("vectors/model_personas.json"),
        include_str!("vectors/model_random.json"),
        include_str!("vectors/partial_answers.json"),
    ];
    let all = files.into_iter().flat_map(cases).chain(organizations());
    all.map(|case| evaluation(&case)).chain([few()]).collect()
});

/// The name of a verdict; a conflict is one of its own.
fn kind(evaluation: &Evaluation) -> String {
    if evaluation.gates.conflict { "Conflict".to_owned() } else { format!("{:?}", evaluation.verdict) }
}

#[test]
fn a_quick_check_that_leaves_one_model_names_what_it_rules_out_and_no_runner_up() {
    let (verdict, text) = sentence(RULED_OUT);
    assert_eq!(verdict, Verdict::Lean);
    assert_eq!(
        text,
        "Your answers lean toward fully outsourced IT. They rule out in-house IT and co-managed IT for now."
    );
}

#[test]
fn the_only_workable_model_is_named_with_its_share_without_the_rule() {
    let (verdict, text) = sentence(ONE_LEFT);
    assert_eq!(verdict, Verdict::Only);
    assert!(
        text.contains("rule out in-house IT and co-managed IT. If nothing were ruled out, fully outsourced IT would come first in "),
        "{text}"
    );
}

#[test]
fn a_close_verdict_names_the_runner_up_inside_the_sentence() {
    let (verdict, text) = sentence(
        r#"{"cap": "manager", "load": "ok", "fund": "no", "answer": "one", "decide": "all", "pace": "steady",
            "skills": "deep"}"#,
    );
    assert_eq!(verdict, Verdict::Close);
    assert!(text.ends_with("Give in-house IT an equally serious look."), "{text}");
}

#[test]
fn too_few_answers_say_how_many_are_missing() {
    let (verdict, text) = sentence(r#"{"cap": "lead", "load": "ok"}"#);
    assert_eq!(verdict, Verdict::Insufficient);
    assert!(text.starts_with("Scored questions still to answer: 3. Then we can tell you how "), "{text}");
}

mod headlines {
    use super::*;

    #[test]
    fn a_clear_headline_names_the_model() {
        assert_eq!(titled(&organization("P2")), "A clear fit: co-managed IT");
    }

    #[test]
    fn a_leaning_headline_names_the_model() {
        assert_eq!(titled(&organization("P8")), "Leaning toward fully outsourced IT");
    }

    #[test]
    fn a_close_headline_names_the_leader_first_and_then_the_second() {
        assert_eq!(titled(&organization("P10")), "Too close to call: fully outsourced or co-managed IT");
    }

    #[test]
    fn a_headline_names_the_only_model_that_is_left() {
        assert_eq!(titled(&evaluated(ONE_LEFT)), "Only fully outsourced IT is left for now");
    }

    #[test]
    fn a_headline_of_a_conflict_names_no_model() {
        assert_eq!(titled(&conflict()), "No model fits as things stand");
    }

    #[test]
    fn a_headline_without_enough_answers_names_no_model() {
        assert_eq!(titled(&few()), "Not enough answers yet");
    }

    #[test]
    fn every_headline_names_exactly_the_models_of_its_verdict() {
        let names = ["in-house", "co-managed", "fully outsourced"];
        let mut seen = BTreeSet::new();
        for evaluation in EVERYBODY.iter() {
            let title = titled(evaluation);
            let expected: Vec<Alternative> = match evaluation.verdict {
                _ if evaluation.gates.conflict => Vec::new(),
                Verdict::Insufficient => Vec::new(),
                Verdict::Close => vec![evaluation.leader, evaluation.second()],
                Verdict::Lean | Verdict::Clear | Verdict::Only => vec![evaluation.leader],
            };
            let mut named: Vec<Alternative> =
                Alternative::ALL.into_iter().filter(|model| title.contains(names[model.index()])).collect();
            named.sort_by_key(|model| title.find(names[model.index()]));
            assert_eq!(named, expected, "{title}");
            assert_eq!(title.matches(" IT").count(), usize::from(!expected.is_empty()), "{title}");
            assert!(!title.contains(['{', '}', '.']), "{title}");
            seen.insert(kind(evaluation));
        }
        assert_eq!(seen.len(), 6, "{seen:?}");
    }
}

mod answers {
    use super::*;

    #[test]
    fn a_clear_answer_says_what_the_answers_point_to() {
        let text = answered(&organization("P2"));
        let shared = "Your answers point clearly to sharing the work: your own IT staff and a provider. ";
        assert!(text.starts_with(shared), "{text}");
    }

    #[test]
    fn a_leaning_answer_says_that_it_is_not_settled() {
        let text = answered(&organization("P8"));
        assert!(text.starts_with("Your answers favor having one provider run your IT. It isn't settled."), "{text}");
    }

    #[test]
    fn a_close_answer_places_all_three_models() {
        for evaluation in EVERYBODY.iter().filter(|it| it.verdict == Verdict::Close && !it.gates.conflict) {
            let text = answered(evaluation);
            let [leader, runner_up] = [evaluation.leader, evaluation.second()];
            let third = leader.others().into_iter().find(|model| *model != runner_up).unwrap();
            let is_out = evaluation.gates.of_alternative(third) == Status::Blocked;
            with_voice(|voice| {
                let ahead =
                    format!("{} is ahead of {}, but not by enough to ", voice.name(leader), voice.inline(runner_up));
                let close =
                    format!("{} is just ahead, and {} is close behind. ", voice.name(leader), voice.inline(runner_up));
                let [first, second] = [leader, runner_up].map(|model| evaluation.shares.first[model.index()]);
                assert!(text.starts_with(if first - second <= 0.2 { &close } else { &ahead }), "{text}");
                let out = format!("Your answers rule out {} for now.", voice.inline(third));
                assert_eq!(text.contains(&out), is_out, "{text}");
                assert_eq!(text.contains(&format!("{} is ", voice.name(third))), !is_out, "{text}");
            });
        }
    }

    #[test]
    fn an_answer_with_one_model_left_is_the_verdict_sentence_first() {
        let evaluation = evaluated(ONE_LEFT);
        let sentence = with_voice(|voice| verdict_sentence(voice, &evaluation));
        assert!(answered(&evaluation).starts_with(&sentence));
    }

    #[test]
    fn an_answer_to_a_conflict_says_that_goals_and_resources_do_not_fit() {
        assert!(answered(&conflict()).starts_with("Your goals and your resources don't fit any of the three models"));
    }

    #[test]
    fn an_answer_without_enough_answers_counts_those_that_are_missing() {
        let three = "Answer 3 more questions that count, with something other than “Not sure.” Then we can tell you how the models compare.";
        assert_eq!(answered(&few()), three);
        let one = evaluated(r#"{"cap": "lead", "load": "ok", "fund": "yes", "answer": "own"}"#);
        assert!(answered(&one).starts_with("Answer 1 more question that counts, "), "{}", answered(&one));
    }

    #[test]
    fn an_answer_says_whether_to_keep_or_change_what_they_have_today() {
        let mut seen = BTreeSet::new();
        for evaluation in EVERYBODY.iter().filter(|it| !it.gates.conflict) {
            let Standing { advice, .. } = Standing::of(evaluation);
            let (keeps, changes) = ("supports keeping it", "this would be a change");
            let text = answered(evaluation);
            assert_eq!(text.contains(keeps), advice == Advice::Stay, "{text}");
            assert_eq!(text.contains(changes), advice == Advice::Change, "{text}");
            assert_eq!(text.contains("no strong reason to change"), advice == Advice::NoNeed, "{text}");
            seen.insert(format!("{advice:?}"));
        }
        assert_eq!(seen.len(), 5, "{seen:?}");
    }

    #[test]
    fn every_answer_is_whole_sentences_without_an_open_placeholder() {
        let mut seen = BTreeSet::new();
        for evaluation in EVERYBODY.iter() {
            let sentences = with_voice(|voice| answer_sentences(voice, evaluation));
            assert!((1..=4).contains(&sentences.len()), "{sentences:?}");
            for sentence in &sentences {
                assert!(sentence.ends_with('.') && sentence.starts_with(char::is_uppercase), "{sentence}");
                assert!(!sentence.contains(['{', '}']), "{sentence}");
                assert!(!sentence.contains("  ") && !sentence.contains(" ."), "{sentence}");
            }
            let distinct: BTreeSet<&String> = sentences.iter().collect();
            assert_eq!(distinct.len(), sentences.len(), "{sentences:?}");
            seen.insert(kind(evaluation));
        }
        assert_eq!(seen.len(), 6, "{seen:?}");
    }

    #[test]
    fn the_answers_of_every_verdict_read_at_grade_8_or_below() {
        let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for evaluation in EVERYBODY.iter() {
            texts.entry(kind(evaluation)).or_default().insert(answered(evaluation));
        }
        for (verdict, answers) in texts {
            let mut all = Text::new(Formula::FleschKincaid);
            answers.iter().for_each(|answer| all.add(answer));
            assert!(all.is_easy(), "{verdict}: grade {:.1}: {answers:?}", all.figure());
        }
    }
}
