//! One figure of the cost model: low, likely and high as fields, and where it comes from.
//!
//! The three stand or fall together: what is typed is kept until all three can be taken, and each problem stands at its field.

use leptos::prelude::*;

use super::{Costs, slider::slider};
use crate::ui::{
    components::{Entry, Kind, entry_told},
    page::Page,
};
use assessment::{
    CostInput, InputId,
    i18n::{
        TypedFault,
        key::ui::cost::{head, own as words},
        typed,
    },
};
use decision::{
    plan::cost::{CostInputs, Origin, refusal},
    response::Reading,
    worksheet::{Field, FigureChange, FigureFault, FigureProblem, Figures},
};
use report::cost::{cost_verdict_sentence, decimals, figure_of, is_illustrative, parts_of, reliability, unit};
use session::Action;

/// Most characters of a typed number.
const LONGEST: usize = 24;

/// A figure that is being looked at.
#[derive(Clone, Copy)]
pub(super) struct Row {
    pub(super) costs: Costs,
    pub(super) id: InputId,
    /// What stands in the fields and was not taken.
    typed: [RwSignal<Option<String>>; 3],
    problems: [RwSignal<Option<String>>; 3],
}

/// Low, likely and high under the name of the figure, with everything that is known of it.
#[inline(never)]
pub(super) fn row(page: &mut Page, costs: Costs, id: InputId) {
    let none = || RwSignal::new(None::<String>);
    let row = Row { costs, id, typed: [none(), none(), none()], problems: [none(), none(), none()] };
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
                    name: Some([label, ", ", name].concat()),
                    longest: LONGEST,
                    value: Box::new(move || row.typed[n].get().unwrap_or_else(|| row.text(row.values()[n]))),
                    entered: Box::new(move |_, text| row.enter(n, text)),
                };
                entry_told(page, field, row.problems[n]);
            }
        });
        slider(page, row);
        page.live(move |page| source(page, row));
    });
}

/// How sure the figure is.
fn tag(page: &mut Page, row: Row) {
    let (input, origin) = (row.input(), row.origin());
    let class = match origin {
        Origin::Own => "span.tag own",
        _ if is_illustrative(input, origin) => "span.tag example",
        _ => "span.tag",
    };
    page.t(class, reliability(input, origin));
}

/// What stands behind the figure, as long as it is ours; else the way back to it.
fn source(page: &mut Page, row: Row) {
    let (ui, input, origin) = (page.ui, row.input(), row.origin());
    page.within("div.source", |page| {
        if origin == Origin::Own {
            let label = ui.t(words::RESET);
            let name = [label, ": ", ui.t(input.label)].concat();
            page.button_named("quiet", label, Some(name), move || {
                ui.jump(&["#", &row.field_id(1)].concat());
                row.forget();
                ui.act(Action::Figure(FigureChange::Reset(row.id)));
                row.changed();
            });
            return;
        }
        if let Some(note) = input.note {
            page.t("p", note);
        }
        // A source says nothing of a figure that follows from something else.
        if let Some(published) = input.published.as_ref().filter(|_| origin == Origin::Default) {
            page.fill("p", words::SOURCE, &[("name", ui.t(published.source))]);
            if let Some(dated) = published.dated {
                page.fill("p", words::DATED, &[("name", dated)]);
            }
        }
    });
}

impl Row {
    pub(super) fn input(self) -> &'static CostInput {
        self.costs.ui.assessment().cost.input(self.id)
    }

    /// Low, likely and high that hold, and follows them.
    pub(super) fn values(self) -> [f64; 3] {
        self.costs.now.with(|now| now.inputs.get(self.id).values())
    }

    fn origin(self) -> Origin {
        self.costs.now.with(|now| now.inputs.origin(self.id))
    }

    /// The id of a field on the page.
    fn field_id(self, n: usize) -> String {
        ["cost-", &self.id.index().to_string(), "-", &n.to_string()].concat()
    }

    fn unit(self) -> String {
        let ui = self.costs.ui;
        unit(self.input().unit).map_or_else(|| ui.currency(), |key| ui.t(key).to_owned())
    }

    /// A figure as the language writes it.
    pub(super) fn text(self, value: f64) -> String {
        let unit = self.input().unit;
        self.costs.ui.with_locale(|locale| locale.decimal(parts_of(value, unit), decimals(unit)))
    }

    /// Forgets what was typed and not taken.
    pub(super) fn forget(self) {
        for signal in self.typed.into_iter().chain(self.problems) {
            if signal.with_untracked(Option::is_some) {
                signal.set(None);
            }
        }
    }

    /// Takes what was typed into a field, or gives what is wrong with it.
    fn enter(self, n: usize, text: String) -> Option<String> {
        let unit = self.input().unit;
        let now = untrack(|| self.values());
        self.typed[n].set(Some(text));
        let texts = self.typed.map(|typed| typed.get_untracked());
        let marks = self.costs.ui.marks();
        let (mut values, mut said) = (now, [const { None }; 3]);
        for (k, text) in texts.iter().enumerate() {
            match text.as_ref().map(|text| typed(text, marks, decimals(unit))) {
                Some(Ok(parts)) => values[k] = figure_of(parts, unit),
                Some(Err(fault)) => said[k] = Some(self.fault(fault)),
                None => {}
            }
        }
        // A figure without a range moves as a whole.
        if n == 1 && now[0] == now[2] && texts[0].is_none() && texts[2].is_none() {
            values = [values[1]; 3];
        }
        let found = Figures::problems(self.costs.ui.assessment(), self.id, values);
        for is_order in [false, true] {
            for problem in found.iter().filter(|problem| (problem.fault == FigureFault::AboveNext) == is_order) {
                // Of two that do not go together, the one that was typed is explained, unless more is wrong with it.
                let at = problem.field as usize;
                let at = if is_order && texts[at].is_none() { at + 1 } else { at };
                if said[at].is_none() {
                    said[at] = Some(self.refused(*problem));
                }
            }
        }
        if said.iter().all(Option::is_none) {
            self.forget();
            self.keep(values);
        } else {
            for (k, problem) in self.problems.iter().enumerate() {
                problem.set(said[k].clone());
            }
        }
        said[n].take()
    }

    /// Keeps three figures that go together. Those that we suggest need not be kept.
    pub(super) fn keep(self, values: [f64; 3]) {
        let ui = self.costs.ui;
        let suggested = ui.now(|session| {
            let (assessment, own) = (ui.assessment(), session.worksheet().figures.own());
            CostInputs::suggested(assessment, &Reading::of(assessment, session.responses()), own, self.id)
        });
        let is_ours = suggested.values() == values;
        ui.act(Action::Figure(if is_ours { FigureChange::Reset(self.id) } else { FigureChange::Set(self.id, values) }));
        self.changed();
    }

    /// Says whether cost decides now, for those who do not see the ranges follow.
    fn changed(self) {
        let (ui, now) = (self.costs.ui, self.costs.now);
        ui.soon(move || {
            // The result may be gone by then.
            if let Some(now) = now.try_get_untracked() {
                ui.say(Some(ui.with_cost_words(|say, _| cost_verdict_sentence(say, &now.study))));
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
