//! Reading back what somebody has: a snippet, a configuration, a link.

use leptos::{
    ev::{DragEvent, Event},
    prelude::*,
};
use studio::{Problem, Reading, read};

use super::state::{MOST_PROBLEMS, Studio, sentence};

/// What came with the address or from this device, and the way to forget it.
pub fn notice(studio: Studio) -> AnyView {
    let keep = move |event: Event| {
        let is_kept = event_target_checked(&event);
        studio.is_kept.set(is_kept);
        if !is_kept {
            studio.host().forget();
            studio.say("Nothing is kept on this device anymore");
        }
    };
    view! {
        {move || studio.opened.get().map(|text| view! { <p class="notice" role="status">{text}</p> })}
        <p class="intro">
            {"Make the assessment yours, look at it, and take the code. Everything stays in your browser: nothing on this page is sent anywhere."}
        </p>
        <label class="tick">
            <input type="checkbox" prop:checked=move || studio.is_kept.get() on:change=keep />
            <span>{"Keep what I do on this device"}</span>
        </label>
        <div role="status">
            {move || {
                let text = "Your browser does not let this page keep anything. Save the settings as a file before you leave.";
                studio.is_unsaved.get().then(|| view! { <p class="problem">{text}</p> })
            }}
        </div>
    }
    .into_any()
}

/// What was read, or what is wrong with it.
#[derive(Clone, Default)]
struct Outcome {
    said: Option<String>,
    problems: Vec<String>,
    /// A snippet whose configuration has to be opened too.
    waiting: Option<Reading>,
}

pub fn opening(studio: Studio) -> AnyView {
    let outcome = RwSignal::new(Outcome::default());
    let pasted = RwSignal::new(String::new());
    let open = move |text: &str| {
        let waiting = outcome.with_untracked(|outcome| outcome.waiting.clone());
        outcome.set(opened(studio, text, waiting));
    };
    let file = move |event: &Event| {
        studio.host().read_file(
            event,
            Box::new(move |text| match text {
                Ok(text) => open(&text),
                Err(problem) => outcome.update(|outcome| {
                    outcome.said = None;
                    outcome.problems = vec![problem];
                }),
            }),
        );
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        file(&event);
    };
    let press = move |_| {
        let text = pasted.get_untracked();
        open(&text);
        // What was pasted is not kept.
        if outcome.with_untracked(|outcome| outcome.said.is_some()) {
            pasted.set(String::new());
        }
    };
    let shown = move || {
        let Outcome { said, problems, .. } = outcome.get();
        view! {
            {said.map(|text| view! { <p>{text}</p> })}
            {problems.into_iter().map(|text| view! { <p class="problem">{text}</p> }).collect_view()}
        }
    };
    view! {
        <details class="group" on:dragover=|event: DragEvent| event.prevent_default() on:drop=dropped>
            <summary><h2>{"Open what you have"}</h2></summary>
            <div class="fields">
                <div class="field">
                    <label for="paste">{"A snippet, a configuration, or a link"}</label>
                    <p class="about" id="paste-about">
                        {"From any page: the code of an element or a frame, JSON, a shortcode, or a link of this studio. It replaces what is here; Undo brings that back."}
                    </p>
                    <textarea
                        id="paste" rows="5" spellcheck="false" aria-describedby="paste-about"
                        prop:value=move || pasted.get() on:input=move |event| pasted.set(event_target_value(&event))
                    />
                    <div class="tools">
                        <button type="button" on:click=press>{"Open"}</button>
                        <label class="file">
                            <span>{"Or choose a file, or drop one here"}</span>
                            <input type="file" accept=".json,.html,.htm,.txt,.jsx,.md" on:change=move |event| file(&event) />
                        </label>
                    </div>
                    <div role="status">{shown}</div>
                </div>
            </div>
        </details>
    }
    .into_any()
}

/// Opens a text. The configuration of the snippet that was opened before belongs to that snippet.
fn opened(studio: Studio, text: &str, waiting: Option<Reading>) -> Outcome {
    let read = read(text).and_then(|reading| match waiting.clone() {
        Some(snippet) if reading.kind == "a configuration" => snippet.with_file(text),
        _ => Ok(reading),
    });
    match read {
        Err(problems) => {
            Outcome { said: None, problems: problems.iter().take(MOST_PROBLEMS).map(named).collect(), waiting }
        }
        Ok(reading) => {
            let missing = reading.missing.as_ref().map(|file| {
                format!(" Its settings are in {file}. This page fetches nothing: open that file here too, and what it has is added.")
            });
            let said = format!("Opened {}.{}", reading.kind, missing.unwrap_or_default());
            let problems = reading.problems.iter().take(MOST_PROBLEMS).map(named).collect();
            let design = studio.design.with_untracked(|design| reading.onto(design));
            studio.replace(design);
            Outcome { said: Some(said), problems, waiting: reading.missing.is_some().then_some(reading) }
        }
    }
}

/// A problem with its place. The field there, if there is one, may be out of view.
fn named(problem: &Problem) -> String {
    let place = if problem.path.is_empty() { String::new() } else { format!("{}: ", problem.path) };
    place + &sentence(problem)
}
