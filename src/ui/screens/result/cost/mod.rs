//! Cost over three years: ranges that overlap, what moves them, and every figure behind them. It is no part of the score, and
//! says so.

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
    plan::cost::{CostInputs, View, counted_alike},
    worksheet::Range,
};
use report::cost::break_even_sentences;

/// The ranges, where two models cost the same, what moves the gap, and the figures.
pub const SECTION: Section = Section { heading: "h4#cost", title: words::TITLE, write };

/// A figure whose slider is being moved.
#[derive(Clone, Copy)]
struct Dragged {
    id: InputId,
    /// The likely figure before.
    from: f64,
    to: Range,
}

/// What the parts of the section follow.
#[derive(Clone, Copy)]
struct Costs {
    ui: Ui,
    /// The figure that a slider is being moved to: it counts at once, and is kept when it is let go.
    dragged: RwSignal<Option<Dragged>>,
    now: Memo<Costed>,
    /// Position in [`View::ALL`].
    view: RwSignal<usize>,
    /// Counts how often all figures were given up, so that what is typed goes with them.
    reset: RwSignal<usize>,
    /// Whether the last change was one of these figures, and can be taken back here.
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

    /// How the ranges are looked at.
    fn view(self) -> View {
        View::ALL.get(self.view.get()).copied().unwrap_or_default()
    }
}

fn write(page: &mut Page, findings: &Findings) {
    let costs = Costs::of(page.ui, findings);
    page.t("p.muted", words::APART);
    ranges::ranges(page, costs);
    page.t("h5", words::EVEN_TITLE);
    page.live(move |page| even(page, costs));
    page.live(move |page| drivers::drivers(page, costs));
    page.fold("details.fold", words::alike::TITLE, |page| {
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

/// Where two models cost the same, for each two.
fn even(page: &mut Page, costs: Costs) {
    let now = costs.now.get();
    page.within("ul.even", |page| {
        for range in &now.study.break_even {
            let said = page.ui.with_cost_words(|say, _| break_even_sentences(say, range));
            page.text("li", &said.join(" "));
        }
    });
}
