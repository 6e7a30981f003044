//! The first screen that the loader draws before the application has loaded, compared with the application's own.
//! `tests/e2e/first-screen.spec.js` compares the pixels.

#[path = "../../xtask/src/build/first_screen.rs"]
#[allow(dead_code, reason = "only the tree is used")]
mod first_screen;

use std::path::Path;

use serde_json::Value;

use super::{
    html::{Node, Tree},
    visit::Visit,
};

/// A screen as lines: an element with its attributes, or a text node, each indented by its depth.
type Lines = Vec<String>;

/// The progress bar, which the application draws as a picture.
const TRACK: &str = "the bar of the progress";

fn element(tag: &str, mut attributes: Vec<String>, depth: usize) -> String {
    attributes.sort();
    format!("{:depth$}{tag} {}", "", attributes.join(" "))
}

fn text(text: &str, depth: usize) -> String {
    format!("{:depth$}“{text}”", "")
}

/// What the loader draws: `[tag#id.class, {attributes}, …]`, or a string.
fn of_loader(tree: &Value, depth: usize, lines: &mut Lines) {
    let Some(list) = tree.as_array() else { return lines.push(text(tree.as_str().unwrap(), depth)) };
    let [name, rest @ ..] = list.as_slice() else { panic!("an element has a name") };
    let name = name.as_str().unwrap();
    if name == "i.track" {
        return lines.push(TRACK.to_owned());
    }
    let (name, class) = name.split_once('.').map_or((name, None), |(name, class)| (name, Some(class)));
    let (tag, id) = name.split_once('#').map_or((name, None), |(tag, id)| (tag, Some(id)));
    let (given, parts) = match rest {
        [Value::Object(given), parts @ ..] => (Some(given), parts),
        parts => (None, parts),
    };
    let named =
        [("class", class), ("id", id)].into_iter().filter_map(|(name, value)| Some(format!("{name}={}", value?)));
    let given = given.into_iter().flatten().map(|(name, value)| format!("{name}={}", value.as_str().unwrap()));
    lines.push(element(tag, named.chain(given).collect(), depth));
    for part in parts {
        of_loader(part, depth + 1, lines);
    }
}

/// What the application draws, without what is in closed fold-outs, the empty dialog and the live region.
fn of_application(node: Node<'_>, depth: usize, lines: &mut Lines) {
    if node.is(&["dialog"]) || node.get("role") == Some("status") {
        return;
    }
    if node.classes().any(|class| class == "track") {
        return lines.push(TRACK.to_owned());
    }
    let attributes = node.attributes().iter().map(|(name, value)| format!("{name}={value}"));
    lines.push(element(node.tag(), attributes.collect(), depth));
    let shown = if node.is(&["details"]) { 1 } else { usize::MAX };
    for child in node.children().take(shown) {
        of_application(child, depth + 1, lines);
    }
    // No element of this screen contains both text and elements. Leptos writes an empty text node as a space.
    for words in node.own_texts().filter(|words| !words.trim().is_empty()) {
        lines.push(text(words, depth + 1));
    }
}

#[test]
fn the_loaders_first_screen_matches_the_application() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/content/data");
    let content = content::read(&data).unwrap();
    let [mut loader, mut application] = [const { Lines::new() }; 2];
    of_loader(&first_screen::of(&content).unwrap()["tree"], 0, &mut loader);
    let tree = Tree::of(&Visit::new().html());
    of_application(tree.all().next().unwrap(), 0, &mut application);
    for (n, (drawn, real)) in loader.iter().zip(&application).enumerate() {
        assert_eq!(drawn, real, "line {n}: left from xtask/src/build/first_screen.rs, right from src/ui");
    }
    assert_eq!(loader.len(), application.len());
    assert!(loader.len() > 40, "the first screen is complete");
}

#[test]
fn the_loader_reads_drafts_of_the_current_schema() {
    assert_eq!(u32::from(first_screen::DRAFT_SCHEMA), u32::from(session::SCHEMA));
}
