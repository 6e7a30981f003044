//! The roadmap as a calendar file.

use assessment::{Assessment, i18n::Catalog};

use report::{Stamp, calendar};

use decision::worksheet::{StepChange, StepEntries};
use session::{Unread, decode_steps, encode_steps};

use super::{Case, date, step};

const TIME: &str = "2026-11-22T08:30:05.123Z";

fn entered(changes: &[StepChange]) -> StepEntries {
    let mut entries = StepEntries::default();
    for change in changes {
        entries.apply(Assessment::standard(), change.clone()).unwrap();
    }
    entries
}

fn file(changes: &[StepChange]) -> Option<String> {
    file_at(TIME, &entered(changes))
}

fn file_at(time: &str, entries: &StepEntries) -> Option<String> {
    let case = Case::of("P6");
    let rows = case.rows(entries);
    assert!(!rows.is_empty());
    calendar(&Catalog::english(), &rows, entries.origin(), Stamp::parse(time).unwrap())
}

/// The values of a property, in the order of the events.
fn values<'f>(file: &'f str, name: &str) -> Vec<&'f str> {
    file.split("\r\n").filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).collect()
}

fn sequence(time: &str) -> i32 {
    let file = file_at(time, &entered(&[StepChange::Date(step("goals"), Some(date("2027-01-15")))])).unwrap();
    values(&file, "SEQUENCE")[0].parse().unwrap()
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
        "UID:goals-20270115@support-fit",
        "SEQUENCE:224238605",
        "DTSTAMP:20261122T083005Z",
        "LAST-MODIFIED:20261122T083005Z",
        "DTSTART;VALUE=DATE:20270115",
        "DTEND;VALUE=DATE:20270116",
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

/// A calendar updates an event whose UID it knows, and adds any other.
#[test]
fn an_event_keeps_its_uid_when_its_day_or_the_start_moves() {
    let uids = |changes: &[StepChange]| {
        let file = file(changes).unwrap();
        values(&file, "UID").into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let start = |day| StepChange::Start(Some(date(day)));
    let goals = |day| StepChange::Date(step("goals"), Some(date(day)));
    let first = uids(&[start("2026-12-01")]);
    assert_eq!(first, uids(&[start("2026-12-01"), goals("2027-02-20")]));
    assert_eq!(first, uids(&[start("2026-12-01"), start("2027-01-10")]));
    assert_eq!(first, uids(&[start("2026-12-01"), StepChange::Start(None), start("2027-01-10")]));
    // A step that had a date before there was a start.
    let [dated] = &uids(&[goals("2027-01-15")])[..] else { panic!("one step has a date") };
    assert!(uids(&[goals("2027-01-15"), start("2026-12-01")]).contains(dated));
    // Another plan.
    assert_ne!(first, uids(&[start("2027-01-10")]));
}

#[test]
fn a_moved_start_keeps_the_uids_after_a_reload() {
    let assessment = Assessment::standard();
    let start = |day| StepChange::Start(Some(date(day)));
    for changes in [&[start("2026-12-01"), start("2027-01-10")][..], &[start("2026-12-01"), StepChange::Start(None)]] {
        let entries = entered(changes);
        let draft = encode_steps(assessment, &entries, &Unread::default()).unwrap();
        let reloaded = decode_steps(assessment, "$", &draft);
        assert!(reloaded.problems.is_empty());
        assert_eq!(reloaded.value.start(), entries.start());
        assert_eq!(reloaded.value.origin(), Some(date("2026-12-01")));
    }
}

/// Calendars ignore an event with a number that they have.
#[test]
fn the_sequence_of_a_later_file_is_greater() {
    for [earlier, later] in [
        ["2026-11-22T08:30:05Z", "2026-11-22T08:30:06Z"],
        ["2026-11-22T08:59:59Z", "2026-11-22T09:00:00Z"],
        ["2026-11-30T23:59:59Z", "2026-12-01T00:00:00Z"],
        ["2026-12-31T23:59:59Z", "2027-01-01T00:00:00Z"],
    ] {
        assert!(sequence(earlier) < sequence(later), "{earlier}, {later}");
    }
    // Wrong clocks, and a time that no calendar can count to.
    assert_eq!(sequence("1970-01-01T00:00:00Z"), 0);
    assert_eq!(sequence("2199-12-31T23:59:59Z"), i32::MAX);
}

/// The end of an all-day event is exclusive.
#[test]
fn an_event_ends_the_day_after() {
    for (day, end) in [
        ("2027-01-15", vec!["20270116"]),
        ("2027-01-31", vec!["20270201"]),
        ("2028-02-28", vec!["20280229"]),
        ("2028-02-29", vec!["20280301"]),
        ("2027-12-31", vec!["20280101"]),
        // No later day can be written.
        ("2199-12-31", vec![]),
    ] {
        let file = file(&[StepChange::Date(step("goals"), Some(date(day)))]).unwrap();
        assert_eq!(values(&file, "DTEND;VALUE=DATE"), end, "{day}");
    }
}

#[test]
fn there_is_no_alarm_and_no_invitation() {
    let text = file(&[StepChange::Start(Some(date("2026-12-01")))]).unwrap();
    assert!(["VALARM", "ATTENDEE", "METHOD", "ORGANIZER"].iter().all(|name| !text.contains(name)));
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
