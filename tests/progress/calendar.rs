//! The roadmap as a calendar file.

use assessment::{Assessment, i18n::Catalog};

use report::{Stamp, calendar};

use decision::worksheet::{StepChange, StepEntries};

use super::{Case, date, step};

const TIME: &str = "2026-11-22T08:30:05.123Z";

fn file(changes: &[StepChange]) -> Option<String> {
    let mut entries = StepEntries::default();
    for change in changes {
        entries.apply(Assessment::standard(), change.clone()).unwrap();
    }
    let rows = Case::of("P6").rows(&entries).into_iter().map(|row| row.step.id()).collect::<Vec<_>>();
    assert!(!rows.is_empty());
    calendar(&Catalog::english(), &Case::of("P6").rows(&entries), entries.start(), Stamp::parse(TIME).unwrap())
}

#[test]
fn one_dated_step_is_one_event() {
    let text = file(&[
        StepChange::Date(step("goals"), Some(date("2027-01-15"))),
        StepChange::Owner(step("goals"), "Ana, Bo; both".to_owned()),
    ]);
    let expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//SupportFit//Roadmap//EN",
        "BEGIN:VEVENT",
        "UID:goals-dated@support-fit",
        "DTSTAMP:20261122T083005Z",
        "DTSTART;VALUE=DATE:20270115",
        "SUMMARY:Write one page on what the model must achieve\\, with today's number",
        " s for the five measures.",
        "DESCRIPTION:Owner: Ana\\, Bo\\; both",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    assert_eq!(text.unwrap(), expected.join("\r\n"));
}

#[test]
fn with_a_start_every_step_is_an_event() {
    let text = file(&[StepChange::Start(Some(date("2026-12-01")))]).unwrap();
    let entries = StepEntries::default();
    assert_eq!(text.matches("BEGIN:VEVENT").count(), Case::of("P6").rows(&entries).len());
    assert!(text.contains("UID:repeat-20261201@support-fit\r\n"));
    assert!(text.contains("DTSTART;VALUE=DATE:20281201\r\n"));
}

#[test]
fn there_is_no_file_without_dates() {
    assert_eq!(file(&[]), None);
    assert_eq!(file(&[StepChange::Done(step("goals"), true)]), None);
}

/// A calendar updates an event with a known UID, and adds one with an unknown UID.
#[test]
fn an_event_keeps_its_uid_when_its_day_moves() {
    let uid = |day| {
        let start = StepChange::Start(Some(date("2026-12-01")));
        let text = file(&[start, StepChange::Date(step("goals"), Some(date(day)))]).unwrap();
        text.lines().find(|line| line.starts_with("UID:")).unwrap().to_owned()
    };
    assert_eq!(uid("2027-01-15"), uid("2027-02-20"));
}

#[test]
fn there_is_no_alarm() {
    let text = file(&[StepChange::Start(Some(date("2026-12-01")))]).unwrap();
    assert!(!text.contains("VALARM") && !text.contains("ATTENDEE"));
}

#[test]
fn the_same_entries_produce_the_same_file() {
    let changes = [StepChange::Start(Some(date("2026-12-01")))];
    assert_eq!(file(&changes), file(&changes));
}

#[test]
fn a_timestamp_is_parsed_in_the_browser_format() {
    for text in ["2026-11-22T08:30:05.123Z", "2026-11-22T08:30:05Z", "2026-11-22T23:59:59.9Z"] {
        assert!(Stamp::parse(text).is_some(), "{text}");
    }
}

#[test]
fn a_timestamp_that_is_not_in_utc_is_rejected() {
    for text in [
        "",
        "2026-11-22",
        "2026-11-22T08:30:05",
        "2026-11-22T08:30:05+01:00",
        "2026-11-22T24:00:00Z",
        "2026-11-22T08:60:00Z",
        "2026-02-30T08:30:00Z",
        "2026-11-22T08:30:0\nZ",
        "2026-11-22T08:30:05.x\nZ",
    ] {
        assert_eq!(Stamp::parse(text), None, "{text:?}");
    }
}
