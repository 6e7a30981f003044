//! The dates of the steps as a calendar file.

use leptos::prelude::*;

use super::Roadmap;
use crate::ui::{
    components::{Feedback, save_feedback, show_feedback},
    page::Page,
};
use assessment::i18n::key::ui::result::roadmap as words;
use decision::worksheet::StepEntries;
use report::{Stamp, calendar};

const FILE: &str = "support-fit-roadmap.ics";

/// The button, if a step has a date.
pub fn saving(page: &mut Page, roadmap: &Roadmap) {
    let (roadmap, feedback) = (roadmap.clone(), RwSignal::new(None));
    // Not rendered again with every entry, so that the button keeps the focus.
    let read = roadmap.clone();
    let has_date = Memo::new(move |_| {
        let mut has_date = false;
        read.read(&mut |rows| has_date = rows.iter().any(|row| row.due.is_some()));
        has_date
    });
    page.live(move |page| {
        if !has_date.get() {
            return page.within("p.muted", |page| {
                page.t("span", words::TEXT);
                page.bare(" ");
                page.t("span", words::NO_DAYS);
            });
        }
        let roadmap = roadmap.clone();
        page.within("div.dated", |page| {
            page.t("p.muted", words::TEXT);
            page.button("secondary", words::SAVE, move || save(&roadmap, feedback));
            show_feedback(page, feedback);
        });
    });
}

fn save(roadmap: &Roadmap, feedback: Feedback) {
    let (ui, origin) = (roadmap.ui, roadmap.entries.with_untracked(StepEntries::origin));
    let Some(stamp) = Stamp::parse(&ui.time()) else { return };
    untrack(|| {
        roadmap.read(&mut |rows| {
            if let Some(file) = calendar(ui.words(), rows, origin, stamp) {
                save_feedback(ui, feedback, ui.save_file(FILE, "text/calendar", &file));
            }
        });
    });
}
