//! What every view needs: the session, the words, and a way to act.
//!
//! A view reads through [`Ui`] and follows what it read: each concern has a signal of its own ([`Signals`]), so an answer wakes
//! the views that show answers, and no others.

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
mod signals;

use std::{any::Any, cell::OnceCell, rc::Rc, sync::Arc};

pub use evaluating::{is_enough, prepare, summary};
pub use money::Costed;
pub use prepared::Prepared;

use leptos::prelude::*;

#[allow(unused_imports, reason = "natively, the host is a trait object, whose methods need no import")]
use super::host::Host as _;
use super::{
    components::Confirming,
    element::HostElement,
    host::{HostStore, Money, SharedHost},
    later::{Later, Waiting, fetch_later_once},
    notice,
};
use assessment::{Assessment, i18n::Catalog};
use config::{Config, Flow};
use decision::evaluation::Sampled;
use session::{Course, Keeper, Notice, Place, Resumed, Session};
use signals::Signals;

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
    /// The element.
    pub element: Rc<dyn HostElement>,
}

/// Everything that views show. What changes is made known by [`Signals`].
struct State {
    session: Session,
    /// The time of day of the last save, as shown; `None` while the answers are not saved.
    saved: Option<String>,
    /// What the dialog asks.
    confirming: Option<Confirming>,
    /// The text of the live region. It starts empty: a text that comes with its region is not read out.
    announced: Option<String>,
    /// What follows the text of a notice about opening something.
    more: Option<String>,
    /// The visitor has seen a result since the start, or since everything was cleared.
    has_result: bool,
    /// The version of the evaluation that the host page has not been told about.
    unreported: Option<u32>,
}

impl State {
    /// All of a notice.
    fn notice_text(&self, notice: Notice, words: &Catalog) -> String {
        let more = self.more.as_deref().filter(|_| notice::has_more(notice)).unwrap_or_default();
        let space = if more.is_empty() { "" } else { " " };
        [words.get(notice::text(notice)), space, more].concat()
    }

    /// Which evaluation is the current one.
    fn evaluation(&self) -> u32 {
        self.session.versions().evaluation
    }
}

/// Everything that views do not follow.
struct Surroundings {
    config: Rc<Config>,
    element: Rc<dyn HostElement>,
    keeper: Keeper<HostStore>,
    /// With the version of the evaluation.
    prepared: Option<(u32, Arc<Prepared>)>,
    /// The samples behind other priorities, from the first change of one on.
    sampled: Option<Sampled>,
    /// What a part of the page holds in memory; its type is known there alone.
    held: Option<Box<dyn Any>>,
    /// What waits for the later module.
    waiting: Vec<Waiting>,
    /// How amounts are written, from the first one on.
    money: OnceCell<Box<dyn Money>>,
    /// The last draws of the cost.
    costed: Option<Costed>,
}

/// Shared by all views of one element.
#[derive(Clone, Copy)]
pub struct Ui {
    words: &'static Catalog,
    state: StoredValue<State>,
    signals: Signals,
    surroundings: StoredValue<Surroundings, LocalStorage>,
    host: StoredValue<SharedHost, LocalStorage>,
    screen: Memo<(Place, u32)>,
    later: RwSignal<Later>,
}

impl Ui {
    /// Loads what was kept and starts.
    #[must_use]
    pub fn new(start: Start) -> Self {
        let assessment = Assessment::standard();
        let host = start.host;
        let element = Rc::clone(&start.element);
        let copy = move |text: &str| element.keep(text);
        let store = HostStore(Rc::clone(&host));
        let keeper = Keeper::new(store, host.json(), start.storage_key, start.draft, Box::new(copy));
        let course = if start.config.flow == Flow::Full { Course::Full } else { Course::Quick };
        let Resumed { session, saved } = keeper.resume(assessment, course);
        let saved = saved.and_then(|time| host.time_of_day(&time));
        let has_result = session.place() == Place::Result;
        let state = StoredValue::new(State {
            session,
            saved,
            confirming: None,
            announced: None,
            more: None,
            has_result,
            unreported: None,
        });
        let signals = Signals::new();
        let screen = Memo::new(move |_| {
            signals.route.track();
            signals.evaluation.track();
            state.with_value(|state| match state.session.place() {
                Place::Result => (Place::Result, state.evaluation()),
                place => (place, 0),
            })
        });
        let surroundings = StoredValue::new_local(Surroundings {
            config: Rc::new(start.config),
            element: start.element,
            keeper,
            prepared: None,
            sampled: None,
            held: None,
            waiting: Vec::new(),
            money: OnceCell::new(),
            costed: None,
        });
        let ui = Self {
            words: start.words,
            state,
            signals,
            surroundings,
            host: StoredValue::new_local(host),
            screen,
            later: RwSignal::new(Later::NotRequested),
        };
        ui.in_next_frame(move || ui.announce_notice());
        ui.prepare_soon();
        ui.after_pause(move || fetch_later_once(ui));
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

    /// The element; `None` if it is gone.
    fn element(self) -> Option<Rc<dyn HostElement>> {
        self.surroundings.try_with_value(|s| Rc::clone(&s.element))
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

    /// The screen to show; the result changes with its evaluation.
    #[must_use]
    pub fn screen(self) -> Place {
        self.screen.get().0
    }
}
