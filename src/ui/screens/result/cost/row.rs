//! One figure of the cost model: fields for low, likely and high, and its source. Elsewhere it may have a field for likely only.
//!
//! The three are validated together: entered text stays in the fields until all three are valid, and each error is shown at its
//! field.

use leptos::prelude::*;

use super::{Costs, slider::slider};
use crate::ui::{
    Currency,
    components::{Entry, Kind, entry_with_problem},
    host::Money,
    page::Page,
};
use assessment::{
    CostInput, CostUnit, InputId,
    i18n::{
        Key, TypedFault,
        key::ui::cost::{head, own as words},
        typed,
    },
};
use decision::{
    plan::cost::{Origin, refusal, two_significant},
    worksheet::{Field, FigureChange, FigureFault, FigureProblem, Figures},
};
use report::cost::{cost_claim_sentence, decimals, figure_of, is_illustrative, parts_of, reliability, unit};
use session::Action;

#[derive(Clone, Copy)]
pub(super) struct Row {
    pub(super) costs: Costs,
    pub(super) id: InputId,
    /// Text in the fields that was not accepted yet.
    typed: [RwSignal<Option<String>>; 3],
    problems: [RwSignal<Option<String>>; 3],
}

#[inline(never)]
pub(super) fn row(page: &mut Page, costs: Costs, id: InputId) {
    let row = Row::new(costs, id);
    let (ui, input) = (page.ui, row.input());
    let name = ui.t(input.label);
    page.within("fieldset.figure", |page| {
        page.within("legend", |page| {
            page.text("b", name);
            page.bare(" ");
            page.text("span.muted", &row.unit());
        });
        page.live(move |page| tag(page, row));
        page.within("div.three", |page| {
            for (n, label) in [head::LOW, head::LIKELY, head::HIGH].into_iter().enumerate() {
                let label = ui.t(label);
                let field = Entry {
                    kind: Kind::Number,
                    id: &row.field_id(n),
                    label: Some(label),
                    name: Some(ui.fill(words::FIELD, &[("label", label), ("text", name)])),
                    max_length: Row::MAX_LENGTH,
                    value: Box::new(move || row.typed_or_accepted(n)),
                    on_change: Box::new(move |_, text| row.enter(n, text)),
                };
                entry_with_problem(page, field, row.problems[n]);
            }
        });
        slider(page, row);
        page.live(move |page| source(page, row));
    });
}

/// How reliable the figure is.
fn tag(page: &mut Page, row: Row) {
    let (input, origin) = (row.input(), row.origin());
    let class = match origin {
        Origin::Own => "span.tag own",
        _ if is_illustrative(input, origin) => "span.tag example",
        _ => "span.tag",
    };
    page.t(class, reliability(input, origin));
}

/// A button to confirm a suggested figure and its source, or a button to restore it.
fn source(page: &mut Page, row: Row) {
    let (ui, input, origin) = (page.ui, row.input(), row.origin());
    page.within("div.source", |page| {
        if origin == Origin::Own {
            return row.reset(page);
        }
        if row.is_foreign() {
            row.ours(page);
        } else {
            row.confirm(page, ["#", &row.field_id(1)].concat());
        }
        if let Some(note) = input.note {
            page.t("p", note);
        }
        // Derived figures have no source.
        if let Some(published) = input.published.as_ref().filter(|_| origin == Origin::Default) {
            page.fill("p", words::SOURCE, &[("name", ui.t(published.source))]);
            if let Some(dated) = published.dated {
                page.fill("p", words::DATED, &[("name", &page.ui.month(dated))]);
            }
        }
    });
}

impl Row {
    pub(super) const MAX_LENGTH: usize = 24;

    pub(super) fn new(costs: Costs, id: InputId) -> Self {
        let none = || RwSignal::new(None::<String>);
        Self { costs, id, typed: [none(), none(), none()], problems: [none(), none(), none()] }
    }

    pub(super) fn input(self) -> &'static CostInput {
        self.costs.ui.assessment().cost.input(self.id)
    }

    /// The accepted values of low, likely and high. Tracks them.
    pub(super) fn values(self) -> [f64; 3] {
        self.costs.now.with(|now| now.inputs.get(self.id).values())
    }

    pub(super) fn origin(self) -> Origin {
        self.costs.now.with(|now| now.inputs.origin(self.id))
    }

    fn field_id(self, n: usize) -> String {
        ["cost-", &self.id.index().to_string(), "-", &n.to_string()].concat()
    }

    pub(super) fn unit(self) -> String {
        let ui = self.costs.ui;
        unit(self.input().unit).map_or_else(|| ui.currency(), |key| ui.t(key).to_owned())
    }

    pub(super) fn text(self, value: f64) -> String {
        let unit = self.input().unit;
        self.costs.ui.with_locale(|locale| locale.decimal(parts_of(value, unit), decimals(unit)))
    }

    /// A figure as it was typed, or else as it was accepted. Tracks it. Empty for a suggested figure in another currency.
    fn typed_or_accepted(self, n: usize) -> String {
        let accepted = || if self.is_foreign() { String::new() } else { self.text(self.values()[n]) };
        self.typed[n].get().unwrap_or_else(accepted)
    }

    /// Whether the figure is a suggested one in another currency than that of the field. Tracks it.
    pub(super) fn is_foreign(self) -> bool {
        self.input().unit == CostUnit::Money && self.origin() != Origin::Own && self.costs.ui.has_foreign_figures()
    }

    /// The suggested figure in its own currency.
    pub(super) fn ours(self, page: &mut Page) {
        let amounts = |money: &dyn Money| self.values().map(|value| money.amount(value as i64));
        let [low, n, high] = self.costs.ui.with_money(Currency::Suggested, amounts);
        page.fill("span", words::OURS, &[("low", &low), ("n", &n), ("high", &high)]);
    }

    /// Low, likely and high if only the likely figure is entered. Of a range in another currency, only the proportions count.
    fn around(self, likely: f64) -> [f64; 3] {
        let now = self.costs.now.get_untracked();
        if !untrack(|| self.is_foreign()) {
            return now.inputs.around(self.costs.ui.assessment(), self.id, likely);
        }
        let ([low, suggested, high], [least, most]) = (now.inputs.get(self.id).values(), self.input().bounds);
        let moved = |end: f64| two_significant(end * likely / suggested.max(1.0)) as f64;
        [moved(low).max(least).min(likely), likely, moved(high).min(most).max(likely)]
    }

    pub(super) fn likely_text(self) -> String {
        self.typed_or_accepted(1)
    }

    /// The error at the field of the likely figure.
    pub(super) const fn problem(self) -> RwSignal<Option<String>> {
        self.problems[1]
    }

    /// A button to confirm a suggested figure. `field` gets the focus, because the pressed button disappears.
    pub(super) fn confirm(self, page: &mut Page, field: String) {
        self.button(page, words::CONFIRM, move || {
            self.costs.ui.focus_now(&field);
            self.clear_typed();
            self.save(untrack(|| self.values()));
        });
    }

    /// A button to restore the suggested figure.
    fn reset(self, page: &mut Page) {
        self.button(page, words::RESET, move || {
            let ui = self.costs.ui;
            ui.focus_now(&["#", &self.field_id(1)].concat());
            self.clear_typed();
            ui.act(Action::Figure(FigureChange::Reset(self.id)));
            self.announce_claim();
        });
    }

    fn button(self, page: &mut Page, key: Key, act: impl Fn() + Send + 'static) {
        let label = page.ui.t(key);
        let name = page.ui.label_of(label, page.ui.t(self.input().label));
        page.button_named("quiet", label, Some(name), act);
    }

    /// Validates a likely figure that was entered without low and high, and saves it if it is valid. Returns the error message.
    pub(super) fn enter_likely(self, text: String) -> Option<String> {
        let unit = self.input().unit;
        let message = match typed(&text, self.costs.ui.marks(), decimals(unit)) {
            Ok(parts) => {
                let assessment = self.costs.ui.assessment();
                let entered = figure_of(parts, unit);
                let values = self.around(entered);
                let found = Figures::problems(assessment, self.id, values);
                let Some(problem) = found.iter().find(|problem| problem.field == Field::Likely) else {
                    self.clear_typed();
                    self.save(values);
                    return None;
                };
                self.refused(*problem)
            }
            Err(fault) => self.fault(fault),
        };
        self.typed[1].set(Some(text));
        Some(message)
    }

    pub(super) fn clear_typed(self) {
        for signal in self.typed.into_iter().chain(self.problems) {
            if signal.with_untracked(Option::is_some) {
                signal.set(None);
            }
        }
    }

    /// Validates entered text and saves the figure if all fields are valid. Returns the error message of this field.
    fn enter(self, n: usize, text: String) -> Option<String> {
        let unit = self.input().unit;
        let now = untrack(|| self.values());
        self.typed[n].set(Some(text));
        let texts = self.typed.map(|typed| typed.get_untracked());
        let marks = self.costs.ui.marks();
        let (mut values, mut messages) = (now, [const { None }; 3]);
        for (k, text) in texts.iter().enumerate() {
            match text.as_ref().map(|text| typed(text, marks, decimals(unit))) {
                Some(Ok(parts)) => values[k] = figure_of(parts, unit),
                Some(Err(fault)) => messages[k] = Some(self.fault(fault)),
                None => {}
            }
        }
        if untrack(|| self.is_foreign()) {
            // What is typed as low or high waits for the likely figure.
            if texts[1].is_none() {
                return messages[n].take();
            }
            let around = self.around(values[1]);
            for k in [0, 2] {
                if texts[k].is_none() {
                    values[k] = around[k];
                }
            }
        }
        // If the figure is a single value, a new likely value is also the new low and high.
        if n == 1 && now[0] == now[2] && texts[0].is_none() && texts[2].is_none() {
            values = [values[1]; 3];
        }
        let found = Figures::problems(self.costs.ui.assessment(), self.id, values);
        for is_order in [false, true] {
            for problem in found.iter().filter(|problem| (problem.fault == FigureFault::AboveNext) == is_order) {
                // If two values are out of order, the error is shown at the one that was entered, unless it has another error.
                let at = problem.field as usize;
                let at = if is_order && texts[at].is_none() { at + 1 } else { at };
                if messages[at].is_none() {
                    messages[at] = Some(self.refused(*problem));
                }
            }
        }
        if messages.iter().all(Option::is_none) {
            self.clear_typed();
            self.save(values);
        } else if !self.costs.ui.is_typing() {
            for (k, problem) in self.problems.iter().enumerate() {
                problem.set(messages[k].clone());
            }
        }
        messages[n].take()
    }

    /// Saves valid values as the visitor's own.
    pub(super) fn save(self, values: [f64; 3]) {
        self.costs.ui.act(Action::Figure(FigureChange::Set(self.id, values)));
        self.announce_claim();
    }

    /// Announces the changed sentence on cost to screen readers.
    fn announce_claim(self) {
        let (ui, now) = (self.costs.ui, self.costs.now);
        if ui.is_typing() {
            return;
        }
        ui.soon(move || {
            // The result may have been removed by then.
            if let Some(now) = now.try_get_untracked() {
                ui.announce(Some(
                    ui.with_cost_words(&now.inputs, |cost, _| cost_claim_sentence(cost, &now.study, &now.claim)),
                ));
            }
        });
    }

    fn fault(self, fault: TypedFault) -> String {
        let ui = self.costs.ui;
        match fault {
            TypedFault::NotANumber => {
                self.refused(FigureProblem { field: Field::Likely, fault: FigureFault::NotANumber })
            }
            TypedFault::Unclear => ui.unclear_number(),
        }
    }

    fn refused(self, problem: FigureProblem) -> String {
        let [least, high] = self.input().bounds.map(|bound| self.text(bound));
        self.costs.ui.fill(refusal(problem), &[("least", &least), ("high", &high)])
    }
}
