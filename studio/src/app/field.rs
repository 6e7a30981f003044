//! A field of the form: a native control with its label, what it means, and what is wrong with it.

use assessment::json::Value;
use config::documentation::{Format, Shape};
use leptos::{ev::Event, prelude::*};
use studio::{Field, Path};

use super::{
    list, markdown,
    state::{Studio, sentence},
};

/// As many characters get several lines.
const LONG: usize = 300;

/// The id of the control for a place.
pub fn id(place: &str) -> String {
    let name = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
    format!("field-{}", place.chars().map(name).collect::<String>())
}

/// A setting with everything that belongs to it.
pub fn field(studio: Studio, field: Field) -> AnyView {
    match field.shape {
        Shape::Flag => flag(studio, field),
        Shape::List { of: Shape::Choice(..), .. } => choices(studio, field),
        Shape::List { of: Shape::Object(object), most, .. } => list::list(studio, field, object, most),
        _ => single(studio, field),
    }
}

/// A field with one control.
fn single(studio: Studio, field: Field) -> AnyView {
    let place = field.path.to_string();
    let control = match field.shape {
        Shape::Choice(words, about) => choice(studio, &field.path, words, about),
        Shape::Number { least, most } => number(studio, &field.path, least, most),
        Shape::List { .. } => lines(studio, &field.path),
        Shape::Map { .. } => entries(studio, &field.path),
        Shape::Text(format) => text(studio, &field.path, format),
        Shape::Flag | Shape::Object(_) => ().into_any(),
    };
    view! {
        <div class="field">
            <label for=id(&place)>{field.label}{is_required(&field).then_some(" (required)")}</label>
            {about(&field)}
            {control}
            {foot(studio, &field)}
        </div>
    }
    .into_any()
}

/// Whether a field has to be filled in as soon as it is there. Entries of a setting that is not set may be absent with it.
fn is_required(field: &Field) -> bool {
    field.is_required && field.path.to_string().contains('[')
}

/// What the field means, and the names of the setting in the files.
fn about(field: &Field) -> AnyView {
    let place = field.path.to_string();
    let (default, about_id) = (field.default.filter(|_| !field.is_required), format!("{}-about", id(&place)));
    view! {
        <p class="about" id=about_id>
            {says_more(field).then(|| markdown::sentence(field.about))}
            {default.map(|default| view! { " Default: " {markdown::sentence(default)} "." })}
            {" "}
            <span class="name">
                <code>{place}</code>
                {field.attribute.map(|name| view! { ", attribute " <code>{name}</code> })}
            </span>
        </p>
    }
    .into_any()
}

/// Whether the sentence says more than the label.
fn says_more(field: &Field) -> bool {
    field.about.trim_end_matches('.') != field.label
}

/// What is wrong with it, and the way back to the default.
pub fn foot(studio: Studio, field: &Field) -> AnyView {
    let (path, label) = (field.path.clone(), field.label);
    let place = path.to_string();
    let is_set = {
        let path = path.clone();
        move || studio.value(&path).is_some()
    };
    let reset = move || {
        let path = path.clone();
        is_set().then(|| {
            let place = path.to_string();
            let back = move |_| {
                studio.leave();
                studio.set(&path, None);
                studio.leave();
                studio.say("Back to the default");
                studio.host().focus(&id(&place));
            };
            view! {
                <button type="button" class="quiet" on:click=back>
                    {"Back to the default"}<span class="hidden">": "{label}</span>
                </button>
            }
        })
    };
    view! {
        {problems(studio, place)}
        {reset}
    }
    .into_any()
}

/// The problems at a place and in it.
pub fn problems(studio: Studio, place: String) -> AnyView {
    let found = {
        let place = place.clone();
        move || of_place(studio, &place)
    };
    let shown = move || found().into_iter().map(|text| view! { <p class="problem">{text}</p> }).collect_view();
    view! { <div id=format!("{}-problems", id(&place)) class="problems">{shown}</div> }.into_any()
}

/// What is wrong at a place, in sentences.
pub fn of_place(studio: Studio, place: &str) -> Vec<String> {
    studio.report.with(|report| {
        let at = |path: &str| path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('['));
        report.problems.iter().filter(|problem| at(&problem.path)).map(sentence).collect()
    })
}

/// Whether a place has a problem, for `aria-invalid`.
fn is_invalid(studio: Studio, place: &str) -> impl Fn() -> Option<&'static str> + Send + Sync + Clone + 'static {
    let place = place.to_owned();
    move || (!of_place(studio, &place).is_empty()).then_some("true")
}

/// The ids of what describes the control.
fn described(place: &str) -> String {
    let id = id(place);
    format!("{id}-about {id}-problems")
}

/// What a field for text shows of a value.
fn shown(value: Option<Value>) -> String {
    match value {
        None => String::new(),
        Some(Value::Text(text)) => text,
        Some(other) => serde_json::to_string(&other).unwrap_or_default(),
    }
}

/// A field for one line, with the ids of what describes it.
pub fn input(
    studio: Studio,
    place: &str,
    value: impl Fn() -> String + Send + Sync + 'static,
    typed: impl FnMut(Event) + Send + 'static,
) -> AnyView {
    view! {
        <input
            type="text" id=id(place) prop:value=value on:input=typed on:change=move |_| studio.leave()
            autocomplete="off" spellcheck="false"
            aria-describedby=described(place) aria-invalid=is_invalid(studio, place)
        />
    }
    .into_any()
}

fn text(studio: Studio, path: &Path, format: &'static Format) -> AnyView {
    let place = path.to_string();
    let value = {
        let path = path.clone();
        move || shown(studio.value(&path))
    };
    let typed = {
        let path = path.clone();
        move |event: Event| {
            let text = event_target_value(&event);
            studio.set(&path, (!text.is_empty()).then(|| text.into()));
        }
    };
    if format.most.is_some_and(|most| (LONG..=1_000).contains(&most)) {
        return view! {
            <textarea
                id=id(&place) rows="3" prop:value=value on:input=typed on:change=move |_| studio.leave()
                aria-describedby=described(&place) aria-invalid=is_invalid(studio, &place)
            />
        }
        .into_any();
    }
    input(studio, &place, value, typed)
}

/// A choice. Its first option means that nothing is set.
fn choice(studio: Studio, path: &Path, words: &'static [&'static str], about: &'static [&'static str]) -> AnyView {
    let place = path.to_string();
    let value = {
        let path = path.clone();
        move || shown(studio.value(&path))
    };
    let chosen = {
        let path = path.clone();
        move |event: Event| {
            let word = event_target_value(&event);
            studio.set(&path, (!word.is_empty()).then(|| word.into()));
            studio.leave();
        }
    };
    let unknown = {
        let value = value.clone();
        move || Some(value()).filter(|word| !word.is_empty() && !words.contains(&word.as_str()))
    };
    let options = words.iter().zip(about).map(|(word, about)| {
        let is_chosen = {
            let value = value.clone();
            move || value() == *word
        };
        view! { <option value=*word prop:selected=is_chosen>{format!("{word}: {}", markdown::plain(about))}</option> }
    });
    let nothing = {
        let value = value.clone();
        move || value().is_empty()
    };
    view! {
        <select
            id=id(&place) on:change=chosen
            aria-describedby=described(&place) aria-invalid=is_invalid(studio, &place)
        >
            <option value="" prop:selected=nothing>{if path.to_string() == "contact.receiver" { "No contact form" } else { "Default" }}</option>
            {options.collect_view()}
            {move || unknown().map(|word| view! { <option value=word.clone() prop:selected=true>{word.clone()}</option> })}
        </select>
    }
    .into_any()
}

/// A number within bounds, which is 1 if nothing is set.
fn number(studio: Studio, path: &Path, least: f64, most: f64) -> AnyView {
    let place = path.to_string();
    let value = {
        let path = path.clone();
        move || studio.value(&path).as_ref().and_then(Value::as_number).unwrap_or(1.0)
    };
    let moved = {
        let path = path.clone();
        move |event: Event| {
            let Ok(number) = event_target_value(&event).parse::<f64>() else { return };
            studio.set(&path, (number != 1.0).then(|| number.into()));
        }
    };
    let (id, left) = (id(&place), move |_| studio.leave());
    let text = {
        let value = value.clone();
        move || match value() {
            1.0 => "as published".to_owned(),
            factor => format!("{factor} times"),
        }
    };
    view! {
        <div class="range">
            <input
                type="range" id=id.clone() min=least max=most step="0.05" prop:value=move || value().to_string()
                on:input=moved on:change=left
                aria-valuetext=text.clone() aria-describedby=described(&place) aria-invalid=is_invalid(studio, &place)
            />
            <output for=id>{text}</output>
        </div>
    }
    .into_any()
}

/// A list of texts, one on each line.
fn lines(studio: Studio, path: &Path) -> AnyView {
    let read = |value: Option<Value>| match value {
        Some(Value::List(parts)) => parts.into_iter().map(|part| shown(Some(part))).collect::<Vec<_>>().join("\n"),
        other => shown(other),
    };
    let write = |text: &str| {
        let parts: Vec<Value> = text.lines().map(str::trim).filter(|line| !line.is_empty()).map(Value::from).collect();
        (!parts.is_empty()).then_some(Value::List(parts))
    };
    area(studio, path, "One on each line.", read, write)
}

/// Named texts, one on each line.
fn entries(studio: Studio, path: &Path) -> AnyView {
    let read = |value: Option<Value>| match value {
        Some(Value::Object(entries)) => {
            let line = |(name, value): (String, Value)| format!("{name} = {}", shown(Some(value)));
            entries.into_iter().map(line).collect::<Vec<_>>().join("\n")
        }
        other => shown(other),
    };
    let write = |text: &str| {
        let entries: Vec<(String, Value)> = text
            .lines()
            .map(|line| line.split_once('=').unwrap_or((line, "")))
            .map(|(name, value)| (name.trim().to_owned(), value.trim().into()))
            .filter(|(name, _)| !name.is_empty())
            .collect();
        (!entries.is_empty()).then_some(Value::Object(entries))
    };
    area(studio, path, "One on each line, as in `name = value`.", read, write)
}

/// A text area whose lines are a list or an object. It is read when the focus leaves it, so that nothing changes under the
/// cursor.
fn area(
    studio: Studio,
    path: &Path,
    hint: &'static str,
    read: fn(Option<Value>) -> String,
    write: fn(&str) -> Option<Value>,
) -> AnyView {
    let place = path.to_string();
    let value = {
        let path = path.clone();
        move || read(studio.value(&path))
    };
    let left = {
        let path = path.clone();
        move |event: Event| {
            studio.set(&path, write(&event_target_value(&event)));
            studio.leave();
        }
    };
    view! {
        <p class="about" id=format!("{}-hint", id(&place))>{markdown::sentence(hint)}</p>
        <textarea
            id=id(&place) rows="3" prop:value=value on:change=left spellcheck="false"
            aria-describedby=format!("{} {}-hint", described(&place), id(&place)) aria-invalid=is_invalid(studio, &place)
        />
    }
    .into_any()
}

fn flag(studio: Studio, field: Field) -> AnyView {
    let place = field.path.to_string();
    let is_on = {
        let path = field.path.clone();
        move || studio.value(&path) == Some(Value::Bool(true))
    };
    let changed = {
        let path = field.path.clone();
        move |event: Event| {
            studio.set(&path, event_target_checked(&event).then_some(Value::Bool(true)));
            studio.leave();
        }
    };
    let invalid = is_invalid(studio, &place);
    view! {
        <div class="field">
            <label class="tick">
                <input
                    type="checkbox" id=id(&place) prop:checked=is_on on:change=changed
                    aria-describedby=described(&place) aria-invalid=invalid
                />
                <span>{field.label}</span>
            </label>
            {about(&field)}
            {problems(studio, place)}
        </div>
    }
    .into_any()
}

/// A list of known words: a box for each.
fn choices(studio: Studio, field: Field) -> AnyView {
    let Shape::List { of: Shape::Choice(words, about_words), with, .. } = field.shape else { return ().into_any() };
    let place = field.path.to_string();
    let path = field.path.clone();
    // What must be in the list is in every list. Without a list, all views are shown.
    let is_all = !with.is_empty();
    let defaults = if is_all { words } else { field.listed };
    let list = move || match studio.value(&path) {
        Some(Value::List(parts)) => Some(parts),
        _ => None,
    };
    let boxes =
        words.iter().zip(about_words.iter()).filter(|(word, _)| **word != "answer" || !is_all).map(|(word, about)| {
            let word = *word;
            let is_forced = with.contains(&word);
            let ticked = {
                let list = list.clone();
                move || list().map_or(defaults.contains(&word), |parts| parts.contains(&word.into()))
            };
            let changed = {
                let (list, path) = (list.clone(), field.path.clone());
                move |event: Event| {
                    let is_on = event_target_checked(&event);
                    let now = list().unwrap_or_else(|| all(defaults));
                    studio.set(&path, changed(now, word, is_on, defaults));
                    studio.leave();
                }
            };
            view! {
                <label class="tick">
                    <input type="checkbox" prop:checked=ticked on:change=changed disabled=is_forced />
                    <span><code>{word}</code>": "{markdown::plain(about)}</span>
                </label>
            }
        });
    let boxes = boxes.collect_view();
    view! {
        <fieldset class="field" id=id(&place) tabindex="-1" aria-describedby=described(&place)>
            <legend>{field.label}</legend>
            {about(&field)}
            {boxes}
            {foot(studio, &field)}
        </fieldset>
    }
    .into_any()
}

fn all(words: &[&str]) -> Vec<Value> {
    words.iter().map(|word| Value::from(*word)).collect()
}

/// The list with a word removed, or added at the end. A list of the defaults is none.
fn changed(mut now: Vec<Value>, word: &str, is_on: bool, defaults: &[&str]) -> Option<Value> {
    now.retain(|part| *part != word.into());
    if is_on {
        now.push(word.into());
    }
    let is_default = now.len() == defaults.len() && defaults.iter().all(|known| now.contains(&(*known).into()));
    (!now.is_empty() && !is_default).then_some(Value::List(now))
}
