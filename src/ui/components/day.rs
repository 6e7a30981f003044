//! A field for a day.

use super::{Entry, Kind, entry};
use crate::ui::{entering::enter, page::Page};
use assessment::i18n::key::ui::result::roadmap::BAD_DAY;
use decision::worksheet::CalendarDate;
use session::Action;

/// Characters of a day, as `2026-11-22`.
const LENGTH: usize = 10;

/// A day under its name; `set` makes what is to be done of it.
#[inline(never)]
pub fn day(
    page: &mut Page,
    id: &str,
    label: &str,
    name: Option<String>,
    value: Box<dyn Fn() -> Option<CalendarDate> + Send + Sync>,
    set: Box<dyn Fn(Option<CalendarDate>) -> Action + Send>,
) {
    let value = Box::new(move || value().map(CalendarDate::iso).unwrap_or_default());
    entry(
        page,
        Entry {
            kind: Kind::Day,
            id,
            label: Some(label),
            name,
            longest: LENGTH,
            value,
            entered: Box::new(move |ui, text| match CalendarDate::parse(&text) {
                None if !text.is_empty() => Some(ui.t(BAD_DAY).to_owned()),
                date => enter(ui, set(date)),
            }),
        },
    );
}
