//! What to ask a provider: questions ordered by the visitor's gaps, with checkboxes, notes, and up to three providers side by
//! side.

mod firms;
mod notes;
mod side_by_side;

use leptos::prelude::*;

use super::{Findings, Section};
use crate::ui::{
    Ui,
    components::{OpenDetails, lazy_details, progress_bar, sources_of, tick},
    page::Page,
};
use assessment::{ChecklistId, Citation, i18n::key::ui::result::ask as words};
use decision::{
    plan::{ToAsk, note_on_sector, questions_to_ask},
    worksheet::{QuestionChange, QuestionEntries},
};
use session::Action;

pub const SECTION: Section = Section { heading: "h3#ask", title: words::TITLE, write };

fn write(page: &mut Page, findings: &Findings) {
    let (ui, assessment, evaluation) = (page.ui, page.ui.assessment(), &findings.prepared.evaluation);
    let rows = ui.now(|session| questions_to_ask(assessment, evaluation, session.responses(), &findings.plan.trap));
    let entries = ui.follow(|session| session.worksheet().questions.clone());
    let opened: OpenDetails = RwSignal::new(0);
    let mut sources: Vec<Citation> = Vec::new();
    let mut ids: Vec<ChecklistId> = Vec::new();
    page.t("p", words::TEXT);
    if rows.iter().any(|row| !row.reasons.is_empty()) {
        page.t("p", words::ORDER);
    }
    firms::firms(page, entries, opened);
    for row in &rows {
        ids.push(row.id);
        sources.push(assessment.checklist[row.id.index()].source);
    }
    let asked = ids.clone();
    page.live(move |page| progress(page, entries, &asked));
    page.within("ul.asking", |page| {
        for row in &rows {
            page.within("li", |page| question(page, row, entries, opened));
        }
    });
    side_by_side::side_by_side(page, entries, opened, ids);
    if let Some(note) = note_on_sector(assessment, &evaluation.reading) {
        page.within("p", |page| {
            page.t("b", words::FIELD);
            page.bare(": ");
            page.t("span", note);
        });
    }
    sources_of(page, &sources);
}

fn progress(page: &mut Page, entries: Memo<QuestionEntries>, ids: &[ChecklistId]) {
    let done = entries.with(|entries| ids.iter().filter(|id| entries.get(**id).ticked).count());
    let [n, total] = [done, ids.len()].map(|n| page.ui.number(n));
    page.within("p.headway", |page| page.fill("b", words::PROGRESS, &[("n", &n), ("total", &total)]));
    progress_bar(page, (done * 100 / ids.len().max(1)) as u8);
}

/// A question with its checkbox, its reasons and its notes.
fn question(page: &mut Page, ToAsk { id, reasons }: &ToAsk, entries: Memo<QuestionEntries>, opened: OpenDetails) {
    let (ui, id) = (page.ui, *id);
    let text = ui.t(ui.assessment().checklist[id.index()].text);
    let ticked = Box::new(move || entries.with(|entries| entries.get(id).ticked));
    let changed = Box::new(move |ui: Ui, ticked| ui.act(Action::Ask(QuestionChange::Tick(id, ticked))));
    tick(page, text, None, ticked, changed);
    if !reasons.is_empty() {
        page.within("p.muted small", |page| {
            for reason in reasons {
                page.t("span", *reason);
                page.bare(" ");
            }
        });
    }
    let mut summary = Page::new(ui);
    summary.within("summary", |page| {
        page.t("span", words::NOTES);
        page.text("span.unseen", &ui.label_of("", text));
    });
    let fold = ["ask-", ui.assessment().checklist[id.index()].id].concat();
    lazy_details(page, fold, opened, id.index(), summary, Box::new(move |page| notes::notes(page, id, entries)));
}
