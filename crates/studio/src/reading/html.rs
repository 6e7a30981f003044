//! A snippet in HTML or JSX: the first element or frame, and the scripts.

use std::collections::BTreeMap;

use assessment::text::one_line;
use config::Setting;
use html5gum::{HtmlString, StartTag, Token, Tokenizer, emitters::default::DefaultEmitter};

use super::{
    Extent, Reading, address,
    declarations::declarations,
    jsx::{is_jsx, to_html},
};
use crate::check::{Problem, of_document, style_problems};

/// Attributes that any element can have. Those that begin with `data-` or `aria-` are others.
const GLOBAL: [&str; 12] =
    ["class", "classname", "dir", "hidden", "id", "key", "nonce", "part", "ref", "role", "slot", "tabindex"];

/// What is found in a text.
#[derive(Default)]
struct Found {
    /// Of the loader or the script for frames.
    scripts: Vec<String>,
    /// The texts of scripts with JSON, by their ids.
    documents: BTreeMap<String, String>,
    element: Option<BTreeMap<String, String>>,
    frame: Option<String>,
    content: Content,
}

/// What is inside of the element.
#[derive(Default)]
struct Content {
    before: String,
    link: Option<String>,
    label: String,
    after: String,
    has_slot: bool,
}

/// Where in the text the reader is.
enum Place {
    Outside,
    /// In a script with JSON with this id.
    Document(String),
    Inside,
    Link,
    /// In a part with a slot: the name of its element, and how many of that name are open.
    Slot(Vec<u8>, usize),
}

/// `None` if there is neither an element nor a frame nor a script of ours.
pub fn read(text: &str) -> Option<Reading> {
    if !text.contains('<') {
        return None;
    }
    let is_jsx = is_jsx(text);
    let html = if is_jsx { to_html(text) } else { text.to_owned() };
    let found = find(&html, is_jsx);
    let files = found.scripts.iter().find_map(|script| folder_of_script(script));
    let mut reading = if let Some(attributes) = found.element {
        of_element(attributes, found.content, &found.documents)
    } else if let Some(mut reading) = found.frame.as_deref().and_then(address::read) {
        reading.kind = "a snippet";
        reading
    } else {
        files.is_some().then(|| Reading::new("the tag of the loader", Extent::Files))?
    };
    if let Some(files) = files.filter(|_| reading.design.files.is_empty()) {
        files.clone_into(&mut reading.design.files);
    }
    Some(reading)
}

fn find(html: &str, is_jsx: bool) -> Found {
    let mut emitter = DefaultEmitter::default();
    // In JSX, the tag of a script can be empty.
    emitter.naively_switch_states(!is_jsx);
    let mut found = Found::default();
    let mut place = Place::Outside;
    for token in Tokenizer::new_with_emitter(html, emitter).flatten() {
        place = match token {
            Token::StartTag(tag) => found.start(&tag, place),
            Token::EndTag(tag) => end(&tag.name, place),
            Token::String(text) => found.text(&String::from_utf8_lossy(&text), place),
            _ => place,
        };
    }
    found
}

impl Found {
    fn start(&mut self, tag: &StartTag<()>, place: Place) -> Place {
        let attribute = |name: &str| tag.attributes.get(name.as_bytes()).map(|value| lossy(&value.value));
        match (&*tag.name.0, place) {
            (b"script", Place::Outside) => {
                self.scripts.extend(attribute("src"));
                let is_json = attribute("type").as_deref() == Some("application/json");
                attribute("id").filter(|_| is_json).map_or(Place::Outside, Place::Document)
            }
            (b"support-fit", Place::Outside) if self.element.is_none() => {
                let all = tag.attributes.iter().map(|(name, value)| (lossy(name), lossy(&value.value)));
                self.element = Some(all.collect());
                Place::Inside
            }
            (b"iframe", Place::Outside) if self.frame.is_none() => {
                self.frame = attribute("src").filter(|address| address::read(address).is_some());
                Place::Outside
            }
            (name, Place::Inside) if attribute("slot").is_some() => {
                self.content.has_slot = true;
                Place::Slot(name.to_vec(), 1)
            }
            (b"a", Place::Inside) if self.content.link.is_none() => {
                self.content.link = Some(attribute("href").unwrap_or_default());
                Place::Link
            }
            (b"br" | b"p", place @ (Place::Inside | Place::Link)) => self.text(" ", place),
            (name, Place::Slot(of, open)) => {
                let open = open + usize::from(name == of);
                Place::Slot(of, open)
            }
            (_, place) => place,
        }
    }

    fn text(&mut self, text: &str, place: Place) -> Place {
        let content = &mut self.content;
        match &place {
            Place::Document(id) => self.documents.entry(id.clone()).or_default().push_str(text),
            Place::Inside if content.link.is_some() => content.after.push_str(text),
            Place::Inside => content.before.push_str(text),
            Place::Link => content.label.push_str(text),
            Place::Outside | Place::Slot(..) => {}
        }
        place
    }
}

fn end(name: &[u8], place: Place) -> Place {
    match (name, place) {
        (b"script", Place::Document(_)) => Place::Outside,
        // Without its own end tag, the element reaches to that of what is around it.
        (b"support-fit" | b"div" | b"form" | b"body", Place::Inside | Place::Link) => Place::Outside,
        (b"a", Place::Link) => Place::Inside,
        (name, Place::Slot(of, open)) if name == of => {
            if open == 1 {
                Place::Inside
            } else {
                Place::Slot(of, open - 1)
            }
        }
        (_, place) => place,
    }
}

fn lossy(text: &HtmlString) -> String {
    String::from_utf8_lossy(text).into_owned()
}

/// The folder of a script of ours.
fn folder_of_script(address: &str) -> Option<&str> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let (folder, name) = path.split_at(path.rfind('/')? + 1);
    let name = name.strip_prefix("support-fit")?.strip_suffix(".js")?;
    let is_version = |name: &str| name.starts_with(|c: char| c.is_ascii_digit());
    let is_ours = name.is_empty() || name.strip_prefix('-').is_some_and(|name| name == "frame" || is_version(name));
    is_ours.then_some(folder)
}

fn of_element(attributes: BTreeMap<String, String>, content: Content, documents: &BTreeMap<String, String>) -> Reading {
    let mut reading = Reading::new("a snippet", Extent::Element);
    for (name, value) in attributes {
        add(&mut reading, &name, value);
    }
    content.add_to(&mut reading);
    let mut reading = reading.checked();
    reading.problems.extend(style_problems(&reading.design));
    let id = reading.missing.as_deref().and_then(|missing| missing.strip_prefix('#'));
    match id.and_then(|id| documents.get(id)) {
        Some(document) => match reading.clone().with_file(document) {
            Ok(whole) => whole,
            Err(problems) => {
                reading.problems.extend(problems);
                reading
            }
        },
        None => reading,
    }
}

fn add(reading: &mut Reading, name: &str, value: String) {
    let setting = Setting::all().find(|setting| setting.attribute() == Some(name));
    match (setting, setting.and_then(Setting::key)) {
        (Some(Setting::Loading), _) => reading.design.loading = value,
        (Some(Setting::Config), _) => {
            if !value.starts_with('#') {
                reading.design.file.clone_from(&value);
            }
            reading.missing = Some(value);
        }
        (Some(Setting::DataLayer), _) if value.is_empty() => reading.set("dataLayer", "dataLayer"),
        (Some(Setting::Lang), _) if value.is_empty() => {}
        (_, Some(key)) => reading.set(key, &value),
        (None, _) if name == "style" => reading.design.styles = declarations(&value),
        (None, _) => {
            let is_global = GLOBAL.contains(&name) || name.starts_with("data-") || name.starts_with("aria-");
            if !is_global {
                let attributes = [(name.to_owned(), value)];
                reading.problems.extend(of_document(&super::empty().settings, &attributes).problems);
            }
        }
        _ => {}
    }
}

impl Content {
    fn add_to(self, reading: &mut Reading) {
        let [before, label, after] = [&self.before, &self.label, &self.after].map(|text| one_line(text));
        let design = &mut reading.design;
        design.fallback = before;
        if !matches!(&*after, "" | ".") {
            design.fallback = one_line(&format!("{} {after}", design.fallback));
        }
        design.fallback_label = label;
        design.fallback_url = self.link.unwrap_or_default();
        if self.has_slot {
            let remedy = "The studio does not know it. Copy it into the new snippet by hand.";
            reading.problems.push(Problem::unusable("a part with a `slot`", "text and a link", remedy));
        }
    }
}
