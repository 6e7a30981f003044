//! Writing: fields, two boxes, and what the press of the button means.

use std::sync::Arc;

use leptos::prelude::*;

use super::{desk::Desk, message};
use crate::ui::{
    Prepared,
    components::{Entry, Kind, entry_with_problem, list_choice, list_prompt, tick},
    page::Page,
    subtree::Content,
};
use assessment::i18n::key::contact as words;
use config::{Field, FieldKind};
use contact::{likely_typo, most_characters};

pub fn form(page: &mut Page, desk: &Desk, prepared: &Arc<Prepared>) {
    let faults = desk.faults();
    if !faults.is_empty() {
        problems(page, &faults);
    }
    page.t("p.muted", words::TEXT);
    page.within("div.asked", |page| {
        for (n, field) in desk.contact.fields.iter().enumerate() {
            let fault = faults.iter().find(|(of, _)| *of == n).map(|(_, text)| text.clone());
            one(page, desk, (n, field), fault);
        }
    });
    trap(page, desk);
    page.within("div.with", |page| {
        if desk.contact.with_answers {
            box_for(page, desk, page.ui.t(words::with::RESULT).to_owned(), |typed| &mut typed.with_result);
        }
        if let Some(label) = message::news_words(page.ui, &desk.contact) {
            box_for(page, desk, label, |typed| &mut typed.with_news);
        }
    });
    request(page);
    let (desk, prepared) = (desk.clone(), Arc::clone(prepared));
    page.within("div.actions", |page| {
        page.button("primary", words::CHECK, move || desk.check(&prepared));
    });
}

/// The list of problems, which takes the focus. Each leads to its field.
fn problems(page: &mut Page, faults: &[(usize, String)]) {
    let ui = page.ui;
    page.within("div.problems", |page| {
        page.t("h5#contact-now", words::fault::TITLE);
        page.within("ul", |page| {
            for (n, text) in faults {
                let field = ["#", &id(*n)].concat();
                page.within("li", |page| page.button_named("link", text, None, move || ui.focus(field.clone())));
            }
        });
    });
}

pub fn id(field: usize) -> String {
    ["contact-", &field.to_string()].concat()
}

fn one(page: &mut Page, desk: &Desk, (n, field): (usize, &Field), fault: Option<String>) {
    let ui = page.ui;
    let mut label = message::label(ui, field);
    if !field.is_required {
        label = ui.fill(words::OPTIONAL, &[("label", &label)]);
    }
    let problem = RwSignal::new(fault);
    let value = desk.typed().fields.get(n).cloned().unwrap_or_default();
    let (id, typing) = (id(n), desk.clone());
    if let FieldKind::Own { choices, .. } = &field.kind
        && !choices.is_empty()
    {
        let mut list = Page::new(ui);
        list_prompt(&mut list, words::CHOOSE);
        for (n, choice) in choices.iter().enumerate() {
            list_choice(&mut list, n, choice, *choice == value);
        }
        let at = choices.iter().position(|choice| *choice == value);
        let choices = choices.clone();
        let chosen = move |at: Option<usize>| {
            typing.type_in(n, at.and_then(|at| choices.get(at)).cloned().unwrap_or_default());
            problem.set(problem.get_untracked().and(typing.fault_of(n)));
        };
        return select(page, id, label, list, at, Box::new(chosen), problem);
    }
    let kind = match &field.kind {
        FieldKind::Name => Kind::OwnName,
        FieldKind::Email => Kind::Email,
        FieldKind::Phone => Kind::Phone,
        FieldKind::Organization => Kind::Organization,
        FieldKind::Role => Kind::Role,
        FieldKind::Message => Kind::Note,
        FieldKind::Own { .. } => Kind::Line,
    };
    let hint = RwSignal::new(None);
    let is_email = kind == Kind::Email;
    let on_change = move |_, text: String| {
        if is_email && !ui.is_typing() {
            hint.set(likely_typo(&text));
        }
        typing.type_in(n, text);
        // Nothing is an error before the visitor wants to send it.
        problem.get_untracked().and(typing.fault_of(n))
    };
    let max_length = most_characters(&field.kind);
    let on_change = Box::new(on_change);
    let value: Box<dyn Fn() -> String + Send + Sync> = Box::new(move || value.clone());
    entry_with_problem(
        page,
        Entry { kind, id: &id, label: Some(&label), name: None, max_length, value, on_change },
        problem,
    );
    if is_email {
        let desk = desk.clone();
        page.live(move |page| {
            if let Some(meant) = hint.get() {
                typo(page, &desk, n, meant);
            }
        });
    }
}

/// A field with choices, and what is wrong with it.
fn select(
    page: &mut Page,
    id: String,
    label: String,
    list: Page,
    at: Option<usize>,
    chosen: Box<dyn Fn(Option<usize>) + Send>,
    problem: RwSignal<Option<String>>,
) {
    let value = at.map(|n| n.to_string()).unwrap_or_default();
    let changed = page.ui.on_input(&label, move |text| chosen(text.parse().ok()));
    let changed = move |event| changed(event_target_value(&event));
    let invalid = move || problem.with(Option::is_some).then_some("true");
    let (of, problem_id) = (id.clone(), [&id, "-problem"].concat());
    let describes = problem_id.clone();
    let described = move || problem.with(Option::is_some).then(|| describes.clone());
    page.within("div.entry", |page| {
        let label = view! { <label for=of>{Content::Text(label)}</label> };
        page.add(label.into_any());
        let select = view! {
            <select id=id aria-invalid=invalid aria-describedby=described prop:value=value on:change=changed>
                {list.view()}
            </select>
        };
        page.add(select.into_any());
        page.live(move |page| {
            if let Some(text) = problem.get() {
                let id = problem_id.clone();
                page.add(view! { <p class="problem" id=id>{Content::Text(text)}</p> }.into_any());
            }
        });
    });
}

/// What the visitor may have meant. It can be wrong, so nothing depends on it.
fn typo(page: &mut Page, desk: &Desk, field: usize, meant: String) {
    let desk = desk.clone();
    page.within("p.small", |page| {
        page.fill("span", words::typo::TEXT, &[("email", &meant)]);
        let label = page.ui.fill(words::typo::TAKE, &[("email", &meant)]);
        page.button_named("link", &label, None, move || desk.correct(field, meant.clone()));
    });
}

/// A field that people do not see. Programs fill it in; the receiver decides what that means.
fn trap(page: &mut Page, desk: &Desk) {
    let desk = desk.clone();
    let changed = page.ui.on_input("trap", move |text| desk.change(|typed| typed.trap = text));
    let changed = move |event| changed(event_target_value(&event));
    let label = page.ui.t(words::TRAP);
    let view = view! {
        <div class="unseen" aria-hidden="true">
            <label for="contact-b7">{Content::text(label)}</label>
            <input id="contact-b7" type="text" tabindex="-1" autocomplete="new-password" on:change=changed />
        </div>
    };
    page.add(view.into_any());
}

fn box_for(page: &mut Page, desk: &Desk, label: String, of: fn(&mut contact::Typed) -> &mut bool) {
    let mut now = desk.typed();
    let ticked = *of(&mut now);
    let desk = desk.clone();
    tick(
        page,
        &label,
        None,
        Box::new(move || ticked),
        Box::new(move |_, is_ticked| desk.change(|typed| *of(typed) = is_ticked)),
    );
}

/// What the press of the button asks for, and the link to the privacy notice, in a new tab, so that the form stays.
pub fn request(page: &mut Page) {
    page.within("p.small", |page| {
        let ui = page.ui;
        page.text("span", &message::request_words(ui));
        if let Some(url) = ui.settings().privacy_url.clone() {
            page.bare(" ");
            link(page, "link", url, "_blank", ui.t(words::PRIVACY));
        }
    });
}

#[inline(never)]
pub fn link(page: &mut Page, class: &'static str, url: String, target: &'static str, label: &'static str) {
    let link = view! { <a class=class href=url target=target rel="noopener">{Content::text(label)}</a> };
    page.add(link.into_any());
}
