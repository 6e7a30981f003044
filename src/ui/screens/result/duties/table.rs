//! The rows: who is accountable for a task under one model, who helps, who does it today, and why.

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

/// What the suggested split is based on, in the co-managed model.
pub fn about_split(page: &mut Page, duties: DutiesView) {
    if duties.model.get() != Alternative::CoManaged {
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
            let model = duties.model.get();
            page.fill("caption.unseen", words::CAPTION, &[("model", page.ui.inline(model))]);
            page.heads("thead", &heads(duties, model));
        });
        for (n, _) in page.ui.assessment().functions.iter().enumerate() {
            slot(page, duties, DutyId::Standard(FunctionId::from_index(n)));
        }
        page.live(move |page| {
            for number in 1..=duties.own.get() {
                slot(page, duties, DutyId::Own(number as u8));
            }
        });
    });
}

/// The slot of a row, which is empty if the row is hidden.
fn slot(page: &mut Page, duties: DutiesView, id: DutyId) {
    let slot = duties.slot_of(id);
    page.within("tbody", |page| {
        page.live(move |page| {
            let table = duties.table.get();
            if let Some(row) = table.row(id).filter(|row| !row.hidden) {
                page.within("tr", |page| write_row(page, duties, &table, row, slot));
            }
        });
        page.live(move |page| {
            if duties.open.get() == slot {
                editor(page, duties, id);
            }
        });
    });
}

/// Whether rows have a reason: why the work is split this way, or the part of the path.
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

fn write_row(page: &mut Page, duties: DutiesView, table: &Table, row: &DutyRow, slot: usize) {
    let (ui, model) = (page.ui, duties.model.get());
    let name = name_of(ui, row);
    page.within("th", |page| {
        page.text("span.task", &name);
        let is_open = duties.open.get() == slot;
        let label = ui.t(words::CHANGE);
        page.toggle("quiet", (button_id(slot), is_open), label, Some(duties.of_row(label, &name)), move || {
            duties.open.set(if is_open { 0 } else { slot });
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

/// Who is accountable, who helps, and the suggested side if it differs.
fn sides(page: &mut Page, row: &DutyRow, model: Alternative) {
    let ui = page.ui;
    let side = row.accountable(model);
    // The column header, for rows that are cards.
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

/// Who does it today: a `select`, and its text for print.
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
        ui.announce(found(duties, id));
    });
    named_select(page, Some(label.to_owned()), Some(duties.of_row(label, name)), list, Some(at), chosen);
    page.t("span.printed", doer_name(row.today));
}

/// The findings of a row as text, to announce them.
fn found(duties: DutiesView, id: DutyId) -> Option<String> {
    let ui = duties.ui;
    let mut text = String::new();
    for finding in duties.table.get_untracked().findings.iter().filter(|finding| finding.duty == id) {
        let (name, cost) = finding_texts(finding.kind);
        for part in [ui.t(name), ". ", ui.t(cost), " "] {
            text.push_str(part);
        }
    }
    (!text.is_empty()).then_some(text)
}

const fn finding_element(kind: FindingKind) -> &'static str {
    match kind {
        FindingKind::ChangesHands(_) => "p.finding moves",
        _ => "p.finding",
    }
}
