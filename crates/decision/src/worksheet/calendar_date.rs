//! A day of the calendar that a visitor enters: a civil date without a time and without a time zone.
//!
//! There is no clock; the caller passes today's date.
//!
//! ```
//! use decision::worksheet::CalendarDate;
//!
//! let start = CalendarDate::parse("2026-11-30").unwrap();
//! assert_eq!(start.plus_months(3).unwrap().iso(), "2027-02-28");
//! ```

/// First and last year that a date may have.
const YEARS: [u16; 2] = [1970, 2199];

/// A day of the Gregorian calendar from 1970-01-01 to 2199-12-31. Earlier days are less than later ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct CalendarDate {
    year: u16,
    month: u8,
    day: u8,
}

impl CalendarDate {
    /// The day, if it exists: 29 February only in leap years.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let is_day = (YEARS[0]..=YEARS[1]).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_of_month(year, month)).contains(&day);
        is_day.then_some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD` with exactly these ten characters.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
        let year = digits(&[*y1, *y2, *y3, *y4])?;
        let [month, day] = [digits(&[*m1, *m2])?, digits(&[*d1, *d2])?];
        // Two digits are less than 100.
        Self::new(year, month as u8, day as u8)
    }

    /// `YYYY-MM-DD`.
    #[must_use]
    pub fn iso(self) -> String {
        self.written("-")
    }

    /// `YYYYMMDD`, as calendars write it.
    #[must_use]
    pub fn compact(self) -> String {
        self.written("")
    }

    /// Year, month from 1, day from 1.
    #[must_use]
    pub const fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// The same day some months later, or the last one of a month that has no such day; none after 2199.
    #[must_use]
    pub fn plus_months(self, months: u16) -> Option<Self> {
        let count = u32::from(self.year) * 12 + u32::from(self.month) - 1 + u32::from(months);
        let year = u16::try_from(count / 12).ok()?;
        let month = (count % 12 + 1) as u8;
        Self::new(year, month, self.day.min(days_of_month(year, month)))
    }

    /// The next day; none after 2199.
    #[must_use]
    pub fn next_day(self) -> Option<Self> {
        Self::new(self.year, self.month, self.day + 1).or_else(|| Self { day: 1, ..self }.plus_months(1))
    }

    fn written(self, between: &str) -> String {
        let mut text = String::new();
        padded(&mut text, self.year, 1000);
        for part in [self.month, self.day] {
            text.push_str(between);
            padded(&mut text, part.into(), 10);
        }
        text
    }
}

const fn days_of_month(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The number that up to four digits make; `None` if one is not a digit.
fn digits(digits: &[u8]) -> Option<u16> {
    digits.iter().try_fold(0, |number, digit| digit.is_ascii_digit().then(|| number * 10 + u16::from(digit - b'0')))
}

/// Writes a number with as many digits as `place` has. (The padding of `format!` would be shipped.)
fn padded(text: &mut String, number: u16, mut place: u16) {
    while place > 0 {
        text.push(char::from(b'0' + (number / place % 10) as u8));
        place /= 10;
    }
}
