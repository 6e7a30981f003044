//! The rows: who is accountable for a task under one model and who helps; in the mode for it, who does it today.

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
    plan::duties::{DutyRow, FindingKind, PathPart, SplitBasis, doer_name, finding_texts, side_name},
    worksheet::{Doer, DutyChange, DutyId},
};

/// What the suggested split is based on, in the co-managed model.
pub fn about_split(page: &mut Page, duties: DutiesView) {
    if duties.model.get() != Alternative::CoManaged {
        return;
    }
    let basis = duties.basis;
    page.within("p.muted", |page| {
        if duties.leader != Alternative::CoManaged && basis != SplitBasis::Later {
            page.t("span", split::OTHER);
            page.bare(" ");
        }
        page.t("span", basis.text());
    });
}

/// On narrow screens, the tasks after these are folded while each row has a list.
pub const FIRST: usize = 12;

pub fn table(page: &mut Page, duties: DutiesView) {
    page.within("table.plain stacking duties", |page| {
        page.live(move |page| {
            let model = duties.model.get();
            page.fill("caption.unseen", words::CAPTION, &[("model", page.ui.inline_forms(model))]);
            page.heads("thead", &heads(duties, model));
        });
        for (n, _) in page.ui.assessment().functions.iter().enumerate() {
            if n == FIRST {
                page.within("tbody", |page| page.live(move |page| more(page, duties)));
            }
            slot(page, duties, DutyId::Standard(FunctionId::from_index(n)));
        }
        page.live(move |page| {
            for number in 1..=duties.own.get() {
                slot(page, duties, DutyId::Own(number as u8));
            }
        });
    });
}

/// The button that unfolds the tasks after it. Only narrow screens show it.
fn more(page: &mut Page, duties: DutiesView) {
    let is_rest = |row: &&DutyRow| !row.hidden && duties.slot_of(row.id) > FIRST;
    let count = duties.table.with(|table| table.rows.iter().filter(is_rest).count());
    if count == 0 || !duties.marks.get() {
        return;
    }
    let label = page.ui.count(words::more_tasks::ONE, words::more_tasks::OTHER, count);
    page.within("tr.more", |page| {
        page.within("td.whole", |page| {
            let toggle = ("duties-more".to_owned(), duties.is_whole.get());
            page.toggle("quiet", toggle, &label, None, move || duties.is_whole.update(|whole| *whole = !*whole));
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

fn heads(duties: DutiesView, model: Alternative) -> Vec<Key> {
    let mut heads = vec![words::column::TASK, report_words::CHARGE];
    heads.extend((model == Alternative::CoManaged).then_some(report_words::HELPS));
    heads.extend(duties.marks.get().then_some(words::column::TODAY));
    heads
}

fn write_row(page: &mut Page, duties: DutiesView, table: &Table, row: &DutyRow, slot: usize) {
    let (ui, model) = (page.ui, duties.model.get());
    let name = name_of(ui, row);
    let (helper, is_marked) = (row.supporting(model), duties.marks.get());
    page.within("th", |page| {
        page.text("span.task", &name);
        if !row.note.is_empty() {
            page.text("p.note", &row.note);
        }
    });
    page.within("td.charge", |page| {
        owner(page, row, model);
        if helper.is_none() && !is_marked {
            opener(page, duties, slot, &name);
        }
    });
    if let Some(helper) = helper {
        page.within("td.helps", |page| {
            page.t("span.label", report_words::HELPS);
            page.t("span", side_name(helper));
            if !is_marked {
                opener(page, duties, slot, &name);
            }
        });
    }
    if is_marked {
        page.within("td.today", |page| {
            today(page, duties, row, &name);
            for finding in table.findings.iter().filter(|finding| finding.duty == row.id) {
                page.t(finding_element(finding.kind), finding_texts(finding.kind).0);
            }
            opener(page, duties, slot, &name);
        });
    }
}

/// The button that opens the editor, in the last cell.
fn opener(page: &mut Page, duties: DutiesView, slot: usize, name: &str) {
    let is_open = duties.open.get() == slot;
    let label = page.ui.t(words::CHANGE);
    page.toggle("quiet", (button_id(slot), is_open), label, Some(duties.of_row(label, name)), move || {
        duties.open.set(if is_open { 0 } else { slot });
    });
}

/// Who is accountable, the suggested side if it differs, and whether that changes on the way.
fn owner(page: &mut Page, row: &DutyRow, model: Alternative) {
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
    if row.differs(model) {
        let other = page.ui.t(side_name(row.suggested[model.index()]));
        page.fill("span.beside suggested", words::SUGGESTED_INSTEAD, &[("other", other)]);
    }
    if let Some(part @ PathPart::Later) = row.part.filter(|_| model != Alternative::InHouse) {
        page.t("span.beside part", part.name());
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
    named_select(page, label.to_owned(), Some(duties.of_row(label, name)), list, Some(at), chosen);
    page.t("span.printed", doer_name(row.today));
}

/// The findings of a row as text, to announce them.
fn found(duties: DutiesView, id: DutyId) -> Option<String> {
    let ui = duties.ui;
    let mut text = String::new();
    for finding in duties.table.get_untracked().findings.iter().filter(|finding| finding.duty == id) {
        let (name, cost) = finding_texts(finding.kind);
        for part in [&*ui.with_voice(|voice| voice.sentence(ui.t(name))), " ", ui.t(cost), " "] {
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
