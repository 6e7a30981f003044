//! Laws of dates: they are totally ordered, and no month is skipped.

use decision::worksheet::CalendarDate;
use proptest::prelude::*;

use super::answers::config;

proptest! {
    #![proptest_config(config(2048))]

    #[test]
    fn a_date_survives_a_round_trip(day in day()) {
        prop_assert_eq!(CalendarDate::parse(&day.iso()), Some(day));
    }

    #[test]
    fn a_string_that_parses_is_formatted_the_same(text in "[0-9]{4}-[0-9]{2}-[0-9]{2}|.{0,12}") {
        if let Some(day) = CalendarDate::parse(&text) {
            prop_assert_eq!(day.iso(), text);
        }
    }

    #[test]
    fn dates_sort_like_their_iso_strings(a in day(), b in day()) {
        prop_assert_eq!(a.cmp(&b), a.iso().cmp(&b.iso()));
    }

    #[test]
    fn adding_months_ends_in_exactly_that_month(day in day(), months in 0..2_800_u16) {
        let (year, month, date) = day.parts();
        let count = u32::from(year) * 12 + u32::from(month) - 1 + u32::from(months);
        match day.plus_months(months) {
            None => prop_assert!(count / 12 > 2199),
            Some(later) => {
                let (y, m, d) = later.parts();
                prop_assert_eq!(u32::from(y) * 12 + u32::from(m) - 1, count);
                // The same day, or the last of the month.
                prop_assert!(d == date || (d < date && CalendarDate::new(y, m, d + 1).is_none()));
            }
        }
    }

    #[test]
    fn adding_more_months_yields_a_later_date(day in day(), months in 0..200_u16, more in 1..200_u16) {
        if let (Some(sooner), Some(later)) = (day.plus_months(months), day.plus_months(months + more)) {
            prop_assert!(sooner < later);
        }
    }
}

#[test]
fn every_day_from_1970_to_2199_occurs_once() {
    let mut before = CalendarDate::new(1970, 1, 1).unwrap();
    let mut count = 0;
    for year in 1970..=2199 {
        for (month, day) in (1..=12).flat_map(|month| (1..=31).map(move |day| (month, day))) {
            if let Some(date) = CalendarDate::new(year, month, day) {
                assert!(count == 0 || before < date);
                (before, count) = (date, count + 1);
            }
        }
    }
    // 230 years with 56 leap days: 2100 has none.
    assert_eq!(count, 230 * 365 + 56);
}

/// A day.
pub fn day() -> impl Strategy<Value = CalendarDate> {
    (1970..=2199_u16, 1..=12_u8, 1..=31_u8)
        .prop_map(|(year, month, day)| (0..4).find_map(|less| CalendarDate::new(year, month, day - less)).unwrap())
}
