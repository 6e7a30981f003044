//! Cost over three years: what may be said, the figures that matter most, and the range of each model. Behind folds: all
//! figures, and what they lead to. Cost does not affect the score.

mod assumptions;
mod drivers;
mod essentials;
mod files;
mod ranges;
mod row;
mod slider;

use std::sync::Arc;

use leptos::prelude::*;

use super::{Findings, Section};
use crate::ui::{
    Costed, Ui,
    components::{OpenDetails, lazy_details},
    page::Page,
};
use assessment::{
    InputId,
    i18n::key::ui::{cost as words, footer},
};
use decision::{
    plan::cost::{BreakEvenRange, CostInputs, Crossing, Origin, View, counted_alike},
    worksheet::{FigureChange, Range},
};
use report::cost::{break_even_sentences, cost_claim_sentences};
use session::Action;

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
    /// The folds whose content follows the figures.
    opened: OpenDetails,
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
        let (view, reset, opened) = (RwSignal::new(0), RwSignal::new(0), RwSignal::new(0));
        Self { ui, dragged, now, view, reset, can_undo, opened }
    }

    fn view(self) -> View {
        View::ALL.get(self.view.get()).copied().unwrap_or_default()
    }

    fn is_own(self, id: InputId) -> bool {
        self.now.with(|now| now.inputs.origin(id) == Origin::Own)
    }
}

fn write(page: &mut Page, findings: &Findings) {
    let costs = Costs::of(page.ui, findings);
    page.live(move |page| claim(page, costs));
    page.within("p.muted", |page| {
        page.t("span", words::APART);
        page.bare(" ");
        page.text("span", &ranges::currency(page.ui));
    });
    page.within("div.calculator", |page| {
        page.within("div.essentials", |page| essentials::essentials(page, costs, &findings.prepared.evaluation));
        page.within("div.estimate", |page| ranges::ranges(page, costs));
        page.within("div.folds", |page| folds(page, costs));
    });
}

fn folds(page: &mut Page, costs: Costs) {
    page.within("details#cost-figures.fold", |page| assumptions::assumptions(page, costs));
    following(page, costs);
    page.details("details.fold", words::alike::TITLE, |page| {
        page.live(move |page| {
            page.within("ul", |page| {
                for key in costs.now.with(|now| counted_alike(&now.inputs)) {
                    page.t("li", key);
                }
            });
        });
    });
    page.details("details.fold", words::save::TITLE, |page| files::files(page, costs));
}

fn claim(page: &mut Page, costs: Costs) {
    let now = costs.now.get();
    let (said, more) =
        costs.ui.with_cost_words(&now.inputs, |cost, _| cost_claim_sentences(cost, &now.study, &now.claim));
    page.within("p.cost-verdict", |page| {
        page.text("b", &said);
        if let Some(more) = more {
            page.bare(" ");
            page.text("span", &more);
        }
    });
}

/// The folds that are there once the figures say something.
fn following(page: &mut Page, costs: Costs) {
    // Samples do not say which model costs less.
    let pair = Memo::new(move |_| costs.now.with(|now| now.claim.drivers.as_ref().map(drivers::pair)));
    let is_even = Memo::new(move |_| pair.get().is_some() && costs.now.with(|now| crossings(now).next().is_some()));
    page.live(move |page| {
        if let Some(pair) = pair.get() {
            let mut summary = Page::new(page.ui);
            summary.text("summary", &drivers::title(page.ui, pair));
            let write = move |page: &mut Page| {
                let now = costs.now.get();
                if let Some(drivers) = &now.claim.drivers {
                    drivers::drivers(page, &now.inputs, drivers);
                }
            };
            lazy_details(page, "cost-drivers".to_owned(), costs.opened, 0, summary, Box::new(write));
        }
    });
    page.live(move |page| {
        if is_even.get() {
            let mut summary = Page::new(page.ui);
            summary.t("summary", words::EVEN_TITLE);
            let write = move |page: &mut Page| break_even(page, &costs.now.get());
            lazy_details(page, "cost-even".to_owned(), costs.opened, 1, summary, Box::new(write));
        }
    });
}

/// The pairs of models that cost the same at some size.
fn crossings(now: &Costed) -> impl Iterator<Item = &BreakEvenRange> {
    now.study.break_even.iter().filter(|range| matches!(range.outcome, Crossing::At { .. }))
}

fn break_even(page: &mut Page, now: &Costed) {
    page.within("ul.even", |page| {
        for range in crossings(now) {
            let sentences = page.ui.with_cost_words(&now.inputs, |cost, _| break_even_sentences(cost, range));
            page.text("li", &sentences.join(" "));
        }
    });
}

/// The buttons to undo and to reset. `near` gets the focus, because a pressed button disappears.
fn undo_buttons(page: &mut Page, costs: Costs, near: &'static str) {
    let has_own = Memo::new(move |_| {
        costs.now.with(|now| {
            (0..now.inputs.ranges().len()).any(|n| now.inputs.origin(InputId::from_index(n)) == Origin::Own)
        })
    });
    page.live(move |page| {
        let act = move |action: Action| {
            costs.ui.focus_now(near);
            costs.ui.act(action);
            costs.reset.update(|n| *n += 1);
        };
        if !costs.can_undo.get() && !has_own.get() {
            return;
        }
        page.within("div.tools", |page| {
            if costs.can_undo.get() {
                page.button("quiet", footer::UNDO, move || act(Action::Undo));
            }
            if has_own.get() {
                page.button("quiet", words::own::RESET_ALL, move || act(Action::Figure(FigureChange::ResetAll)));
            }
        });
    });
}
