//! The rows: who is in charge of a task under one model, who helps, who does it today, and why.

use leptos::prelude::*;

use super::{DutiesView, Table, button_id, editor::editor, name_of};
use crate::ui::{
    components::{list_choice, named_select},
    page::Page,
};
use assessment::{
    Alternative, FunctionId, Side,
    i18n::{Key, key::ui::duties as words, key::ui::report as report_words, key::ui::result::split},
};
use decision::{
    plan::{
        Pattern,
        duties::{DutyRow, FindingKind, SplitBasis, doer_name, finding_texts, side_name},
    },
    worksheet::{Doer, DutyChange, DutyId},
};

/// What the split rests on, where it is shown.
pub fn about_split(page: &mut Page, duties: DutiesView) {
    if duties.model() != Alternative::CoManaged {
        return;
    }
    let basis = duties.basis;
    if duties.leader != Alternative::CoManaged && basis != SplitBasis::Later {
        page.t("p.muted", split::OTHER);
    }
    page.t("p.muted", basis.text());
}

pub fn table(page: &mut Page, duties: DutiesView) {
    page.within("table.plain stacking duties", |page| {
        page.live(move |page| {
            let model = duties.model();
            page.fill("caption.unseen", words::CAPTION, &[("model", page.ui.inline(model))]);
            page.heads("thead", &heads(duties, model));
        });
        for (n, _) in page.ui.assessment().functions.iter().enumerate() {
            place(page, duties, DutyId::Standard(FunctionId::from_index(n)));
        }
        page.live(move |page| {
            for number in 1..=duties.own.get() {
                place(page, duties, DutyId::Own(number as u8));
            }
        });
    });
}

/// The place of a row, whether it is shown or not.
fn place(page: &mut Page, duties: DutiesView, id: DutyId) {
    let place = duties.place_of(id);
    page.within("tbody", |page| {
        page.live(move |page| {
            let table = duties.table.get();
            if let Some(row) = table.row(id).filter(|row| !row.hidden) {
                page.within("tr", |page| write_row(page, duties, &table, row, place));
            }
        });
        page.live(move |page| {
            if duties.open.get() == place {
                editor(page, duties, id);
            }
        });
    });
}

/// Whether there is something to say of the side: why it is split so, or what part of the path it is.
fn has_reason(duties: DutiesView, model: Alternative) -> bool {
    match model {
        Alternative::InHouse => false,
        Alternative::CoManaged => true,
        Alternative::Outsourced => duties.pattern == Pattern::OutsourceThenComanage,
    }
}

fn heads(duties: DutiesView, model: Alternative) -> Vec<Key> {
    let mut heads = vec![words::column::TASK, report_words::CHARGE, words::column::TODAY];
    if has_reason(duties, model) {
        heads.push(words::REASON);
    }
    heads
}

fn write_row(page: &mut Page, duties: DutiesView, table: &Table, row: &DutyRow, place: usize) {
    let (ui, model) = (page.ui, duties.model());
    let name = name_of(ui, row);
    page.within("th", |page| {
        page.text("span.task", &name);
        let is_open = duties.open.get() == place;
        let label = ui.t(words::CHANGE);
        page.toggle("quiet", (button_id(place), is_open), label, Some(duties.of_row(label, &name)), move || {
            duties.open.set(if is_open { 0 } else { place });
        });
        if !row.note.is_empty() {
            page.text("p.note", &row.note);
        }
    });
    page.within("td.charge", |page| sides(page, row, model));
    page.within("td.today", |page| {
        today(page, duties, row, &name);
        for finding in table.findings.iter().filter(|finding| finding.duty == row.id) {
            page.t(finding_element(finding.kind), finding_texts(finding.kind).0);
        }
    });
    if has_reason(duties, model) {
        page.within("td.why", |page| {
            if let Some(part) = row.part {
                page.t("b", part.name());
            }
            if model == Alternative::CoManaged {
                page.t("span", row.why());
            }
        });
    }
}

/// Who is in charge, who helps, and what was suggested if that is another side.
fn sides(page: &mut Page, row: &DutyRow, model: Alternative) {
    let ui = page.ui;
    let side = row.accountable(model);
    // The name of the column, where the row is a card.
    page.t("span.label", report_words::CHARGE);
    page.t(
        match side {
            Side::Internal => "span.side inside",
            Side::Provider => "span.side outside",
        },
        side_name(side),
    );
    if let Some(helper) = row.supporting(model) {
        let (what, task) = (ui.t(report_words::HELPS), ui.t(side_name(helper)));
        page.fill("span.beside", words::OF_ROW, &[("what", what), ("task", task)]);
    }
    if row.differs(model) {
        let other = ui.t(side_name(row.suggested[model.index()]));
        page.fill("span.beside suggested", words::SUGGESTED_INSTEAD, &[("other", other)]);
    }
}

/// The list of who does it today; on paper its words.
fn today(page: &mut Page, duties: DutiesView, row: &DutyRow, name: &str) {
    let (ui, id) = (page.ui, row.id);
    let at = row.today.map_or(0, |doer| 1 + Doer::ALL.iter().position(|d| *d == doer).unwrap_or_default());
    let mut list = Page::new(ui);
    list_choice(&mut list, 0, ui.t(doer_name(None)), at == 0);
    for (n, doer) in (1..).zip(Doer::ALL) {
        list_choice(&mut list, n, ui.t(doer_name(Some(doer))), at == n);
    }
    let label = ui.t(words::column::TODAY);
    let chosen = Box::new(move |n: Option<usize>| {
        let doer = n.and_then(|n| n.checked_sub(1)).and_then(|n| Doer::ALL.get(n).copied());
        duties.change(DutyChange::Today(id, doer));
        ui.say(found(duties, id));
    });
    named_select(page, Some(label.to_owned()), Some(duties.of_row(label, name)), list, Some(at), chosen);
    page.t("span.printed", doer_name(row.today));
}

/// What is found in a row, with what it costs, for those who do not see it come.
fn found(duties: DutiesView, id: DutyId) -> Option<String> {
    let ui = duties.ui;
    let mut said = String::new();
    for finding in duties.table.get_untracked().findings.iter().filter(|finding| finding.duty == id) {
        let (name, cost) = finding_texts(finding.kind);
        for part in [ui.t(name), ". ", ui.t(cost), " "] {
            said.push_str(part);
        }
    }
    (!said.is_empty()).then_some(said)
}

const fn finding_element(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::ChangesHands(_) => "p.finding moves",
        _ => "p.finding",
    }
}
