//! What is restored from a saved draft, what is saved, and what is never overwritten.

use assessment::{Assessment, json::Value};

use session::{Action, LONGEST_DRAFT, Notice, Place, StoreFault};

use super::{
    TIME, at,
    device::{BACKUP, Call, DAMAGED, Device, EARLIER, HISTORY, KEY, Visit, draft_at, has_answers, saved_at},
    id, json, run_on,
};

#[test]
fn a_new_visitor_starts_at_the_first_question_without_a_message() {
    let device = Device::new(&[]);
    let visit = Visit::on(&device);
    assert_eq!((visit.session.place(), visit.notice, visit.saved.clone()), (at("cap"), None, None));
    assert!(device.texts().is_empty() && visit.copy().is_empty());
}

#[test]
fn a_saved_draft_resumes_at_its_place_with_its_answers() {
    let visit = Visit::on(&Device::new(&[(KEY, &saved_at(TIME, "load", EARLIER))]));
    assert_eq!((visit.session.place(), visit.notice), (at("load"), Some(Notice::Resumed)));
    assert_eq!(visit.saved.as_deref(), Some(TIME));
    assert_eq!(
        super::answers(&visit.session),
        ["cap=lead", "load=stretched", "decide=key", "answer=split", "fund=one"]
    );
}

#[test]
fn a_restored_draft_is_copied_to_memory() {
    let draft = draft_at("pace", EARLIER);
    assert_eq!(Visit::on(&Device::new(&[(KEY, &draft)])).copy(), draft);
}

#[test]
fn a_draft_at_the_first_question_is_restored_without_a_message() {
    assert_eq!(Visit::on(&Device::new(&[(KEY, &draft_at("cap", &[("cap", "lead")]))])).notice, None);
}

#[test]
fn a_draft_without_answers_is_restored_without_a_message() {
    assert_eq!(Visit::on(&Device::new(&[(KEY, &draft_at("load", &[]))])).notice, None);
}

#[test]
fn a_partly_unknown_draft_is_restored_with_a_message() {
    let visit = Visit::on(&Device::new(&[(KEY, &draft_at("load", &[("cap", "lead"), ("retired", "yes")]))]));
    assert_eq!((visit.session.place(), visit.notice), (at("load"), Some(Notice::Partly)));
}

#[test]
fn every_change_is_saved_and_copied_to_memory() {
    let device = Device::new(&[]);
    let mut visit = Visit::on(&device);
    for (question, option) in EARLIER {
        visit.answer(question, option);
        assert_eq!(visit.last_save, Some(Ok(true)));
        assert!(has_answers(&visit.copy(), &[(*question, *option)]));
        assert_eq!(device.text(KEY), Some(visit.copy()));
        visit.act(Action::Next);
        assert_eq!(device.text(KEY), Some(visit.copy()));
    }
    assert_eq!(json(&visit.copy()).get("saved"), Some(&Value::from(TIME)));
}

#[test]
fn a_visit_resumes_where_the_last_one_stopped() {
    let device = Device::new(&[]);
    let mut first = Visit::on(&device);
    first.answer_all();
    let second = Visit::on(&device);
    assert_eq!(second.session.place(), Place::RESULT);
    assert_eq!(second.session.document(TIME), first.session.document(TIME));
}

#[test]
fn a_cleared_store_is_refilled_after_the_next_change() {
    let device = Device::earlier();
    let mut visit = Visit::on(&device);
    visit.keeper.erase();
    visit.answer("pace", "growing");
    assert!(has_answers(&device.text(KEY).unwrap(), EARLIER));
    assert!(has_answers(&device.text(KEY).unwrap(), &[("pace", "growing")]));
}

/// Strings under the key that are not drafts. Those on which parsers differ are in the browser tests too.
#[test]
fn an_unreadable_draft_is_backed_up_as_it_is_and_the_visit_continues() {
    let draft = draft_at("pace", EARLIER);
    let texts = [
        (&draft[..60], Notice::Unreadable),
        ("", Notice::Unreadable),
        (r#"{ "token": "secret" }"#, Notice::Unreadable),
        (r#"{ "answers": { "cap": "team" } }"#, Notice::Unreadable),
        ("5", Notice::Unreadable),
        ("null", Notice::Unreadable),
        (r#"["cap", "lead"]"#, Notice::Unreadable),
        (r#""cap""#, Notice::Unreadable),
        ("{\"answers\": \r\n  “naïve ☃ 漢字”", Notice::Unreadable),
        (&"\0".repeat(300), Notice::Unreadable),
        ("<!doctype html><script>document.title = 'taken'</script>", Notice::Unreadable),
        (r#"{ "schema": "3", "content": "1.2", "answers": { "cap": "lead" } }"#, Notice::Unreadable),
        (r#"{ "schema": 3, "content": "1.2", "answers": ["lead"] }"#, Notice::Unreadable),
        (r#"{ "schema": 3, "answers": { "cap": "lead" } }"#, Notice::Unreadable),
        (r#"{ "schema": 1, "cart": [] }"#, Notice::Unreadable),
        (r#"{ "schema": 4, "content": "1.2", "answers": { "cap": "lead" } }"#, Notice::Newer),
        (
            "{ \"schema\": 99,\n  \"content\": \"9\", \"answers\": { \"cap\": \"lead\" }, \"new\": \"☃\" }",
            Notice::Newer,
        ),
        (&("[".repeat(10_000) + &"]".repeat(10_000)), Notice::Unreadable),
        (&(draft.clone() + &" ".repeat(LONGEST_DRAFT)), Notice::Unreadable),
    ];
    for (text, notice) in texts {
        let start: String = text.chars().take(60).collect();
        let device = Device::new(&[(KEY, text)]);
        let mut visit = Visit::on(&device);
        assert_eq!((visit.session.place(), visit.notice), (at("cap"), Some(notice)), "{start}");
        assert_eq!(visit.copy(), "", "{start}");
        assert_eq!(device.text(KEY).as_deref(), Some(text), "{start}: changed before the first answer");
        assert_eq!(visit.keeper.unreadable_text().as_deref(), Some(text), "{start}");
        visit.answer("cap", "lead");
        assert_eq!(super::answers(&visit.session), ["cap=lead"], "{start}");
        assert!(has_answers(&device.text(KEY).unwrap(), &[("cap", "lead")]), "{start}");
        assert_eq!(device.text(BACKUP).as_deref(), Some(text), "{start}");
        visit.answer_all();
        assert_eq!(device.text(BACKUP).as_deref(), Some(text), "{start}");
        assert_eq!(json(&device.text(KEY).unwrap()).get("place"), Some(&json(r#"{"screen":"result"}"#)), "{start}");
    }
}

#[test]
fn a_draft_with_invalid_parts_is_restored_and_loses_none_of_them() {
    // The value, and the strings that must still be saved after the next change. An invalid answer or rating has no
    // key under which it could be saved.
    let cases: [(&str, &str, &[&str]); 7] = [
        ("answers", r#"{"cap":5,"load":"stretched"}"#, &[r#""cap":5"#, r#""load":"stretched""#]),
        ("place", r#"{"question":"nowhere"}"#, &[]),
        ("place", r#""pace""#, &[]),
        ("priorities", r#"{"control":99,"nothing":1}"#, &[]),
        ("saved", r#""yesterday""#, &[]),
        ("saved", "[5]", &[]),
        ("duties", "5", &[r#""duties":5"#]),
    ];
    let entries = [("figures", "[1]"), ("steps", r#""x""#), ("scorecard", "null"), ("questions", "[{}]")];
    for (name, value, kept) in cases {
        let device = Device::new(&[(KEY, &with_part(name, value))]);
        let mut visit = Visit::on(&device);
        assert!(visit.notice.is_none_or(|n| n == Notice::Partly || n == Notice::Resumed), "{name}: {value}");
        let id = id("skills");
        visit.act(super::answer("skills", "few"));
        assert!(visit.session.responses().get(id).is_some(), "{name}: {value}");
        let saved = device.text(KEY).unwrap();
        assert!(kept.iter().all(|part| saved.contains(part)), "{name}: {value}: {saved}");
        // All that was valid is still there.
        assert!(name == "answers" || has_answers(&saved, EARLIER), "{name}: {value}: {saved}");
        assert!(name == "saved" || visit.saved.as_deref() == Some(""), "{name}: {:?}", visit.saved);
    }
    for (name, value) in entries {
        let device = Device::new(&[(KEY, &with_part(name, value))]);
        let mut visit = Visit::on(&device);
        assert_eq!(visit.session.place(), at("pace"), "{name}");
        visit.answer("pace", "growing");
        let saved = device.text(KEY).unwrap();
        assert!(saved.contains(&format!("\"{name}\":{value}")), "{name}: {saved}");
    }
}

/// The earlier draft with one entry replaced.
fn with_part(name: &str, value: &str) -> String {
    let Value::Object(mut entries) = json(&draft_at("pace", EARLIER)) else { unreachable!("a draft is an object") };
    entries.retain(|(entry, _)| entry != name);
    entries.push((name.to_owned(), json(value)));
    super::document::written(&Value::Object(entries))
}

#[test]
fn older_drafts_resume_with_every_answer_and_are_saved_in_the_current_schema() {
    let drafts = [
        (include_str!("../fixtures/draft-schema-1.json"), Some(at("answer"))),
        (include_str!("../fixtures/draft-schema-2-first.json"), None),
        (include_str!("../fixtures/draft-schema-2-full.json"), Some(at("fund"))),
        (include_str!("../fixtures/draft-schema-3.json"), Some(Place::RESULT)),
    ];
    for (text, place) in drafts {
        let device = Device::new(&[(KEY, text)]);
        let mut visit = Visit::on(&device);
        assert!(place.is_none_or(|place| place == visit.session.place()), "{text}: {:?}", visit.session.place());
        visit.answer("decide", "all");
        let (old, new) = (json(text), json(&device.text(KEY).unwrap()));
        assert_eq!(new.get("schema"), Some(&Value::from(3.0)));
        for (name, answer) in old.get("answers").unwrap().entries().unwrap() {
            let expected = if name == "decide" { &Value::from("all") } else { answer };
            assert_eq!(new.get("answers").unwrap().get(name), Some(expected), "{text}");
        }
        for entry in ["priorities", "duties", "figures", "steps", "scorecard", "questions"] {
            assert_eq!(new.get(entry), old.get(entry), "{text}");
        }
    }
}

#[test]
fn without_a_key_nothing_is_saved_on_the_device() {
    let device = Device::earlier();
    let before = device.texts();
    let mut visit = Visit::with(&device, None, None);
    assert_eq!((visit.session.place(), visit.notice), (at("cap"), None));
    visit.answer("cap", "team");
    assert_eq!(visit.last_save, Some(Ok(false)));
    assert!(has_answers(&visit.copy(), &[("cap", "team")]));
    assert!(visit.keeper.runs().is_none() && visit.look().is_empty());
    assert_eq!((device.texts(), device.calls(None)), (before, 0));
}

// @threat-erasing
#[test]
fn without_saving_erasing_removes_what_an_earlier_visit_has_saved() {
    let device = Device::new(&[("other", "stays"), (HISTORY, DAMAGED[1]), (BACKUP, DAMAGED[0])]);
    Visit::on(&device).answer_all();
    let mut visit = Visit::with(&device, None, None);
    visit.answer("cap", "team");
    assert_eq!(device.texts().len(), 4);
    assert!(visit.erase());
    assert_eq!(device.texts().into_keys().collect::<Vec<_>>(), ["other"]);
    visit.answer("cap", "lead");
    device.put(KEY, &draft_at("pace", EARLIER));
    assert_eq!((visit.last_save, visit.look()), (Some(Ok(false)), vec![]), "it does not read or save there");
}

#[test]
fn without_room_for_a_backup_nothing_is_saved_until_there_is() {
    let device = Device::failing(&[(KEY, "{half")], |call, _, n| call == Call::Set && n <= 2);
    let mut visit = Visit::on(&device);
    assert_eq!(visit.notice, Some(Notice::Full));
    visit.answer("cap", "team");
    assert_eq!(visit.last_save, Some(Err(StoreFault::Full)));
    assert_eq!(device.texts().into_iter().collect::<Vec<_>>(), [(KEY.to_owned(), "{half".to_owned())]);
    assert!(has_answers(&visit.copy(), &[("cap", "team")]));
    visit.answer("cap", "lead");
    assert_eq!(visit.last_save, Some(Ok(true)));
    assert!(has_answers(&device.text(KEY).unwrap(), &[("cap", "lead")]));
    assert_eq!(device.text(BACKUP).unwrap(), "{half");
}

#[test]
fn without_room_for_a_backup_erasing_makes_room() {
    let device = Device::failing(&[(KEY, DAMAGED[0])], |call, _, n| call == Call::Set && n <= 2);
    let mut visit = Visit::on(&device);
    visit.answer("cap", "team");
    assert!(visit.erase());
    assert!(device.texts().is_empty());
    visit.answer("cap", "lead");
    assert_eq!(visit.last_save, Some(Ok(true)));
    assert!(has_answers(&device.text(KEY).unwrap(), &[("cap", "lead")]));
}

#[test]
fn a_backup_that_is_blocked_is_not_reported_as_a_lack_of_room() {
    let device = Device::failing(&[(KEY, "{half")], |call, _, n| call == Call::Get && n == 2);
    assert_eq!(Visit::on(&device).notice, Some(Notice::Blocked));
}

#[test]
fn ten_unreadable_drafts_are_all_kept() {
    let device = Device::new(&[]);
    for n in 1..=10 {
        device.put(KEY, &format!("{{half {n}"));
        let mut visit = Visit::on(&device);
        assert_eq!(visit.notice, Some(if n < 10 { Notice::Unreadable } else { Notice::Full }));
        visit.answer("cap", "team");
        assert_eq!(visit.last_save, Some(if n < 10 { Ok(true) } else { Err(StoreFault::Full) }));
    }
    for n in 1..=10 {
        assert!(device.texts().values().any(|text| *text == format!("{{half {n}")), "{n}: {:?}", device.texts());
    }
}

#[test]
fn erasing_removes_draft_backups_earlier_results_and_the_copy_but_nothing_else() {
    let device = Device::new(&[("other", "stays"), (KEY, DAMAGED[0]), (HISTORY, DAMAGED[1])]);
    let mut visit = Visit::on(&device);
    visit.answer_all();
    visit.keeper.runs().unwrap().change(Assessment::standard(), &|history| history.record(run_on("2026-11-22")));
    assert_eq!(device.texts().len(), 5);
    assert!(visit.erase());
    assert_eq!(device.texts().into_keys().collect::<Vec<_>>(), ["other"]);
    assert_eq!(visit.copy(), "");
}

// @threat-erasing
#[test]
fn a_kept_message_is_erased_with_the_answers_even_if_nothing_is_saved_any_more() {
    let message = super::document::document(r#"{"until":"2026-11-29","fields":{"name":"Ada"}}"#, usize::MAX).unwrap();
    for key in [Some(KEY), None] {
        let device = Device::new(&[]);
        assert!(Visit::on(&device).keeper.keep_message(Some(&message)));
        let mut visit = Visit::with(&device, key, None);
        assert_eq!(visit.keeper.message(), key.map(|_| message.clone()));
        assert!(visit.erase());
        assert!(device.texts().is_empty());
    }
}

// @threat-storage-keys
#[test]
fn what_another_program_saved_in_the_place_of_a_message_is_neither_replaced_nor_erased() {
    let key = [KEY, ".message"].concat();
    let message = super::document::document(r#"{"until":"2026-11-29","fields":{}}"#, usize::MAX).unwrap();
    let device = Device::new(&[(&key, "hello")]);
    let mut visit = Visit::on(&device);
    assert!(!visit.keeper.keep_message(Some(&message)) && !visit.keeper.keep_message(None));
    assert!(visit.erase());
    assert_eq!(device.text(&key).as_deref(), Some("hello"));
}

// @threat-storage-keys
#[test]
fn what_another_program_saved_under_the_key_is_backed_up_and_never_erased() {
    for text in [
        r#"{"token":"secret"}"#,
        r#"{"answers":{"cap":"lead"}}"#,
        r#"{"schema":1,"cart":[],"saved":"2026-11-22"}"#,
        r#"{"schema":2,"content":"1.2","answers":"none"}"#,
        r#"{"schema":"3","content":"1.2","answers":{}}"#,
        r#""dark""#,
        "[1]",
        "5",
        "{half",
        "dark",
        "",
        r#"{"schema":3,"an"#,
    ] {
        for answers in [true, false] {
            let device = Device::new(&[(KEY, text)]);
            let mut visit = Visit::on(&device);
            assert_eq!(visit.notice, Some(Notice::Unreadable), "{text}");
            if answers {
                visit.answer_all();
            }
            assert!(visit.erase(), "{text}");
            let (left, key) = (device.texts(), if answers { BACKUP } else { KEY });
            assert_eq!(left.get(key).map(String::as_str), Some(text), "{left:?}");
            assert!(left.values().all(|left| left == text), "{left:?}");
            visit.answer("cap", "team");
            assert!(has_answers(&device.text(KEY).unwrap(), &[("cap", "team")]), "{text}");
            assert_eq!(device.text(BACKUP).as_deref(), Some(text));
        }
    }
}

#[test]
fn earlier_results_are_recorded_and_survive_other_visits() {
    let device = Device::new(&[]);
    for day in ["2026-11-22", "2026-11-23"] {
        let visit = Visit::on(&device);
        visit.keeper.runs().unwrap().change(Assessment::standard(), &|history| history.add(run_on(day)));
    }
    let all = Visit::on(&device).keeper.runs().unwrap().all(Assessment::standard());
    assert_eq!(all.runs().iter().map(|run| run.date.iso()).collect::<Vec<_>>(), ["2026-11-23", "2026-11-22"]);
}

#[test]
fn unchanged_earlier_results_are_not_saved() {
    let device = Device::new(&[]);
    Visit::on(&device).keeper.runs().unwrap().change(Assessment::standard(), &|_| false);
    assert_eq!(device.writes(), 0);
}

#[test]
fn removing_all_earlier_results_removes_their_key() {
    let device = Device::new(&[]);
    let keeper = Visit::on(&device).keeper;
    let runs = keeper.runs().unwrap();
    runs.change(Assessment::standard(), &|history| history.add(run_on("2026-11-22")));
    assert_eq!(device.texts().into_keys().collect::<Vec<_>>(), [HISTORY]);
    runs.change(Assessment::standard(), &|history| history.remove(0).is_some());
    assert!(device.texts().is_empty());
}

#[test]
fn unreadable_earlier_results_are_backed_up() {
    let device = Device::new(&[(HISTORY, "[half")]);
    let keeper = Visit::on(&device).keeper;
    let runs = keeper.runs().unwrap();
    assert!(runs.all(Assessment::standard()).runs().is_empty());
    runs.change(Assessment::standard(), &|history| history.add(run_on("2026-11-22")));
    assert_eq!(device.text("support-fit:history.aside").unwrap(), "[half");
    assert_eq!(runs.all(Assessment::standard()).runs().len(), 1);
}

// @threat-storage-keys
#[test]
fn what_another_program_saved_under_the_key_of_earlier_results_is_backed_up_and_never_erased() {
    for text in ["[half", "dark", "[1]", r#"{"token":"secret"}"#] {
        let device = Device::new(&[(HISTORY, text)]);
        let mut visit = Visit::on(&device);
        let runs = visit.keeper.runs().unwrap();
        runs.change(Assessment::standard(), &|history| history.add(run_on("2026-11-22")));
        runs.change(Assessment::standard(), &|history| history.remove(0).is_some());
        assert!(visit.erase());
        let left: Vec<_> = device.texts().into_iter().collect();
        assert_eq!(left, [("support-fit:history.aside".to_owned(), text.to_owned())]);
    }
}

#[test]
fn earlier_results_that_cannot_be_read_or_backed_up_are_not_overwritten() {
    for (text, kind) in [("[half", Call::Set), ("[]", Call::Get)] {
        let device = Device::failing(&[(HISTORY, text)], move |call, _, _| call == kind);
        let keeper = Visit::on(&device).keeper;
        let runs = keeper.runs().unwrap();
        assert!(runs.all(Assessment::standard()).runs().is_empty());
        runs.change(Assessment::standard(), &|history| history.add(run_on("2026-11-22")));
        assert_eq!(device.text(HISTORY).unwrap(), text);
    }
}

#[test]
fn a_full_store_keeps_the_earlier_draft() {
    let draft = draft_at("pace", EARLIER);
    let device = Device::failing(&[(KEY, &draft)], |call, _, _| call == Call::Set);
    let mut visit = Visit::on(&device);
    visit.answer("pace", "growing");
    assert_eq!(visit.last_save, Some(Err(StoreFault::Full)));
    assert_eq!(device.text(KEY), Some(draft));
    assert!(has_answers(&visit.copy(), &[("pace", "growing")]));
}
