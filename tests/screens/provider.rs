//! What a provider changes of the screens: words, the course, hidden views and a logo.

use assessment::i18n::key::ui;
use config::{OPTIONAL_VIEWS, VIEWS};
use session::{Place, Session, View};
use support_fit::ui::host::ControlKind;

use super::{
    html::Tree,
    laws::{assert_kept, assert_paper, assert_view},
    page::SharedPage,
    reference::organizations,
    screens::{LEANS, kept, organization},
    visit::{KEY, Visit, draft_at_view},
};

const TITLE: &str = "Which kind of IT help fits your clinic?";
const PROMISE: &str = "Seven short questions about your clinic.";

const TEXTS: &str = r#"{"texts": {
    "title": "Which kind of IT help fits your clinic?",
    "promise": "Seven short questions about your clinic.",
    "sections": {"why": "Reasons", "cost": "Budget", "who": "Roles", "plan": "Steps", "ask": "Before you sign", "save": "Keep it"}
}}"#;

/// Only what cannot be hidden is shown.
const LEAST: &str = r#"{"providerName": "Marlow", "ctaUrl": "tel:1", "sections": ["what-if", "sources"]}"#;

fn on_page(settings: &str, draft: Option<&str>) -> Visit {
    let page = SharedPage::default();
    if let Some(text) = draft {
        page.0.store.texts.borrow_mut().insert(KEY.to_owned(), text.to_owned());
    }
    Visit::on(page, &super::document::document(settings, usize::MAX).unwrap())
}

fn at_view(settings: &str, view: View) -> Visit {
    on_page(settings, Some(&draft_at_view(&organization("P10"), view.name(), "")))
}

#[test]
fn the_views_of_the_settings_are_those_of_the_result() {
    assert_eq!(View::ALL.map(View::name), VIEWS);
}

#[test]
fn own_words_are_the_only_title_and_promise_of_the_questions_and_the_result() {
    let mut visit = on_page(TEXTS, None);
    let words = |visit: &mut Visit| Tree::of(&visit.html()).all().next().unwrap().words();
    let first = words(&mut visit);
    assert!(first.contains(TITLE) && first.contains(PROMISE), "{first}");
    let is_ours = |words: &str| words.contains("Which IT support model") || words.contains("in about a minute");
    assert!(!is_ours(&first), "{first}");
    for answer in LEANS {
        visit.answer(&[answer]);
        let next = words(&mut visit);
        assert!(next.contains(TITLE) && !next.contains(PROMISE) && !is_ours(&next), "{next}");
    }
    assert_eq!(visit.ui.now(Session::place), Place::RESULT);
}

#[test]
fn an_own_title_names_the_view_in_the_list_and_is_its_heading() {
    for (view, title) in [
        (View::Why, "Reasons"),
        (View::Cost, "Budget"),
        (View::Who, "Roles"),
        (View::Plan, "Steps"),
        (View::Ask, "Before you sign"),
        (View::Save, "Keep it"),
    ] {
        let mut visit = at_view(TEXTS, view);
        let tree = assert_view(title, title, &visit.html());
        let heading = tree.tagged(&["h3"]).next().unwrap();
        assert_eq!(heading.words(), title);
    }
}

#[test]
fn a_hidden_view_has_no_name_on_any_other_view() {
    for hidden in OPTIONAL_VIEWS {
        let shown: Vec<String> = VIEWS.iter().filter(|view| **view != hidden).map(|view| format!("{view:?}")).collect();
        let settings = format!(r#"{{"sections": [{}]}}"#, shown.join(","));
        let name = super::visit::view_name(View::named(hidden).unwrap());
        for view in View::ALL.into_iter().filter(|view| view.name() != hidden) {
            let mut visit = at_view(&settings, view);
            let html = visit.html();
            assert_kept(hidden, &html);
            let name = visit.ui.t(name);
            let controls = visit.page.0.controls.borrow();
            assert!(!controls.iter().any(|control| control.name == name), "{hidden} on {}", view.name());
        }
    }
}

/// A button that led to a hidden view would lead to the answer.
#[test]
fn no_button_leads_to_a_hidden_view() {
    for case in organizations() {
        for view in [View::Answer, View::WhatIf, View::Sources] {
            let draft = draft_at_view(&case, view.name(), "");
            let visit = || {
                let mut visit = on_page(LEAST, Some(&draft));
                let _ = visit.html();
                visit
            };
            let names: Vec<String> = {
                let visit = visit();
                let controls = visit.page.0.controls.borrow();
                controls.iter().map(|control| control.name.clone()).collect()
            };
            for (n, name) in names.iter().enumerate() {
                let visit = visit();
                if visit.page.0.controls.borrow()[n].kind != ControlKind::Button {
                    continue;
                }
                visit.page.0.events.borrow_mut().clear();
                visit.operate_nth(n, "");
                let events = visit.page.0.events.borrow();
                let moved = events.iter().find(|(event, _)| *event == "progress").map(|(_, detail)| detail.get("view"));
                let leads_nowhere = moved == Some(Some(&"answer".into())) && view == View::Answer;
                let is_named = name == visit.ui.t(ui::result::view::ANSWER);
                assert!(!leads_nowhere || is_named, "“{name}” on {}", view.name());
            }
        }
    }
}

#[test]
fn a_draft_or_a_command_for_a_hidden_view_shows_the_answer() {
    for hidden in OPTIONAL_VIEWS.map(|name| View::named(name).unwrap()) {
        let mut visit = at_view(LEAST, hidden);
        let tree = Tree::of(&visit.html());
        assert!(tree.all().any(|node| node.classes().any(|class| class == "answer")), "{}", hidden.name());
        assert_eq!(visit.ui.now(Session::place), Place::RESULT);

        visit.open(View::WhatIf);
        visit.page.0.events.borrow_mut().clear();
        visit.ui.show_result(hidden, Box::new(|is_enough| assert!(is_enough)));
        visit.run();
        assert_eq!(visit.ui.now(Session::place), Place::RESULT);
        let events = visit.page.0.events.borrow();
        let (_, detail) = events.iter().find(|(name, _)| *name == "progress").unwrap();
        assert_eq!(detail.get("view").and_then(|view| view.as_text()), Some("answer"));
    }
}

/// So that a page that shows it again brings the visitor back.
/// The introduction on the first screen.
fn promise(settings: &str) -> String {
    let tree = Tree::of(&on_page(settings, None).html());
    let lead = tree.all().find(|node| node.classes().any(|class| class == "lead")).unwrap();
    lead.words()
}

#[test]
fn the_full_course_promises_at_most_as_many_questions_as_it_has() {
    let promise = promise(r#"{"flow": "full"}"#);
    let all = assessment::Assessment::standard().questions().count();
    assert!(promise.contains(&format!("up to {all} questions in a few minutes")), "{promise}");
}

#[test]
fn the_quick_check_promises_a_number_of_questions_that_holds_if_one_is_skipped() {
    for flow in ["auto", "quick"] {
        let promise = promise(&format!(r#"{{"flow": "{flow}"}}"#));
        assert!(promise.contains("up to 7 short questions in about a minute"), "{promise}");
    }
}

#[test]
fn a_page_with_only_the_quick_check_names_no_other_questions() {
    let shown = |flow: &str| {
        let mut visit = on_page(&format!(r#"{{"flow": "{flow}"}}"#), None);
        visit.answer(&LEANS);
        let tree = kept(&mut visit, ui::result::answer::sure::TITLE);
        let words = tree.all().next().unwrap().words();
        assert!(!visit.paper().unwrap().contains("Answer the rest"));
        ["7 of 7 questions", "7 of 28 questions", "rest of the questions", "Answer the rest"]
            .map(|it| words.contains(it))
    };
    assert_eq!(shown("quick"), [true, false, false, false]);
    assert_eq!(shown("auto"), [false, true, true, true]);
}

#[test]
fn a_draft_at_a_hidden_view_keeps_its_place() {
    let visit = at_view(LEAST, View::Cost);
    let place = visit.ui.draft().get("place").unwrap().clone();
    assert_eq!(place.get("view").and_then(|view| view.as_text()), Some("cost"));
}

#[test]
fn back_from_a_hidden_view_leads_past_the_answer() {
    let visit = at_view(LEAST, View::Cost);
    visit.ui.act(session::Action::Back);
    assert_eq!(visit.ui.now(Session::place), Place::Check);
}

#[test]
fn the_disclosure_names_what_is_hidden_and_own_words() {
    let disclosure = |settings: &str| {
        let mut visit = at_view(settings, View::Answer);
        let tree = Tree::of(&visit.html());
        let offer = tree.all().find(|node| node.classes().any(|class| class == "offer")).unwrap();
        offer.words()
    };
    let hidden = disclosure(LEAST);
    let parts =
        "why the models rank this way, cost, who does what, the plan, questions for providers, and saving and sharing";
    assert!(hidden.contains(&format!("Marlow left out parts of the result: {parts}.")), "{hidden}");
    let own = disclosure(TEXTS);
    let places = "the title, the introduction, and names of parts of the result";
    let who = "The company that runs this site";
    assert!(own.contains(&format!("{who} put some things in their own words: {places}.")), "{own}");
    let adds = disclosure(r#"{"texts": {"disclosure": "We are based in Springfield."}}"#);
    assert!(adds.contains(&format!("{who} adds: “We are based in Springfield.”")), "{adds}");
    assert!(!disclosure("{}").contains("left out"));
}

#[test]
fn the_printed_report_without_hidden_views_keeps_the_laws() {
    for case in organizations() {
        let mut visit = on_page(LEAST, Some(&draft_at_view(&case, "answer", "")));
        let paper = visit.paper().unwrap();
        assert_paper("the paper", &paper);
        assert!(!paper.contains("Cost over three years") && paper.contains("Marlow left out parts of the result"));
    }
}

#[test]
fn a_contact_heading_of_the_page_gives_way_to_a_second_opinion() {
    let heading = |sells: &str| {
        let settings = format!(
            r#"{{"providerName": "Marlow", "providerSells": ["{sells}"], "texts": {{"contact": "Talk to Ann"}}, "contact": {{"receiver": "event"}}}}"#
        );
        let mut visit = on_page(&settings, None);
        visit.answer(&LEANS);
        let _ = visit.html();
        visit.run();
        Tree::of(&visit.html()).by_id("contact").unwrap().words()
    };
    assert_eq!(heading("co-managed"), "Talk to Ann");
    assert_eq!(heading("in-house"), "Ask Marlow for a second opinion");
}

// @threat-settings
#[test]
fn a_logo_reserves_its_place_and_sends_no_referrer() {
    let settings = r#"{"logo": {"url": "https://www.marlow.example/logo.png", "alt": "Marlow & Finch IT"}}"#;
    let mut visit = at_view(settings, View::Answer);
    let tree = assert_view("the answer", visit.ui.t(ui::result::view::ANSWER), &visit.html());
    let logo = tree.tagged(&["img"]).next().unwrap();
    let attributes = [
        ("src", "https://www.marlow.example/logo.png"),
        ("alt", "Marlow & Finch IT"),
        ("width", "160"),
        ("height", "40"),
        ("loading", "lazy"),
        ("decoding", "async"),
        ("referrerpolicy", "no-referrer"),
    ];
    for (name, value) in attributes {
        assert_eq!(logo.get(name), Some(value), "{name}");
    }
    let mut visit = at_view("{}", View::Answer);
    assert_eq!(Tree::of(&visit.html()).tagged(&["img"]).count(), 0);
}
