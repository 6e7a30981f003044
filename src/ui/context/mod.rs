//! What every view needs: the session, the words, and the way to do something.

mod acting;
mod focus;
mod prepared;

use std::{rc::Rc, sync::Arc};

pub use prepared::Prepared;

use leptos::prelude::*;
use web_sys::HtmlElement;

use super::{
    components::Confirming,
    keeper::{Keeper, Resumed},
    notice::Notice,
    told::{Tell, Told},
};
use crate::{
    assessment::{Alternative, Assessment, QuestionId},
    browser::{BrowserLocale, in_next_frame},
    config::{Config, Flow},
    evaluation::Sampled,
    i18n::{Catalog, Key, Locale, PluralForm, key},
    json::Value,
    response::Response,
    session::{Course, Place, Session},
};

/// What the page's loader hands over.
pub struct Start {
    /// The element that the application is mounted into.
    pub root: HtmlElement,
    /// The words of the element's language.
    pub words: &'static Catalog,
    /// The language tag.
    pub language: String,
    /// What the page set.
    pub config: Config,
    /// The key under which drafts are kept; none keeps them in memory.
    pub storage_key: Option<String>,
    /// What was kept in memory while the element was away.
    pub draft: Option<Value>,
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
    /// The last thing said in the live region. It starts empty: what is in the region when it comes is not heard.
    said: Option<String>,
}

impl State {
    /// Shows a message, or none, and says it.
    fn show(&mut self, notice: Option<Notice>, words: &Catalog) {
        self.notice = notice;
        self.hear(words);
    }

    /// Says the message that is shown.
    fn hear(&mut self, words: &Catalog) {
        self.said = self.notice.map(|notice| words.get(notice.text()).to_owned());
    }

    /// Leaves what was said only if it is the message that is still shown: it may not have been heard yet.
    fn forget_effect(&mut self, words: &Catalog) {
        let shown = self.notice.map(|notice| words.get(notice.text()));
        self.said.take_if(|said| Some(said.as_str()) != shown);
    }
}

/// What belongs to the browser.
struct Surroundings {
    root: HtmlElement,
    locale: BrowserLocale,
    config: Rc<Config>,
    tell: Tell,
    keeper: Keeper,
    /// For the revision it was prepared for.
    prepared: Option<(u32, Arc<Prepared>)>,
    /// The samples behind other priorities, from the first change of one on.
    sampled: Option<Sampled>,
}

/// Shared by all views of one element.
#[derive(Clone, Copy)]
pub struct Ui {
    words: &'static Catalog,
    state: RwSignal<State>,
    surroundings: StoredValue<Surroundings, LocalStorage>,
    screen: Memo<(Place, u32)>,
}

impl Ui {
    /// Loads what was kept and starts.
    #[must_use]
    pub fn new(start: Start) -> Self {
        let assessment = Assessment::standard();
        let locale = BrowserLocale::new(&start.language);
        let tell = Rc::clone(&start.tell);
        let beside = move |text: &str| {
            // Nobody can call it off.
            let _ = tell(Told::Draft(text));
        };
        let keeper = Keeper::new(start.storage_key, start.draft, &start.language, Box::new(beside));
        let course = if start.config.flow == Flow::Full { Course::Full } else { Course::Quick };
        let Resumed { session, saved, notice } = keeper.resume(assessment, course);
        let session = session.unwrap_or_else(|| Session::on(assessment, course));
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
            said: None,
        });
        let screen = Memo::new(move |_| {
            state.with(|state| match state.session.place() {
                Place::Result => (Place::Result, state.revision),
                place => (place, 0),
            })
        });
        let surroundings = StoredValue::new_local(Surroundings {
            root: start.root,
            locale,
            config: Rc::new(start.config),
            tell: start.tell,
            keeper,
            prepared: None,
            sampled: None,
        });
        let ui = Self { words: start.words, state, surroundings, screen };
        in_next_frame(move || {
            ui.state.try_update(|state| state.hear(ui.words));
        });
        ui.prepare_soon();
        ui
    }

    /// The text of an entry.
    #[must_use]
    pub fn t(self, key: Key) -> &'static str {
        self.words.get(key)
    }

    /// The text of an entry with its placeholders filled in.
    #[must_use]
    pub fn fill(self, key: Key, values: &[(&str, &str)]) -> String {
        self.words.fill(key, values)
    }

    /// All words.
    #[must_use]
    pub const fn words(self) -> &'static Catalog {
        self.words
    }

    /// Runs something with the locale.
    pub fn with_locale<T>(self, then: impl FnOnce(&dyn Locale) -> T) -> T {
        self.surroundings.with_value(|s| then(&s.locale))
    }

    /// A whole number as the language writes it.
    #[must_use]
    pub fn number(self, value: usize) -> String {
        self.with_locale(|locale| locale.integer(value as i64))
    }

    /// The entry for a count: `one` or `other`, with the number as `{n}`.
    #[must_use]
    pub fn count(self, one: Key, other: Key, value: usize) -> String {
        let form = self.with_locale(|locale| locale.plural(value as i64));
        self.fill(if form == PluralForm::One { one } else { other }, &[("n", &self.number(value))])
    }

    /// The name of a model, as it begins a sentence or stands alone.
    #[must_use]
    pub fn name(self, alternative: Alternative) -> &'static str {
        self.t(self.assessment().notes(alternative).name)
    }

    /// The name of a model inside a sentence.
    #[must_use]
    pub fn inline(self, alternative: Alternative) -> &'static str {
        self.t(self.assessment().notes(alternative).inline)
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

    /// Reads the session as it is now.
    pub fn now<T>(self, read: impl FnOnce(&Session) -> T) -> T {
        self.state.with_untracked(|state| read(&state.session))
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
