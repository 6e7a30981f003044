//! After how many questions a result is settled, and what that saves.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use std::{
    env,
    path::Path,
    process::{Command, Output},
};

use assessment::{Assessment, QuestionId, json::Value};
use decision::{
    evaluation::{Evaluation, Factors, Settled, SettledAfter},
    response::{Priorities, Reading, ResponseSet},
};
use session::{Course, ENTRY_CODE, Session, decode};

#[path = "reference/mod.rs"]
mod reference;

use reference::{cases, draft, name};

/// The first number of questions from which on the result is settled with the model that leads in the end.
fn first_settled(assessment: &'static Assessment, responses: &ResponseSet, path: &[QuestionId]) -> Option<usize> {
    let leaders: Vec<_> = (0..=path.len())
        .map(|n| {
            let mut so_far = ResponseSet::new(assessment);
            for id in &path[..n] {
                so_far.set(*id, responses.get(*id));
            }
            let settled = Settled::of(assessment, &Evaluation::of(assessment, &so_far, &Priorities::new(assessment)));
            settled.is_settled(assessment).then_some(settled.leader)
        })
        .collect();
    let last = leaders[path.len()]?;
    // "clash" can block a model, but is not scored, so no completion has an answer to it.
    let clash = path.iter().position(|id| assessment.question(*id).id == "clash").unwrap_or(6);
    let is_scored = |n: &usize| assessment.question(path[*n]).scored && responses.get(path[*n]).is_some();
    let first = 1 + clash.max((7..path.len()).find(is_scored).unwrap());
    let is_scored_left = |n: usize| path[n..].iter().any(|id| assessment.question(*id).scored);
    (first..path.len())
        .find(|n| leaders[*n..].iter().all(|leader| *leader == Some(last)))
        .filter(|n| is_scored_left(*n))
}

#[test]
fn a_result_is_settled_after_the_first_question_from_which_on_the_same_model_leads() {
    let assessment = Assessment::standard();
    let mut found = 0;
    for (n, case) in cases(include_str!("vectors/model_personas.json")).iter().enumerate() {
        let mut draft = draft(case);
        draft.priorities = Priorities::new(assessment);
        let path = Session::resume(assessment, Course::Full, draft.clone(), None).path();
        let (priorities, factors) = (Priorities::new(assessment), Factors::new(assessment));
        let after = SettledAfter::of(assessment, &draft.responses, &priorities, &factors, &path);
        let expected = first_settled(assessment, &draft.responses, &path);
        assert_eq!(after, expected.map(|questions| SettledAfter { questions, of: path.len() }), "{}", name(case, n));
        found += usize::from(after.is_some());
    }
    assert!(found > 3, "only {found} are settled before the end");
}

/// The example, built here if cargo has not.
fn simulate(arguments: &[&str]) -> Output {
    let folder = env::current_exe().unwrap().parent().and_then(Path::parent).unwrap().to_owned();
    let program = folder.join("examples").join(format!("settled{}", env::consts::EXE_SUFFIX));
    if !program.exists() {
        let mut build = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        build.args(["build", "--quiet", "--package", "report", "--example", "settled"]);
        build.current_dir(env!("CARGO_MANIFEST_DIR")).env("CARGO_TARGET_DIR", folder.parent().unwrap());
        assert!(build.status().unwrap().success(), "the example does not build");
    }
    Command::new(program).args(arguments).output().unwrap()
}

#[test]
fn organizations_that_lean_save_two_in_five_questions_and_hardly_any_would_have_another_model_first() {
    let output = simulate(&["--count", "150"]);
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    let numbers = |line: &str| -> Vec<f64> { line.split_whitespace().filter_map(|part| part.parse().ok()).collect() };
    let lines: Vec<&str> = text.lines().skip(2).collect();
    assert_eq!(lines.len(), 4, "{text}");
    for (line, of) in lines.iter().zip(["leaning content", "leaning adaptive", "uniform content", "uniform adaptive"]) {
        let [median, mean, stopped, differs] = numbers(line)[..] else { panic!("{line}") };
        assert_eq!(line.split_whitespace().take(2).collect::<Vec<_>>().join(" "), of);
        assert!(median >= 40.0 || of.starts_with("uniform"), "{text}");
        assert!(differs <= 1.0 && mean < stopped && stopped <= 100.0, "{text}");
    }
}

#[test]
fn the_simulation_explains_its_arguments() {
    for wrong in [&["--count"][..], &["--count", "0"], &["--count", "many"], &["--all"]] {
        let output = simulate(wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
        assert!(String::from_utf8(output.stderr).unwrap().starts_with("usage: settled"), "{wrong:?}");
    }
}

#[test]
fn nothing_is_settled_without_answers_or_before_the_quick_check_is_over() {
    let assessment = Assessment::standard();
    let (priorities, factors) = (Priorities::new(assessment), Factors::new(assessment));
    let path = Session::new(assessment, Course::Full, None).path();
    let nothing = ResponseSet::new(assessment);
    assert_eq!(SettledAfter::of(assessment, &nothing, &priorities, &factors, &path), None);
    assert_eq!(SettledAfter::of(assessment, &nothing, &priorities, &factors, &[]), None);
}

#[test]
fn what_is_written_is_read_and_nothing_else() {
    let after = SettledAfter { questions: 14, of: 28 };
    assert_eq!(SettledAfter::read(&after.value()), Some(after));
    let number = |questions: f64, of: f64| Value::object([("questions", questions.into()), ("of", of.into())]);
    for wrong in [Value::Null, number(28.0, 14.0), number(14.5, 28.0), number(-1.0, 28.0), number(1.0, 1e9)] {
        assert_eq!(SettledAfter::read(&wrong), None, "{wrong:?}");
    }
}

#[test]
fn the_published_settled_completions_do_not_depend_on_an_evaluation() {
    let assessment = Assessment::standard();
    for (n, case) in cases(include_str!("vectors/settled.json")).iter().enumerate() {
        let decoded = decode(assessment, case, Some(&ENTRY_CODE)).unwrap().draft;
        let reading = Reading::of(assessment, &decoded.responses);
        let direct = Settled::of_reading(assessment, &reading, &decoded.priorities, &Factors::new(assessment));
        let evaluation = Evaluation::of(assessment, &decoded.responses, &decoded.priorities);
        assert_eq!(direct, Settled::of(assessment, &evaluation), "{}", name(case, n));
    }
}
