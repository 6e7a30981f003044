//! The views for what follows the result: the plan, what to ask, saving and comparing, sources, and earlier results.

use assessment::{
    Alternative, Assessment,
    i18n::{
        Catalog,
        key::ui::{self, compare, duties, result, take},
    },
    json::Value,
};
use decision::{
    evaluation::Verdict,
    plan::{Plan, note_on_sector, notes_on_events, questions_to_ask, steps},
    worksheet::StepEntries,
};
use report::ADMISSIONS;
use session::{Action, Place, View};

use super::{
    html::{Node, Tree},
    laws::assert_kept,
    page::SharedPage,
    reference::{cases, name, organizations},
    screens::{LEANS, kept, organization, partial},
    visit::{Before, HISTORY, KEY, Visit, draft_of},
};

const VIEWS: [&str; 4] = ["plan", "ask", "save", "sources"];

/// The draft of a case at a view of the result.
fn at(view: &str, case: &Value) -> String {
    let place = r#""screen":"result""#;
    draft_of(case, ("screen", "result")).replace(place, &[place, r#","view":""#, view, r#"""#].concat())
}

/// The draft with further parts, such as `"steps":{…}`.
fn with(draft: &str, parts: &str) -> String {
    draft.replacen('{', &["{", parts, ","].concat(), 1)
}

/// Entries in every part of the plan, as an earlier build saved them.
fn filled(view: &str) -> String {
    let fixture: Value = serde_json::from_str(include_str!("../fixtures/draft-schema-3.json")).unwrap();
    let entries = ["duties", "figures", "steps", "scorecard", "questions"].map(|part| {
        let value = serde_json::to_string(fixture.get(part).unwrap()).unwrap();
        format!("\"{part}\":{value}")
    });
    with(&at(view, &organization("P10")), &entries.join(","))
}

/// The result of P10 a year earlier.
fn earlier() -> String {
    let run = Value::object([
        ("date", Value::from("2025-11-20")),
        ("content", Value::from(Assessment::standard().version)),
        ("verdict", Value::from("lean")),
        ("leader", Value::from("co_managed")),
        ("shares", Value::List([12.0, 70.0, 18.0].map(Value::from).into())),
        ("answers", organization("P10").get("answers").unwrap().clone()),
    ]);
    serde_json::to_string(&Value::List(vec![run])).unwrap()
}

/// The screen of a draft.
fn shown(draft: &str) -> (Visit, Tree) {
    let mut visit = Visit::saved(draft);
    let tree = assert_kept("a view", &visit.html());
    (visit, tree)
}

fn says(tree: &Tree, words: &str) -> bool {
    tree.all().any(|node| node.words() == words)
}

/// The elements with this class.
fn classed<'t>(tree: &'t Tree, class: &'static str) -> impl Iterator<Item = Node<'t>> {
    tree.all().filter(move |node| node.classes().any(|known| known == class))
}

/// The items of the lists with this class, in order.
fn items<'t>(tree: &'t Tree, class: &'static str) -> Vec<Node<'t>> {
    let is_in = move |node: &Node<'t>| node.around().any(|outer| outer.classes().any(|known| known == class));
    tree.tagged(&["li"]).filter(is_in).collect()
}

/// The name of the checkbox of an item.
fn checkbox(item: Node<'_>) -> String {
    item.inside().into_iter().find(|node| node.get("type") == Some("checkbox")).unwrap().name()
}

#[test]
fn every_organizations_views_keep_the_laws_folded_and_unfolded() {
    let all = organizations().into_iter().chain(cases(include_str!("../vectors/partial_answers.json")));
    for (n, case) in all.enumerate() {
        for view in VIEWS {
            let draft = at(view, &case);
            for unfolds in [false, true] {
                let mut visit = Visit::with(Before { texts: &[(KEY, &draft)], unfolds, ..Before::default() });
                assert_kept(&format!("{view} of {}", name(&case, n)), &visit.html());
            }
        }
    }
}

#[test]
fn views_that_were_filled_in_with_an_earlier_result_keep_the_laws() {
    let earlier = earlier();
    for view in VIEWS.into_iter().chain(["answer"]) {
        let draft = filled(view);
        for unfolds in [false, true] {
            let texts = [(KEY, draft.as_str()), (HISTORY, earlier.as_str())];
            let mut visit = Visit::with(Before { texts: &texts, unfolds, ..Before::default() });
            assert_kept(view, &visit.html());
        }
    }
}

#[test]
fn the_plan_shows_what_starts_in_the_first_three_months_and_folds_the_rest() {
    for case in organizations() {
        let draft = at("plan", &case);
        let (visit, tree) = shown(&draft);
        if visit.ui.prepared().evaluation.verdict == Verdict::Insufficient || !visit.ui.prepared().is_full() {
            continue;
        }
        let assessment = visit.ui.assessment();
        let evaluation = &visit.ui.prepared().evaluation;
        let (none, pattern) = (StepEntries::default(), Plan::of(assessment, evaluation).pattern);
        let rows = steps(assessment, evaluation, pattern, &none);
        let starts: Vec<u8> = rows.iter().map(|row| row.step.months()[0]).collect();
        let early = starts.iter().filter(|month| **month <= 3).count();
        assert_eq!(items(&tree, "timeline").len(), early);

        let later = visit.ui.count(result::roadmap::later::ONE, result::roadmap::later::OTHER, starts.len() - early);
        assert!(tree.by_id("step-later").unwrap().words().starts_with(&later));
        let mut visit = Visit::with(Before { texts: &[(KEY, &draft)], unfolds: true, ..Before::default() });
        assert_eq!(items(&Tree::of(&visit.html()), "timeline").len(), starts.len());
    }
}

#[test]
fn the_plan_has_a_heading_for_each_span_of_months_and_no_second_title() {
    let (visit, tree) = shown(&at("plan", &organization("P10")));
    let headings = |tag: &'static [&'static str]| tree.tagged(tag).map(Node::words).collect::<Vec<_>>();
    assert_eq!(headings(&["h3"]), [visit.ui.t(result::roadmap::TITLE)]);
    let spans = ["Month 0", "Months 1 to 3", "Months 4 to 24"];
    let has_notes = visit.ui.now(|session| !notes_on_events(session.assessment(), session.responses()).is_empty());
    let notes = has_notes.then(|| visit.ui.t(result::roadmap::EXPECT));
    assert_eq!(headings(&["h4"]), spans.into_iter().chain(notes).collect::<Vec<_>>());
}

#[test]
fn an_own_step_is_in_the_part_in_which_it_starts() {
    let has = |months: &str, unfolds| {
        let own = format!(r#""steps":{{"own":{{"1":{{"text":"Order laptops",{months}}}}}}}"#);
        let draft = with(&at("plan", &organization("P10")), &own);
        let mut visit = Visit::with(Before { texts: &[(KEY, &draft)], unfolds, ..Before::default() });
        let tree = assert_kept("an own step", &visit.html());
        items(&tree, "timeline").into_iter().any(|item| checkbox(item) == "Order laptops")
    };
    assert!(has(r#""from":3,"to":24"#, false));
    assert!(!has(r#""from":5,"to":6"#, false));
    assert!(has(r#""from":5,"to":6"#, true));
}

#[test]
fn a_step_of_one_month_has_one_month() {
    let own = r#""steps":{"own":{"1":{"text":"Order laptops","from":2,"to":2}}}"#;
    let (_, tree) = shown(&with(&at("plan", &organization("P10")), own));
    let own = items(&tree, "timeline").into_iter().find(|item| checkbox(*item) == "Order laptops").unwrap();
    assert!(own.words().contains("Month 2") && !own.words().contains("Months"), "{}", own.words());
}

#[test]
fn progress_is_shown_once_a_step_is_done_and_overdue_steps_are_counted() {
    let progress = |steps: &str| {
        let (_, tree) = shown(&with(&at("plan", &organization("P10")), &format!("\"steps\":{steps}")));
        let words = |class| classed(&tree, class).next().map(Node::words);
        [words("progressing"), words("late")]
    };
    assert_eq!(progress(r#"{"start":"2026-12-01"}"#), [None, None]);
    let [done, overdue] = progress(r#"{"steps":{"goals":{"done":true}}}"#);
    assert!(done.unwrap().starts_with("1 of ") && overdue.is_none());
    // Today is November 22, 2026.
    let [done, overdue] = progress(r#"{"steps":{"goals":{"date":"2026-11-21"}}}"#);
    assert_eq!((done, overdue.as_deref()), (None, Some("1 step is overdue")));
}

#[test]
fn closed_folds_of_the_plan_say_what_is_late_in_them() {
    let late = |part: &str, id: &str| {
        let (_, tree) = shown(&with(&at("plan", &organization("P10")), part));
        tree.by_id(id).unwrap().words()
    };
    let repeat = |date: &str| format!(r#""steps":{{"steps":{{"repeat":{{"date":"{date}"}}}}}}"#);
    assert!(late(&repeat("2026-11-21"), "step-later").contains("Overdue"));
    assert!(!late(&repeat("2026-11-22"), "step-later").contains("Overdue"));
    let review = |date: &str| format!(r#""scorecard":{{"response":{{"review":"{date}"}}}}"#);
    assert!(late(&review("2026-11-22"), "scorecard").contains("Your review is due"));
    assert!(!late(&review("2026-11-23"), "scorecard").contains("Your review is due"));
}

#[test]
fn the_five_questions_that_the_answers_call_for_come_first_with_their_reasons() {
    for case in organizations() {
        let draft = at("ask", &case);
        let (visit, tree) = shown(&draft);
        let (assessment, prepared) = (visit.ui.assessment(), visit.ui.prepared());
        if prepared.evaluation.verdict == Verdict::Insufficient || !prepared.is_full() {
            continue;
        }
        let trap = Plan::of(assessment, &prepared.evaluation).trap;
        let rows =
            visit.ui.now(|session| questions_to_ask(assessment, &prepared.evaluation, session.responses(), &trap));
        let text = |n: usize| visit.ui.t(assessment.checklist[rows[n].id.index()].text);
        let questions = items(&tree, "asking");
        assert_eq!(questions.len(), 5);
        for (n, item) in questions.into_iter().enumerate() {
            assert_eq!(checkbox(item), text(n));
            let missing = rows[n].reasons.iter().find(|reason| !item.words().contains(visit.ui.t(**reason)));
            assert!(missing.is_none(), "{} lacks {missing:?}", item.words());
        }
        let more = visit.ui.count(result::ask::more::ONE, result::ask::more::OTHER, rows.len() - 5);
        assert!(says(&tree, &more), "{more}");
        let sector = note_on_sector(assessment, &prepared.evaluation.reading);
        assert_eq!(says(&tree, visit.ui.t(result::ask::FIELD)), sector.is_some());

        let mut visit = Visit::with(Before { texts: &[(KEY, &draft)], unfolds: true, ..Before::default() });
        assert_eq!(items(&Tree::of(&visit.html()), "asking").len(), rows.len());
    }
}

#[test]
fn how_many_questions_were_asked_is_shown_once_one_was() {
    let progress = |parts: &str| {
        let (_, tree) = shown(&with(&at("ask", &organization("P10")), parts));
        classed(&tree, "progressing").next().map(Node::words)
    };
    assert_eq!(progress(r#""questions":{"questions":{"nights":{"note":"Later"}}}"#), None);
    let asked = progress(r#""questions":{"questions":{"nights":{"ticked":true}}}"#).unwrap();
    assert!(asked.starts_with("1 of "), "{asked}");
}

#[test]
fn providers_are_compared_in_the_fold_that_names_them() {
    let draft = filled("ask");
    let (_, folded) = shown(&draft);
    assert!(folded.tagged(&["table"]).next().is_none());
    let mut visit = Visit::with(Before { texts: &[(KEY, &draft)], unfolds: true, ..Before::default() });
    let tree = assert_kept("providers", &visit.html());
    let table = tree.tagged(&["table"]).next().unwrap();
    assert!(table.around().any(|outer| outer.get("id") == Some("ask-firms")));
    assert!(table.words().contains("Marlow & Finch IT"));
}

#[test]
fn the_plan_and_the_questions_end_with_the_call_to_action_if_the_provider_sells_the_model_in_front() {
    let calls = |view: &str, config: &Value| {
        let page = SharedPage::default();
        page.0.store.texts.borrow_mut().insert(KEY.to_owned(), at(view, &organization("P2")));
        let mut visit = Visit::on(page, config);
        let leader = visit.ui.prepared().evaluation.leader;
        assert_eq!(leader, Alternative::CoManaged);
        let tree = assert_kept(view, &visit.html());
        let calls = tree.all().filter(|node| node.get("part") == Some("cta"));
        calls.map(|node| (node.get("class").unwrap_or_default().to_owned(), node.name())).collect::<Vec<_>>()
    };
    let name = ("providerName", Value::from("Northwind IT"));
    let linked = |sells: &[&str]| {
        let sells = (!sells.is_empty()).then(|| sells.iter().copied().collect::<Value>());
        let url = ("ctaUrl", Value::from("https://example.com/talk"));
        Value::object([name.clone(), url, ("providerSells", sells.into())])
    };
    let link = ("link".to_owned(), "Talk it through with Northwind IT".to_owned());
    for view in ["plan", "ask"] {
        assert_eq!(calls(view, &Value::object([name.clone()])), []);
        assert_eq!(calls(view, &linked(&[])), std::slice::from_ref(&link));
        assert_eq!(calls(view, &linked(&["co-managed"])), std::slice::from_ref(&link));
        assert_eq!(calls(view, &linked(&["outsourced"])), []);
    }
    let second = calls("answer", &linked(&["outsourced"]));
    assert_eq!(second, [("link".to_owned(), "Ask Northwind IT for a second opinion".to_owned())]);
}

#[test]
fn a_provider_that_sells_either_model_of_a_close_result_is_called() {
    let shown = |sells: &str| {
        let page = SharedPage::default();
        page.0.store.texts.borrow_mut().insert(KEY.to_owned(), at("answer", &organization("P10")));
        let config = Value::object([
            ("providerName", "Northwind IT".into()),
            ("providerSells", [sells].into_iter().collect()),
            ("ctaUrl", "https://example.com/talk".into()),
            ("contact", Value::object([("receiver", "event".into())])),
        ]);
        let mut visit = Visit::on(page, &config);
        let evaluation = &visit.ui.prepared().evaluation;
        assert_eq!(evaluation.verdict, Verdict::Close);
        assert_eq!(evaluation.ranked(), [Alternative::Outsourced, Alternative::CoManaged, Alternative::InHouse]);
        let _ = visit.html();
        visit.run();
        let tree = kept(&mut visit, result::answer::sure::TITLE);
        let call = tree.all().find(|node| node.get("part") == Some("cta")).unwrap();
        let disclosure = classed(&tree, "offer").next().unwrap().words();
        let heading = tree.by_id("contact").unwrap().words();
        (call.get("class").unwrap().to_owned(), disclosure.contains("does not call for"), heading)
    };
    let called = ("secondary".to_owned(), false, "Write to Northwind IT".to_owned());
    assert_eq!(shown("outsourced"), called);
    assert_eq!(shown("co-managed"), called);
    assert_eq!(shown("in-house"), ("link".to_owned(), true, "Ask Northwind IT for a second opinion".to_owned()));
}

#[test]
fn a_call_to_action_for_the_model_in_front_has_its_own_address_and_label() {
    let page = SharedPage::default();
    page.0.store.texts.borrow_mut().insert(KEY.to_owned(), at("answer", &organization("P2")));
    let call = |url: &str, label: &str| Value::object([("url", url.into()), ("label", label.into())]);
    let document = |outcome: &str| {
        let calls = Value::object([(outcome, call("https://example.com/together", "Plan it together"))]);
        Value::object([
            ("providerName", "Northwind IT".into()),
            ("ctaUrl", "https://example.com/talk".into()),
            ("ctaLabel", "Talk to us".into()),
            ("cta", calls),
        ])
    };
    let shown = |document: &Value| {
        let tree = kept(&mut Visit::on(page.clone(), document), result::answer::sure::TITLE);
        let links = tree.all().filter(|node| node.get("part") == Some("cta"));
        links.map(|node| (node.get("href").unwrap().to_owned(), node.name())).collect::<Vec<_>>()
    };
    let own = ("https://example.com/together".to_owned(), "Plan it together".to_owned());
    assert_eq!(shown(&document("co-managed")), std::slice::from_ref(&own));
    assert_eq!(shown(&document("outsourced")), [("https://example.com/talk".to_owned(), "Talk to us".to_owned())]);

    // Nothing but this call: a result of another kind has none.
    let only = |outcome: &str| Value::object([("cta", Value::object([(outcome, call(&own.0, &own.1))]))]);
    assert_eq!(shown(&only("co-managed")), std::slice::from_ref(&own));
    assert_eq!(shown(&only("close")), []);
    // Its label fits the result, also if that does not call for what the provider sells.
    let sells = ("providerSells".to_owned(), ["outsourced"].into_iter().collect::<Value>());
    let Value::Object(entries) = document("co-managed") else { unreachable!() };
    assert_eq!(shown(&Value::Object(entries.into_iter().chain([sells]).collect())), [own]);
}

#[test]
fn sharing_has_three_ways_and_folds_for_the_others() {
    let (visit, tree) = shown(&at("save", &organization("P10")));
    let t = |key| visit.ui.t(key);
    let ways: Vec<String> = tree.tagged(&["h4"]).map(Node::words).collect();
    assert_eq!(ways, [take::link::TITLE, take::mail::TITLE, take::print::TITLE].map(t));
    let folds: Vec<String> = tree.tagged(&["summary"]).map(Node::words).collect();
    assert_eq!(folds, [take::files::TITLE, take::device::TITLE, compare::with::TITLE].map(t));

    let mut quick = Visit::new();
    quick.answer(&LEANS);
    quick.ui.act(Action::GoTo(Place::Result(View::Save)));
    let tree = kept(&mut quick, take::link::TITLE);
    assert!(!says(&tree, t(compare::with::TITLE)));
}

#[test]
fn a_page_with_a_local_address_has_no_link() {
    for address in ["about:srcdoc", "file:///home/me/it.html", ""] {
        let mut visit = Visit::saved(&at("save", &organization("P10")));
        kept(&mut visit, take::link::LABEL);
        visit.page.0.address.set(Some(address));
        let tree = kept(&mut visit, take::link::NONE);
        assert!(tree.by_id("take-link").is_none(), "{address}");
    }
}

#[test]
fn the_browser_denies_files_or_the_clipboard() {
    let mut visit = Visit::saved(&at("save", &organization("P4")));
    visit.page.0.refuses.set(true);
    let _ = visit.html();
    let uses: Vec<(&'static str, &'static str)> = vec![
        (visit.ui.t(take::files::MARKDOWN), ""),
        (visit.ui.t(take::link::COPY), ""),
        (visit.ui.t(take::mail::COPY), ""),
    ];
    visit.page.0.uses.replace(uses);
    let tree = kept(&mut visit, take::files::FAILED);
    assert!(tree.by_id("take-mail").is_some(), "the mail can be copied by hand");
}

#[test]
fn a_browser_that_cannot_print_offers_a_file_instead() {
    for (view, button, file) in
        [("save", take::print::BUTTON, take::files::MARKDOWN), ("who", duties::PRINT, duties::MARKDOWN)]
    {
        let mut visit = Visit::saved(&at(view, &organization("P10")));
        let [button, file] = [button, file].map(|key| visit.ui.t(key));
        visit.page.0.uses.replace(vec![(button, "")]);
        let printed = assert_kept(view, &visit.html());
        assert!(!says(&printed, visit.ui.t(take::print::FAILED)), "{view}");
        visit.page.0.refuses.set(true);
        visit.page.0.uses.replace(vec![(button, "")]);
        let tree = kept(&mut visit, take::print::FAILED);
        let pressed = tree.tagged(&["button"]).find(|node| node.words() == button).unwrap();
        assert!(pressed.parent().unwrap().inside().iter().any(|node| node.words() == file), "{view}");
    }
}

#[test]
fn colleagues_stay_in_an_open_fold() {
    let draft = at("save", &organization("P2"));
    let mut visit = Visit::saved(&draft);
    let tree = assert_kept("before anybody was added", &visit.html());
    assert!(tree.by_id("compare-link").is_none(), "the fold is closed");
    visit.page.0.unfolds.set(true);
    for other in ["P6", "P11"] {
        let _ = visit.html();
        let field = visit.page.0.controls.borrow().iter().position(|it| it.name == "compare-link").unwrap();
        visit.operate_nth(field, &draft_of(&organization(other), ("screen", "result")));
        let add = visit.ui.t(compare::with::ADD);
        let button = visit.page.0.controls.borrow().iter().position(|it| it.name == add).unwrap();
        visit.operate_nth(button, "");
    }
    visit.page.0.unfolds.set(false);
    let tree = kept(&mut visit, compare::agenda::TITLE);
    let people = tree.all().filter(|node| node.get("id").is_some_and(|id| id.starts_with("compare-name-"))).count();
    assert_eq!(people, 3);
    assert!(tree.tagged(&["h4"]).any(|heading| heading.words() == visit.ui.t(compare::TITLE)));
}

#[test]
fn sources_and_limits_say_every_admission_and_every_article_without_a_fold() {
    let (visit, tree) = shown(&at("sources", &organization("P10")));
    let section = classed(&tree, "limits").next().unwrap();
    let articles = visit.ui.assessment().sources.iter().map(|source| source.name);
    for key in ADMISSIONS.into_iter().chain(articles) {
        assert!(section.words().contains(visit.ui.t(key)), "{}", visit.ui.t(key));
    }
    assert!(section.inside().into_iter().all(|node| !node.is(&["details"])));
}

#[test]
fn the_answer_starts_with_the_last_earlier_result_and_opens_the_others() {
    let (draft, earlier) = (at("answer", &organization("P10")), earlier());
    let texts = [(KEY, draft.as_str()), (HISTORY, earlier.as_str())];
    let mut visit = Visit::with(Before { texts: &texts, ..Before::default() });
    let tree = assert_kept("an earlier result", &visit.html());
    let line = tree.by_id("history").unwrap();
    let summary = line.children().next().unwrap();
    assert_eq!(summary.words(), "2025-11-20: Co-managed IT, 70 of 100 runs");
    let place = |node: Node<'_>| node.place();
    let headline = tree.tagged(&["h3"]).find(|heading| heading.get("tabindex").is_some()).unwrap();
    assert!(place(line) < place(headline));

    visit.press(visit.ui.t(result::history::DELETE_ALL));
    assert_eq!(visit.page.0.focused.borrow().last().unwrap(), "#history > summary");
    assert!(!visit.page.0.store.texts.borrow()[HISTORY].contains("2025-11-20"));

    let (_, tree) = shown(&draft);
    assert!(tree.by_id("history").is_none(), "nothing without an earlier result");
}

#[test]
fn rejected_entries_show_an_error_at_their_fields() {
    let cases: [(&str, &[(&'static str, &'static str)]); 3] = [
        ("cost", &[("cost-0-1", "many"), ("cost-1-0", "1.2.3")]),
        ("plan", &[("measure-scale-today", "soon"), ("step-start", "1900-01-01")]),
        ("ask", &[("firm-0", "left\u{202e}right")]),
    ];
    for (view, uses) in cases {
        let draft = at(view, &organization("P4"));
        let mut visit = Visit::with(Before { texts: &[(KEY, &draft)], uses, unfolds: true, ..Before::default() });
        let tree = Tree::of(&visit.html());
        for (id, _) in uses {
            let field = tree.by_id(id).unwrap();
            assert_eq!(field.get("aria-invalid"), Some("true"), "{view}: {id}");
            let described = field.get("aria-describedby").unwrap();
            assert!(!tree.by_id(described).unwrap().words().is_empty(), "{described} says why");
        }
    }
}

#[test]
fn pasted_text_is_rejected_by_its_button_and_not_when_the_field_is_left() {
    let draft = at("save", &organization("P4"));
    for (id, button) in [("take-paste", take::device::OPEN), ("compare-link", compare::with::ADD)] {
        let button = Visit::new().ui.t(button);
        for (uses, is_rejected) in [(vec![(id, "hello")], false), (vec![(id, "hello"), (button, "")], true)] {
            let before = Before { texts: &[(KEY, &draft)], uses: &uses, unfolds: true, ..Before::default() };
            let mut visit = Visit::with(before);
            let tree = Tree::of(&visit.html());
            let field = tree.by_id(id).unwrap();
            assert_eq!(field.get("aria-invalid").is_some(), is_rejected, "{id}");
            if is_rejected {
                let message = tree.by_id(field.get("aria-describedby").unwrap()).unwrap().words();
                assert_eq!(visit.ui.announced(), Some(message));
                assert_eq!(visit.page.0.focused.borrow().last(), Some(&format!("#{id}")));
            }
        }
    }
}

#[test]
fn cost_and_the_scorecard_parse_numbers_alike() {
    for (typed, is_taken) in [("1,5", true), ("1.5", true), ("1,2.5", false)] {
        for (view, id) in [("cost", "cost-3-1"), ("plan", "measure-scale-today")] {
            let mut visit = Visit::saved(&at(view, &organization("P4")));
            visit.page.0.language.set("de");
            visit.page.0.unfolds.set(true);
            visit.page.0.uses.replace(vec![(id, typed)]);
            let tree = Tree::of(&visit.html());
            let field = tree.by_id(id).unwrap();
            assert_eq!(field.get("aria-invalid").is_none(), is_taken, "{typed} in {id}");
            if let Some(described) = field.get("aria-describedby") {
                let message = tree.by_id(described).unwrap().words();
                assert_eq!(message, "This could mean two numbers. Write it like 1,5 or 12.345.", "{id}");
            }
        }
    }
}

/// Text fields with a numeric keypad; `type=number` would parse by the browser's region.
#[test]
fn every_number_field_parses_what_any_keypad_offers() {
    let words = Catalog::english();
    let refusals = [ui::cost::problem::UNCLEAR, ui::cost::problem::NOT_A_NUMBER, result::scorecard::NO_NUMBER]
        .map(|key| words.get(key).split('{').next().unwrap());
    for view in ["cost", "plan"] {
        let fields = |page: &dyn Fn(&Visit)| {
            let mut visit = Visit::saved(&at(view, &organization("P4")));
            visit.page.0.unfolds.set(true);
            page(&visit);
            Tree::of(&visit.html())
        };
        let untouched = fields(&|_| {});
        assert!(untouched.tagged(&["input"]).all(|input| input.get("type") != Some("number")));
        let ids: Vec<&'static str> = untouched
            .tagged(&["input"])
            .filter(|input| input.get("inputmode") == Some("decimal"))
            .map(|input| &*input.get("id").unwrap().to_owned().leak())
            .collect();
        assert!(ids.len() >= 15, "{view}");
        for is_german in [false, true] {
            for (typed, is_parsed) in [("42,5", true), ("42.5", true), ("٤٢٫٥", true), ("4,2.5", false)] {
                let tree = fields(&|visit| {
                    visit.page.0.language.set(if is_german { "de" } else { "" });
                    visit.page.0.uses.replace(ids.iter().map(|id| (*id, typed)).collect());
                });
                for id in &ids {
                    let described = tree.by_id(id).unwrap().get("aria-describedby");
                    let message = described.map(|id| tree.by_id(id).unwrap().words()).unwrap_or_default();
                    let is_refused = refusals.iter().any(|refusal| message.starts_with(refusal));
                    assert_eq!(is_refused, !is_parsed, "{typed} in {id}: {message}");
                }
            }
        }
    }
}

#[test]
fn views_that_need_more_answers_say_so() {
    let few = partial("four scored answers: insufficient");
    for (view, title) in [("plan", result::roadmap::TITLE), ("ask", result::ask::TITLE), ("save", take::TITLE)] {
        let mut visit = Visit::saved(&at(view, &few));
        kept(&mut visit, title);
        kept(&mut visit, ui::result::needs::TEXT);
    }
}
