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

/// What is known about the page's form.
#[derive(Default, Clone)]
struct Form {
    /// Whether the script looks for marks.
    is_watched: bool,
    marks: Vec<String>,
    outcome: Option<Key>,
}

pub fn own_form(page: &mut Page, prepared: &Arc<Prepared>) {
    let ui = page.ui;
    let form = ui.section_state(|form: &mut Form| {
        let known = form.clone();
        form.is_watched = true;
        known
    });
    let Some(form) = form else { return };
    if !form.is_watched {
        call(ui, "marks", Value::Null);
    }
    let parts = parts(ui, &form.marks, prepared);
    if !parts.is_empty() {
        offer(page, parts, form.outcome);
    }
    page.add(custom("SLOT").attr("name", "contact").into_any());
}

/// Calls a function of the module's script. `marks` returns what the fields are marked with, once there is one; `fill` returns
/// whether all of them took their part.
#[inline(never)]
fn call(ui: Ui, call: &'static str, input: Value) {
    let returned = move |returned: Option<Value>| {
        let outcome = ui.section_state(|form: &mut Form| {
            match returned {
                Some(Value::List(marks)) => {
                    form.marks = marks.iter().filter_map(Value::as_text).map(str::to_owned).collect();
                }
                Some(Value::Bool(true)) => form.outcome = Some(words::DONE),
                _ => form.outcome = Some(words::PARTLY),
            }
            form.outcome
        });
        // The element may have been removed.
        if let Some(outcome) = outcome {
            ui.draw_contact();
            ui.announce(outcome.map(|key| ui.t(key).to_owned()));
        }
    };
    ui.ask_contact(call, input, Box::new(returned));
}

/// The parts of the result for the marks that are there: mark, label and value.
fn parts(ui: Ui, marks: &[String], prepared: &Arc<Prepared>) -> Vec<(&'static str, Key, String)> {
    if marks.is_empty() {
        return Vec::new();
    }
    let result = message::result(ui, message::Reader::Form, prepared);
    let answers = result.answers.as_text().unwrap_or_default().to_owned();
    let values = [result.verdict, result.leader, result.summary, result.link, answers];
    let all = MARKS.into_iter().zip(values).map(|((mark, label), value)| (mark, label, value));
    all.filter(|(mark, ..)| marks.iter().any(|there| there == mark)).collect()
}

fn offer(page: &mut Page, parts: Vec<(&'static str, Key, String)>, outcome: Option<Key>) {
    let ui = page.ui;
    page.t("p", words::TEXT);
    list(page, parts.iter().map(|(_, label, value)| (ui.t(*label).to_owned(), value.clone())).collect());
    let values = parts.into_iter().map(|(mark, _, value)| (mark.to_owned(), value.into())).collect();
    let values = Value::Object(values);
    page.within("div.actions", |page| {
        page.button("secondary", words::PUT, move || call(ui, "fill", values.clone()));
        if let Some(outcome) = outcome {
            page.t("p.outcome", outcome);
        }
    });
}
