//! What the weights change, computed over sampled organizations in a worker.

use assessment::{Alternative, Assessment, i18n::Catalog, json::Value};
use leptos::prelude::*;
use studio::Design;

use super::state::Studio;

/// What the worker has computed for some weights.
#[derive(Clone, PartialEq)]
enum State {
    Unasked,
    Running,
    Failed,
    Done(Value),
}

pub fn weights(studio: Studio) -> AnyView {
    let state = RwSignal::new(State::Unasked);
    let weights = Memo::new(move |_| studio.design.with(weights_of));
    // Also those that a link or a draft brought along.
    Effect::new(move |before: Option<Option<Value>>| {
        let now = weights.get();
        if before.map_or(now.is_some(), |before| before != now) {
            compute(studio, now.as_ref(), state);
        }
        now
    });
    let ask = move |_| compute(studio, weights.get_untracked().as_ref(), state);
    view! {
        <p>
            {"The result says which weights you changed, with a link to the result without your changes. Here is how often each model comes first over 10,000 sampled organizations."}
        </p>
        <button type="button" on:click=ask>{"Compute"}</button>
        <div role="status">{move || shown(studio, &state.get())}</div>
    }
    .into_any()
}

fn weights_of(design: &Design) -> Option<Value> {
    design.settings.get("weights").cloned()
}

fn compute(studio: Studio, weights: Option<&Value>, state: RwSignal<State>) {
    state.set(State::Running);
    let settings = match weights {
        Some(weights) => Value::object([("weights", weights.clone())]),
        None => Value::Object(Vec::new()),
    };
    let settings = serde_json::to_string(&settings).unwrap_or_default();
    studio.host().fairness(
        &settings,
        Box::new(move |report| {
            let report = report.and_then(|text| serde_json::from_str(&text).ok());
            studio.refused.set(report.as_ref().and_then(refusal));
            state.set(report.map_or(State::Failed, State::Done));
        }),
    );
}

fn shown(studio: Studio, state: &State) -> AnyView {
    match state {
        State::Unasked => ().into_any(),
        State::Running => view! { <p class="muted">{"Computing…"}</p> }.into_any(),
        State::Failed => {
            view! { <p class="problem">{"This could not be computed. Reload the page and try again."}</p> }.into_any()
        }
        State::Done(report) => table(studio, report).unwrap_or_else(|| shown(studio, &State::Failed)),
    }
}

/// Why the weights of a report must not be published.
fn refusal(report: &Value) -> Option<String> {
    let words = Catalog::english();
    let count = |model: Alternative, when: &str| report.get("first")?.get(model.name())?.get(when)?.as_number();
    let is_lost = |model: &Alternative| count(*model, "before") > Some(0.0) && count(*model, "after") == Some(0.0);
    let lost: Vec<&str> = Alternative::ALL
        .into_iter()
        .filter(is_lost)
        .map(|model| words.get(Assessment::standard().notes(model).name))
        .collect();
    (!lost.is_empty()).then(|| {
        format!(
            "With these weights, {} never comes first. Every model has to be able to win, so there is no code until you move a weight back toward 1.",
            lost.join(" and ")
        )
    })
}

/// The report of `cargo xtask fairness --json` as a table.
fn table(studio: Studio, report: &Value) -> Option<AnyView> {
    let words = Catalog::english();
    let assessment = Assessment::standard();
    let total = report.get("organizations")?.as_number()?;
    let name = |model: Alternative| words.get(assessment.notes(model).name).to_owned();
    let percent = |count: f64| format!("{:.1} %", count / total * 100.0);
    let mut rows = Vec::new();
    let mut dominant = None;
    for model in Alternative::ALL {
        let counts = report.get("first")?.get(model.name())?;
        let [before, after] = ["before", "after"].map(|name| counts.get(name).and_then(Value::as_number));
        let (before, after) = (before?, after?);
        if after * 2.0 > total {
            dominant = Some(name(model));
        }
        rows.push(
            view! { <tr><th scope="row">{name(model)}</th><td>{percent(before)}</td><td>{percent(after)}</td></tr> },
        );
    }
    let lost = refusal(report).map(|why| view! { <p class="problem">{why}</p> });
    let dominant = dominant.map(|model| {
        view! { <p class="problem">{format!("{model} comes first in more than half of the organizations.")}</p> }
    });
    let markdown = report.get("markdown")?.as_text()?.to_owned();
    let save = move |_| studio.host().download("fairness.md", "text/markdown", &markdown);
    Some(
        view! {
            <table>
                <caption>{"How often each model comes first"}</caption>
                <thead><tr><th scope="col">{"Model"}</th><th scope="col">{"Published weights"}</th><th scope="col">{"Your weights"}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
            {lost}
            {dominant}
            <button type="button" on:click=save>{"Save the report for an auditor"}</button>
        }
        .into_any(),
    )
}
