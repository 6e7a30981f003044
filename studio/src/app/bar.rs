//! The bar at the top: undo, redo, beginning again, and what is wrong.

use leptos::prelude::*;

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
    view! { <div id="problems" tabindex="-1">{move || listed(studio)}</div> }.into_any()
}

fn listed(studio: Studio) -> Option<AnyView> {
    let title = count(studio)?;
    let problems = studio.report.with(|report| report.problems.clone());
    let links = problems.into_iter().take(MOST).map(|problem| {
        let place = problem.path.clone();
        let target = field::id(&place);
        let go = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            studio.host().focus(&field::id(&place));
        };
        let name = if problem.path.is_empty() { "the document".to_owned() } else { problem.path.clone() };
        view! { <li><a href=format!("#{target}") on:click=go><code>{name}</code></a>": "{sentence(&problem)}</li> }
    });
    let links = links.collect_view();
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
