//! The days of the steps, to take into a calendar.

use leptos::prelude::*;

use super::Road;
use crate::ui::{
    components::{Outcome, outcome, saved},
    page::Page,
};
use assessment::i18n::key::ui::result::roadmap as words;
use decision::worksheet::StepEntries;
use report::{Stamp, calendar};

/// Name of the file.
const FILE: &str = "support-fit-roadmap.ics";

/// The button, once a step has a day.
pub fn saving(page: &mut Page, road: &Road) {
    let (road, said) = (road.clone(), RwSignal::new(None));
    page.live(move |page| {
        let mut has_day = false;
        road.read(&mut |rows| has_day = rows.iter().any(|row| row.due.is_some()));
        if !has_day {
            return page.t("p.muted", words::NO_DAYS);
        }
        let road = road.clone();
        page.within("div.actions", |page| page.button("secondary", words::SAVE, move || save(&road, said)));
    });
    outcome(page, said);
}

fn save(road: &Road, said: Outcome) {
    let (ui, start) = (road.ui, road.entries.with_untracked(StepEntries::start));
    let Some(stamp) = Stamp::parse(&ui.time()) else { return };
    untrack(|| {
        road.read(&mut |rows| {
            if let Some(file) = calendar(ui.words(), rows, start, stamp) {
                saved(ui, said, ui.save_file(FILE, "text/calendar", &file));
            }
        });
    });
}
