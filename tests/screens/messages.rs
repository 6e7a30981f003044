//! Messages and dialogs: about the saved answers, other tabs, and what is opened from links and files.

use assessment::{i18n::key::ui, json::Value, named::cap};
use decision::response::Response;
use session::{Action, Notice, StoreFault, View, link::LinkProblem};
use support_fit::ui::host::{FileFault, OpenedFile};

use super::{
    laws::assert_kept,
    screens::{LEANS, kept, organization},
    visit::{BEFORE, Before, HISTORY, KEY, Visit, draft_of},
};

/// The fragment of a link with the answers of P2.
fn fragment() -> String {
    let links: Value = serde_json::from_str(include_str!("../fixtures/links.json")).unwrap();
    format!("#support-fit-{}", links.get("P2").and_then(Value::as_text).unwrap())
}

fn open_link(visit: &Visit, fragment: &str) {
    support_fit::ui::open_link(visit.ui, fragment, false);
    visit.run();
}

fn open_file(visit: &Visit, name: &str, text: Result<String, FileFault>) {
    support_fit::ui::open_file(visit.ui, OpenedFile { name: name.to_owned(), text });
    visit.run();
}

fn erase(visit: &mut Visit) {
    visit.press(visit.ui.t(ui::footer::ERASE));
    visit.press(visit.ui.t(ui::confirm::erase::YES));
}

/// After the browser has refused to delete the answers.
fn not_erased() -> Visit {
    let mut visit = Visit::new();
    visit.answer(&LEANS[..1]);
    visit.page.0.store.fault.set(Some(StoreFault::Blocked));
    erase(&mut visit);
    visit
}

#[test]
fn the_dialogs() {
    for (button, title) in
        [(ui::footer::START_OVER, ui::confirm::start_over::TITLE), (ui::footer::ERASE, ui::confirm::erase::TITLE)]
    {
        let mut visit = Visit::new();
        visit.answer(&LEANS[..1]);
        visit.press(visit.ui.t(button));
        assert!(visit.page.0.is_dialog_open.get());
        let tree = kept(&mut visit, title);
        assert_eq!(tree.tagged(&["dialog"]).next().unwrap().name(), visit.ui.t(title));
    }
    let mut visit = Visit::new();
    visit.answer(&LEANS[..1]);
    let other = draft_of(&organization("P2"), ("screen", "result"));
    open_file(&visit, "ann.json", Ok(other));
    kept(&mut visit, ui::confirm::open::TITLE);
}

#[test]
fn messages_about_the_saved_answers() {
    use ui::notice as words;
    let fund = draft_of(&organization("P11"), ("question", "fund"));
    kept(&mut Visit::saved(&fund), words::RESUMED);
    kept(&mut Visit::saved("not a draft"), words::UNREADABLE);
    kept(&mut Visit::saved(&fund.replace("\"schema\":3", "\"schema\":99")), words::NEWER);
    kept(&mut Visit::saved(&fund.replace("\"cap\":\"", "\"cap\":\"un")), words::PARTLY);
    kept(&mut Visit::with(Before { fault: Some(StoreFault::Blocked), ..Before::default() }), words::BLOCKED);

    let mut visit = Visit::new();
    visit.page.0.store.fault.set(Some(StoreFault::Full));
    visit.answer(&LEANS[..1]);
    kept(&mut visit, words::FULL);
    visit.page.0.refuses.set(true);
    visit.press(visit.ui.t(words::FILE));
    let tree = assert_kept("a file is refused", &visit.html());
    let message = visit.ui.t(ui::take::files::FAILED);
    assert!(tree.all().any(|node| node.words().ends_with(message)), "the error is shown");
}

#[test]
fn messages_about_other_tabs_and_the_last_change() {
    use ui::notice as words;
    let other = draft_of(&organization("P2"), ("question", "fund"));
    let mut visit = Visit::new();
    visit.answer(&LEANS[..2]);
    visit.page.0.store.texts.borrow_mut().insert(KEY.to_owned(), other);
    visit.ui.look_again();
    visit.run();
    kept(&mut visit, words::ELSEWHERE);
    visit.press(visit.ui.t(words::USE_OTHER));
    kept(&mut visit, words::TAKEN_OVER);
    visit.page.0.store.texts.borrow_mut().clear();
    visit.ui.look_again();
    visit.run();
    kept(&mut visit, words::ERASED_ELSEWHERE);
    visit.press(visit.ui.t(words::KEEP_MINE));
    visit.press(visit.ui.t(ui::footer::START_OVER));
    visit.press(visit.ui.t(ui::confirm::start_over::YES));
    kept(&mut visit, words::CLEARED);
    visit.press(visit.ui.t(ui::footer::UNDO));
    erase(&mut visit);
    kept(&mut visit, words::ERASED);

    let mut visit = not_erased();
    kept(&mut visit, words::NOT_ERASED);
}

// @threat-erasing
#[test]
fn after_answers_were_erased_elsewhere_another_view_saves_neither_them_nor_the_result() {
    use ui::{footer, notice as words};
    for is_seen in [true, false] {
        let mut visit = Visit::saved(&draft_of(&organization("P11"), ("screen", "result")));
        let _ = visit.html();
        visit.run();
        assert!(visit.page.0.store.texts.borrow().contains_key(HISTORY));
        visit.page.0.store.texts.borrow_mut().clear();
        if is_seen {
            visit.ui.look_again();
            assert!(visit.html().contains(visit.ui.t(footer::UNSAVED)));
        }
        for view in [View::Cost, View::Answer] {
            visit.open(view);
            kept(&mut visit, words::ERASED_ELSEWHERE);
            visit.run();
            assert!(visit.page.0.store.texts.borrow().is_empty(), "seen: {is_seen}");
        }
        assert!(visit.html().contains(visit.ui.t(footer::UNSAVED)));
        visit.press(visit.ui.t(words::KEEP_MINE));
        assert!(visit.page.0.store.texts.borrow().contains_key(KEY));
    }
}

#[test]
fn replaced_answers_can_be_opened_and_are_removed_only_after_a_second_press() {
    use ui::{confirm, notice as words};
    let [here, before] = ["P11", "P2"].map(|id| draft_of(&organization(id), ("screen", "check")));
    let texts = [(KEY, here.as_str()), (BEFORE, before.as_str())];
    let start = || Visit::with(Before { texts: &texts, ..Before::default() });
    let is_kept = |visit: &Visit| visit.page.0.store.texts.borrow().contains_key(BEFORE);

    let mut visit = start();
    kept(&mut visit, words::REPLACED);
    visit.press(visit.ui.t(confirm::open::YES));
    kept(&mut visit, words::OPENED);
    assert!(is_kept(&visit), "those that were here are there now");

    let mut visit = start();
    visit.press(visit.ui.t(confirm::erase::YES));
    kept(&mut visit, confirm::remove::TITLE);
    assert!(is_kept(&visit));
    visit.press(visit.ui.t(confirm::erase::YES));
    assert!(!is_kept(&visit) && !visit.html().contains("class=\"notice\""));
}

#[test]
fn a_notice_that_not_everything_was_deleted_is_removed_once_it_is() {
    use ui::notice as words;
    let mut visit = not_erased();
    kept(&mut visit, words::NOT_ERASED);
    visit.page.0.store.fault.set(None);
    visit.answer(&LEANS[..1]);
    assert!(!visit.html().contains("class=\"notice\""));
}

#[test]
fn the_dialog_about_a_file_is_not_replaced_and_what_arrived_meanwhile_is_offered_after_it() {
    use ui::{confirm, notice as words};
    let fragment = fragment();
    let [first, second] = ["P10", "P11"].map(|id| draft_of(&organization(id), ("screen", "check")));
    let answers = |draft: &Value| {
        let mut answers = draft.get("answers").and_then(Value::entries).unwrap().to_vec();
        answers.sort_by(|(one, _), (other, _)| one.cmp(other));
        answers
    };
    let in_file = |text: &str| answers(&serde_json::from_str(text).unwrap());
    let mut visit = Visit::new();
    visit.answer(&LEANS[..1]);
    open_file(&visit, "first.json", Ok(first.clone()));
    open_file(&visit, "second.json", Ok(second.clone()));
    open_link(&visit, &fragment);
    visit.page.0.store.texts.borrow_mut().insert(KEY.to_owned(), second.clone());
    visit.ui.look_again();
    visit.run();
    visit.press(visit.ui.t(confirm::open::YES));
    assert_eq!(answers(&visit.ui.draft()), in_file(&first));

    // The browser reports that the dialog is closed.
    assert!(!visit.page.0.is_dialog_open.get());
    visit.ui.dialog_closed();
    visit.run();
    assert!(visit.page.0.is_dialog_open.get());
    visit.press(visit.ui.t(confirm::open::YES));
    visit.ui.dialog_closed();
    assert_eq!(answers(&visit.ui.draft()), in_file(&second));
    visit.ui.act(Action::Dismiss);
    kept(&mut visit, words::LINK);
}

#[test]
fn a_file_does_not_replace_another_dialog() {
    use ui::confirm;
    let text = draft_of(&organization("P10"), ("screen", "check"));
    let mut visit = Visit::new();
    visit.answer(&LEANS[..1]);
    visit.press(visit.ui.t(ui::footer::START_OVER));
    open_file(&visit, "late.json", Ok(text.clone()));
    kept(&mut visit, confirm::start_over::TITLE);
    visit.press(visit.ui.t(confirm::NO));
    visit.ui.dialog_closed();
    visit.run();
    kept(&mut visit, confirm::open::TITLE);
}

#[test]
fn messages_about_links_and_files() {
    use ui::notice as words;
    let fragment = fragment();

    let mut visit = Visit::new();
    open_link(&visit, &fragment);
    kept(&mut visit, words::OPENED);

    let mut visit = Visit::new();
    visit.answer(&LEANS[..1]);
    open_link(&visit, &fragment);
    kept(&mut visit, words::LINK);
    visit.press(visit.ui.t(words::OPEN_LINK));
    assert_kept("the link is open", &visit.html());

    // In a frame, also about the answers that are there.
    visit.ui.act(Action::Dismiss);
    support_fit::ui::open_link(visit.ui, &fragment, true);
    visit.run();
    kept(&mut visit, words::LINK);

    for (name, text) in [
        ("notes.txt", Ok("not json")),
        ("other.json", Ok("{}")),
        ("large.json", Err(FileFault::TooLarge)),
        ("folder", Err(FileFault::Unreadable)),
    ] {
        let mut visit = Visit::new();
        open_file(&visit, name, text.map(str::to_owned));
        let tree = assert_kept(name, &visit.html());
        let start = visit.ui.t(words::NOT_OPENED);
        assert!(tree.all().any(|node| node.words().starts_with(start)), "{name}: {start}");
    }
}

/// What is kept of it would leave no room for the visitor's own entries, and the draft could not be read again.
// @threat-readers
#[test]
fn a_file_with_much_that_is_unknown_is_not_opened() {
    let known = draft_of(&organization("P2"), ("screen", "result"));
    for (count, is_opened) in [(100, true), (2_000, false)] {
        let unknown: String = (0..count).map(|n| format!("\"unknown{n}\":\"value\",")).collect();
        let visit = Visit::new();
        open_file(&visit, "ann.json", Ok(known.replace("\"answers\":{", &format!("\"answers\":{{{unknown}"))));
        let is_refused = visit.ui.notice_text(Notice::NotOpened).contains("too large");
        assert_eq!(
            (visit.ui.responses(|responses| !responses.is_empty()), is_refused),
            (is_opened, !is_opened),
            "{count}"
        );
    }
}

// @threat-hidden-characters
#[test]
fn the_name_of_a_file_cannot_disguise_a_message() {
    use ui::take::file as words;
    let long = "a".repeat(500);
    for (name, shown) in [
        ("invoice\u{202e}nosj.exe\u{2066}\nCall 555", "invoicenosj.exe Call 555".to_owned()),
        ("\u{202e}\u{3164}", Visit::new().ui.t(words::UNNAMED).to_owned()),
        (&long, format!("{}…", &long[..60])),
    ] {
        for (fault, message) in [(FileFault::TooLarge, words::TOO_LARGE), (FileFault::Unreadable, words::UNREADABLE)] {
            let visit = Visit::new();
            open_file(&visit, name, Err(fault));
            let said = visit.ui.notice_text(Notice::NotOpened);
            assert!(said.ends_with(&visit.ui.fill(message, &[("name", &shown)])), "{name:?}: {said}");
        }
    }
}

/// Anyone who looks at a colleague's result has not taken the assessment.
#[test]
fn opening_a_link_without_changes_does_not_record_a_result() {
    let fragment = fragment();
    let mut visit = Visit::new();
    let page = visit.page.clone();
    let is_recorded = || page.0.store.texts.borrow().contains_key(HISTORY);
    open_link(&visit, &fragment);
    kept(&mut visit, ui::result::answer::sure::TITLE);
    assert!(!is_recorded());

    let mut visit = Visit::on(page.clone(), &Value::object([]));
    kept(&mut visit, ui::result::answer::sure::TITLE);
    assert!(!is_recorded(), "it was reopened, not changed");

    visit.ui.act(Action::Respond(cap::QUESTION, Response::NotSure));
    kept(&mut visit, ui::result::answer::sure::TITLE);
    assert!(is_recorded());
}

#[test]
fn dropped_parts_of_a_link_are_reported() {
    // Option 12 of question 1, which does not exist; option 1 of question 2; and section 99.
    const LINK: &str = "#support-fit-s2-AzEuMoAWkGMAx75GKA";
    let mut visit = Visit::new();
    open_link(&visit, LINK);
    let [_, other] = LinkProblem::UNREAD;
    let left_out = visit.ui.fill(other, &[("n", "2")]);
    assert!(visit.html().contains(&left_out), "{left_out}");
}
