//! The roadmap as iCalendar (RFC 5545): one all-day event per dated step.
//!
//! Events have no alarms and no attendees, and do not block time. There is no `METHOD`: the file is imported, it invites nobody,
//! and `PUBLISH` would require an organizer.
//!
//! Importing the file again updates the events. Their UIDs stay, and `SEQUENCE` grows with the time, because some calendars
//! ignore an event whose number they have.

use assessment::{
    i18n::{Catalog, key::ui::headway::calendar as words},
    text::newlines,
};

use decision::{
    plan::{AnyStep, StepRow},
    worksheet::CalendarDate,
};

/// Maximum number of bytes of a line, without its end.
const LONGEST_LINE: usize = 75;

/// When a file is made, to the second, in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    date: CalendarDate,
    /// Hour, minute, second as six digits.
    time: [u8; 6],
}

impl Stamp {
    /// Reads ISO 8601 in UTC as drafts and browsers write it: `2026-11-22T08:30:00.000Z`. Fractions are left out.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.split_once('T')?;
        let [h1, h2, b':', m1, m2, b':', s1, s2, rest @ ..] = time.as_bytes() else { return None };
        let fraction = match rest {
            [b'Z'] => &[],
            [b'.', fraction @ .., b'Z'] => fraction,
            _ => return None,
        };
        let time = [*h1, *h2, *m1, *m2, *s1, *s2];
        let is_time = [*h1, *h2] < *b"24" && [*m1, *m2] < *b"60" && [*s1, *s2] < *b"60";
        let is_stamp = is_time && time.iter().chain(fraction).all(u8::is_ascii_digit);
        Some(Self { date: CalendarDate::parse(date)?, time }).filter(|_| is_stamp)
    }

    /// A number that grows every second; all months count 31 days. It reaches the largest number of iCalendar in 2086.
    fn sequence(self) -> i32 {
        let (year, month, day) = self.date.parts();
        let days = ((i32::from(year) - 2020) * 12 + i32::from(month)) * 31 + i32::from(day);
        let two_digits = |pair: &[u8]| pair.iter().fold(0, |number, digit| number * 10 + i32::from(digit - b'0'));
        let seconds = self.time.chunks(2).fold(0, |seconds, pair| seconds * 60 + two_digits(pair));
        days.max(0).saturating_mul(24 * 60 * 60).saturating_add(seconds)
    }

    fn written(self) -> String {
        let mut text = self.date.compact();
        text.push('T');
        text.extend(self.time.map(char::from));
        text.push('Z');
        text
    }
}

/// The file, as `text/calendar`; `None` if no step has a date, since a calendar needs an event.
///
/// `origin` tells the plan from others in the same calendar ([`decision::worksheet::StepEntries::origin`]).
#[must_use]
pub fn calendar(words: &Catalog, rows: &[StepRow<'_>], origin: Option<CalendarDate>, stamp: Stamp) -> Option<String> {
    let mut file = String::new();
    for (name, value) in [("BEGIN", "VCALENDAR"), ("VERSION", "2.0"), ("PRODID", "-//SupportFit//Roadmap//EN")] {
        line(&mut file, name, value);
    }
    let origin = origin.map(CalendarDate::compact).unwrap_or_default();
    let (sequence, stamp) = (stamp.sequence().to_string(), stamp.written());
    let mut is_empty = true;
    for (row, due) in rows.iter().filter_map(|row| Some((row, row.due?))) {
        is_empty = false;
        let text = match row.step {
            AnyStep::Suggested(_, step) => words.get(step.text),
            AnyStep::Own(own) => &own.text,
        };
        line(&mut file, "BEGIN", "VEVENT");
        line(&mut file, "UID", &[&row.step.id(), "-", &origin, "@support-fit"].concat());
        line(&mut file, "SEQUENCE", &sequence);
        line(&mut file, "DTSTAMP", &stamp);
        line(&mut file, "LAST-MODIFIED", &stamp);
        line(&mut file, "DTSTART;VALUE=DATE", &due.compact());
        // The end is exclusive. Without one, the event lasts a day too.
        if let Some(end) = due.next_day() {
            line(&mut file, "DTEND;VALUE=DATE", &end.compact());
        }
        line(&mut file, "SUMMARY", &escaped(text));
        if !row.owner.is_empty() {
            line(&mut file, "DESCRIPTION", &escaped(&words.fill(words::OWNER, &[("name", row.owner)])));
        }
        line(&mut file, "TRANSP", "TRANSPARENT");
        line(&mut file, "END", "VEVENT");
    }
    line(&mut file, "END", "VCALENDAR");
    (!is_empty).then_some(file)
}

/// A text as a value. A line break of any kind becomes `\n`; other controls, which the format forbids, are left out.
fn escaped(text: &str) -> String {
    let mut value = String::new();
    for c in newlines(text).chars() {
        match c {
            '\\' | ';' | ',' => value.extend(['\\', c]),
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => value.push_str("\\n"),
            '\t' => value.push(c),
            c if c.is_control() => {}
            c => value.push(c),
        }
    }
    value
}

/// Writes a line, folding long ones between characters.
fn line(file: &mut String, name: &str, value: &str) {
    let mut length = 0;
    for c in name.chars().chain([':']).chain(value.chars()) {
        if length + c.len_utf8() > LONGEST_LINE {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(c);
        length += c.len_utf8();
    }
    file.push_str("\r\n");
}
