//! Problems in words for people who write answers by hand: path, what stands there, what was expected, the nearest name.

use assessment::{Assessment, Question, json::Value};

use session::{Expected, Problem};

use decision::worksheet::Doer;

/// Names of a document's top level.
const TOP: [&str; 15] = [
    "schema",
    "content",
    "saved",
    "course",
    "place",
    "returns_to",
    "answers",
    "priorities",
    "asked",
    "recheck",
    "duties",
    "figures",
    "steps",
    "scorecard",
    "questions",
];

/// What a report has beside them: under which configuration it was made, what that changed, and what came out.
const OF_REPORTS: [&str; 5] = ["configuration", "settled_after", "changes", "result", "contributions"];

/// Entries of the top level that nothing reads, and a document without answers.
pub fn outside(assessment: &Assessment, document: &Value) -> Vec<String> {
    let Some(entries) = document.entries() else { return Vec::new() };
    let is_report = session::is_report(document);
    // Drafts of schema 1 counted their place.
    let known = |name: &str| {
        TOP.contains(&name)
            || (name == "at" && document.get("schema").is_some())
            || (is_report && OF_REPORTS.contains(&name))
    };
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
        Expected::KnownSchema => (format!("a draft schema from 1 to {}", session::SCHEMA), Vec::new()),
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
        Expected::FunctionId => {
            ("the id of a function".to_owned(), assessment.functions.iter().map(|function| function.id).collect())
        }
        Expected::Side => ("\"internal\" or \"provider\"".to_owned(), vec!["internal", "provider"]),
        Expected::Doer => {
            let codes = Doer::ALL.map(Doer::code);
            (format!("one of {}", codes.join(", ")), codes.to_vec())
        }
        Expected::Flag => ("true or false".to_owned(), Vec::new()),
        Expected::InputId => {
            ("the id of an input of the cost model".to_owned(), assessment.cost.inputs.iter().map(|i| i.id).collect())
        }
        Expected::Figures => ("low, likely and high in this order, within bounds".to_owned(), Vec::new()),
        Expected::KnownName => (format!("one of {}", TOP.join(", ")), TOP.to_vec()),
        Expected::EntryId => ("the id of a step, a measure or a question to ask".to_owned(), Vec::new()),
        Expected::Date => ("a day such as 2026-11-22".to_owned(), Vec::new()),
        Expected::Text => ("a text that is short enough and can be read".to_owned(), Vec::new()),
        Expected::Months => ("months from 0 to 24, the first not after the last".to_owned(), Vec::new()),
        Expected::Decimal => ("a number within the bounds of its unit".to_owned(), Vec::new()),
        Expected::Mark => ("\"good\", \"unclear\" or \"poor\"".to_owned(), vec!["good", "unclear", "poor"]),
        Expected::Run => ("an earlier run".to_owned(), Vec::new()),
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
