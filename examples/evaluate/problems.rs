//! Problems in words for people who write answers by hand: path, what stands there, what was expected, the nearest name.

use support_fit::{
    assessment::{Assessment, Question},
    json::{Expected, Problem, Value},
};

/// Names of a document's top level.
const TOP: [&str; 8] = ["schema", "content", "saved", "course", "place", "returns_to", "answers", "priorities"];

/// Entries of the top level that nothing reads, and a document without answers.
pub fn outside(assessment: &Assessment, document: &Value) -> Vec<String> {
    let Some(entries) = document.entries() else { return Vec::new() };
    // Drafts of schema 1 counted their place.
    let known = |name: &str| TOP.contains(&name) || (name == "at" && document.get("schema").is_some());
    let unknown = entries.iter().filter(|(name, _)| !known(name)).map(|(name, _)| {
        let problem = Problem { path: format!("$.{name}"), found: name.clone(), expected: Expected::KnownName };
        describe(assessment, &problem)
    });
    let missing = document.get("answers").is_none().then(|| "$.answers: is missing; expected an object".to_owned());
    unknown.chain(missing).collect()
}

/// A problem in words.
pub fn describe(assessment: &Assessment, problem: &Problem) -> String {
    let Problem { path, found, expected } = problem;
    let (what, names) = match expected {
        Expected::Object => ("an object".to_owned(), Vec::new()),
        Expected::KnownSchema => (format!("a draft schema from 1 to {}", support_fit::session::SCHEMA), Vec::new()),
        Expected::QuestionId => {
            ("the id of a question".to_owned(), assessment.questions.iter().map(|q| q.id).collect())
        }
        Expected::OptionOf(n) => {
            let question = &assessment.questions[*n];
            (one_of(question, "one of"), options(question))
        }
        Expected::ChoicesOf(n) => {
            let question = &assessment.questions[*n];
            (one_of(question, "a list of some of"), choices(question))
        }
        Expected::DimensionId => {
            ("the id of a dimension".to_owned(), assessment.dimensions.iter().map(|d| d.id).collect())
        }
        Expected::Rating => ("a whole number from 0 (not a factor) to 3 (decisive)".to_owned(), Vec::new()),
        Expected::Place => {
            let screens = "{\"screen\": \"overview\" | \"priorities\" | \"check\" | \"result\"}";
            (format!("{{\"question\": id}} or {screens}"), Vec::new())
        }
        Expected::Course => ("\"quick\" or \"full\"".to_owned(), vec!["quick", "full"]),
        Expected::KnownName => (format!("one of {}", TOP.join(", ")), TOP.to_vec()),
    };
    let nearest = names.iter().min_by_key(|name| strsim::damerau_levenshtein(name, found));
    let nearest = nearest.map_or(String::new(), |name| format!("; the nearest is \"{name}\""));
    format!("{path}: found \"{found}\", expected {what}{nearest} [{}]", expected.code())
}

fn one_of(question: &Question, how: &str) -> String {
    let names = if question.choices().is_empty() { options(question) } else { choices(question) };
    format!("{how} {}, or \"dk\" for not sure", names.join(", "))
}

fn options(question: &Question) -> Vec<&'static str> {
    question.options.iter().map(|option| option.id).collect()
}

fn choices(question: &Question) -> Vec<&'static str> {
    question.choices().iter().map(|choice| choice.id).collect()
}
