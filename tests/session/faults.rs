//! Storage calls that fail during a visit, for every possible call: once, several in a row, or from one call on.

use session::{Action, Notice, StoreFault};

use super::{
    answer,
    device::{BACKUP, Call, DAMAGED, Device, EARLIER, HISTORY, KEY, Visit, count_answers, draft_at, has_answers},
    run_on,
};

/// Any call, as when access to storage fails, or one kind of call.
const KINDS: [Option<Call>; 4] = [None, Some(Call::Get), Some(Call::Set), Some(Call::Remove)];

const EARLIER_RUN: &str = r#"[{"date":"2025-01-01","content":"1.1","verdict":"lean","leader":"co_managed","shares":[12,70,18],"answers":{"cap":"lead"}}]"#;

/// The range of failing calls of a kind, inclusive.
#[derive(Debug, Clone, Copy)]
struct Outage {
    kind: Option<Call>,
    from: usize,
    to: usize,
}

impl Outage {
    fn fails(self, call: Call, of_all: usize, of_kind: usize) -> bool {
        match self.kind {
            None => (self.from..=self.to).contains(&of_all),
            Some(kind) => kind == call && (self.from..=self.to).contains(&of_kind),
        }
    }
}

/// Calls `check` with every outage that can happen in a visit with `calls` calls of a kind.
fn for_each_outage(calls: impl Fn(Option<Call>) -> usize, check: impl Fn(Outage)) {
    for kind in KINDS {
        let calls = calls(kind);
        assert!(calls > 0, "a visit has calls of the kind {kind:?}");
        for from in 1..=calls {
            for to in (from..=calls).chain([usize::MAX]) {
                check(Outage { kind, from, to });
            }
        }
    }
}

/// Comes back, answers up to the result, records it, and erases everything.
fn whole_visit(device: &Device) -> (Visit, AtResult, bool) {
    let mut visit = Visit::on(device);
    let goes_on = visit.session.place() == super::at("pace");
    if !goes_on {
        // A visitor who does not see the earlier answers does not repeat them.
        for (question, option) in [("cap", "lead"), ("load", "ok")] {
            visit.answer(question, option);
            visit.act(Action::Next);
        }
    }
    visit.answer_all();
    let saved = visit.last_save;
    visit.keeper.runs().unwrap().change(visit.session.assessment(), &|history| history.record(run_on("2026-11-22")));
    let at_result = AtResult { goes_on, saved, copy: visit.copy(), texts: device.texts().into_iter().collect() };
    let says_erased = visit.erase();
    (visit, at_result, says_erased)
}

/// The string saved when the visitor reached the result.
struct AtResult {
    goes_on: bool,
    saved: Option<Result<bool, StoreFault>>,
    copy: String,
    texts: Vec<(String, String)>,
}

impl AtResult {
    fn text(&self, key: &str) -> Option<&str> {
        self.texts.iter().find(|(name, _)| name == key).map(|(_, text)| text.as_str())
    }
}

/// A store with a draft with most questions answered, and with earlier results.
fn earlier(outage: Option<Outage>) -> Device {
    let draft = draft_at("pace", EARLIER);
    Device::failing(&[(KEY, &draft), (HISTORY, EARLIER_RUN)], move |call, of_all, of_kind| {
        outage.is_some_and(|outage| outage.fails(call, of_all, of_kind))
    })
}

fn calls_of_a_visit(device: &Device) -> impl Fn(Option<Call>) -> usize {
    whole_visit(device);
    let device = device.clone();
    move |kind| device.calls(kind)
}

#[test]
fn without_errors_a_visit_saves_everything_and_erases_it() {
    let device = earlier(None);
    let (visit, at_result, says_erased) = whole_visit(&device);
    assert_eq!((at_result.goes_on, at_result.saved), (true, Some(Ok(true))));
    assert_eq!(count_answers(at_result.text(KEY).unwrap()), 7);
    assert!(says_erased && device.texts().is_empty() && visit.session.is_untouched());
}

#[test]
fn no_outage_loses_saved_answers_or_earlier_results() {
    for_each_outage(calls_of_a_visit(&earlier(None)), |outage| {
        let (_, at_result, _) = whole_visit(&earlier(Some(outage)));
        let drafts = at_result.texts.iter().filter(|(_, text)| has_answers(text, EARLIER));
        assert!(drafts.count() > 0, "{outage:?}: {:?}", at_result.texts);
        let history = at_result.text(HISTORY).unwrap();
        assert!(history.contains("2025-01-01"), "{outage:?}: {history}");
    });
}

#[test]
fn no_outage_keeps_the_visitor_from_the_result_or_loses_the_copy_in_memory() {
    for_each_outage(calls_of_a_visit(&earlier(None)), |outage| {
        let (visit, at_result, _) = whole_visit(&earlier(Some(outage)));
        assert_eq!(count_answers(&at_result.copy), 7, "{outage:?}");
        assert_eq!(visit.copy(), "", "{outage:?}");
    });
}

#[test]
fn one_failing_call_costs_at_most_the_latest_change() {
    for_each_outage(calls_of_a_visit(&earlier(None)), |outage| {
        if outage.from == outage.to {
            let (_, at_result, _) = whole_visit(&earlier(Some(outage)));
            let draft = at_result.text(KEY).unwrap();
            assert!(count_answers(draft) >= 6, "{outage:?}: {draft}");
            assert!(!at_result.goes_on || has_answers(draft, EARLIER), "{outage:?}: {draft}");
        }
    });
}

#[test]
fn answers_are_called_saved_only_if_they_are() {
    for_each_outage(calls_of_a_visit(&earlier(None)), |outage| {
        let (_, at_result, _) = whole_visit(&earlier(Some(outage)));
        let is_saved = at_result.text(KEY) == Some(at_result.copy.as_str());
        assert_eq!(at_result.saved == Some(Ok(true)), is_saved, "{outage:?}");
    });
}

// @threat-erasing
#[test]
fn erasure_is_reported_only_if_nothing_is_left() {
    for_each_outage(calls_of_a_visit(&earlier(None)), |outage| {
        let device = earlier(Some(outage));
        let (_, _, says_erased) = whole_visit(&device);
        assert!(!says_erased || device.texts().is_empty(), "{outage:?}: {:?}", device.texts());
    });
}

// @threat-erasing
#[test]
fn what_an_outage_leaves_is_erased_by_the_next_save_or_erasure() {
    for_each_outage(calls_of_a_visit(&earlier(None)), |outage| {
        for saves in [true, false] {
            let device = earlier(Some(outage));
            let (mut visit, _, says_erased) = whole_visit(&device);
            if says_erased {
                continue;
            }
            device.repair();
            assert_eq!(visit.session.notice(), Some(Notice::NotErased));
            if saves {
                visit.answer("cap", "team");
                let left = device.texts();
                assert_eq!(left.keys().collect::<Vec<_>>(), [KEY], "{outage:?}: {left:?}");
                assert_eq!(count_answers(&left[KEY]), 1, "{outage:?}: {left:?}");
                assert_eq!(visit.session.notice(), None, "{outage:?}");
            } else {
                assert!(visit.erase() && device.texts().is_empty(), "{outage:?}: {:?}", device.texts());
            }
        }
    });
}

#[test]
fn erasure_is_not_reported_if_the_device_removes_nothing() {
    let device = earlier(Some(Outage { kind: Some(Call::Remove), from: 1, to: usize::MAX }));
    let (_, _, says_erased) = whole_visit(&device);
    assert!(!says_erased);
    assert_eq!(device.texts().into_keys().collect::<Vec<_>>(), [KEY, HISTORY]);
}

#[test]
fn no_outage_loses_an_unreadable_draft() {
    let unreadable = |outage: Option<Outage>| {
        Device::failing(&[(KEY, DAMAGED[0]), (HISTORY, DAMAGED[1])], move |call, of_all, of_kind| {
            outage.is_some_and(|outage| outage.fails(call, of_all, of_kind))
        })
    };
    for_each_outage(calls_of_a_visit(&unreadable(None)), |outage| {
        let device = unreadable(Some(outage));
        let (_, at_result, says_erased) = whole_visit(&device);
        for text in DAMAGED {
            assert!(at_result.texts.iter().any(|(_, saved)| saved == text), "{outage:?}: {:?}", at_result.texts);
        }
        assert!(!says_erased || device.texts().is_empty(), "{outage:?}: {:?}", device.texts());
    });
}

#[test]
fn a_draft_that_could_not_be_read_at_the_start_is_backed_up_before_the_first_save() {
    let draft = draft_at("pace", EARLIER);
    let device = Device::failing(&[(KEY, &draft)], |call, _, n| call == Call::Get && n == 1);
    let mut visit = Visit::on(&device);
    assert_eq!(visit.notice, Some(Notice::Blocked));
    visit.answer("cap", "team");
    assert_eq!(visit.last_save, Some(Ok(true)));
    assert_eq!(device.text(BACKUP), Some(draft));
    assert!(has_answers(&device.text(KEY).unwrap(), &[("cap", "team")]));
}

#[test]
fn a_blocked_store_is_retried_with_each_change_and_never_written() {
    let device = Device::failing(&[(KEY, "draft")], |call, _, n| call == Call::Get && n <= 4);
    let mut visit = Visit::on(&device);
    visit.answer("cap", "team");
    visit.answer("cap", "lead");
    assert_eq!((visit.last_save, device.writes()), (Some(Err(StoreFault::Blocked)), 0));
    visit.answer("cap", "keeper");
    assert_eq!(visit.last_save, Some(Ok(true)));
    assert_eq!(device.text(BACKUP).unwrap(), "draft");
}

#[test]
fn a_full_store_is_distinguished_from_a_blocked_one() {
    for (kind, fault) in [(Call::Set, StoreFault::Full), (Call::Get, StoreFault::Blocked)] {
        let mut visit = Visit::on(&Device::failing(&[], move |call, _, _| call == kind));
        visit.act(answer("cap", "team"));
        assert_eq!(visit.last_save, Some(Err(fault)));
    }
}
