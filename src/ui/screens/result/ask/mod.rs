//! What to ask a provider: first what the visitor's answers call for. Each question has a checkbox and notes, and up to three
//! providers can be compared.

mod firms;
mod notes;
mod side_by_side;

use std::sync::Arc;

use leptos::prelude::*;

use super::{Findings, views};
use crate::ui::{
    Ui,
    components::{OpenDetails, call_to_action_link, lazy_details, progress_bar, sources_of, tick},
    page::Page,
};
use assessment::{ChecklistId, Citation, i18n::key::ui::result::ask as words};
use decision::{
    plan::{ToAsk, note_on_sector, questions_to_ask},
    worksheet::{QuestionChange, QuestionEntries},
};
use session::{Action, View};

/// The other questions are in a fold.
const SHOWN: usize = 5;

/// Bits in `opened`: of the other questions and of the providers. The rest are those of the questions, which are fewer.
const OTHERS_BIT: usize = 62;
const FIRMS_BIT: usize = 63;

/// The state that the questions share.
#[derive(Clone, Copy)]
struct Asking {
    entries: Memo<QuestionEntries>,
    opened: OpenDetails,
}

pub fn view(page: &mut Page, findings: &Findings) {
    let (ui, assessment, evaluation) = (page.ui, page.ui.assessment(), &findings.prepared.evaluation);
    let rows = ui.now(|session| questions_to_ask(assessment, evaluation, session.responses(), &findings.plan.trap));
    let entries = ui.follow(|session| session.worksheet().questions.clone());
    let asking = Asking { entries, opened: RwSignal::new(0) };
    let ids: Arc<[ChecklistId]> = rows.iter().map(|row| row.id).collect();
    let sources: Vec<Citation> = ids.iter().map(|id| assessment.checklist[id.index()].source).collect();
    page.within("section.ask", |page| {
        views::heading(page, "h3#ask", View::Ask, words::TITLE);
        page.within("p", |page| {
            page.t("span", words::TEXT);
            page.bare(" ");
            page.t("span", if rows.iter().any(|row| !row.reasons.is_empty()) { words::ORDER } else { words::START });
        });
        let (first, others) = rows.split_at(SHOWN.min(rows.len()));
        list(page, "ol.asking", first, asking);
        let asked = Arc::clone(&ids);
        page.live(move |page| progress(page, entries, &asked));
        if let Some(note) = note_on_sector(assessment, &evaluation.reading) {
            page.within("section.headed", |page| {
                page.t("h4", words::FIELD);
                page.t("p", note);
            });
        }
        page.within("div.more", |page| {
            fold(page, others.to_vec(), asking);
            firms::firms(page, asking, ids);
            sources_of(page, &sources);
        });
        call_to_action_link(page, &findings.prepared);
    });
}

/// How many were asked, once one was. Below the questions, so that they do not move when the first one is ticked.
fn progress(page: &mut Page, entries: Memo<QuestionEntries>, ids: &[ChecklistId]) {
    let done = entries.with(|entries| ids.iter().filter(|id| entries.get(**id).ticked).count());
    if done == 0 {
        return;
    }
    let [n, total] = [done, ids.len()].map(|n| page.ui.number(n));
    page.within("div.progressing", |page| {
        page.fill("b", words::PROGRESS, &[("n", &n), ("total", &total)]);
        progress_bar(page, (done * 100 / ids.len().max(1)) as u8);
    });
}

/// The questions that are not shown first.
fn fold(page: &mut Page, others: Vec<ToAsk>, asking: Asking) {
    if others.is_empty() {
        return;
    }
    let mut summary = Page::new(page.ui);
    summary.text("summary", &page.ui.count(words::more::ONE, words::more::OTHER, others.len()));
    let write = Box::new(move |page: &mut Page| list(page, "ul.asking", &others, asking));
    lazy_details(page, "ask-more".to_owned(), asking.opened, OTHERS_BIT, summary, write);
}

#[inline(never)]
fn list(page: &mut Page, element: &'static str, rows: &[ToAsk], asking: Asking) {
    page.within(element, |page| {
        for row in rows {
            page.within("li", |page| question(page, row, asking));
        }
    });
}

/// A question with its checkbox, its reasons and its notes.
fn question(page: &mut Page, ToAsk { id, reasons }: &ToAsk, Asking { entries, opened }: Asking) {
    let (ui, id) = (page.ui, *id);
    let text = ui.t(ui.assessment().checklist[id.index()].text);
    let ticked = Box::new(move || entries.with(|entries| entries.get(id).ticked));
    let changed = Box::new(move |ui: Ui, ticked| ui.act(Action::Ask(QuestionChange::Tick(id, ticked))));
    tick(page, text, None, ticked, changed);
    // Next to the question if there is room.
    if !reasons.is_empty() {
        page.within("p.muted", |page| {
            for (n, reason) in reasons.iter().enumerate() {
                if n > 0 {
                    page.bare(" ");
                }
                page.t("span", *reason);
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
