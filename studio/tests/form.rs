//! The form, rendered natively.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../../tests/screens/html.rs"]
#[allow(dead_code, reason = "screens need more of it")]
mod html;

use std::{collections::HashSet, rc::Rc};

use assessment::json::Value;
use html::Tree;
use leptos::prelude::*;
use studio::{Build, Design, Group, Path, fields, fragment, to_draft};
use support_fit_studio::{
    app::app,
    host::{Host, Opening},
};

const FILES: &str = "https://widget.example/";

/// A browser in which nothing happens.
struct Page;

impl Host for Page {
    fn saved(&self) -> Option<String> {
        None
    }
    fn save(&self, _: &str) -> bool {
        true
    }
    fn forget(&self) {}
    fn copy(&self, _: &str, _: Box<dyn FnOnce(bool)>) {}
    fn download(&self, _: &str, _: &str, _: &str) {}
    fn read_file(&self, _: &leptos::ev::Event, _: Box<dyn FnOnce(Result<String, String>)>) {}
    fn preview(&self, _: &Value) {}
    fn on_preview(&self, _: Box<dyn Fn(Value)>) {}
    fn fairness(&self, _: &str, _: Box<dyn FnOnce(Option<String>)>) {}
    fn address(&self) -> String {
        FILES.to_owned()
    }
    fn fragment(&self) -> String {
        String::new()
    }
    fn set_fragment(&self, _: &str) {}
    fn focus(&self, _: &str) {}
    fn build(&self) -> Build {
        Build { version: "1.2.3".to_owned(), integrity: "sha384-A".to_owned() }
    }
}

fn opened(opening: Opening) -> Tree {
    let html = Owner::new().with(|| app(Rc::new(Page), opening).to_html());
    // As in `tests/screens`: HTML has no end tag for these.
    Tree::of(&html.replace("</INPUT>", ""))
}

fn with(json: &str) -> Tree {
    let mut design = Design::new(FILES);
    design.settings = serde_json::from_str(json).unwrap();
    opened(Opening { fragment: fragment(&design).unwrap(), saved: None })
}

fn empty() -> Tree {
    opened(Opening::default())
}

#[test]
fn every_setting_of_the_table_has_a_control_with_a_label_and_a_description() {
    let tree = empty();
    for field in Group::ALL.into_iter().flat_map(fields) {
        let place = field.path.to_string();
        let id = format!("field-{}", place.replace('.', "_"));
        let control = tree.by_id(&id).unwrap_or_else(|| panic!("{place} has no control"));
        assert!(control.name().contains(field.label) || control.is(&["fieldset"]), "{place}: {}", control.name());
        if let Some(described) = control.get("aria-describedby") {
            for id in described.split(' ') {
                assert!(tree.by_id(id).is_some(), "{place} is described by {id}, which is nowhere");
            }
        }
    }
}

#[test]
fn every_id_is_there_once_and_every_control_has_a_name() {
    for tree in [empty(), with(r#"{"questions": [{"name": "a", "text": "A?"}, {"name": "b", "text": "B?"}]}"#)] {
        let mut seen = HashSet::new();
        for id in tree.all().filter_map(|node| node.get("id")) {
            assert!(seen.insert(id.to_owned()), "{id} is there twice");
        }
        for control in tree.tagged(&["input", "select", "textarea", "button", "iframe", "a"]) {
            let name = if control.is(&["iframe"]) {
                control.get("title").unwrap_or_default().to_owned()
            } else {
                control.name()
            };
            assert_ne!(name.trim(), "", "{:?}", control.attributes());
        }
    }
}

#[test]
fn a_problem_is_shown_at_its_field_and_listed_at_the_top() {
    let tree = with(r#"{"theme": "drak", "contact": {"receiver": "json", "url": "ftp://a"}}"#);
    for (id, expected) in [("field-theme", "Did you mean “dark”?"), ("field-contact_url", "ftp://a")] {
        let text = tree.by_id(&format!("{id}-problems")).unwrap().words();
        assert!(text.contains(expected), "{id}: {text}");
        assert_eq!(tree.by_id(id).unwrap().get("aria-invalid"), Some("true"), "{id}");
        let target = format!("#{id}");
        assert!(tree.tagged(&["a"]).any(|link| link.get("href") == Some(&target)), "{id} is not listed");
    }
}

#[test]
fn what_has_no_field_can_be_removed_where_it_is_listed() {
    let tree = with(r#"{"thme": "dark", "weights": {"costs": 2}}"#);
    let removable: Vec<_> =
        tree.tagged(&["button"]).map(|button| button.words()).filter(|words| words.starts_with("Remove")).collect();
    assert_eq!(removable, ["Remove : thme", "Remove : weights.costs"]);
}

#[test]
fn the_code_of_a_new_design_can_be_taken_at_once() {
    let tree = empty();
    let code: Vec<String> = tree.tagged(&["pre"]).map(|pre| pre.words()).collect();
    assert!(code.iter().any(|text| text.contains("https://widget.example/support-fit.js")), "{code:?}");
    assert!(tree.tagged(&["button"]).any(|button| button.words().starts_with("Copy")));
}

#[test]
fn what_visitors_read_follows_the_settings() {
    let tree = with(
        r#"{"providerName": "Marlow & Finch IT", "providerSells": ["co-managed"], "weights": {"cost": 2}, "texts": {"title": "Ours"}}"#,
    );
    let read = tree.tagged(&["blockquote"]).next().unwrap().words();
    for expected in [
        "Marlow & Finch IT offers this tool",
        "counts 2 times as much",
        "the title",
        "does not call for what they sell",
    ] {
        assert!(read.contains(expected), "{expected}: {read}");
    }
}

#[test]
fn a_link_that_cannot_be_read_says_so_and_the_draft_is_shown() {
    let mut saved = Design::new(FILES);
    saved.set(&Path::default().name("providerName"), Some("Mine".into()));
    let draft = Some(to_draft(&saved));
    let broken = format!("{}!", fragment(&saved).unwrap());
    let tree = opened(Opening { fragment: broken, saved: draft.clone() });
    let notice = tree.all().find(|node| node.classes().any(|class| class == "notice")).unwrap().words();
    assert!(notice.contains("The link could not be read"), "{notice}");
    assert!(tree.tagged(&["blockquote"]).next().unwrap().words().contains("Mine"));
    let tree = opened(Opening { fragment: String::new(), saved: draft });
    let notice = tree.all().find(|node| node.classes().any(|class| class == "notice")).unwrap().words();
    assert!(notice.contains("where you left off"), "{notice}");
}

#[test]
fn a_draft_that_cannot_be_read_stays_on_the_device() {
    let tree = opened(Opening { fragment: String::new(), saved: Some(r#"{"studio": 2}"#.to_owned()) });
    let notice = tree.all().find(|node| node.classes().any(|class| class == "notice")).unwrap().words();
    assert!(notice.contains("could not be read, and is still there"), "{notice}");
}

#[test]
fn a_list_of_thousands_shows_as_many_as_count() {
    let many = vec![r#"{"name": "a", "text": "A?"}"#; 100].join(",");
    let tree = with(&format!(r#"{{"questions": [{many}]}}"#));
    assert!(tree.by_id("field-questions_4__text").is_some() && tree.by_id("field-questions_5__text").is_none());
    assert!(tree.by_id("field-questions").unwrap().words().contains("95 more are not shown"));
}

#[test]
fn a_link_says_which_other_servers_it_names() {
    let mut design = Design::new("https://other.example/");
    design.settings =
        serde_json::from_str(r#"{"contact": {"receiver": "json", "url": "https://inbox.example/a"}}"#).unwrap();
    let tree = opened(Opening { fragment: fragment(&design).unwrap(), saved: None });
    let notice = tree.all().find(|node| node.classes().any(|class| class == "notice")).unwrap().words();
    for server in ["https://other.example/", "https://inbox.example/a"] {
        assert!(notice.contains(server), "{notice}");
    }
}
