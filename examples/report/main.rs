//! Writes the report without a browser: reads answers, a draft or a report as JSON, and prints it in one of its formats.
//!
//! ```text
//! cargo run --example report -- answers.json --format markdown
//! cargo run --example report -- answers.json --format json --date 2026-11-22T08:30:00.000Z > report.json
//! cargo run --example evaluate -- report.json
//! ```
//!
//! Formats: `markdown`, `csv` (the answers), `figures` (the figures of the result, as CSV), `json`. Exit status: 0 with the
//! report on standard output; 2 with every problem on standard error.

#[path = "../evaluate/problems.rs"]
mod problems;

use std::{
    io::{Read as _, Write as _},
    process::ExitCode,
};

use assessment::{
    Assessment,
    i18n::{Catalog, English},
    json::Value,
};

use decision::evaluation::Evaluation;

use report::{self, Changes, Offer, ReportMeta, Subject, Voice};

use session::{self, Course, Draft, ENTRY_CODE};

const USAGE: &str = "usage: report FILE --format markdown|csv|figures|json [--date TEXT] [--provider NAME]
FILE (or - for standard input) holds {\"answers\": {…}, \"priorities\": {…}}, a draft saved by the widget, or a report";

#[derive(Default)]
struct Wanted {
    file: String,
    format: String,
    date: Option<String>,
    provider: Option<String>,
}

fn main() -> ExitCode {
    let Some(wanted) = wanted() else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match draft(&wanted.file).and_then(|draft| write(&wanted, &draft)) {
        Ok(text) => match write!(std::io::stdout(), "{text}") {
            Ok(()) => ExitCode::SUCCESS,
            // The reader has gone, for example `| head`.
            Err(_) => ExitCode::FAILURE,
        },
        Err(problems) => {
            eprintln!("{}: {} problem(s)", wanted.file, problems.len());
            for problem in problems {
                eprintln!("  {problem}");
            }
            ExitCode::from(2)
        }
    }
}

/// The arguments; none if they make no sense.
fn wanted() -> Option<Wanted> {
    let mut wanted = Wanted::default();
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--format" => wanted.format = arguments.next()?,
            "--date" => wanted.date = Some(arguments.next()?),
            "--provider" => wanted.provider = Some(arguments.next()?),
            _ if wanted.file.is_empty() => wanted.file = argument,
            _ => return None,
        }
    }
    let is_known = ["markdown", "csv", "figures", "json"].contains(&wanted.format.as_str());
    (is_known && !wanted.file.is_empty()).then_some(wanted)
}

fn draft(file: &str) -> Result<Draft, Vec<String>> {
    let assessment = Assessment::standard();
    let text = read(file).map_err(|error| vec![format!("cannot be read: {error}")])?;
    let document: Value = serde_json::from_str(&text).map_err(|error| vec![format!("is not JSON: {error}")])?;
    let mut found = problems::outside(assessment, &document);
    match session::decode(assessment, &document, Some(&ENTRY_CODE)) {
        Ok(decoded) if decoded.problems.is_empty() && found.is_empty() => return Ok(decoded.draft),
        Ok(decoded) => found.extend(decoded.problems.iter().map(|problem| problems::describe(assessment, problem))),
        Err(problem) => found.push(problems::describe(assessment, &problem)),
    }
    Err(found)
}

fn write(wanted: &Wanted, draft: &Draft) -> Result<String, Vec<String>> {
    let assessment = Assessment::standard();
    let evaluation = Evaluation::of(assessment, &draft.responses, &draft.priorities);
    let date = wanted.date.as_deref().unwrap_or(&draft.saved);
    let subject = Subject {
        voice: Voice { assessment, words: &Catalog::english(), locale: &English },
        responses: &draft.responses,
        evaluation: &evaluation,
        date,
        offer: Offer { name: wanted.provider.as_deref(), sells: &[], changes: Changes::default() },
        worksheet: &draft.worksheet,
        currency: "USD",
    };
    match wanted.format.as_str() {
        "markdown" => Ok(report::markdown(&report::document(&subject))),
        "csv" => Ok(report::answers_csv(&subject)),
        "figures" => Ok(report::figures_csv(&subject)),
        _ => {
            let entered = session::encode_worksheet(assessment, &draft.worksheet, &session::UnreadParts::default());
            let meta = ReportMeta {
                responses: &draft.responses,
                configuration: "",
                saved: date,
                is_full: draft.course == Course::Full,
                asked: &draft.asked,
                settled_after: None,
                changes: Changes::default(),
                entered: &entered,
            };
            let json = report::report_json(assessment, &evaluation, &meta);
            let text = serde_json::to_string_pretty(&json).map_err(|error| vec![error.to_string()])?;
            Ok(text + "\n")
        }
    }
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
