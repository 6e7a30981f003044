//! Very long and deeply nested input is rejected before it is parsed, or parsed quickly.

use std::time::{Duration, Instant};

use assessment::{
    Assessment,
    json::{DEEPEST, Value},
};

use config::{Kind, MOST_CHARACTERS, Settings, document_of};

use session::{Course, ENTRY_CODE, LONGEST_DRAFT, Others, Session, decode, decode_history, link};

use super::readers;

/// Time limit for a reader on the longest input it accepts. It takes a second; quadratic code
/// takes many minutes. The limit leaves room for a busy machine.
const MOST_TIME: Duration = Duration::from_secs(60);

const TEN_MILLION: usize = 10_000_000;

const ALL: [fn(&[u8]); 6] =
    [readers::configuration, readers::link, readers::draft, readers::report, readers::history, readers::reading];

/// Runs a function, and fails if it takes too long.
fn in_no_time<T>(of: &str, does: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = does();
    let taken = start.elapsed();
    assert!(taken < MOST_TIME, "{of}: {taken:?}");
    done
}

/// As many entries with different names as fit into a draft, each with this value.
fn entries(value: &str) -> String {
    let most = (LONGEST_DRAFT - 100) / (10 + value.len());
    (0..most).map(|n| format!("\"{n:06x}\":{value}")).collect::<Vec<_>>().join(",")
}

// @threat-readers
#[test]
fn ten_million_bytes_do_not_slow_any_reader_down() {
    for piece in [
        "a",
        "[",
        "{\"a\":",
        "#",
        "&",
        "\"",
        "s1.",
        "\u{202e}",
        "\\ud800",
        "0",
        " ",
        "support-fit=",
        "support-fit-s2-",
        "/",
    ] {
        let long = piece.repeat(TEN_MILLION / piece.len());
        for read in ALL {
            in_no_time(piece, || read(long.as_bytes()));
        }
    }
}

#[test]
fn a_hundred_thousand_brackets_are_rejected() {
    for (open, close) in [("[", "]"), ("{\"answers\":", "}")] {
        let inside = if open == "[" { "" } else { "1" };
        let deep = [open.repeat(100_000), inside.to_owned(), close.repeat(100_000)].concat();
        assert_eq!(readers::document::document(&deep, usize::MAX), None);
        for read in ALL {
            in_no_time(open, || read(deep.as_bytes()));
        }
    }
}

// @threat-readers
#[test]
fn the_nesting_limit_is_that_of_the_browser() {
    let nested = |levels: usize| ["[".repeat(levels), "]".repeat(levels)].concat();
    assert!(readers::document::document(&nested(DEEPEST), 1000).is_some());
    assert_eq!(readers::document::document(&nested(DEEPEST + 1), 1000), None);
}

#[test]
fn a_document_of_many_names_is_read_and_saved_quickly() {
    for value in ["1", "{}"] {
        let entries = entries(value);
        for name in ["answers", "priorities", "place", "duties", "figures", "steps", "scorecard", "questions", "else"] {
            let text = format!("{{\"{name}\":{{{entries}}}}}");
            assert!(readers::document::document(&text, LONGEST_DRAFT).is_some());
            for read in ALL {
                in_no_time(name, || read(text.as_bytes()));
            }
        }
    }
}

/// Regression: every save compared each name with all others.
#[test]
fn a_draft_with_many_unknown_names_is_saved_quickly() {
    let assessment = Assessment::standard();
    let document =
        readers::document::document(&format!("{{\"answers\":{{{}}}}}", entries("1")), LONGEST_DRAFT).unwrap();
    let draft = decode(assessment, &document, Some(&ENTRY_CODE)).unwrap().draft;
    assert!(draft.unrecognized.len() > 30_000, "{}", draft.unrecognized.len());
    let session = Session::resume(assessment, Course::Quick, draft, Some(&ENTRY_CODE));
    in_no_time("a hundred times", || (0..100).for_each(|_| drop(session.document(""))));
}

/// Regression: the rest was searched after each sign, which took 13 seconds for 50,000 of them.
#[test]
fn a_mail_full_of_hash_signs_is_searched_quickly() {
    let assessment = Assessment::standard();
    for sign in ["#", "&", "#&", "#s1.", "#support-fit=", "&support-fit=", "#support-fit-s2-A", "/"] {
        let mail = sign.repeat(LONGEST_DRAFT / sign.len());
        assert!(in_no_time(sign, || Others::in_text(assessment, &mail)).is_err());
    }
}

#[test]
fn an_overlong_link_is_rejected_before_it_is_decoded() {
    let assessment = Assessment::standard();
    for prefix in ["s1.", "s2-"] {
        let long = [prefix, &"A".repeat(TEN_MILLION)].concat();
        let problem = in_no_time("a link", || link::decode(assessment, &long)).unwrap_err();
        assert_eq!(problem, link::LinkProblem::TooLong);
    }
}

#[test]
fn an_overlong_configuration_is_rejected_before_it_is_parsed() {
    let long = " ".repeat(MOST_CHARACTERS + 1);
    let problem = document_of(&long, |_| panic!("it was parsed")).unwrap_err();
    assert_eq!(problem.expected.0, Kind::TooLarge);
    assert_eq!(problem.to_string(), "too-large at $: found 100001 characters, expected at most 100,000 characters");
}

#[test]
fn a_configuration_of_the_maximum_length_is_parsed() {
    let text = "\u{1f642}".repeat(MOST_CHARACTERS);
    assert_eq!(document_of(&text, |_| Some(Value::Null)), Ok(Value::Null));
    assert_eq!(document_of(&text, |_| None).unwrap_err().expected.0, Kind::TooDeep);
}

#[test]
fn numbers_that_are_too_large_are_rejected() {
    let assessment = Assessment::standard();
    for number in [f64::INFINITY, f64::NEG_INFINITY, f64::NAN, f64::MAX, f64::MIN, f64::MIN_POSITIVE, -0.0, 1e300] {
        let number = Value::Number(number);
        let three: Value = [number.clone(), number.clone(), number.clone()].into_iter().collect();
        let inside = |name: &str, value: &Value| Value::object([(name, value.clone())]);
        let draft = Value::object([
            ("answers", inside("cap", &number)),
            ("priorities", inside("control", &number)),
            ("figures", inside("users", &three)),
            ("scorecard", inside("response", &inside("review", &number))),
            ("steps", inside("own", &inside("1", &Value::object([("from", number.clone()), ("to", number.clone())])))),
        ]);
        let decoded = decode(assessment, &draft, Some(&ENTRY_CODE)).unwrap();
        assert!(decoded.problems.len() >= 5, "{number:?}: {:?}", decoded.problems);
        assert!(decoded.draft.responses.is_empty() && decoded.draft.worksheet.is_empty());
        assert!(decode(assessment, &inside("schema", &number), Some(&ENTRY_CODE)).is_err(), "{number:?}");
        assert_eq!(decode_history(assessment, "$", &three).value.runs().len(), 0);
        let (settings, problems) = Settings::read(Some(&inside("theme", &number)), &[]);
        assert_eq!((settings, problems.len()), (Settings::default(), 1));
    }
}
