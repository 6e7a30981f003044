//! Drafts under the keys of earlier versions, which could be those of other programs.

use super::{
    TIME,
    device::{Device, EARLIER, HISTORY, KEY, Visit, draft_at, has_answers, saved_at},
};

/// The key of earlier versions.
const OLD: &str = "acme";

const OLD_HISTORY: &str = "acme:history";

const RUN: &str = r#"[{"date":"2025-01-01","content":"1.1","verdict":"lean","leader":"co_managed","shares":[12,70,18],"answers":{"cap":"lead"}}]"#;

/// What other programs may have saved.
const FOREIGN: [&str; 8] = [
    r#"{"token":"secret"}"#,
    r#"{"schema":1,"cart":[],"saved":"2026-11-22"}"#,
    r#"{"schema":{"name":"x"},"answers":{}}"#,
    r#"{"answers":{"cap":"lead"}}"#,
    "{half",
    "[]",
    "dark",
    "",
];

// @threat-storage-keys
#[test]
fn a_draft_and_earlier_results_are_moved_to_the_new_keys() {
    let draft = saved_at(TIME, "pace", EARLIER);
    let device = Device::new(&[(OLD, &draft), (OLD_HISTORY, RUN), ("other", "stays")]);
    let mut visit = Visit::moving(&device, OLD);
    assert_eq!(visit.session.place(), super::at("pace"));
    let moved = [(KEY, draft.as_str()), (HISTORY, RUN), ("other", "stays")];
    let expected: Vec<_> = moved.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect();
    let mut texts: Vec<_> = device.texts().into_iter().collect();
    texts.sort_by_key(|(key, _)| expected.iter().position(|(known, _)| known == key));
    assert_eq!(texts, expected);
    visit.answer("pace", "growing");
    assert_eq!(visit.last_save, Some(Ok(true)));
}

// @threat-storage-keys
#[test]
fn what_is_not_ours_stays_under_the_old_key() {
    for text in FOREIGN {
        let device = Device::new(&[(OLD, text), (OLD_HISTORY, text)]);
        let mut visit = Visit::moving(&device, OLD);
        assert!(visit.session.is_untouched() && visit.notice.is_none(), "{text}");
        visit.answer_all();
        assert!(visit.erase(), "{text}");
        let left = device.texts();
        assert_eq!((left.len(), &left[OLD], &left[OLD_HISTORY]), (2, &text.to_owned(), &text.to_owned()));
    }
}

#[test]
fn a_draft_under_the_new_key_is_used_and_erasing_removes_both() {
    let device = Device::new(&[(OLD, &saved_at(TIME, "pace", EARLIER)), (KEY, &draft_at("load", &[("cap", "team")]))]);
    let mut visit = Visit::moving(&device, OLD);
    assert_eq!(visit.session.place(), super::at("load"));
    assert_eq!(device.texts().len(), 2);
    assert!(visit.erase() && device.texts().is_empty());
}

#[test]
fn no_failing_call_loses_the_draft_or_keeps_the_visitor_from_it() {
    let draft = saved_at(TIME, "pace", EARLIER);
    for n in 1..=8 {
        let device = Device::failing(&[(OLD, &draft), (OLD_HISTORY, RUN)], move |_, of_all, _| of_all == n);
        Visit::moving(&device, OLD);
        let texts = device.texts();
        assert!(texts.values().any(|text| *text == draft) && texts.values().any(|text| text == RUN), "{n}: {texts:?}");
        assert!(device.calls(None) >= n, "{n}");
        device.repair();
        let later = Visit::moving(&device, OLD);
        assert!(has_answers(&later.copy(), EARLIER), "{n}");
    }
}
