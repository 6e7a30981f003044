//! The provider's own form, in the slot `contact`. Fields that are marked can get parts of the result, after the visitor has
//! seen them.

use std::sync::Arc;

use leptos::{html::custom, prelude::*};

use super::{checking::list, message};
use crate::ui::{Prepared, Ui, page::Page};
use assessment::{
    i18n::{Key, key::contact::form as words},
    json::Value,
};

/// What a field can be marked with, in the order in which it is shown.
const MARKS: [(&str, Key); 5] = [
    ("verdict", words::VERDICT),
    ("leader", words::LEADER),
    ("summary", words::SUMMARY),
    ("link", words::LINK),
    ("answers", words::ANSWERS),
];

pub fn own_form(page: &mut Page, prepared: &Arc<Prepared>) {
    let ui = page.ui;
    let marked = RwSignal::new(Vec::new());
    let is_filled = RwSignal::new(false);
    ui.spawn(Box::pin(async move {
        if let Some(Value::List(marks)) = ui.call_contact("marks", Value::Null).await {
            let marks = marks.iter().filter_map(Value::as_text).map(str::to_owned).collect();
            // The section may have been removed.
            let _ = marked.try_set(marks);
        }
    }));
    let prepared = Arc::clone(prepared);
    page.live(move |page| {
        let parts = marked.with(|marks| parts(ui, marks, &prepared));
        if !parts.is_empty() {
            offer(page, parts, is_filled);
        }
    });
    page.add(custom("SLOT").attr("name", "contact").into_any());
}

/// The parts of the result for the marks that are there: mark, label and value.
fn parts(ui: Ui, marks: &[String], prepared: &Arc<Prepared>) -> Vec<(&'static str, Key, String)> {
    if marks.is_empty() {
        return Vec::new();
    }
    let result = message::result(ui, false, prepared);
    let answers = result.answers.as_text().unwrap_or_default().to_owned();
    let values = [result.verdict, result.leader, result.summary, result.link, answers];
    let all = MARKS.into_iter().zip(values).map(|((mark, label), value)| (mark, label, value));
    all.filter(|(mark, ..)| marks.iter().any(|there| there == mark)).collect()
}

fn offer(page: &mut Page, parts: Vec<(&'static str, Key, String)>, is_filled: RwSignal<bool>) {
    let ui = page.ui;
    page.t("p", words::TEXT);
    list(page, parts.iter().map(|(_, label, value)| (ui.t(*label).to_owned(), value.clone())).collect());
    let values = parts.into_iter().map(|(mark, _, value)| (mark.to_owned(), value.into())).collect();
    let values = Value::Object(values);
    page.within("div.actions", |page| {
        page.button("secondary", words::PUT, move || {
            let values = values.clone();
            ui.spawn(Box::pin(async move {
                if ui.call_contact("fill", values).await.is_some() && is_filled.try_set(true).is_none() {
                    ui.announce(Some(ui.t(words::DONE).to_owned()));
                }
            }));
        });
        page.live(move |page| {
            if is_filled.get() {
                page.t("p.outcome", words::DONE);
            }
        });
    });
}
