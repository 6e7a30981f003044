//! Calendar dates.

use decision::worksheet::CalendarDate;

use super::date;

#[test]
fn a_date_is_formatted_as_it_was_parsed() {
    for text in ["1970-01-01", "2000-02-29", "2026-11-22", "2199-12-31"] {
        assert_eq!(date(text).iso(), text);
    }
}

#[test]
fn calendar_dates_have_no_hyphens() {
    assert_eq!(date("2027-03-05").compact(), "20270305");
}

#[test]
fn dates_that_do_not_exist_are_rejected() {
    for text in ["2026-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "2026-01-32"] {
        assert_eq!(CalendarDate::parse(text), None, "{text}");
    }
}

#[test]
fn years_before_1970_and_after_2199_are_rejected() {
    assert_eq!(CalendarDate::parse("1969-12-31"), None);
    assert_eq!(CalendarDate::parse("2200-01-01"), None);
}

#[test]
fn other_date_formats_are_rejected() {
    for text in ["", "2026-1-02", "2026-01-2", "02.01.2026", "2026/01/02", "+026-01-02", "2026-01-02 ", "２026-01-02"]
    {
        assert_eq!(CalendarDate::parse(text), None, "{text}");
    }
}

#[test]
fn a_month_later_is_the_same_day_or_the_last_of_the_month() {
    let cases = [
        ("2026-01-15", 1, "2026-02-15"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-31", 24, "2028-12-31"),
        ("2026-05-31", 0, "2026-05-31"),
    ];
    for (from, months, to) in cases {
        assert_eq!(date(from).plus_months(months), Some(date(to)), "{from} + {months}");
    }
}

#[test]
fn a_date_after_2199_is_none() {
    assert_eq!(date("2199-12-01").plus_months(1), None);
    assert_eq!(date("2026-01-01").plus_months(u16::MAX), None);
}

#[test]
fn a_date_has_year_month_and_day() {
    assert_eq!(date("2026-11-22").parts(), (2026, 11, 22));
}
