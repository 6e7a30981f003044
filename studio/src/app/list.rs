//! Lists of objects, such as own questions: a group of fields for each, and a button for one more.

use assessment::json::Value;
use config::documentation::Object;
use leptos::{ev::MouseEvent, prelude::*};
use studio::{Field, of_entry};

use super::{field, markdown, state::Studio};

pub fn list(studio: Studio, of: Field, object: &'static Object, most: usize) -> AnyView {
    let place = of.path.to_string();
    let count = {
        let path = of.path.clone();
        Memo::new(move |_| studio.value(&path).as_ref().and_then(Value::as_list).map_or(0, <[Value]>::len))
    };
    let entries = {
        let of = of.clone();
        // Whoever wrote a link can have put in thousands.
        move || (0..count.get().min(most)).map(|n| entry(studio, &of, object, n)).collect_view()
    };
    let add = {
        let (path, place) = (of.path.clone(), place.clone());
        move |_: MouseEvent| {
            let n = count.get_untracked();
            studio.leave();
            studio.set(&path.index(n), Some(Value::Object(Vec::new())));
            studio.leave();
            studio.host().focus(&field::id(&format!("{place}[{n}].{}", object.entries[0].name)));
        }
    };
    let rest = {
        let path = of.path.clone();
        move || {
            let path = path.clone();
            let more = count.get().checked_sub(most).filter(|more| *more > 0)?;
            let cut = move |_: MouseEvent| {
                if let Some(Value::List(mut parts)) = studio.value(&path) {
                    parts.truncate(most);
                    studio.leave();
                    studio.set(&path, Some(Value::List(parts)));
                    studio.leave();
                }
            };
            Some(view! {
                <p class="problem">{format!("{more} more are not shown, since at most {most} count.")}</p>
                <button type="button" on:click=cut>{"Remove those that are not shown"}</button>
            })
        }
    };
    view! {
        <fieldset class="field" id=field::id(&place) tabindex="-1">
            <legend>{of.label}</legend>
            <p class="about">{markdown::sentence(of.about)}" "<span class="name"><code>{place.clone()}</code></span></p>
            {entries}
            {rest}
            {field::problems(studio, place.clone())}
            <button type="button" disabled={move || count.get() >= most} on:click=add>
                {"Add one"}<span class="hidden">": "{of.label}</span>
            </button>
        </fieldset>
    }
    .into_any()
}

fn entry(studio: Studio, of: &Field, object: &'static Object, n: usize) -> AnyView {
    let path = of.path.index(n);
    let fields = object.entries.iter().map(|entry| field::field(studio, of_entry(&path, entry))).collect_view();
    let remove = {
        let list = of.path.to_string();
        let path = path.clone();
        move |_| {
            studio.leave();
            studio.set(&path, None);
            studio.leave();
            studio.say("Removed. Undo brings it back.");
            studio.host().focus(&field::id(&list));
        }
    };
    view! {
        <fieldset class="entry">
            <legend>{format!("{} {}", of.label, n + 1)}</legend>
            {fields}
            <button type="button" class="quiet" on:click=remove>
                {"Remove"}<span class="hidden">{format!(": {} {}", of.label, n + 1)}</span>
            </button>
        </fieldset>
    }
    .into_any()
}
