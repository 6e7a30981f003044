//! Cost over three years: overlapping ranges, what drives them, and all figures. Cost does not affect the score.

mod assumptions;
mod drivers;
mod files;
mod ranges;
mod row;
mod slider;

use std::sync::Arc;

use leptos::prelude::*;

use super::{Findings, Section};
use crate::ui::{Costed, Ui, page::Page};
use assessment::{InputId, i18n::key::ui::cost as words};
use decision::{
    plan::cost::{CostInputs, CostStudy, View, counted_alike},
    worksheet::Range,
};
use report::cost::break_even_sentences;

pub const SECTION: Section = Section { heading: "h3#cost", title: words::TITLE, write };

/// A figure while its slider is being dragged.
#[derive(Clone, Copy)]
struct Dragged {
    id: InputId,
    /// The likely figure before dragging.
    from: f64,
    to: Range,
}

/// The shared state of the section.
#[derive(Clone, Copy)]
struct Costs {
    ui: Ui,
    /// Applied at once, saved when the slider is released.
    dragged: RwSignal<Option<Dragged>>,
    now: Memo<Arc<Costed>>,
    /// Position in [`View::ALL`].
    view: RwSignal<usize>,
    /// Counts resets of all figures, which also discard text that was not accepted.
    reset: RwSignal<usize>,
    /// Whether the last change was in this section.
    can_undo: Memo<bool>,
}

impl Costs {
    fn of(ui: Ui, findings: &Findings) -> Self {
        let prepared = Arc::clone(&findings.prepared);
        let dragged = RwSignal::new(None::<Dragged>);
        let now = Memo::new(move |_| {
            let mut own = ui.worksheet(|now| now.figures.own().to_vec());
            if let Some(Dragged { id, to, .. }) = dragged.get() {
                own.retain(|(own, _)| *own != id);
                own.push((id, to));
            }
            ui.costed(CostInputs::of(ui.assessment(), &prepared.evaluation.reading, &own))
        });
        let can_undo = ui.follow(|session| session.undoes(|worksheet| &worksheet.figures));
        Self { ui, dragged, now, view: RwSignal::new(0), reset: RwSignal::new(0), can_undo }
    }

    fn view(self) -> View {
        View::ALL.get(self.view.get()).copied().unwrap_or_default()
    }
}

fn write(page: &mut Page, findings: &Findings) {
    let costs = Costs::of(page.ui, findings);
    page.t("p.muted", words::APART);
    ranges::ranges(page, costs);
    page.live(move |page| {
        // Samples do not say which model costs less.
        let now = costs.now.get();
        if let Some(drivers) = &now.claim.drivers {
            page.t("h4", words::EVEN_TITLE);
            break_even(page, &now.study);
            drivers::drivers(page, drivers);
        }
    });
    page.details("details.fold", words::alike::TITLE, |page| {
        page.live(move |page| {
            page.within("ul", |page| {
                for key in costs.now.with(|now| counted_alike(&now.inputs)) {
                    page.t("li", key);
                }
            });
        });
    });
    assumptions::assumptions(page, costs);
    files::files(page, costs);
}

/// Where two models cost the same, for each pair.
fn break_even(page: &mut Page, study: &CostStudy) {
    page.within("ul.even", |page| {
        for range in &study.break_even {
            let sentences = page.ui.with_cost_words(|cost, _| break_even_sentences(cost, range));
            page.text("li", &sentences.join(" "));
        }
    });
}
