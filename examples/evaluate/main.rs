//! Checks the widget without a browser: reads answers, a draft or a report as JSON, and prints the whole evaluation as JSON.
//! The factors on weights that a report names are used. What it says came out is not read; compare its `result` and `contributions` with what is printed.
//!
//! ```text
//! cargo run --example evaluate -- answers.json
//! echo '{"answers": {"cap": "lead", "load": "stretched"}}' | cargo run --example evaluate -- -
//! ```
//!
//! Exit status: 0 with the evaluation on standard output; 2 with every problem on standard error, each with its JSON path,
//! what was expected and the nearest valid name.

mod problems;

use std::{
    io::{Read as _, Write as _},
    process::ExitCode,
};

use assessment::{Assessment, json::Value};

use decision::{
    evaluation::{Evaluation, Factors, SettledAfter},
    response::Reading,
};
use session::{Course, Draft, Session};

const USAGE: &str = "usage: evaluate FILE    (or - for standard input)
FILE holds {\"answers\": {…}, \"priorities\": {…}} a draft saved by the widget, or a report";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let (Some(file), None) = (arguments.next(), arguments.next()) else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match evaluate(&file) {
        Ok(text) => match writeln!(std::io::stdout(), "{text}") {
            Ok(()) => ExitCode::SUCCESS,
            // The reader has gone, for example `| head`.
            Err(_) => ExitCode::FAILURE,
        },
        Err(problems) => {
            eprintln!("{file}: {} problem(s)", problems.len());
            for problem in problems {
                eprintln!("  {problem}");
            }
            ExitCode::from(2)
        }
    }
}

fn evaluate(file: &str) -> Result<String, Vec<String>> {
    let assessment = Assessment::standard();
    let text = read(file).map_err(|error| vec![format!("cannot be read: {error}")])?;
    let document: Value = serde_json::from_str(&text).map_err(|error| vec![format!("is not JSON: {error}")])?;
    let mut problems = problems::outside(assessment, &document);
    match session::decode(assessment, &document, Some(&session::ENTRY_CODE)) {
        Err(problem) => problems.push(problems::describe(assessment, &problem)),
        Ok(decoded) => {
            problems.extend(decoded.problems.iter().map(|problem| problems::describe(assessment, problem)));
            let factors = factors(assessment, &document, &mut problems);
            if problems.is_empty() {
                let draft = decoded.draft;
                let settled_after = settled_after(assessment, &draft, &factors);
                let reading = Reading::of(assessment, &draft.responses);
                let evaluation = Evaluation::with_factors(assessment, reading, draft.priorities, factors);
                let evaluated = report::evaluation_json(assessment, &evaluation);
                let cost = report::cost_json(assessment, &evaluation, &draft.worksheet.figures);
                let entries = evaluated.entries().unwrap_or_default().iter().cloned();
                let added = [("settled_after".to_owned(), settled_after), ("cost".to_owned(), cost)];
                let json = Value::Object(entries.chain(added).collect());
                return serde_json::to_string_pretty(&json).map_err(|error| vec![error.to_string()]);
            }
        }
    }
    Err(problems)
}

/// After how many questions of the full course the result was settled, in the order in which the draft says they were asked,
/// else in that of the content.
fn settled_after(assessment: &'static Assessment, draft: &Draft, factors: &Factors) -> Value {
    let path = Session::resume(assessment, Course::Full, draft.clone(), None).path();
    SettledAfter::of(assessment, &draft.responses, &draft.priorities, factors, &path).map(SettledAfter::value).into()
}

/// The site owner's factors on the weights, which a report names among the changes.
fn factors(assessment: &Assessment, document: &Value, problems: &mut Vec<String>) -> Factors {
    let mut factors = Factors::new(assessment);
    let weights = document.get("changes").and_then(|changes| changes.get("weights")).and_then(Value::entries);
    for (name, factor) in weights.unwrap_or_default() {
        let found = assessment.find_dimension(name).zip(factor.as_number());
        if !found.is_some_and(|(dimension, factor)| factors.set(assessment, dimension, factor)) {
            let [least, most] = assessment.factor_bounds;
            problems.push(format!(
                "$.changes.weights.{name}: expected the id of a dimension and a number from {least} to {most}"
            ));
        }
    }
    factors
}

fn read(file: &str) -> std::io::Result<String> {
    if file == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text)?;
        Ok(text)
    } else {
        std::fs::read_to_string(file)
    }
}
