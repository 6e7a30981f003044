//! Any visit: every screen keeps the laws, whatever the visitor does and whatever the device does.

use assessment::json::Value;
use proptest::{collection::vec, prelude::*, sample::select};
use session::{StoreFault, View};

use super::{
    laws::assert_kept,
    reference::organizations,
    visit::{KEY, Visit, draft_of},
};

/// Values typed into fields; a select uses an index.
const TYPED: [&str; 10] =
    ["", "0", "2", "12,5", "1.2.3", "many", "2026-12-01", "left\u{202e}right", "& <b>x</b>", "https://example.org/#x"];

/// The next event.
#[derive(Debug, Clone, Copy)]
enum Step {
    /// A control is used: its index, and the typed value.
    Use(usize, usize),
    /// The Next button is pressed, if there is one.
    GoOn,
    /// Storage fails from now on, or works again.
    Device(Option<StoreFault>),
    /// The page is opened again.
    Reload,
    /// Another tab saves the answers of this organization, or erases everything.
    OtherTab(Option<usize>),
    /// The browser allows or denies files and the clipboard.
    Refuses(bool),
}

fn step() -> impl Strategy<Value = Step> {
    let fault = prop_oneof![Just(None), Just(Some(StoreFault::Full)), Just(Some(StoreFault::Blocked))];
    prop_oneof![
        12 => (any::<usize>(), 0..TYPED.len()).prop_map(|(n, text)| Step::Use(n, text)),
        3 => Just(Step::GoOn),
        1 => fault.prop_map(Step::Device),
        1 => Just(Step::Reload),
        1 => prop::option::of(0..11_usize).prop_map(Step::OtherTab),
        1 => any::<bool>().prop_map(Step::Refuses),
    ]
}

/// Where a visit begins: at the first question, or at the place of an organization's draft.
fn start() -> impl Strategy<Value = Option<(usize, (&'static str, &'static str))>> {
    let screens = prop_oneof![Just("overview"), Just("priorities"), Just("check")].prop_map(|name| ("screen", name));
    let views = select(&View::ALL[..]).prop_map(|view| ("view", view.name()));
    let places = prop_oneof![1 => screens, 3 => views];
    prop::option::of((0..11_usize, places))
}

/// The document without its timestamp.
fn timeless(document: &Value) -> Vec<(String, Value)> {
    document.entries().unwrap().iter().filter(|(name, _)| name != "saved").cloned().collect()
}

fn take(visit: &mut Visit, step: Step, organizations: &[Value]) {
    let page = visit.page.clone();
    match step {
        Step::Use(n, text) => {
            let count = page.0.controls.borrow().len();
            // An open dialog traps the focus in its two buttons; a closed one cannot be reached.
            let (first, last) = match (page.0.is_dialog_open.get(), visit.ui.confirmation().is_some()) {
                (true, _) => (count - 2, count),
                (false, true) => (0, count - 2),
                (false, false) => (0, count),
            };
            visit.operate_nth(first + n % (last - first), TYPED[text]);
        }
        Step::GoOn if page.0.is_dialog_open.get() => {}
        Step::GoOn => {
            visit.ui.act(session::Action::Next);
            visit.run();
        }
        Step::Device(fault) => page.0.store.fault.set(fault),
        Step::Reload => {
            let before = visit.ui.draft();
            // Another tab may have saved something else since.
            let is_saved = page.0.store.texts.borrow().get(KEY).is_some_and(|text| {
                let saved: Value = serde_json::from_str(text).unwrap();
                timeless(&saved) == timeless(&before)
            });
            page.0.is_dialog_open.set(false);
            *visit = Visit::on(page.clone(), &Value::object([]));
            if is_saved && page.0.store.fault.get() != Some(StoreFault::Blocked) {
                assert_eq!(timeless(&visit.ui.draft()), timeless(&before), "the saved draft is restored");
            }
        }
        Step::OtherTab(who) => {
            let text = who.map(|n| draft_of(&organizations[n], ("screen", "check")));
            if page.0.store.fault.get().is_none() {
                let mut texts = page.0.store.texts.borrow_mut();
                match &text {
                    Some(text) => texts.insert(KEY.to_owned(), text.clone()),
                    None => texts.remove(KEY),
                };
            }
            visit.ui.look_again();
            visit.run();
        }
        Step::Refuses(refuses) => page.0.refuses.set(refuses),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_screen_of_any_visit_keeps_the_laws(start in start(), unfolds: bool, steps in vec(step(), 1..16)) {
        let organizations = organizations();
        let mut visit = match start {
            None => Visit::new(),
            Some((who, place)) => Visit::saved(&draft_of(&organizations[who], place)),
        };
        visit.page.0.unfolds.set(unfolds);
        for step in steps {
            assert_kept("before the step", &visit.html());
            take(&mut visit, step, &organizations);
        }
        assert_kept("after the last step", &visit.html());
    }
}
