//! Being rid of earlier runs, one by one or of all, and bringing them back as long as the result is shown.

use leptos::prelude::*;

use crate::ui::{Ui, page::Page};

use assessment::i18n::key::ui::result::history as words;

use session::{History, Run};

/// The earlier runs that are shown, and those that were deleted meanwhile.
#[derive(Clone, Copy)]
pub struct Kept {
    pub shown: RwSignal<History>,
    pub gone: RwSignal<History>,
}

impl Kept {
    /// Deletes one, or all.
    fn delete(self, ui: Ui, only: Option<&Run>) {
        let deleted = self.shown.with_untracked(|shown| match only {
            Some(run) => vec![run.clone()],
            None => shown.runs().to_vec(),
        });
        let remove = |history: &mut History| remove_all(history, &deleted);
        ui.change_runs(&remove);
        self.shown.update(|shown| {
            remove(shown);
        });
        self.gone.update(|gone| add_all(gone, &deleted));
        ui.say(Some(ui.t(words::DELETED).to_owned()));
        ui.in_next_frame(move || ui.jump("#history"));
    }

    fn bring_back(self, ui: Ui) {
        let runs = self.gone.with_untracked(|gone| gone.runs().to_vec());
        ui.change_runs(&|history| {
            add_all(history, &runs);
            true
        });
        self.shown.update(|shown| add_all(shown, &runs));
        self.gone.update(History::clear);
        ui.say(None);
        ui.in_next_frame(move || ui.jump("#history"));
    }
}

/// Returns whether there was one of them.
#[inline(never)]
fn remove_all(history: &mut History, runs: &[Run]) -> bool {
    let mut removed = false;
    for run in runs {
        if let Some(at) = history.runs().iter().position(|known| known == run) {
            removed |= history.remove(at).is_some();
        }
    }
    removed
}

/// The oldest first, so that those of one day stand as they stood.
#[inline(never)]
fn add_all(history: &mut History, runs: &[Run]) {
    for run in runs.iter().rev() {
        history.add(run.clone());
    }
}

/// The button for one run.
pub fn one(page: &mut Page, kept: Kept, run: Run) {
    let ui = page.ui;
    let name = ui.fill(words::DELETE_OF, &[("time", &ui.day(run.date))]);
    page.button_named("quiet", ui.t(words::DELETE), Some(name), move || kept.delete(ui, Some(&run)));
}

/// The button for all runs, and the way back.
pub fn all(page: &mut Page, kept: Kept) {
    page.live(move |page| {
        let ui = page.ui;
        let is_some = |history: RwSignal<History>| history.with(|history| !history.runs().is_empty());
        page.within("div.actions", |page| {
            if is_some(kept.shown) {
                page.button("secondary", words::DELETE_ALL, move || kept.delete(ui, None));
            }
            if is_some(kept.gone) {
                page.button("secondary", words::BACK, move || kept.bring_back(ui));
            }
        });
    });
}
