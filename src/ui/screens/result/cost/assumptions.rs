//! All figures of the cost model, in groups that are rendered when they are opened.

use leptos::prelude::*;

use super::{Costs, row::row};
use crate::ui::{Costed, components::lazy_details, page::Page};
use assessment::{
    InputId,
    i18n::{
        Key,
        key::ui::{cost::own as words, footer},
    },
    named::input,
};
use decision::{
    plan::cost::{Origin, warnings},
    worksheet::FigureChange,
};
use session::Action;

/// Gets the focus when a pressed button disappears.
const HEADING: &str = "#cost-figures";

const GROUPS: [(Key, &[InputId]); 6] = [
    (words::group::ORGANIZATION, &[input::USERS, input::FTE_NOW]),
    (words::group::PEOPLE, &[input::SALARY, input::BURDEN, input::TRAINING, input::TURNOVER, input::REPLACE]),
    (words::group::STAFF, &[input::FTE_INHOUSE, input::FTE_COMANAGED, input::FTE_OUTSOURCED]),
    (words::group::TOOLS, &[input::TOOLS, input::AFTERHOURS]),
    (words::group::FEES, &[input::FEE_CO, input::FEE_OUT, input::ONBOARD_MONTHS, input::EXTRAS]),
    (words::group::DOWNTIME, &[input::DOWN_COST, input::DOWN_INHOUSE, input::DOWN_CO, input::DOWN_OUT]),
];

pub(super) fn assumptions(page: &mut Page, costs: Costs) {
    page.t("h4#cost-figures", words::TITLE);
    page.t("p", words::TEXT);
    page.live(move |page| implausible(page, costs));
    page.within("div.figure-groups", |page| {
        let opened = RwSignal::new(0);
        for (n, (title, ids)) in GROUPS.into_iter().enumerate() {
            let mut summary = Page::new(page.ui);
            summary.within("summary", |page| {
                page.t("span", title);
                page.live(move |page| count(page, costs, ids));
            });
            let write = move |page: &mut Page| {
                costs.reset.track();
                page.within("div.figures", |page| {
                    for id in ids {
                        row(page, costs, *id);
                    }
                });
            };
            let id = ["cost-group-", &n.to_string()].concat();
            lazy_details(page, id, opened, n, summary, Box::new(write));
        }
    });
    page.live(move |page| page.within("div.tools", |page| undo_buttons(page, costs)));
}

fn undo_buttons(page: &mut Page, costs: Costs) {
    let ui = page.ui;
    if costs.can_undo.get() {
        page.button("quiet", footer::UNDO, move || {
            ui.focus_now(HEADING);
            ui.act(Action::Undo);
            costs.reset.update(|n| *n += 1);
        });
    }
    if costs.now.with(|now| (0..now.inputs.ranges().len()).any(|n| is_own(now, InputId::from_index(n)))) {
        page.button("quiet", words::RESET_ALL, move || {
            ui.focus_now(HEADING);
            ui.act(Action::Figure(FigureChange::ResetAll));
            costs.reset.update(|n| *n += 1);
        });
    }
}

fn is_own(now: &Costed, id: InputId) -> bool {
    now.inputs.origin(id) == Origin::Own
}

/// Warnings about figures that are valid by themselves, but implausible together.
fn implausible(page: &mut Page, costs: Costs) {
    for warning in costs.now.with(|now| warnings(&now.inputs)) {
        page.within("p.odd", |page| {
            page.t("b", page.ui.assessment().cost.input(warning.input).label);
            page.bare(" ");
            page.t("span", warning.text);
        });
    }
}

/// The number of the visitor's own figures in a group.
fn count(page: &mut Page, costs: Costs, ids: &[InputId]) {
    let own = costs.now.with(|now| ids.iter().filter(|id| is_own(now, **id)).count());
    if own > 0 {
        page.fill("span.tag", words::COUNT, &[("n", &page.ui.number(own))]);
    }
}
