//! Where drafts are kept.

use support_fit::{
    assessment::Assessment,
    json::Value,
    session::{DraftStore, MemoryStore, decode},
};

use super::{TIME, give, resumed, session};

#[test]
fn a_new_store_is_empty() {
    assert_eq!(MemoryStore::default().load(), Ok(None));
}

#[test]
fn what_was_saved_last_is_loaded() {
    let store = MemoryStore::default();
    store.save(&Value::from("first")).unwrap();
    store.save(&Value::from("second")).unwrap();
    assert_eq!(store.load(), Ok(Some(Value::from("second"))));
}

#[test]
fn what_is_put_aside_is_not_saved_over() {
    let store = MemoryStore::default();
    store.save(&Value::from("unreadable")).unwrap();
    store.set_aside().unwrap();
    store.save(&Value::from("new")).unwrap();
    assert_eq!(store.load(), Ok(Some(Value::from("new"))));
    assert_eq!(store.aside(), [Value::from("unreadable")]);
}

#[test]
fn erasing_also_removes_what_was_put_aside() {
    let store = MemoryStore::default();
    store.save(&Value::from("old")).unwrap();
    store.set_aside().unwrap();
    store.save(&Value::from("new")).unwrap();
    store.erase().unwrap();
    assert_eq!(store.load(), Ok(None));
    assert!(store.aside().is_empty());
}

#[test]
fn a_session_goes_on_from_a_store() {
    let store = MemoryStore::default();
    let mut first = session();
    give(&mut first, &[("cap", "team"), ("load", "ok")]);
    store.save(&first.draft(TIME).encode(Assessment::standard())).unwrap();
    let loaded = store.load().unwrap().unwrap();
    let second = resumed(decode(Assessment::standard(), &loaded).unwrap().draft);
    assert_eq!(second.draft(TIME), first.draft(TIME));
}
