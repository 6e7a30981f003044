//! The real element in a frame, as visitors see it.

use assessment::json::Value;
use leptos::{ev::Event, prelude::*};

use super::state::{Contrast, Studio, View};
use crate::host::{PREVIEW_ID, PREVIEW_PAGE, PREVIEW_SANDBOX};

const SCREENS: [(&str, &str); 10] = [
    ("start", "First question"),
    ("close", "Too close to call"),
    ("lean", "Leans one way"),
    ("clear", "Clear fit"),
    ("only", "Only one is workable"),
    ("plan", "Plan"),
    ("cost", "Cost"),
    ("contact", "Contact form"),
    ("refused", "Message refused"),
    ("offline", "No network"),
];

const LANGUAGES: [(&str, &str); 7] = [
    ("en", "English"),
    ("en-GB", "British English"),
    ("de", "German"),
    ("fr", "French"),
    ("es", "Spanish"),
    ("longer", "Longer words"),
    ("longer-rtl", "Longer words, right to left"),
];

const THEMES: [(&str, &str); 2] = [("light", "Light"), ("dark", "Dark")];

const WIDTHS: [(&str, &str); 2] = [("phone", "Phone"), ("desktop", "Desktop")];

/// How long typing may pause before the preview follows, in milliseconds.
const PAUSE: u64 = 200;

pub fn preview(studio: Studio) -> AnyView {
    follow(studio);
    let is_phone = move || studio.view.with(|view| view.is_phone);
    view! {
        <aside class="preview" id="look" aria-label="Preview">
            <div class="tools">
                {select("Screen", &SCREENS, studio, |view| view.screen.clone(), |view, word| view.screen = word)}
                {select(
                    "Width", &WIDTHS, studio,
                    |view| if view.is_phone { "phone".to_owned() } else { "desktop".to_owned() },
                    |view, word| view.is_phone = word == "phone",
                )}
                {select("Page", &THEMES, studio, |view| view.theme.clone(), |view, word| view.theme = word)}
                {select("Language", &LANGUAGES, studio, |view| view.lang.clone(), |view, word| view.lang = word)}
            </div>
            <div class="screen" class:phone=is_phone>
                <iframe id=PREVIEW_ID title="Preview of the assessment" src=PREVIEW_PAGE sandbox=PREVIEW_SANDBOX></iframe>
            </div>
            <p class="about">{"The real assessment. Nothing in it is saved, counted or sent."}</p>
        </aside>
    }
    .into_any()
}

fn select(
    label: &'static str,
    options: &'static [(&'static str, &'static str)],
    studio: Studio,
    read: fn(&View) -> String,
    write: fn(&mut View, String),
) -> AnyView {
    let value = move || studio.view.with(read);
    let changed = move |event: Event| {
        let word = event_target_value(&event);
        studio.view.update(|view| write(view, word));
    };
    let options = options.iter().map(|(word, name)| {
        view! { <option value=*word prop:selected=move || value() == *word>{*name}</option> }
    });
    let id = format!("view-{}", label.to_ascii_lowercase());
    view! {
        <div class="choice">
            <label for=id.clone()>{label}</label>
            <select id=id on:change=changed>{options.collect_view()}</select>
        </div>
    }
    .into_any()
}

/// Sends every change to the preview, and takes what it measures.
fn follow(studio: Studio) {
    let input = Memo::new(move |_| {
        let view = studio.view.get();
        studio.design.with(|design| {
            let styles = design.styles.iter().map(|(name, value)| ((*name).to_owned(), value.as_str().into()));
            Value::object([
                ("settings", design.settings.clone()),
                ("styles", Value::Object(styles.collect())),
                ("screen", view.screen.as_str().into()),
                ("theme", view.theme.as_str().into()),
                ("lang", view.lang.as_str().into()),
            ])
        })
    });
    let pending = StoredValue::new_local(None::<TimeoutHandle>);
    Effect::new(move |before: Option<()>| {
        let input = input.get();
        if before.is_none() {
            studio.host().preview(&input);
            return;
        }
        pending.update_value(|pending| {
            if let Some(handle) = pending.take() {
                handle.clear();
            }
            let send = move || studio.host().preview(&input);
            *pending = set_timeout_with_handle(send, std::time::Duration::from_millis(PAUSE)).ok();
        });
    });
    Effect::new(move |_| {
        studio.host().on_preview(Box::new(move |message| {
            if let Some(pairs) = message.get("contrast").and_then(Value::as_list) {
                studio.contrast.set(pairs.iter().filter_map(contrast).collect());
            }
        }));
    });
}

/// `studio/contrast.js` describes the message.
fn contrast(pair: &Value) -> Option<Contrast> {
    let text = |name: &str| pair.get(name).and_then(Value::as_text);
    let number = |name: &str| pair.get(name).and_then(Value::as_number);
    let what = match text("what")? {
        "accent" => "Accent",
        "text" => "Text",
        _ => "Text of buttons",
    };
    let front = pair.get("shown").and_then(Value::as_list).and_then(|colors| colors.first()?.as_text());
    Some(Contrast {
        what: format!("{what}, {}", text("theme")?),
        entered: number("asEntered"),
        shown: number("asShown")?,
        color: front.unwrap_or_default().to_owned(),
    })
}
