//! One saved string and its backups.

use session::{Slot, StoreFault};

use super::device::{BACKUP, Call, Device, KEY};

fn slot(device: &Device) -> Slot<Device> {
    Slot::new(device.clone(), KEY.to_owned())
}

#[test]
fn an_empty_slot_loads_nothing() {
    assert_eq!(slot(&Device::new(&[])).load(), Ok(None));
}

#[test]
fn the_latest_saved_string_is_loaded() {
    let device = Device::new(&[]);
    slot(&device).save("first").unwrap();
    slot(&device).save("second").unwrap();
    assert_eq!(slot(&device).load(), Ok(Some("second".to_owned())));
}

#[test]
fn a_backup_is_not_overwritten_by_saving() {
    let device = Device::new(&[(KEY, "unreadable")]);
    slot(&device).back_up().unwrap();
    slot(&device).save("new").unwrap();
    assert_eq!(device.text(BACKUP).unwrap(), "unreadable");
    assert_eq!(device.text(KEY).unwrap(), "new");
}

#[test]
fn without_a_saved_string_there_is_nothing_to_back_up() {
    let device = Device::new(&[]);
    slot(&device).back_up().unwrap();
    assert!(device.texts().is_empty());
}

#[test]
fn the_same_string_is_backed_up_once() {
    let device = Device::new(&[(KEY, "unreadable")]);
    slot(&device).back_up().unwrap();
    slot(&device).back_up().unwrap();
    assert_eq!(device.texts().len(), 2);
}

#[test]
fn nine_different_strings_are_backed_up_and_the_tenth_is_rejected() {
    let device = Device::new(&[]);
    for n in 1..=9 {
        device.put(KEY, &format!("unreadable {n}"));
        slot(&device).back_up().unwrap();
        assert_eq!(slot(&device).latest_backup().unwrap(), format!("unreadable {n}"));
    }
    let before = device.texts();
    assert_eq!(before[BACKUP], "unreadable 1");
    assert_eq!(before["support-fit.aside-2"], "unreadable 2");
    assert_eq!(before["support-fit.aside-9"], "unreadable 9");
    device.put(KEY, "unreadable 10");
    assert_eq!(slot(&device).back_up(), Err(StoreFault::Full));
    assert_eq!(device.texts().len(), before.len());
    assert_eq!(slot(&device).latest_backup().unwrap(), "unreadable 9");
}

#[test]
fn a_backup_that_cannot_be_written_is_reported() {
    let device = Device::failing(&[(KEY, "unreadable")], |call, _, _| call == Call::Set);
    assert_eq!(slot(&device).back_up(), Err(StoreFault::Full));
    assert_eq!(device.text(KEY).unwrap(), "unreadable");
}

#[test]
fn a_backup_does_not_overwrite_an_unreadable_one() {
    let device = Device::failing(&[(KEY, "new"), (BACKUP, "old")], |call, _, n| call == Call::Get && n == 2);
    assert_eq!(slot(&device).back_up(), Err(StoreFault::Blocked));
    assert_eq!(device.text(BACKUP).unwrap(), "old");
}

#[test]
fn erasing_removes_the_draft_and_backups_and_nothing_else() {
    let device = Device::new(&[("other", "stays")]);
    for n in 1..=9 {
        device.put(KEY, &format!("unreadable {n}"));
        slot(&device).back_up().unwrap();
    }
    slot(&device).erase_all_if(&|_| true).unwrap();
    assert_eq!(device.texts().into_keys().collect::<Vec<_>>(), ["other"]);
}

#[test]
fn erasing_continues_past_a_key_that_cannot_be_removed() {
    let device = Device::failing(&[(KEY, "draft"), (BACKUP, "old")], |call, _, n| call == Call::Remove && n == 1);
    assert_eq!(slot(&device).erase_all_if(&|_| true), Err(StoreFault::Blocked));
    assert_eq!(device.texts().into_keys().collect::<Vec<_>>(), [BACKUP]);
}
