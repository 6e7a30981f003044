//! What every view needs: the session, the words, and the way to do something.

mod acting;
mod arriving;
mod controls;
mod earlier;
mod evaluating;
mod focus;
mod host;
mod money;
mod opening;
mod prepared;
mod saying;

use std::{any::Any, cell::OnceCell, rc::Rc, sync::Arc};

pub use evaluating::{is_enough, prepare, summary};
pub use money::Costed;
pub use prepared::Prepared;

use leptos::prelude::*;

#[allow(unused_imports, reason = "natively, the host is a trait object, whose methods need no import")]
use super::host::Host as _;
use super::{
    components::Confirming,
    host::{HostStore, Money, SharedHost},
    later::{AfterQuestions, Aside, Awaiting, AwaitingResult, Later, Planning, fetch_later},
    notice::Notice,
    told::{Tell, Told},
};
use assessment::{
    Assessment, QuestionId,
    i18n::{Catalog, key},
};
use config::{Config, Flow};
use decision::{evaluation::Sampled, response::Response};
use session::{Course, Keeper, Place, Resumed, Session, link::Sections};

/// What the page's loader hands over.
pub struct Start {
    /// The page that the application is on.
    pub host: SharedHost,
    /// The words of the element's language.
    pub words: &'static Catalog,
    /// What the page set.
    pub config: Config,
    /// The key under which drafts are kept; none keeps them in memory.
    pub storage_key: Option<String>,
    /// The draft that the loader kept in memory while the element was detached.
    pub draft: Option<String>,
    /// What the page around hears.
    pub tell: Tell,
}

/// Everything that views follow.
struct State {
    session: Session,
    /// The message shown on top.
    notice: Option<Notice>,
    /// The time of day of the last save, as shown; none while the answers are not saved.
    saved: Option<String>,
    /// What the dialog asks.
    confirming: Option<Confirming>,
    /// The last thing done led here, as opposed to changing something here.
    is_new_here: bool,
    /// Counts what was said, so that the result follows it.
    revision: u32,
    /// What the visitor was told about saving; not said again until saving works.
    told: Option<Notice>,
    /// The visitor has seen a result since the start, or since everything was cleared.
    has_result: bool,
    /// The revision of which the page around has not heard yet.
    owes: Option<u32>,
    /// The last thing said in the live region. It starts empty: what is in the region when it comes is not heard.
    said: Option<String>,
    /// What is said behind the message of answers that were opened, or were not.
    more: Option<String>,
    /// What a newer version put into the link that was read last; it goes into the next one.
    sections: Sections,
}

impl State {
    /// Shows a message, or none, and says it.
    fn show(&mut self, notice: Option<Notice>, words: &Catalog) {
        self.notice = notice;
        self.hear(words);
    }

    /// Says the message that is shown.
    fn hear(&mut self, words: &Catalog) {
        self.said = self.notice.map(|notice| self.told(notice, words));
    }

    /// All of a message.
    fn told(&self, notice: Notice, words: &Catalog) -> String {
        let more = self.more.as_deref().filter(|_| notice.has_more()).unwrap_or_default();
        let space = if more.is_empty() { "" } else { " " };
        [words.get(notice.text()), space, more].concat()
    }

    /// Leaves what was said only if it is the message that is still shown: it may not have been heard yet.
    fn forget_effect(&mut self, words: &Catalog) {
        let shown = self.notice.map(|notice| self.told(notice, words));
        self.said.take_if(|said| Some(&*said) != shown.as_ref());
    }
}

/// Everything that views do not follow.
struct Surroundings {
    config: Rc<Config>,
    tell: Tell,
    keeper: Keeper<HostStore>,
    /// For the revision it was prepared for.
    prepared: Option<(u32, Arc<Prepared>)>,
    /// The samples behind other priorities, from the first change of one on.
    sampled: Option<Sampled>,
    /// What a part of the page holds in memory; its type is known there alone.
    held: Option<Box<dyn Any>>,
    /// What waits for the module beside the plan.
    awaiting: Vec<Awaiting>,
    /// What waits for the screens after the questions.
    awaiting_result: Vec<AwaitingResult>,
    /// How amounts are written, from the first one on.
    money: OnceCell<Box<dyn Money>>,
    /// The last draws of the cost.
    costed: Option<Costed>,
}

/// Shared by all views of one element.
#[derive(Clone, Copy)]
pub struct Ui {
    words: &'static Catalog,
    state: RwSignal<State>,
    surroundings: StoredValue<Surroundings, LocalStorage>,
    host: StoredValue<SharedHost, LocalStorage>,
    screen: Memo<(Place, u32)>,
    /// The screens after the questions.
    after: RwSignal<Later<AfterQuestions>>,
    /// The sections of the plan.
    plan: RwSignal<Later<Planning>>,
    /// What is beside the plan.
    aside: RwSignal<Later<Aside>>,
}

impl Ui {
    /// Loads what was kept and starts.
    #[must_use]
    pub fn new(start: Start) -> Self {
        let assessment = Assessment::standard();
        let tell = Rc::clone(&start.tell);
        let copy = move |text: &str| {
            // This event cannot be canceled.
            let _ = tell(Told::Draft(text));
        };
        let host = start.host;
        let store = HostStore(Rc::clone(&host));
        let keeper = Keeper::new(store, host.json(), start.storage_key, start.draft, Box::new(copy));
        let course = if start.config.flow == Flow::Full { Course::Full } else { Course::Quick };
        let Resumed { session, saved, notice } = keeper.resume(assessment, course);
        let session = session.unwrap_or_else(|| Session::by(None, assessment, course));
        let saved = saved.and_then(|time| host.time_of_day(&time));
        let notice = notice.map(Notice::from);
        let has_result = session.place() == Place::Result;
        let state = RwSignal::new(State {
            session,
            notice,
            saved,
            confirming: None,
            is_new_here: true,
            revision: 0,
            told: notice,
            has_result,
            owes: None,
            said: None,
            more: None,
            sections: Sections::default(),
        });
        let screen = Memo::new(move |_| {
            state.with(|state| match state.session.place() {
                Place::Result => (Place::Result, state.revision),
                place => (place, 0),
            })
        });
        let surroundings = StoredValue::new_local(Surroundings {
            config: Rc::new(start.config),
            tell: start.tell,
            keeper,
            prepared: None,
            sampled: None,
            held: None,
            awaiting: Vec::new(),
            awaiting_result: Vec::new(),
            money: OnceCell::new(),
            costed: None,
        });
        let ui = Self {
            words: start.words,
            state,
            surroundings,
            host: StoredValue::new_local(host),
            screen,
            after: RwSignal::new(Later::Missing),
            plan: RwSignal::new(Later::Missing),
            aside: RwSignal::new(Later::Missing),
        };
        ui.in_next_frame(move || {
            ui.state.try_update(|state| state.hear(ui.words));
        });
        ui.prepare_soon();
        ui.after_pause(move || fetch_later(ui));
        ui
    }

    /// The content.
    #[must_use]
    pub fn assessment(self) -> &'static Assessment {
        Assessment::standard()
    }

    /// What the page set.
    #[must_use]
    pub fn config(self) -> Rc<Config> {
        self.surroundings.with_value(|s| Rc::clone(&s.config))
    }

    /// Reads the session and follows it.
    pub fn with<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        self.state.with(|state| read(&state.session))
    }

    /// A part of the session that views follow: they are drawn again when it changes, and not when anything else does.
    pub fn follow<T: Clone + PartialEq + Send + Sync + 'static>(self, read: fn(&Session) -> T) -> Memo<T> {
        Memo::new(move |_| self.with(read))
    }

    /// Reads the session as it is now.
    pub fn now<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        self.state.with_untracked(|state| read(&state.session))
    }

    /// What one part of the page holds in memory until everything is erased or the element is gone, however often it is drawn.
    /// It is kept nowhere. None where the element is gone.
    pub fn held<H: Default + 'static, T>(self, then: impl FnOnce(&mut H) -> T) -> Option<T> {
        let of_part = |s: &mut Surroundings| {
            let held = s.held.get_or_insert_with(|| Box::new(H::default()));
            held.downcast_mut::<H>().map(then)
        };
        self.surroundings.try_update_value(of_part).flatten()
    }

    /// The screen to show; at the result it changes with what was said.
    #[must_use]
    pub fn screen(self) -> Place {
        self.screen.get().0
    }

    /// Whether the last thing done led to this screen, as opposed to changing something on it.
    #[must_use]
    pub fn is_new_here(self) -> bool {
        self.state.with_untracked(|state| state.is_new_here)
    }

    /// The response to a question.
    #[must_use]
    pub fn response(self, question: QuestionId) -> Option<Response> {
        self.with(|session| session.responses().get(question))
    }

    /// The message shown on top.
    #[must_use]
    pub fn notice(self) -> Option<Notice> {
        self.state.with(|state| state.notice)
    }

    /// What the live region says.
    #[must_use]
    pub fn spoken(self) -> Option<String> {
        self.state.with(|state| match state.session.answer_missing() {
            true => Some(self.t(key::ui::answer::MISSING).to_owned()),
            false => state.said.clone(),
        })
    }

    /// Says what something changed, for those who do not see it change.
    pub fn say(self, said: Option<String>) {
        if self.state.with_untracked(|state| state.said != said) {
            self.state.update(|state| state.said = said);
        }
    }

    /// Shows a message, or none.
    pub fn tell(self, notice: Option<Notice>) {
        self.state.update(|state| state.show(notice, self.words));
    }

    /// Shows a message with more behind it.
    pub fn tell_more(self, notice: Notice, more: Option<String>) {
        self.state.update(|state| {
            state.more = more;
            state.show(Some(notice), self.words);
        });
    }

    /// All of a message.
    #[must_use]
    pub fn told(self, notice: Notice) -> String {
        self.state.with(|state| state.told(notice, self.words))
    }

    /// The time of day of the last save; none while the answers are not saved.
    #[must_use]
    pub fn saved(self) -> Option<String> {
        self.state.with(|state| state.saved.clone())
    }

    /// What the dialog asks.
    #[must_use]
    pub fn confirming(self) -> Option<Confirming> {
        self.state.with(|state| state.confirming)
    }
}
