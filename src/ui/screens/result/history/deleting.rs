//! Deleting earlier runs, one or all, and restoring them while the result is shown.

use leptos::prelude::*;

use crate::ui::{Ui, page::Page};
use assessment::i18n::key::ui::result::history as words;
use session::{History, Run};

#[derive(Clone, Copy)]
pub struct Runs {
    pub shown: RwSignal<History>,
    /// Since the result was rendered.
    pub deleted: RwSignal<History>,
}

impl Runs {
    /// Deletes one run, or all.
    fn delete(self, ui: Ui, only: Option<&Run>) {
        let runs = self.shown.with_untracked(|shown| match only {
            Some(run) => vec![run.clone()],
            None => shown.runs().to_vec(),
        });
        let remove = |history: &mut History| remove_all(history, &runs);
        ui.change_runs(&remove);
        self.shown.update(|shown| {
            remove(shown);
        });
        self.deleted.update(|deleted| add_all(deleted, &runs));
        ui.announce(Some(ui.t(words::DELETED).to_owned()));
        ui.focus("#history > summary");
    }

    fn restore(self, ui: Ui) {
        let runs = self.deleted.with_untracked(|deleted| deleted.runs().to_vec());
        ui.change_runs(&|history| {
            add_all(history, &runs);
            true
        });
        self.shown.update(|shown| add_all(shown, &runs));
        self.deleted.update(History::clear);
        ui.announce(None);
        ui.focus("#history > summary");
    }
}

/// Returns whether any of them was there.
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

/// Adds the oldest first, which keeps the order of runs of the same day.
#[inline(never)]
fn add_all(history: &mut History, runs: &[Run]) {
    for run in runs.iter().rev() {
        history.add(run.clone());
    }
}

pub fn delete_button(page: &mut Page, runs: Runs, run: Run) {
    let ui = page.ui;
    let name = ui.fill(words::DELETE_OF, &[("time", &ui.day(run.date))]);
    page.button_named("quiet", ui.t(words::DELETE), Some(name), move || runs.delete(ui, Some(&run)));
}

/// The buttons to delete all runs and to restore deleted ones.
pub fn buttons(page: &mut Page, runs: Runs) {
    page.live(move |page| {
        let ui = page.ui;
        let is_some = |history: RwSignal<History>| history.with(|history| !history.runs().is_empty());
        page.within("div.actions", |page| {
            if is_some(runs.shown) {
                page.button("secondary", words::DELETE_ALL, move || runs.delete(ui, None));
            }
            if is_some(runs.deleted) {
                page.button("secondary", words::BACK, move || runs.restore(ui));
            }
        });
    });
}
