//! All figures of the cost model, in groups that are rendered when they are opened.

use leptos::prelude::*;

use super::{Costs, row::row, undo_buttons};
use crate::ui::{components::lazy_details, page::Page};
use assessment::{
    InputId,
    i18n::{Key, key::ui::cost::own as words},
    named::input,
};

const GROUPS: [(Key, &[InputId]); 6] = [
    (words::group::ORGANIZATION, &[input::USERS, input::FTE_NOW]),
    (words::group::PEOPLE, &[input::SALARY, input::BURDEN, input::TRAINING, input::TURNOVER, input::REPLACE]),
    (words::group::STAFF, &[input::FTE_INHOUSE, input::FTE_COMANAGED, input::FTE_OUTSOURCED]),
    (words::group::TOOLS, &[input::TOOLS, input::AFTERHOURS]),
    (words::group::FEES, &[input::FEE_CO, input::FEE_OUT, input::ONBOARD_MONTHS, input::EXTRAS]),
    (words::group::DOWNTIME, &[input::DOWN_COST, input::DOWN_INHOUSE, input::DOWN_CO, input::DOWN_OUT]),
];

/// Writes the content of a fold.
pub(super) fn assumptions(page: &mut Page, costs: Costs) {
    page.t("summary", words::TITLE);
    page.t("p", words::TEXT);
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
    undo_buttons(page, costs, "#cost-figures > summary");
}

/// The number of the visitor's own figures in a group.
fn count(page: &mut Page, costs: Costs, ids: &[InputId]) {
    let own = ids.iter().filter(|id| costs.is_own(**id)).count();
    if own > 0 {
        page.fill("span.tag", words::COUNT, &[("n", &page.ui.number(own))]);
    }
}
