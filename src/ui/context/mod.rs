//! [`Ui`]: what every view needs, such as the session, the words, and a way to act.
//!
//! Views read through [`Ui`], which tracks what they read. There is one signal per concern ([`Signals`]), so an answer
//! re-renders only the views that show answers.

mod acting;
mod contact;
mod controls;
mod evaluating;
mod focus;
mod host;
mod later;
mod money;
mod opening;
mod prepared;
mod runs;
mod settings;
mod signals;
mod typing;
mod words;

use std::{any::Any, cell::OnceCell, rc::Rc, sync::Arc};

pub use evaluating::{is_enough, prepare, summary};
pub use money::{Costed, Currency};
pub use prepared::Prepared;
pub use settings::read_settings;
pub use typing::Commit;

use leptos::prelude::*;

use super::{
    components::Confirmation,
    contact::Contact,
    element::SharedElement,
    host::{HostStore, Money, SharedHost},
    later::{Later, LaterCallback, fetch_later_once},
    notice,
};
#[allow(
    unused_imports,
    reason = "natively, the host and the element are trait objects, whose methods need no import"
)]
use super::{element::HostElement as _, host::Host as _};
use assessment::{Assessment, QuestionId, i18n::Catalog};
use config::{Config, DraftStorage, Flow, Rest};
use decision::evaluation::Sampled;
use session::{Copied, Course, Keeper, Notice, Place, Resumed, Session};
use signals::Signals;
use typing::Typing;

/// What the loader passes to the application.
pub struct Start {
    pub host: SharedHost,
    pub words: &'static Catalog,
    pub config: Config,
    /// The settings that the later module reads.
    pub rest: Rest,
    /// The storage key of drafts.
    pub storage_key: String,
    /// The storage key of earlier versions for the same setting, if that was another.
    pub old_storage_key: Option<String>,
    /// The draft that the loader kept while the element was detached.
    pub draft: Option<Copied>,
    pub element: SharedElement,
}

/// What views show. [`Signals`] notify of changes.
struct State {
    session: Session,
    /// The formatted time of the last save; `None` while the answers are not saved.
    saved: Option<String>,
    confirmation: Option<Confirmation>,
    /// The text of the live region. Empty at first, because screen readers do not announce initial text.
    announced: Option<String>,
    /// Shown after the text of this notice, such as the reason of a failure.
    notice_detail: Option<(Notice, String)>,
    /// Whether a result was shown since the start, or since everything was cleared.
    has_result: bool,
    /// The version of an evaluation that was not reported to the host page yet.
    unreported: Option<u32>,
    contact: Contact,
    /// The question at which the visitor is told that those left do not matter.
    settled_at: Option<QuestionId>,
}

impl State {
    fn notice_text(&self, notice: Notice, words: &Catalog) -> String {
        let detail = self.notice_detail.as_ref().filter(|(of, _)| *of == notice).map_or("", |(_, detail)| detail);
        let space = if detail.is_empty() { "" } else { " " };
        [words.get(notice::text(notice)), space, detail].concat()
    }

    /// The version of the current evaluation.
    fn evaluation(&self) -> u32 {
        self.session.versions().evaluation
    }
}

/// What views do not track.
struct Resources {
    config: Rc<Config>,
    rest: Rest,
    /// [`ResultSettings`](config::ResultSettings), once the later module is loaded. Without their type, because the code that
    /// drops them would be in the start module.
    settings: Option<Rc<dyn Any>>,
    element: SharedElement,
    keeper: Keeper<HostStore>,
    /// With its version of the evaluation.
    prepared: Option<(u32, Arc<Prepared>)>,
    /// Samples for evaluating other priorities, from the first changed rating on.
    sampled: Option<Sampled>,
    /// See [`Ui::section_state`].
    section_state: Vec<Box<dyn Any>>,
    /// Callbacks that wait for the later module.
    waiting: Vec<LaterCallback>,
    /// By [`Currency`](money::Currency).
    money: [OnceCell<Box<dyn Money>>; 3],
    costed: Option<Arc<Costed>>,
    typing: Rc<Typing>,
}

/// A handle shared by all views of one element.
#[derive(Clone, Copy)]
pub struct Ui {
    words: &'static Catalog,
    state: StoredValue<State>,
    signals: Signals,
    resources: StoredValue<Resources, LocalStorage>,
    host: StoredValue<SharedHost, LocalStorage>,
    screen: Memo<(Place, u32)>,
    later: RwSignal<Later>,
    /// Whether the visitor is typing in a field.
    typing: RwSignal<bool>,
}

impl Ui {
    /// Loads the saved draft and starts.
    #[must_use]
    pub fn new(start: Start) -> Self {
        let assessment = Assessment::standard();
        let host = start.host;
        let element = Rc::clone(&start.element);
        let copy = move |text: &str, is_on_device: bool| element.keep(text, is_on_device);
        let store = HostStore(Rc::clone(&host));
        let is_saving = start.config.storage == DraftStorage::Local;
        let key = start.storage_key;
        let keeper = Keeper::new(store.clone(), host.json(), key, is_saving, start.draft, Box::new(copy))
            .moving_from(store, start.old_storage_key.as_deref());
        let course = if start.config.flow == Flow::Full { Course::Full } else { Course::Quick };
        let Resumed { session, saved } = keeper.resume(assessment, course);
        let saved = saved.and_then(|time| host.time_of_day(&time));
        let has_result = session.place().is_result();
        let state = StoredValue::new(State {
            session,
            saved,
            confirmation: None,
            announced: None,
            notice_detail: None,
            has_result,
            unreported: None,
            contact: Contact::NotRequested,
            settled_at: None,
        });
        let signals = Signals::new();
        let screen = Memo::new(move |_| {
            signals.route.track();
            signals.evaluation.track();
            state.with_value(|state| match state.session.place() {
                place @ Place::Result(_) => (place, state.evaluation()),
                place => (place, 0),
            })
        });
        let resources = StoredValue::new_local(Resources {
            config: Rc::new(start.config),
            rest: start.rest,
            settings: None,
            element: start.element,
            keeper,
            prepared: None,
            sampled: None,
            section_state: Vec::new(),
            waiting: Vec::new(),
            money: Default::default(),
            costed: None,
            typing: Rc::default(),
        });
        let ui = Self {
            words: start.words,
            state,
            signals,
            resources,
            host: StoredValue::new_local(host),
            screen,
            later: RwSignal::new(Later::NotRequested),
            typing: RwSignal::new(false),
        };
        ui.in_next_frame(move || ui.announce_notice());
        ui.prepare_soon();
        ui.after_pause(move || fetch_later_once(ui));
        ui
    }

    #[must_use]
    pub fn assessment(self) -> &'static Assessment {
        Assessment::standard()
    }

    /// The defaults after the element was removed.
    #[must_use]
    pub fn config(self) -> Rc<Config> {
        self.resources.try_with_value(|s| Rc::clone(&s.config)).unwrap_or_default()
    }

    /// `None` after the element was removed.
    pub fn element(self) -> Option<SharedElement> {
        self.resources.try_with_value(|s| Rc::clone(&s.element))
    }

    /// In-memory state of a section of the result, by its type. It survives rendering, is never saved, and is dropped on erase.
    /// `None` after the element was removed.
    pub fn section_state<S: Default + 'static, T>(self, then: impl FnOnce(&mut S) -> T) -> Option<T> {
        let with_state = |s: &mut Resources| {
            if !s.section_state.iter().any(|state| state.is::<S>()) {
                s.section_state.push(Box::new(S::default()));
            }
            s.section_state.iter_mut().find_map(|state| state.downcast_mut::<S>()).map(then)
        };
        self.resources.try_update_value(with_state).flatten()
    }

    /// The current place. Tracks the evaluation too while the result is shown.
    #[must_use]
    pub fn screen(self) -> Place {
        self.screen.get().0
    }
}
