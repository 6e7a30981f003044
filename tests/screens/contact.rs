//! The contact form: when it is loaded, what it asks and shows, and what is sent.

use assessment::{
    i18n::key::{contact as words, ui},
    json::Value,
};
use session::View;
use support_fit::ui::host::ControlKind;

use super::{
    html::{Node, Tree},
    page::{Network, SharedPage},
    screens::{LEANS, kept, organization},
    visit::{KEY, Visit, draft_at_view},
};

/// A visitor without answers, on a page with this setting `contact`.
fn on_page(contact: &str) -> Visit {
    let settings = format!(
        r#"{{"providerName": "Marlow & Finch IT", "legalName": "Marlow & Finch IT LLC", "postalAddress": "1 Main St",
            "privacyUrl": "https://www.marlow.example/privacy", "contact": {contact}}}"#
    );
    with_settings(SharedPage::default(), &settings)
}

fn with_settings(page: SharedPage, settings: &str) -> Visit {
    Visit::on(page, &super::document::document(settings, usize::MAX).unwrap())
}

/// Answers, and waits for the form.
fn at_the_form(mut visit: Visit) -> Visit {
    visit.answer(&LEANS);
    let _ = visit.html();
    visit.run();
    visit
}

const JSON: &str = r#"{"receiver": "json", "url": "https://hooks.example/a", "email": "hello@marlow.example", "answers": true, "news": true}"#;

/// A visitor at the answer, with the form filled in.
fn written(contact: &str) -> Visit {
    let mut visit = at_the_form(on_page(contact));
    visit.operate(ControlKind::Field, "contact-0", "Ada Byron");
    visit.operate(ControlKind::Field, "contact-1", "ada@example.com");
    visit
}

/// Presses a button by its words.
fn press(visit: &mut Visit, key: assessment::i18n::Key) {
    visit.press(visit.ui.t(key));
}

/// Goes from the form to the message, and sends it.
fn send(visit: &mut Visit) {
    press(visit, words::CHECK);
    press(visit, words::review::SEND);
}

/// The text of the section.
fn section(visit: &mut Visit) -> String {
    let tree = Tree::of(&visit.html());
    let section = tree.all().find(|node| node.classes().any(|class| class == "contact")).unwrap();
    section.words()
}

/// The inputs of all calls of this name.
fn calls(visit: &Visit, call: &str) -> Vec<Value> {
    let calls = visit.page.0.contact_calls.borrow();
    calls.iter().filter(|(name, _)| *name == call).map(|(_, input)| input.clone()).collect()
}

fn body(visit: &Visit) -> Value {
    let sent = calls(visit, "send");
    super::document::document(sent[0].get("body").unwrap().as_text().unwrap(), usize::MAX).unwrap()
}

/// The page answers a call that takes time.
fn answer(visit: &Visit, call: &'static str, answer: &str) {
    let answer = super::document::document(answer, usize::MAX).unwrap();
    visit.page.0.contact_answers.borrow_mut().push((call, answer));
    visit.run();
    // What the answer has started.
    visit.run();
}

fn events(visit: &Visit, name: &str) -> Vec<Value> {
    let events = visit.page.0.events.borrow();
    events.iter().filter(|(of, _)| *of == name).map(|(_, detail)| detail.clone()).collect()
}

fn says(visit: &mut Visit, key: assessment::i18n::Key) -> bool {
    let text = visit.ui.t(key);
    // Up to the first placeholder.
    section(visit).contains(text.split('{').next().unwrap())
}

#[test]
fn the_form_is_loaded_when_the_answer_is_shown_and_not_before() {
    let mut visit = on_page(JSON);
    let (last, before) = LEANS.split_last().unwrap();
    visit.answer(before);
    visit.choose(last);
    assert_eq!(visit.page.0.contact_fetches.get(), 0);
    visit.go_on();
    for _ in 0..2 {
        kept(&mut visit, words::CHECK);
        assert_eq!(visit.page.0.contact_fetches.get(), 1);
    }
}

#[test]
fn a_page_without_a_contact_never_loads_the_form() {
    let mut visit = Visit::on(SharedPage::default(), &Value::object([]));
    visit.answer(&LEANS);
    let tree = kept(&mut visit, ui::result::answer::sure::TITLE);
    assert!(tree.all().all(|node| node.get("id") != Some("contact-now")));
    assert_eq!(visit.page.0.contact_fetches.get(), 0);
}

#[test]
fn until_the_form_is_loaded_a_line_says_so_and_a_failure_can_be_tried_again() {
    let mut visit = on_page(JSON);
    visit.answer(&LEANS);
    let page = visit.page.clone();
    page.0.network.set(Network::Hangs);
    kept(&mut visit, ui::result::contact::COMING);
    page.0.network.set(Network::Fails);
    visit.run();
    kept(&mut visit, ui::result::contact::MISSING);
    page.0.network.set(Network::Works);
    press(&mut visit, ui::later::RETRY);
    kept(&mut visit, words::CHECK);
    assert_eq!(page.0.contact_fetches.get(), 2);
}

// @threat-contact-shown
#[test]
fn nothing_is_sent_before_the_visitor_has_seen_everything_that_is_sent() {
    let mut visit = written(JSON);
    press(&mut visit, words::CHECK);
    assert_eq!(calls(&visit, "send"), []);
    let shown = section(&mut visit);
    press(&mut visit, words::review::SEND);
    let sent = body(&visit);
    for (name, value) in sent.entries().unwrap() {
        let texts = match value {
            Value::Text(text) => vec![text.clone()],
            Value::Object(parts) => parts.iter().filter_map(|(_, part)| part.as_text()).map(str::to_owned).collect(),
            _ => Vec::new(),
        };
        for text in texts {
            assert!(shown.contains(&text), "{name}: {text} is not in {shown}");
        }
    }
}

// @threat-contact-shown
#[test]
fn without_the_box_the_message_has_nothing_of_the_result() {
    let mut visit = written(JSON);
    send(&mut visit);
    let names: Vec<String> = body(&visit).entries().unwrap().iter().map(|(name, _)| name.clone()).collect();
    assert_eq!(names, ["name", "email", "id", "consent", "page", "seconds", "answered", "build"]);
}

#[test]
fn with_the_box_it_has_the_result_the_link_and_the_answers() {
    let mut visit = written(JSON);
    press(&mut visit, words::CHECK);
    press(&mut visit, words::review::CHANGE);
    visit.choose(visit.ui.t(words::with::RESULT));
    send(&mut visit);
    let sent = body(&visit);
    assert_eq!(sent.get("verdict").and_then(Value::as_text), Some("lean"));
    assert!(sent.get("link").and_then(Value::as_text).unwrap().contains('#'));
    assert_eq!(sent.get("answers").and_then(Value::entries).map(<[_]>::len), Some(LEANS.len()));
    assert_eq!(sent.get("name").and_then(Value::as_text), Some("Ada Byron"), "what was typed stays");
}

// @threat-contact-shown
#[test]
fn consent_is_the_words_that_were_shown() {
    let mut visit = written(JSON);
    let shown = section(&mut visit);
    send(&mut visit);
    let sent = body(&visit);
    let consent = sent.get("consent").unwrap();
    for part in ["request", "result", "news"] {
        let words = consent.get(part).and_then(Value::as_text).unwrap();
        assert!(shown.contains(words), "{words}");
    }
    assert_eq!(consent.get("news_given"), Some(&Value::Bool(false)));
}

#[test]
fn problems_are_listed_above_the_form_and_at_the_field_and_the_text_stays() {
    let mut visit = written(JSON);
    visit.operate(ControlKind::Field, "contact-1", "ada@example");
    assert!(!section(&mut visit).contains(visit.ui.t(words::fault::TITLE)), "nothing is an error while it is written");
    press(&mut visit, words::CHECK);
    let html = visit.html();
    let tree = Tree::of(&html);
    let field = tree.by_id("contact-1").unwrap();
    assert_eq!(field.get("aria-invalid"), Some("true"));
    let problem = tree.by_id(field.get("aria-describedby").unwrap()).unwrap().words();
    let list = tree.all().find(|node| node.classes().any(|class| class == "problems")).unwrap().words();
    assert!(list.contains(&problem), "{list} lacks {problem}");
    assert_eq!(calls(&visit, "begin"), []);
}

// @threat-contact-privacy
#[test]
fn the_page_learns_of_a_message_without_what_was_typed_and_can_cancel_it() {
    let mut visit = written(JSON);
    press(&mut visit, words::CHECK);
    visit.page.0.cancels_leads.set(true);
    press(&mut visit, words::review::SEND);
    assert!(says(&mut visit, words::review::STOPPED));
    assert_eq!(calls(&visit, "send"), []);
    visit.page.0.cancels_leads.set(false);
    press(&mut visit, words::review::SEND);
    answer(&visit, "send", r#"{"status": 204, "type": "", "text": ""}"#);
    assert!(says(&mut visit, words::accepted::TITLE));
    let told = [events(&visit, "lead"), events(&visit, "lead-result")].concat();
    let told = format!("{told:?}");
    assert!(told.contains("\"json\"") && told.contains("\"accepted\""), "{told}");
    assert!(!told.contains("Ada") && !told.contains("example.com"), "{told}");
}

/// The stages reported to the page.
fn stages(visit: &Visit) -> Vec<Value> {
    events(visit, "contact").iter().map(|detail| detail.get("stage").cloned().unwrap()).collect()
}

// @threat-contact-privacy
#[test]
fn the_page_learns_once_that_the_contact_is_in_view_and_that_the_visitor_writes() {
    let mut visit = at_the_form(on_page(JSON));
    assert_eq!(stages(&visit), [], "the title is below the answer");
    answer(&visit, "inView", "null");
    assert_eq!(stages(&visit), ["shown".into()]);
    for name in ["Ada", "Ada Byron"] {
        visit.operate(ControlKind::Field, "contact-0", name);
        assert_eq!(stages(&visit), ["shown".into(), "started".into()]);
    }
    visit.operate(ControlKind::Field, "contact-1", "ada@example.com");
    send(&mut visit);
    visit.open(View::Why);
    visit.open(View::Answer);
    let _ = visit.html();
    answer(&visit, "inView", "null");
    assert_eq!(stages(&visit).len(), 2, "the visitor was elsewhere");
    assert!(events(&visit, "contact").iter().all(|detail| detail.entries().unwrap().len() == 1));
}

#[test]
fn the_stages_of_the_contact_begin_again_with_the_answers() {
    let mut visit = written(JSON);
    visit.ui.act(session::Action::Erase);
    visit.run();
    visit.answer(&LEANS);
    let _ = visit.html();
    answer(&visit, "inView", "null");
    assert_eq!(stages(&visit), ["started".into(), "shown".into()]);
}

// @threat-contact-repeats
#[test]
fn an_endpoint_that_sees_the_id_gets_the_same_message_again() {
    let mut visit = written(JSON);
    send(&mut visit);
    answer(&visit, "send", r#"{"status": 503, "type": "text/html", "text": "busy"}"#);
    assert!(says(&mut visit, words::waiting::TITLE));
    answer(&visit, "wait", "null");
    answer(&visit, "send", r#"{"status": 200, "type": "application/json", "text": "{}"}"#);
    assert!(says(&mut visit, words::accepted::TITLE));
    let sent = calls(&visit, "send");
    assert_eq!(sent.len(), 2);
    assert_eq!(sent[0], sent[1]);
    assert_eq!(events(&visit, "lead").len(), 1, "the page has allowed it once");
}

// @threat-contact-repeats
#[test]
fn another_receiver_gets_a_message_again_only_after_a_press() {
    let form = JSON.replace("\"json\"", "\"form\"");
    let mut visit = written(&form);
    send(&mut visit);
    answer(&visit, "send", r#"{"failure": "network"}"#);
    assert!(says(&mut visit, words::failed::MAYBE));
    assert_eq!(calls(&visit, "wait"), []);
    press(&mut visit, words::failed::AGAIN);
    assert_eq!(calls(&visit, "send").len(), 2);
}

#[test]
fn offline_the_message_waits_for_the_network_and_can_be_taken_back() {
    let mut visit = written(JSON);
    press(&mut visit, words::CHECK);
    visit.page.0.is_offline.set(true);
    press(&mut visit, words::review::SEND);
    assert!(says(&mut visit, words::offline::TITLE));
    press(&mut visit, words::sending::CANCEL);
    assert!(says(&mut visit, words::review::TITLE));
    press(&mut visit, words::review::SEND);
    answer(&visit, "online", "null");
    assert_eq!(calls(&visit, "send").len(), 1);
}

#[test]
fn what_the_receiver_refuses_is_said_at_the_field() {
    let form = JSON.replace("\"json\"", "\"form\"");
    let mut visit = written(&form);
    send(&mut visit);
    let errors =
        r#"{\"errors\": [{\"field\": \"email\", \"code\": \"TYPE_EMAIL\", \"message\": \"should be an email\"}]}"#;
    answer(&visit, "send", &format!(r#"{{"status": 422, "type": "application/json", "text": "{errors}"}}"#));
    assert!(says(&mut visit, words::refused::TITLE));
    press(&mut visit, words::review::CHANGE);
    let html = visit.html();
    assert_eq!(Tree::of(&html).by_id("contact-1").unwrap().get("aria-invalid"), Some("true"));
}

// @threat-contact-privacy
#[test]
fn the_page_itself_gets_the_message_only_as_its_receiver() {
    let mut visit = written(r#"{"receiver": "event"}"#);
    send(&mut visit);
    let payload = events(&visit, "lead")[0].get("payload").cloned().unwrap();
    assert_eq!(payload.get("email").and_then(Value::as_text), Some("ada@example.com"));
    assert!(says(&mut visit, words::unconfirmed::PAGE));
}

const MAIL: &str = r#"{"receiver": "mailto", "email": "hello@marlow.example", "answers": true}"#;

// @threat-contact-shown
#[test]
fn a_visitor_reads_a_mail_by_labels_and_in_words_before_it_is_sent() {
    let mut visit = written(MAIL);
    visit.choose(visit.ui.t(words::with::RESULT));
    press(&mut visit, words::CHECK);
    let tree = Tree::of(&visit.html());
    let texts = |tag: &'static [&'static str]| tree.tagged(tag).map(Node::words).collect::<Vec<_>>();
    let lines: Vec<(String, String)> = texts(&["dt"]).into_iter().zip(texts(&["dd"])).collect();
    assert!(lines.iter().all(|(label, _)| label.starts_with(char::is_uppercase) && !label.contains('_')), "{lines:?}");
    let text = |label: &str| lines.iter().find(|(it, _)| it == label).map(|(_, text)| text.as_str());
    assert_eq!(text("Name"), Some("Ada Byron"));
    assert_eq!(text("Verdict"), Some("Leaning toward co-managed IT"));
    assert_eq!(text("In front"), Some("co-managed IT"));
    assert_eq!(text("Box for the result selected"), Some("yes"));
    assert!(lines.len() > 12, "{lines:?}");
}

#[test]
fn after_the_email_program_was_opened_nothing_is_said_to_be_sent_and_the_address_is_shown() {
    let mut visit = written(MAIL);
    press(&mut visit, words::CHECK);
    press(&mut visit, words::review::OPEN);
    let tree = Tree::of(&visit.html());
    assert_eq!(calls(&visit, "open").len(), 1);
    assert_eq!(tree.by_id("contact-now").unwrap().words(), "Your email program should be open");
    assert!(tree.tagged(&["b"]).any(|node| node.words() == "hello@marlow.example"));
    assert!(says(&mut visit, words::unconfirmed::MAIL) && says(&mut visit, words::unconfirmed::BY_HAND));
    assert!(says(&mut visit, words::ways::COPY) && !says(&mut visit, words::ways::MAIL));
}

#[test]
fn everywhere_the_message_can_be_copied_or_saved_unless_it_is_accepted() {
    let mut visit = written(r#"{"receiver": "post", "url": "https://forms.example/a"}"#);
    send(&mut visit);
    assert!(says(&mut visit, words::unconfirmed::TITLE));
    assert_eq!(calls(&visit, "post").len(), 1);
    press(&mut visit, words::ways::COPY);
    assert!(visit.page.0.copied.borrow()[0].contains("Email: ada@example.com"));
}

#[test]
fn a_likely_typo_is_pointed_out_and_let_pass() {
    let mut visit = written(JSON);
    visit.operate(ControlKind::Field, "contact-1", "ada@gmial.com");
    press(&mut visit, words::CHECK);
    assert!(says(&mut visit, words::review::TITLE));
}

// @threat-contact-privacy
#[test]
fn erasing_the_answers_erases_what_was_typed_here() {
    let mut visit = written(JSON);
    visit.ui.act(session::Action::Erase);
    visit.run();
    visit.answer(&LEANS);
    let html = visit.html();
    assert!(!html.contains("Ada Byron"), "{html}");
}

// @threat-contact-privacy
#[test]
fn an_answer_that_arrives_after_the_element_was_removed_changes_nothing() {
    let mut visit = written(JSON);
    send(&mut visit);
    let page = visit.page.clone();
    drop(visit);
    let document =
        super::document::document(r#"{"status": 200, "type": "application/json", "text": "{}"}"#, usize::MAX);
    page.0.contact_answers.borrow_mut().push(("send", document.unwrap()));
    page.0.run_tasks();
    assert_eq!(page.0.events.borrow().last().map(|(name, _)| *name), Some("lead"));
}

#[test]
fn a_double_click_sends_and_tells_the_page_once() {
    let mut visit = written(r#"{"receiver": "event"}"#);
    press(&mut visit, words::CHECK);
    let _ = visit.html();
    let label = visit.ui.t(words::review::SEND);
    let at = visit.page.0.controls.borrow().iter().rposition(|it| it.name == label).unwrap();
    let control = visit.page.0.controls.borrow_mut().remove(at);
    visit.within(|| (control.act(""), control.act("")));
    visit.run();
    visit.run();
    assert_eq!(events(&visit, "lead").len(), 1);
}

#[test]
fn erasing_the_answers_stops_a_message_that_would_be_sent_again() {
    let mut visit = written(JSON);
    send(&mut visit);
    answer(&visit, "send", r#"{"status": 503, "type": "", "text": ""}"#);
    visit.ui.act(session::Action::Erase);
    answer(&visit, "wait", "null");
    assert_eq!(calls(&visit, "send").len(), 1);
}

#[test]
fn nothing_of_a_message_is_in_the_draft_or_the_link() {
    let mut visit = written(JSON);
    send(&mut visit);
    answer(&visit, "send", r#"{"status": 500, "type": "", "text": ""}"#);
    let stored = format!("{:?}", visit.page.0.store.texts.borrow());
    let link = visit.ui.link(true).unwrap();
    for text in ["Ada", "ada@example.com"] {
        assert!(!stored.contains(text) && !link.contains(text));
    }
}

#[test]
fn a_view_without_the_form_does_not_load_it() {
    let mut visit = on_page(JSON);
    let draft = draft_at_view(&organization("P2"), "why", "");
    visit.page.0.store.texts.borrow_mut().insert(KEY.to_owned(), draft);
    let _ = visit.html();
    assert_eq!(visit.page.0.contact_fetches.get(), 0);
}

/// A message that could not be sent, on a page that may be visited again.
fn failed() -> Visit {
    let mut visit = written(&JSON.replace("\"json\"", "\"form\""));
    send(&mut visit);
    answer(&visit, "send", r#"{"failure": "network"}"#);
    visit
}

/// The next visit of the same page, at the answer, in another window.
fn next_visit(visit: Visit) -> Visit {
    let page = visit.page.clone();
    drop(visit);
    page.0.typed.take();
    let mut visit = again(page);
    let _ = visit.html();
    visit
}

fn again(page: SharedPage) -> Visit {
    with_settings(page, &format!(r#"{{"contact": {}}}"#, JSON.replace("\"json\"", "\"form\"")))
}

/// The section after a press of the form's button, which shows what is in the form.
fn checked(visit: &mut Visit) -> String {
    press(visit, words::CHECK);
    section(visit)
}

/// The texts on the device that belong to a kept message.
fn kept_texts(page: &SharedPage) -> Vec<String> {
    let texts = page.0.store.texts.borrow();
    texts.iter().filter(|(key, _)| key.ends_with(".message")).map(|(_, text)| text.clone()).collect()
}

// @threat-contact-kept
#[test]
fn a_message_is_kept_on_the_device_only_if_the_visitor_wants_it_and_offered_at_the_next_visit() {
    let mut visit = failed();
    assert_eq!(kept_texts(&visit.page), [""; 0]);
    press(&mut visit, words::kept::KEEP);
    let expected = r#"{"until":"2026-11-29","fields":{"name":"Ada Byron","email":"ada@example.com"}}"#;
    assert_eq!(kept_texts(&visit.page), [expected]);
    let mut visit = next_visit(visit);
    assert!(says(&mut visit, words::kept::TEXT));
    assert!(!checked(&mut visit).contains("Ada Byron"), "only after a press");
    press(&mut visit, words::kept::TAKE);
    assert!(checked(&mut visit).contains("Ada Byron"));
    assert_eq!(calls(&visit, "send").len(), 1, "nothing is sent behind the visitor's back");
}

// @threat-contact-kept
#[test]
fn a_kept_message_is_deleted_by_its_button_and_with_the_answers() {
    for is_with_answers in [false, true] {
        let mut visit = failed();
        press(&mut visit, words::kept::KEEP);
        let mut visit = next_visit(visit);
        if is_with_answers {
            visit.ui.act(session::Action::Erase);
        } else {
            press(&mut visit, words::kept::FORGET);
        }
        assert_eq!(kept_texts(&visit.page), [""; 0]);
        assert!(!visit.html().contains(visit.ui.t(words::kept::TAKE)));
    }
}

// @threat-contact-kept
#[test]
fn a_kept_message_is_deleted_after_its_last_day_and_once_it_is_accepted() {
    let mut visit = failed();
    press(&mut visit, words::kept::KEEP);
    press(&mut visit, words::failed::AGAIN);
    answer(&visit, "send", r#"{"status": 200, "type": "", "text": ""}"#);
    assert_eq!(kept_texts(&visit.page), [""; 0]);
    let page = visit.page.clone();
    for until in ["2026-11-21", "2026-11-30", "9999-12-31"] {
        let text = format!(r#"{{"until":"{until}","fields":{{"name":"Ada"}}}}"#);
        page.0.store.texts.borrow_mut().insert(format!("{KEY}.message"), text);
        let mut visit = next_visit(again(page.clone()));
        assert!(!says(&mut visit, words::kept::TEXT), "{until}");
        assert_eq!(kept_texts(&page), [""; 0], "{until}");
    }
}

// @threat-contact-kept
#[test]
fn where_nothing_is_saved_no_message_can_be_kept() {
    let settings = format!(r#"{{"storage": "none", "contact": {JSON}}}"#);
    let mut visit = at_the_form(with_settings(SharedPage::default(), &settings));
    visit.operate(ControlKind::Field, "contact-1", "ada@example.com");
    send(&mut visit);
    answer(&visit, "send", r#"{"failure": "blocked"}"#);
    assert!(says(&mut visit, words::failed::UNSENT));
    assert!(!section(&mut visit).contains(visit.ui.t(words::kept::KEEP)));
}

#[test]
fn a_device_that_keeps_no_message_is_said_to_have_none() {
    let mut visit = failed();
    visit.page.0.store.fault.set(Some(session::StoreFault::Blocked));
    press(&mut visit, words::kept::KEEP);
    let announced = visit.html();
    assert!(announced.contains(visit.ui.t(words::kept::FAILED)));
}

#[test]
fn what_was_typed_is_there_again_when_the_element_restarts() {
    let visit = written(JSON);
    let page = visit.page.clone();
    drop(visit);
    let mut visit = again(page);
    // The form is loaded, and gets what was typed.
    let _ = visit.html();
    visit.run();
    assert!(!section(&mut visit).contains(visit.ui.t(words::kept::TAKE)), "nothing is on the device");
    assert!(checked(&mut visit).contains("ada@example.com"));
}

// @threat-contact-shown
#[test]
fn a_second_click_on_send_presses_nothing_else() {
    let mut visit = written(JSON);
    visit.page.0.takes_a_look.set(true);
    press(&mut visit, words::CHECK);
    answer(&visit, "seen", "null");
    press(&mut visit, words::review::SEND);
    // The button under the pointer does nothing yet.
    press(&mut visit, words::sending::CANCEL);
    assert_eq!(calls(&visit, "cancel"), []);
    answer(&visit, "seen", "null");
    press(&mut visit, words::sending::CANCEL);
    assert_eq!(calls(&visit, "cancel").len(), 1);
}

#[test]
fn an_answer_to_a_message_that_was_stopped_changes_nothing() {
    let mut visit = written(JSON);
    send(&mut visit);
    press(&mut visit, words::sending::CANCEL);
    press(&mut visit, words::review::CHANGE);
    answer(&visit, "send", r#"{"failure": "canceled"}"#);
    assert!(says(&mut visit, words::TEXT));
}

#[test]
fn a_late_refusal_of_a_message_that_was_stopped_says_nothing_about_the_next() {
    let mut visit = written(JSON);
    send(&mut visit);
    press(&mut visit, words::sending::CANCEL);
    press(&mut visit, words::review::CHANGE);
    send(&mut visit);
    answer(&visit, "send", r#"{"status": 422, "type": "application/json", "text": "{\"error\": \"no\"}"}"#);
    assert!(says(&mut visit, words::sending::TITLE));
    assert_eq!(events(&visit, "lead-result"), []);
    answer(&visit, "send", r#"{"status": 200, "type": "", "text": ""}"#);
    assert!(says(&mut visit, words::accepted::TITLE));
    let told = events(&visit, "lead-result");
    assert_eq!(told[0].get("id"), events(&visit, "lead")[1].get("id"));
}

#[test]
fn questions_of_the_provider_are_asked_as_such_can_be_skipped_and_are_sent_under_their_names() {
    let settings = r#"{"contact": {"receiver": "event"}, "questions": [
        {"name": "psa", "text": "Which PSA do you use?"},
        {"name": "end", "text": "When does your contract end?", "choices": ["This year", "Later"]}]}"#;
    let mut visit = at_the_form(with_settings(SharedPage::default(), settings));
    visit.operate(ControlKind::Field, "contact-1", "ada@example.com");
    visit.operate(ControlKind::Field, "contact-4", "Later");
    assert!(says(&mut visit, words::questions::TEXT));
    send(&mut visit);
    let payload = events(&visit, "lead")[0].get("payload").cloned().unwrap();
    assert_eq!(payload.get("end").and_then(Value::as_text), Some("Later"));
    assert_eq!(payload.get("psa"), None);
}

// @threat-contact-shown
#[test]
fn the_pages_own_form_takes_the_place_of_ours_and_gets_what_was_shown_after_a_press() {
    let mut visit = on_page(JSON);
    visit.page.0.has_contact.set(true);
    visit.answer(&LEANS);
    // The marks are known after the form is drawn.
    let _ = visit.html();
    let tree = kept(&mut visit, words::form::PUT);
    assert!(tree.all().any(|node| node.tag() == "slot" && node.get("name") == Some("contact")));
    assert!(tree.by_id("contact-0").is_none());
    assert_eq!(calls(&visit, "fill"), []);
    answer(&visit, "inView", "null");
    assert_eq!(stages(&visit), ["shown".into()]);
    let shown = section(&mut visit);
    press(&mut visit, words::form::PUT);
    let filled = &calls(&visit, "fill")[0];
    let marks: Vec<_> = filled.entries().unwrap().iter().map(|(mark, _)| mark.as_str()).collect();
    assert_eq!(marks, ["verdict", "summary"], "only marks that are there");
    for (_, value) in filled.entries().unwrap() {
        assert!(shown.contains(value.as_text().unwrap()));
    }
}
