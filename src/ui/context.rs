//! What every view needs: the session, the words, and the way to do something.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

use super::{
    components::Confirming,
    keeper::{Keeper, Resumed},
    notice::Notice,
};
use crate::{
    assessment::{Assessment, QuestionId},
    browser::{BrowserLocale, OtherTabs, after_pause, focus_without_jump, in_next_frame},
    evaluation::Evaluation,
    explanation::{NextQuestion, next_questions},
    i18n::{Catalog, Key, Locale, PluralForm, key},
    json::Value,
    response::Response,
    session::{Action, Place, Session, decode},
};

/// What the page's loader hands over.
pub struct Start {
    /// The element that the application is mounted into.
    pub root: HtmlElement,
    /// The words of the element's language.
    pub words: &'static Catalog,
    /// The language tag.
    pub language: String,
    /// The key under which drafts are kept; none keeps them in memory.
    pub storage_key: Option<String>,
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
    /// Counts what was said, so that the result follows it.
    revision: u32,
    /// What the visitor was told about saving; not said again until saving works.
    told: Option<Notice>,
    /// The live region was on the page before it speaks.
    audible: bool,
}

/// What is ready before it is looked at.
pub struct Prepared {
    /// The evaluation of what was said.
    pub evaluation: Evaluation,
    /// The open questions, the one that would move most first.
    pub next: Vec<NextQuestion>,
}

/// What belongs to the browser.
struct Surroundings {
    root: HtmlElement,
    locale: BrowserLocale,
    keeper: Keeper,
    /// For the revision it was prepared for.
    prepared: Option<(u32, Prepared)>,
    /// Heard for as long as the element is there.
    _other_tabs: Option<OtherTabs>,
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
        let keeper = Keeper::new(start.storage_key, start.language);
        let Resumed { session, saved, notice } = keeper.resume(assessment);
        let session = session.unwrap_or_else(|| Session::new(assessment));
        let state = RwSignal::new(State {
            session,
            notice,
            saved,
            confirming: None,
            revision: 0,
            told: notice,
            audible: false,
        });
        let screen = Memo::new(move |_| {
            state.with(|state| match state.session.place() {
                Place::Result => (Place::Result, state.revision),
                place @ Place::Question(_) => (place, 0),
            })
        });
        let surroundings = StoredValue::new_local(Surroundings {
            root: start.root,
            locale,
            keeper,
            prepared: None,
            _other_tabs: None,
        });
        let ui = Self { words: start.words, state, surroundings, screen };
        surroundings.update_value(|s| {
            s._other_tabs = s.keeper.other_tabs(move |draft| ui.saved_elsewhere(draft));
        });
        in_next_frame(move || {
            ui.state.try_update(|state| state.audible = true);
        });
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

    /// The content.
    #[must_use]
    pub fn assessment(self) -> &'static Assessment {
        Assessment::standard()
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

    /// What the live region says: nothing until it has been on the page, or it would not be heard.
    #[must_use]
    pub fn spoken(self) -> Option<Key> {
        self.state.with(|state| match state.notice {
            _ if !state.audible => None,
            _ if state.session.answer_missing() => Some(key::ui::answer::MISSING),
            notice => notice.map(Notice::text),
        })
    }

    /// Shows a message, or none.
    pub fn tell(self, notice: Option<Notice>) {
        self.state.update(|state| state.notice = notice);
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

    /// Opens the dialog.
    pub fn ask(self, what: Confirming) {
        self.state.update(|state| state.confirming = Some(what));
        in_next_frame(move || {
            if let Some(dialog) = self.dialog() {
                // It is on the page and not open, so this does not fail.
                let _ = dialog.show_modal();
            }
        });
    }

    /// Closes the dialog; the browser gives the focus back.
    pub fn close_dialog(self) {
        if let Some(dialog) = self.dialog() {
            dialog.close();
        }
    }

    fn dialog(self) -> Option<HtmlDialogElement> {
        self.find("dialog").map(JsCast::unchecked_into)
    }

    /// Does something, saves what changed, and moves the focus to the new heading after a step.
    pub fn act(self, action: Action) {
        let before = self.now(Session::place);
        // A step says nothing new, so what was prepared for it still holds.
        let is_step = matches!(action, Action::Next | Action::Back | Action::GoTo(_));
        let mut changed = false;
        self.state.update(|state| {
            changed = state.session.apply(action);
            state.revision += u32::from(changed && !is_step);
            if changed {
                if state.notice.is_some_and(Notice::is_about_last_change) {
                    state.notice = None;
                }
                self.save(state);
            }
        });
        if changed && self.now(Session::leads_to_result) {
            after_pause(move || self.prepare());
        }
        if self.now(Session::place) != before {
            // The next question is drawn into the elements of this one, and starts folded.
            if let Some(open) = self.find("form details[open]") {
                let _ = open.remove_attribute("open");
            }
            self.focus_heading();
        }
    }

    /// Keeps what was done, and says so; in the same update as the deed, so that everything is drawn once.
    fn save(self, state: &mut State) {
        match self.surroundings.with_value(|s| s.keeper.save(&state.session)) {
            Ok(time) => {
                state.session.saved_here();
                state.saved = time;
                state.told = None;
                if state.notice.is_some_and(Notice::is_settled_by_saving) {
                    state.notice = None;
                }
            }
            Err(notice) => {
                state.saved = None;
                // Said once; the line under the questions says it all the time.
                if state.told.replace(notice) != Some(notice) {
                    state.notice = Some(notice);
                }
            }
        }
    }

    /// Evaluates ahead what the next step will show, so that it is there at once.
    fn prepare(self) {
        let _ = self.surroundings.try_update_value(|s| {
            s.prepared = self.state.try_with_untracked(|state| (state.revision, prepared(&state.session)));
        });
    }

    /// The evaluation of what was said, from ahead if it was prepared.
    #[must_use]
    pub fn prepared(self) -> Prepared {
        let now = self.state.with_untracked(|state| state.revision);
        let ahead = self.surroundings.try_update_value(|s| s.prepared.take()).flatten();
        match ahead {
            Some((revision, prepared)) if revision == now => prepared,
            _ => self.now(prepared),
        }
    }

    /// Forgets everything, here and on the device.
    pub fn erase(self) {
        self.act(Action::Erase);
        self.surroundings.with_value(|s| s.keeper.erase());
        self.state.update(|state| {
            state.revision += 1;
            state.saved = None;
            state.notice = Some(Notice::Erased);
        });
    }

    /// Offers the answers as a file.
    pub fn download(self) {
        self.surroundings.with_value(|s| self.now(|session| s.keeper.download(session)));
    }

    /// Offers what could not be read as a file.
    pub fn download_aside(self) {
        self.surroundings.with_value(|s| s.keeper.download_aside());
    }

    /// What another tab did to the draft.
    fn saved_elsewhere(self, draft: Option<Value>) {
        let Some(draft) = draft else {
            if self.now(|session| !session.is_untouched()) {
                self.tell(Some(Notice::ErasedElsewhere));
            }
            return;
        };
        let Ok(decoded) = decode(self.assessment(), &draft) else { return };
        let says_the_same = self.now(|session| {
            session.responses() == &decoded.draft.responses && session.priorities() == &decoded.draft.priorities
        });
        if !says_the_same {
            self.act(Action::SavedElsewhere(decoded.draft));
            self.tell(Some(Notice::Elsewhere));
        }
    }

    /// Moves the focus to the heading once it is on the page.
    pub fn focus_heading(self) {
        self.focus("h3[tabindex]");
    }

    /// Moves the focus to the first element that matches, once it is on the page.
    pub fn focus(self, selector: &'static str) {
        in_next_frame(move || {
            if let Some(element) = self.find(selector) {
                focus_without_jump(&element);
            }
        });
    }

    fn find(self, selector: &str) -> Option<HtmlElement> {
        // The element may have been removed since.
        let found = self.surroundings.try_with_value(|s| s.root.query_selector(selector).ok().flatten());
        found.flatten().map(JsCast::unchecked_into)
    }
}

fn prepared(session: &Session) -> Prepared {
    let evaluation = Evaluation::of(session.assessment(), session.responses(), session.priorities());
    let next = next_questions(session.assessment(), &evaluation);
    Prepared { evaluation, next }
}
