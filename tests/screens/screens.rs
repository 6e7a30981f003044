//! The screens that a visitor can see, as in `tests/e2e/steps/screens.js`; those of the loader are its own.

use assessment::{
    i18n::{Key, key::ui},
    json::Value,
};
use config::{Detail, DraftStorage};
use decision::evaluation::Verdict;
use session::{Action, Place, Session, View};
use support_fit::ui::host::ControlKind;

use super::{
    html::Tree,
    laws::{assert_kept, assert_view},
    page::{Network, SharedPage},
    reference::{cases, organizations},
    visit::{Before, KEY, Visit, draft_of, view_name},
};

/// Answers that lean to co-managed, question by question.
pub const LEANS: [&str; 7] = [
    "One IT person who runs things and also plans ahead",
    "Stretched: planning, security or documentation slips",
    "One good hire, not a department",
    "We share it with a provider, each for agreed parts",
    "The big ones: systems, vendors and priorities",
    "At a good pace; we are growing",
    "The basics daily, specialists now and then",
];

/// Answers that rule two models out.
const RULED_OUT: [&str; 6] = [
    "No one in particular",
    "No, we do not have the budget",
    "One provider, from start to finish",
    "Just the plan and the budget; a provider can decide the rest",
    "Slowly; much like last year",
    "Some of everything, at a normal depth",
];

/// Answers that contradict each other: one partner in charge of everything, and every decision kept in-house.
const TRAPPED: [&str; 7] = [
    "A manager runs IT and has other duties too",
    "Under control, with time to plan",
    "No, we do not have the budget",
    "One provider, from start to finish",
    "All of them, large and small",
    "Slowly; much like last year",
    "Deep knowledge of our own systems, every day",
];

const NOT_SURE: [&str; 7] = ["Not sure"; 7];

/// An organization: P10 has answered everything and is close, P11 has answered some questions beyond the quick check.
pub fn organization(id: &str) -> Value {
    organizations().into_iter().find(|case| case.get("id").and_then(Value::as_text) == Some(id)).unwrap()
}

/// Partial answers.
pub fn partial(name: &str) -> Value {
    let all = cases(include_str!("../vectors/partial_answers.json"));
    all.into_iter().find(|case| case.get("name").and_then(Value::as_text) == Some(name)).unwrap()
}

fn few() -> Value {
    partial("four scored answers: insufficient")
}

/// Checks the screen and returns it.
pub fn kept(visit: &mut Visit, shows: Key) -> Tree {
    let words = visit.ui.t(shows);
    let html = visit.html();
    let tree = assert_kept(words, &html);
    let says = tree.all().any(|node| node.words() == words || node.name() == words);
    assert!(says, "the screen does not say “{words}”");
    tree
}

fn at(place: &str, case: &Value) -> Visit {
    Visit::saved(&draft_of(case, ("screen", place)))
}

/// At a view of the result.
fn viewing(view: View, case: &Value) -> Visit {
    Visit::saved(&draft_of(case, ("view", view.name())))
}

/// Checks the current view and returns it.
fn kept_view(visit: &mut Visit, view: View) -> Tree {
    let name = visit.ui.t(view_name(view));
    assert_view(name, name, &visit.html())
}

fn says(tree: &Tree, words: &str) -> bool {
    tree.all().any(|node| node.words() == words)
}

#[test]
fn questions_before_and_after_an_answer() {
    let mut visit = Visit::new();
    kept(&mut visit, ui::answer::IS);
    visit.go_on();
    let tree = kept(&mut visit, ui::answer::MISSING);
    assert_eq!(tree.by_id("missing").unwrap().words(), visit.ui.t(ui::answer::MISSING));
    visit.answer(&LEANS[..3]);
    visit.choose(LEANS[3]);
    kept(&mut visit, ui::footer::START_OVER);
}

#[test]
fn a_multiple_choice() {
    let mut visit = Visit::saved(&draft_of(&organization("P11"), ("question", "signs")));
    visit.choose("Security updates (patching) come late or skip some machines");
    let tree = kept(&mut visit, ui::answer::NONE);
    let boxes = tree.tagged(&["input"]).filter(|node| node.get("type") == Some("checkbox")).count();
    assert!(boxes > 3, "{boxes} boxes to tick");
}

#[test]
fn first_results() {
    for (answers, verdict) in [
        (&LEANS[..], Verdict::Lean),
        (&RULED_OUT[..], Verdict::Lean),
        (&TRAPPED[..], Verdict::Close),
        (&NOT_SURE[..], Verdict::Insufficient),
    ] {
        for unfolds in [false, true] {
            let mut visit = Visit::with(Before { unfolds, ..Before::default() });
            visit.answer(answers);
            assert_eq!(visit.ui.now(Session::place), Place::RESULT);
            assert_eq!(visit.ui.prepared().evaluation.verdict, verdict, "{answers:?}");
            for view in View::ALL {
                visit.open(view);
                kept_view(&mut visit, view);
            }
        }
    }
    let mut visit = Visit::new();
    visit.answer(&LEANS);
    visit.open(View::WhatIf);
    visit.press("How big should your own IT team be in two years?");
    kept(&mut visit, ui::nav::UPDATE);
    visit.press(visit.ui.t(ui::nav::BACK));
    kept_view(&mut visit, View::WhatIf);
}

#[test]
fn a_view_that_needs_more_answers_says_so_and_leads_to_them() {
    let of_quick: &[View] = &[View::Cost, View::Who, View::Plan, View::Ask];
    let of_few: &[View] = &[View::Why, View::WhatIf, View::Cost, View::Who, View::Plan, View::Ask, View::Save];
    let cases: [(&[&str], &[View]); 2] = [(&LEANS, of_quick), (&NOT_SURE, of_few)];
    for (answers, lacking) in cases {
        let mut visit = Visit::new();
        visit.answer(answers);
        for view in View::ALL {
            visit.open(view);
            let tree = kept_view(&mut visit, view);
            let is_lacking = says(&tree, visit.ui.t(ui::result::needs::TEXT));
            assert_eq!(is_lacking, lacking.contains(&view), "{}", view.name());
            if is_lacking {
                visit.press(visit.ui.t(ui::nav::GO_ON));
                assert!(matches!(visit.ui.now(Session::place), Place::Question(_)), "{}", view.name());
            }
        }
    }
}

#[test]
fn a_full_result_fills_every_view() {
    for id in ["P2", "P3", "P7", "P10"] {
        let mut visit = at("result", &organization(id));
        for view in View::ALL {
            visit.open(view);
            let tree = kept_view(&mut visit, view);
            assert!(!says(&tree, visit.ui.t(ui::result::needs::TEXT)), "{} of {id}", view.name());
        }
    }
}

#[test]
fn a_draft_opens_at_its_view() {
    for view in View::ALL {
        kept_view(&mut viewing(view, &organization("P10")), view);
    }
    kept_view(&mut Visit::saved(&draft_of(&organization("P10"), ("view", "attic"))), View::Answer);
}

#[test]
fn every_view_but_the_sources_is_linked_from_every_view() {
    let linked = [View::Answer, View::Why, View::WhatIf, View::Cost, View::Who, View::Plan, View::Ask, View::Save];
    let mut visit = at("result", &organization("P7"));
    for from in View::ALL {
        for to in linked {
            visit.open(from);
            let _ = visit.html();
            visit.press(visit.ui.t(view_name(to)));
            assert_eq!(visit.ui.now(Session::place), Place::Result(to), "from {}", from.name());
        }
    }
}

#[test]
fn the_answer_links_to_sources_and_limits() {
    for case in [organization("P2"), organization("P10"), partial("all three blocked: conflict")] {
        let mut visit = at("result", &case);
        visit.press(visit.ui.t(ui::result::view::SOURCES));
        let tree = kept_view(&mut visit, View::Sources);
        assert!(tree.by_id("sources").is_some());
    }
}

/// The views are drawn whole: nothing is added after the first paint.
#[test]
fn every_view_is_complete_when_it_is_first_painted() {
    for case in [organization("P2"), organization("P10"), few()] {
        let mut visit = at("result", &case);
        for view in View::ALL {
            visit.open(view);
            let early = visit.early_html();
            assert_eq!(early, visit.html(), "{}", view.name());
        }
    }
}

#[test]
fn full_results_of_every_verdict() {
    for (case, verdict) in [
        (organization("P2"), Verdict::Clear),
        (organization("P7"), Verdict::Lean),
        (organization("P10"), Verdict::Close),
        (organization("P3"), Verdict::Only),
        (partial("all three blocked: conflict"), Verdict::Close),
        (few(), Verdict::Insufficient),
    ] {
        let mut visit = at("result", &case);
        assert_eq!(visit.ui.prepared().evaluation.verdict, verdict);
        let title = visit.ui.with_voice(|voice| report::headline(voice, &visit.ui.prepared().evaluation));
        let tree = kept_view(&mut visit, View::Answer);
        let first = tree.tagged(&["h3"]).next().unwrap();
        assert_eq!(first.words(), title, "the answer begins with its headline");
    }
}

#[test]
fn the_overview_the_priorities_and_the_check() {
    kept(&mut at("overview", &organization("P11")), ui::overview::TITLE);
    let mut visit = at("priorities", &organization("P10"));
    kept(&mut visit, ui::priorities::TITLE);
    for rating in [assessment::i18n::key::priority::DECISIVE, assessment::i18n::key::priority::NONE] {
        visit.choose(visit.ui.t(rating));
    }
    kept(&mut visit, ui::priorities::RESET);
    let few = draft_of(&few(), ("screen", "priorities"));
    let mut visit = Visit::with(Before { texts: &[(KEY, &few)], unfolds: true, ..Before::default() });
    kept(&mut visit, ui::priorities::FEW);
    kept(&mut at("check", &organization("P4")), ui::check::COMPLETE);
    kept(&mut at("check", &organization("P11")), ui::check::MISSING);
}

#[test]
fn the_effect_of_ratings_is_not_shown_or_announced_until_unfolded() {
    let mut visit = at("priorities", &organization("P10"));
    let decisive = visit.ui.t(assessment::i18n::key::priority::DECISIVE);
    let important = visit.ui.t(assessment::i18n::key::priority::IMPORTANT);
    let message = |tree: &Tree| tree.all().find(|node| node.get("role") == Some("status")).unwrap().words();
    visit.choose(decisive);
    let tree = kept(&mut visit, ui::priorities::EFFECT);
    assert_eq!(tree.by_id("effect").unwrap().tag(), "details");
    assert!(tree.by_id("effect").unwrap().get("open").is_none() && tree.tagged(&["table"]).next().is_none());
    assert!(!message(&tree).contains("of 100"));

    let mut visit = at("priorities", &organization("P10"));
    let _ = visit.html();
    let place = |kind, name: &str| {
        visit.page.0.controls.borrow().iter().position(|it| it.kind == kind && it.name == name).unwrap()
    };
    // The same screen, on which the fold stays open.
    visit.operate_nth(place(ControlKind::Details, "effect"), "");
    visit.operate_nth(place(ControlKind::Choice, important), "true");
    assert!(message(&Tree::of(&visit.html())).contains("of 100 runs"));
}

#[test]
fn the_first_screen_says_what_the_site_saves_and_receives() {
    let message = |storage: DraftStorage, events: Detail| {
        let config = Value::object([("storage", storage.code().into()), ("events", events.code().into())]);
        let mut visit = Visit::on(SharedPage::default(), &config);
        let tree = assert_kept("the first screen", &visit.html());
        let line = tree.all().find(|node| node.is(&["p"]) && node.words().starts_with("Your answers are ")).unwrap();
        line.words()
    };
    let saved = "Your answers are saved on this device";
    let plain = message(DraftStorage::Local, Detail::Plain);
    assert!(plain.starts_with(saved) && plain.contains("can see which model came first"), "{plain}");
    let detailed = message(DraftStorage::Local, Detail::Detailed);
    assert!(detailed.starts_with(saved) && detailed.contains("receives your answers"), "{detailed}");
    assert!(!detailed.contains("not on a server"), "the site may save them on its own: {detailed}");
    for (events, receives) in
        [(Detail::Plain, "can see which model came first"), (Detail::Detailed, "receives your answers")]
    {
        let unsaved = message(DraftStorage::None, events);
        assert!(unsaved.starts_with("Your answers are not saved") && unsaved.contains(receives), "{unsaved}");
    }
}

#[test]
fn a_trial_and_a_slider() {
    let draft = draft_of(&organization("P10"), ("view", "what-if"));
    let uses = [("weight-0", "90"), ("weight-1", "0")];
    let mut visit = Visit::with(Before { texts: &[(KEY, &draft)], uses: &uses, ..Before::default() });
    kept(&mut visit, ui::result::slider::BACK);
}

#[test]
fn later_modules_are_loading_or_have_failed() {
    for (network, says) in [(Network::Hangs, ui::later::COMING), (Network::Fails, ui::later::MISSING)] {
        for place in [("screen", "priorities"), ("screen", "check"), ("screen", "result"), ("view", "cost")] {
            let draft = draft_of(&organization("P10"), place);
            let mut visit = Visit::with(Before { texts: &[(KEY, &draft)], network, ..Before::default() });
            kept(&mut visit, says);
            visit.page.0.network.set(Network::Works);
            if network == Network::Fails {
                visit.press(visit.ui.t(ui::later::RETRY));
            }
            visit.run();
            let tree = assert_kept("what comes later has arrived", &visit.html());
            let says = visit.ui.t(says);
            assert!(!tree.all().any(|node| node.words() == says), "{place:?}: “{says}” is gone");
        }
    }
}

#[test]
fn the_first_screens_need_only_the_first_word_file() {
    for place in [("question", "cap"), ("question", "signs"), ("screen", "overview")] {
        let draft = draft_of(&organization("P10"), place);
        let mut visit = Visit::with(Before { texts: &[(KEY, &draft)], network: Network::Hangs, ..Before::default() });
        assert_kept(place.1, &visit.html());
    }
}

#[test]
fn settings_of_the_site_owner() {
    let draft = draft_of(&organization("P4"), ("screen", "result"));
    let attributes = [
        ("provider-name", "Northwind IT"),
        ("cta-url", "https://example.com/talk"),
        ("cta-label", "Talk to us"),
        ("currency", "CHF"),
    ];
    let mut visit = Visit::with(Before { texts: &[(KEY, &draft)], attributes: &attributes, ..Before::default() });
    let tree = assert_kept("with settings", &visit.html());
    let call = tree.all().find(|node| node.get("part") == Some("cta")).unwrap();
    assert_eq!(call.name(), "Talk to us");
    let mut visit = Visit::with(Before { attributes: &[("flow", "full")], ..Before::default() });
    kept(&mut visit, ui::nav::OVERVIEW);
}

#[test]
fn every_place_can_be_visited_from_every_other() {
    let mut visit = at("overview", &organization("P11"));
    let cost = Place::Result(View::Cost);
    for place in [Place::Priorities, Place::Check, Place::RESULT, Place::Overview, cost, Place::Check] {
        visit.ui.act(Action::GoTo(place));
        visit.run();
        assert_kept(&format!("{place:?}"), &visit.html());
    }
}
