//! A date field.

use super::{Entry, Kind, entry};
use crate::ui::page::Page;
use assessment::i18n::key::ui::result::roadmap::BAD_DAY;
use decision::worksheet::CalendarDate;
use session::Action;

/// `2026-11-22`.
const LENGTH: usize = 10;

/// `set` returns the action for an entered date.
#[inline(never)]
pub fn date_field(
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
            kind: Kind::Date,
            id,
            label: Some(label),
            name,
            max_length: LENGTH,
            value,
            on_change: Box::new(move |ui, text| match CalendarDate::parse(&text) {
                None if !text.is_empty() => Some(ui.t(BAD_DAY).to_owned()),
                date => ui.enter(set(date)),
            }),
        },
    );
}
