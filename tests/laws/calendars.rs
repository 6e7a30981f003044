//! Laws of the calendar file: for any entries, its lines are short and complete, and its strings survive a round trip.

use assessment::i18n::Catalog;
use decision::{
    plan::{AnyStep, StepRow},
    worksheet::{CalendarDate, OwnStep},
};
use proptest::{collection::vec, option, prelude::*};
use report::{Stamp, calendar};

use super::{answers::config, dates::day};

proptest! {
    #![proptest_config(config(512))]

    #[test]
    fn each_string_survives_a_round_trip_through_the_calendar_file(steps in steps(), start in option::of(day())) {
        let Some(file) = file(&steps, start) else { return Ok(()) };
        let dated = steps.iter().filter(|step| step.2.is_some());
        let expected: Vec<(String, String)> = dated
            .map(|(text, owner, _)| (readable(text), if owner.is_empty() { String::new() } else { readable(&format!("Owner: {owner}")) }))
            .collect();
        prop_assert_eq!(read(&file), expected);
    }

    #[test]
    fn no_line_is_longer_than_75_bytes(steps in steps(), start in option::of(day())) {
        let Some(file) = file(&steps, start) else { return Ok(()) };
        prop_assert!(file.split("\r\n").all(|line| line.len() <= 75));
        // Other line breaks would make a longer line in other readers.
        let has_other = file.replace("\r\n", "").contains(['\r', '\n', '\u{2028}', '\u{2029}', '\u{85}']);
        prop_assert!(!has_other);
    }

    // @threat-exports
    #[test]
    fn no_string_can_start_a_new_line(steps in steps(), start in option::of(day())) {
        const NAMES: [&str; 13] = [
            "BEGIN", "VERSION", "PRODID", "UID", "SEQUENCE", "DTSTAMP", "LAST-MODIFIED", "DTSTART;VALUE=DATE",
            "DTEND;VALUE=DATE", "SUMMARY", "DESCRIPTION", "TRANSP", "END",
        ];
        let Some(file) = file(&steps, start) else { return Ok(()) };
        let lines = unfolded(&file);
        prop_assert!(lines.iter().all(|line| NAMES.contains(&line.split(':').next().unwrap())));
        let events = steps.iter().filter(|step| step.2.is_some()).count();
        prop_assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(), events);
        prop_assert_eq!(lines.iter().filter(|line| line.starts_with("BEGIN:")).count(), events + 1);
    }

    #[test]
    fn each_event_has_its_own_uid(steps in steps(), start in option::of(day())) {
        let Some(file) = file(&steps, start) else { return Ok(()) };
        let lines = unfolded(&file);
        let uids: Vec<&String> = lines.iter().filter(|line| line.starts_with("UID:")).collect();
        prop_assert!((1..uids.len()).all(|n| !uids[..n].contains(&uids[n])));
    }

    #[test]
    fn no_string_makes_parsing_a_timestamp_panic(text in "[-0-9T:.Z]{0,30}|.{0,30}") {
        let _ = Stamp::parse(&text);
    }
}

/// Text, owner and date of some steps. The strings contain any characters; input validation is tested elsewhere.
fn steps() -> impl Strategy<Value = Vec<(String, String, Option<CalendarDate>)>> {
    let text = || prop_oneof![any::<String>(), "[a-z,;:\\\\\r\n\t ü日🙂\u{85}\u{2028}\"]{0,120}"];
    vec((text(), text(), option::of(day())), 0..6)
}

fn file(steps: &[(String, String, Option<CalendarDate>)], start: Option<CalendarDate>) -> Option<String> {
    let own: Vec<OwnStep> = steps
        .iter()
        .zip(1..)
        .map(|((text, ..), number)| OwnStep { number, text: text.clone(), from_month: 0, to_month: 1 })
        .collect();
    let rows: Vec<StepRow> = own
        .iter()
        .zip(steps)
        .map(|(own, (_, owner, due))| StepRow { step: AnyStep::Own(own), date: *due, due: *due, done: false, owner })
        .collect();
    calendar(&Catalog::english(), &rows, start, Stamp::parse("2026-11-22T08:30:00Z").unwrap())
}

/// The part of a string that a calendar can store: normalized line breaks, and no control characters except tabs.
fn readable(text: &str) -> String {
    let breaks = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    breaks.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

/// Logical lines, by RFC 5545, 3.1.
fn unfolded(file: &str) -> Vec<String> {
    let whole = file.replace("\r\n ", "");
    let mut lines: Vec<String> = whole.split("\r\n").map(str::to_owned).collect();
    assert_eq!(lines.pop().as_deref(), Some(""));
    lines
}

/// Summary and description of each event.
fn read(file: &str) -> Vec<(String, String)> {
    let mut events: Vec<(String, String)> = Vec::new();
    for line in unfolded(file) {
        let (name, value) = line.split_once(':').unwrap();
        match name {
            "BEGIN" if value == "VEVENT" => events.push((String::new(), String::new())),
            "SUMMARY" => events.last_mut().unwrap().0 = unescaped(value),
            "DESCRIPTION" => events.last_mut().unwrap().1 = unescaped(value),
            _ => {}
        }
    }
    events
}

/// The unescaped value, by RFC 5545, 3.3.11. An unescaped comma or semicolon would end the value.
fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut characters = value.chars();
    while let Some(c) = characters.next() {
        match c {
            '\\' => match characters.next().unwrap() {
                'n' | 'N' => text.push('\n'),
                c @ ('\\' | ';' | ',') => text.push(c),
                other => panic!("\\{other} is not a valid escape"),
            },
            ',' | ';' => panic!("{c} is not escaped in {value}"),
            c => text.push(c),
        }
    }
    text
}
