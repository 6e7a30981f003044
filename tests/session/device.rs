//! In-memory storage whose calls fail on demand, and a visit that uses it.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
};

use assessment::{
    Assessment,
    json::{Codec, Value},
};

use session::{Action, Copied, Course, Effect, Keeper, KeyValueStore, Notice, Place, Saved, Session, StoreFault};

use super::{TIME, document, json};

/// The storage key of the draft.
pub const KEY: &str = "support-fit";

/// The storage key of the first backup.
pub const BACKUP: &str = "support-fit.aside";

/// The storage key of answers that were replaced.
pub const BEFORE: &str = "support-fit.before";

/// The beginning of a draft, and of earlier results.
pub const DAMAGED: [&str; 2] = ["{\"schema\":3,\"content\":\"1.2\",\"sa", "[{\"date\":\"2026"];

/// The storage key of earlier results.
pub const HISTORY: &str = "support-fit:history";

/// JSON as the browser parses and prints it.
pub const CODEC: Codec = Codec { parse: document::document, print: |value, _| document::written(value) };

/// The kinds of storage calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    Get,
    Set,
    Remove,
}

/// Decides whether a call fails, from its kind, its index among all calls, and its index among those of its kind.
type Fails = dyn Fn(Call, usize, usize) -> bool;

/// A key-value store. Clones share its contents.
#[derive(Clone)]
pub struct Device(Rc<Shared>);

struct Shared {
    texts: RefCell<BTreeMap<String, String>>,
    calls: RefCell<Vec<Call>>,
    writes: Cell<usize>,
    is_repaired: Cell<bool>,
    fails: Box<Fails>,
}

impl Device {
    /// The device after an earlier visit, which stopped at a question.
    pub fn earlier() -> Self {
        Self::new(&[(KEY, &draft_at("pace", EARLIER))])
    }

    pub fn new(texts: &[(&str, &str)]) -> Self {
        Self::failing(texts, |_, _, _| false)
    }

    pub fn failing(texts: &[(&str, &str)], fails: impl Fn(Call, usize, usize) -> bool + 'static) -> Self {
        let texts = texts.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect();
        Self(Rc::new(Shared {
            texts: RefCell::new(texts),
            calls: RefCell::default(),
            writes: Cell::new(0),
            is_repaired: Cell::new(false),
            fails: Box::new(fails),
        }))
    }

    /// Everything that is saved, without counting as a call.
    pub fn texts(&self) -> BTreeMap<String, String> {
        self.0.texts.borrow().clone()
    }

    /// The string under a key, without counting as a call.
    pub fn text(&self, key: &str) -> Option<String> {
        self.0.texts.borrow().get(key).cloned()
    }

    /// Replaces a string as another tab would.
    pub fn put(&self, key: &str, text: &str) {
        self.0.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
    }

    /// Removes a string as another tab would.
    pub fn take(&self, key: &str) {
        self.0.texts.borrow_mut().remove(key);
    }

    /// From now on no call fails.
    pub fn repair(&self) {
        self.0.is_repaired.set(true);
    }

    /// The number of calls, of one kind or in total.
    pub fn calls(&self, kind: Option<Call>) -> usize {
        self.0.calls.borrow().iter().filter(|call| kind.is_none_or(|kind| kind == **call)).count()
    }

    /// The number of writes.
    pub fn writes(&self) -> usize {
        self.0.writes.get()
    }

    fn count(&self, call: Call) -> Result<(), StoreFault> {
        self.0.calls.borrow_mut().push(call);
        match !self.0.is_repaired.get() && (self.0.fails)(call, self.calls(None), self.calls(Some(call))) {
            false => Ok(()),
            true if call == Call::Set => Err(StoreFault::Full),
            true => Err(StoreFault::Blocked),
        }
    }
}

impl KeyValueStore for Device {
    fn get(&self, key: &str) -> Result<Option<String>, StoreFault> {
        self.count(Call::Get)?;
        Ok(self.text(key))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreFault> {
        self.count(Call::Set)?;
        self.0.writes.set(self.writes() + 1);
        self.put(key, text);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreFault> {
        self.count(Call::Remove)?;
        self.0.texts.borrow_mut().remove(key);
        Ok(())
    }
}

/// The answers of the quick check.
const ANSWERS: [(&str, &str); 7] = [
    ("cap", "lead"),
    ("load", "stretched"),
    ("fund", "one"),
    ("answer", "split"),
    ("decide", "key"),
    ("pace", "growing"),
    ("skills", "specialist"),
];

/// One visit, in which the effects of each action are executed as the page does.
pub struct Visit {
    pub keeper: Keeper<Device>,
    pub session: Session,
    /// The notice at the start.
    pub notice: Option<Notice>,
    /// When the restored draft was saved.
    pub saved: Option<String>,
    /// The result of the latest save.
    pub last_save: Option<Result<bool, StoreFault>>,
    copy: Rc<RefCell<Copied>>,
}

impl Visit {
    pub fn on(device: &Device) -> Self {
        Self::with(device, Some(KEY), None)
    }

    /// A visit that saves under `key`, or not at all, with a draft that the page kept in memory.
    pub fn with(device: &Device, key: Option<&str>, in_memory: Option<&str>) -> Self {
        let in_memory = in_memory.map(|text| Copied { text: text.to_owned(), was_on_device: false });
        Self::of(device, key, None, in_memory)
    }

    /// The visit after the element was detached and attached again, perhaps with another setting.
    pub fn attached_again(&self, device: &Device, key: Option<&str>) -> Self {
        Self::of(device, key, None, Some(self.copy.borrow().clone()))
    }

    /// A visit with a setting for which earlier versions saved under another key.
    pub fn moving(device: &Device, old: &str) -> Self {
        Self::of(device, Some(KEY), Some(old), None)
    }

    fn of(device: &Device, key: Option<&str>, old: Option<&str>, in_memory: Option<Copied>) -> Self {
        let copy = Rc::new(RefCell::new(Copied { text: String::new(), was_on_device: false }));
        let shared = Rc::clone(&copy);
        let keeper = Keeper::new(
            device.clone(),
            CODEC,
            key.unwrap_or(KEY).to_owned(),
            key.is_some(),
            in_memory,
            Box::new(move |text, was_on_device| *shared.borrow_mut() = Copied { text: text.to_owned(), was_on_device }),
        )
        .moving_from(device.clone(), old);
        let resumed = keeper.resume(Assessment::standard(), Course::Quick);
        let notice = resumed.session.notice();
        Self { keeper, session: resumed.session, notice, saved: resumed.saved, last_save: None, copy }
    }

    /// Performs an action. Returns its effects and those of their outcomes, in execution order.
    pub fn act(&mut self, action: Action) -> Vec<Effect> {
        let mut carried_out = Vec::new();
        for effect in self.session.apply(action) {
            carried_out.push(effect.clone());
            match effect {
                Effect::Save => {
                    let outcome = self.keeper.save(&self.session, TIME);
                    self.last_save = Some(outcome.as_ref().map(Saved::is_on_device).map_err(|fault| *fault));
                    carried_out.extend(self.act(Action::Saved(outcome)));
                }
                Effect::Look => carried_out.extend(self.look()),
                Effect::Erase => {
                    let is_erased = self.keeper.erase();
                    carried_out.extend(self.act(Action::Erased(is_erased)));
                }
                _ => {}
            }
        }
        carried_out
    }

    /// Looks at the device, as when the page comes back.
    pub fn look(&mut self) -> Vec<Effect> {
        self.keeper.look(&self.session).map(|action| self.act(action)).unwrap_or_default()
    }

    pub fn answer(&mut self, question: &str, option: &str) -> Vec<Effect> {
        self.act(super::answer(question, option))
    }

    /// Answers the questions of the quick check, starting with this one, up to the result.
    pub fn answer_all(&mut self) {
        for (question, option) in ANSWERS {
            if self.session.place() == super::at(question) {
                self.answer(question, option);
                self.act(Action::Next);
            }
        }
        assert_eq!(self.session.place(), Place::RESULT);
    }

    /// Erases everything. Returns whether the notice says that it is erased.
    pub fn erase(&mut self) -> bool {
        self.act(Action::Erase);
        self.session.notice() == Some(Notice::Erased)
    }

    /// The copy of the draft that the page holds in memory.
    pub fn copy(&self) -> String {
        self.copy.borrow().text.clone()
    }
}

/// A draft with these answers, at a question.
pub fn draft_at(question: &str, answers: &[(&str, &str)]) -> String {
    let answers =
        Value::Object(answers.iter().map(|(name, value)| ((*name).to_owned(), Value::from(*value))).collect());
    let place = Value::object([("question", Value::from(question))]);
    let content = Value::from(Assessment::standard().version);
    let entries = [("schema", Value::from(3.0)), ("content", content), ("place", place), ("answers", answers)];
    document::written(&Value::object(entries))
}

/// A draft like those of [`draft_at`], saved at a time.
pub fn saved_at(time: &str, question: &str, answers: &[(&str, &str)]) -> String {
    draft_at(question, answers).replacen('{', &format!("{{\"saved\":\"{time}\","), 1)
}

/// The answers of an earlier visit: all but the last two.
pub const EARLIER: &[(&str, &str)] = ANSWERS.first_chunk::<5>().unwrap();

/// Whether a saved text is a draft with all of these answers.
pub fn has_answers(text: &str, answers: &[(&str, &str)]) -> bool {
    let Ok(draft) = serde_json::from_str::<Value>(text) else { return false };
    let Some(saved) = draft.get("answers") else { return false };
    answers.iter().all(|(name, value)| saved.get(name) == Some(&Value::from(*value)))
}

/// How many answers a saved draft has.
pub fn count_answers(text: &str) -> usize {
    json(text).get("answers").and_then(Value::entries).map_or(0, <[_]>::len)
}
