//! The bar at the top: undo, redo, beginning again, and what is wrong.

use leptos::{ev::MouseEvent, prelude::*};
use studio::{Group, Path, Problem, fields};

use super::{
    field,
    state::{Studio, sentence},
};

/// More problems are not listed.
const MOST: usize = 20;

pub fn bar(studio: Studio) -> AnyView {
    let off = |can: fn(Studio) -> bool| move || (!can(studio)).then_some("true");
    view! {
        <header class="bar">
            <h1>{"SupportFit Studio"}</h1>
            <div class="tools">
                // Not `disabled`, which would take the focus away after the last step.
                <button type="button" aria-disabled=off(Studio::can_undo) on:click=move |_| studio.undo()>{"Undo"}</button>
                <button type="button" aria-disabled=off(Studio::can_redo) on:click=move |_| studio.redo()>{"Redo"}</button>
                <button type="button" on:click=move |_| studio.clear()>{"Start over"}</button>
                {move || count(studio).map(|text| view! { <a class="wrong" href="#problems">{text}</a> })}
                <a class="to-preview" href="#look">{"Preview"}</a>
                <a class="primary" href="#code">{"Get the code"}</a>
            </div>
            <p class="said" role="status">{move || studio.said.get()}</p>
        </header>
    }
    .into_any()
}

/// How much is wrong; none if nothing is.
pub fn count(studio: Studio) -> Option<String> {
    match studio.report.with(|report| report.problems.len()) {
        0 => None,
        1 => Some("1 thing to correct".to_owned()),
        count => Some(format!("{count} things to correct")),
    }
}

/// What is wrong anywhere, with a link to each place.
pub fn problems(studio: Studio) -> AnyView {
    let all: Vec<String> = Group::ALL.into_iter().flat_map(fields).map(|field| field.path.pattern()).collect();
    view! { <div id="problems" tabindex="-1">{move || listed(studio, &all)}</div> }.into_any()
}

/// `all` has the patterns of all fields.
fn listed(studio: Studio, all: &[String]) -> Option<AnyView> {
    let title = count(studio)?;
    let problems = studio.report.with(|report| report.problems.clone());
    let links = problems.into_iter().take(MOST).map(|problem| line(studio, problem, all)).collect_view();
    Some(
        view! {
            <section class="notice">
                <h2>{title}</h2>
                <ul>{links}</ul>
            </section>
        }
        .into_any(),
    )
}

/// A problem with a link to its field, or with a button that removes what has no field.
fn line(studio: Studio, problem: Problem, all: &[String]) -> AnyView {
    let text = sentence(&problem);
    let place = problem.path;
    if has_field(&place, all) {
        let target = format!("#{}", field::id(&place));
        let name = place.clone();
        let go = move |event: MouseEvent| {
            event.prevent_default();
            studio.host().focus(&field::id(&place));
        };
        return view! { <li><a href=target on:click=go><code>{name}</code></a>": "{text}</li> }.into_any();
    }
    let path = Path::parse(&place);
    let is_there = studio.design.with(|design| design.get(&path).is_some());
    let name = place.clone();
    let remove = move |_: MouseEvent| {
        studio.leave();
        studio.set(&path, None);
        studio.leave();
        studio.say("Removed. Undo brings it back.");
        studio.host().focus("problems");
    };
    let button = is_there.then(|| {
        view! {
            " "
            <button type="button" class="quiet" on:click=remove>{"Remove"}<span class="hidden">": "{place}</span></button>
        }
    });
    view! { <li><code>{name}</code>": "{text}{button}</li> }.into_any()
}

/// Whether the form has a field at a place, or in it.
fn has_field(place: &str, all: &[String]) -> bool {
    let pattern = Path::parse(place).pattern();
    let own = ["files", "file", "fallback", "fallbackLabel", "fallbackUrl"];
    all.contains(&pattern) || own.contains(&place) || place.starts_with("style.") || pattern.contains("[].")
}
