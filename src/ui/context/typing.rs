//! Typing in a field of the plan: the text is entered after a pause, before the page is hidden, and when the visitor leaves the
//! field (`src/embed/typing.js`).
//!
//! Each of these replaces the one before, so the outcome does not depend on where the visitor paused, and one undo takes back all
//! of it. Until the field is left, nothing is announced, half a text is not an error, and no field is rewritten.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::prelude::*;

use super::Ui;
use session::{Action, Session, Versions};

/// Enters the text of a field. Does nothing after the field was removed.
pub type Commit = StoredValue<Box<dyn Fn(String)>, LocalStorage>;

#[derive(Default)]
pub(super) struct Typing {
    /// The fields that were rendered, by id.
    fields: RefCell<Vec<(String, Commit)>>,
    /// The field that was typed in last, by its position in `fields`.
    field: Cell<Option<usize>>,
    /// Its text, until that is entered.
    text: Cell<Option<String>>,
    /// The text that was typed last.
    last: RefCell<String>,
    /// The session with the entered text, until something else changes.
    entered: Cell<Option<Versions>>,
    is_entering: Cell<bool>,
    /// Whether the session has not been saved since an entered text was taken back.
    is_unsaved: Cell<bool>,
}

impl Ui {
    /// Whether the visitor is typing, so that errors are not shown yet.
    #[must_use]
    pub fn is_typing(self) -> bool {
        self.typing.try_get_untracked() == Some(true)
    }

    /// A text that does not change while the visitor is typing.
    pub fn settled(self, read: Box<dyn Fn() -> String + Send + Sync>) -> Memo<String> {
        Memo::new(move |shown: Option<&String>| match shown {
            Some(shown) if self.typing.get() => shown.clone(),
            _ => read(),
        })
    }

    /// Makes a field known, whose text `commit` enters.
    pub fn add_field(self, id: &str, commit: Commit) {
        if let Some(typing) = self.typing_state() {
            let mut fields = typing.fields.borrow_mut();
            match fields.iter_mut().find(|(known, _)| known == id) {
                Some(field) => field.1 = commit,
                None => fields.push((id.to_owned(), commit)),
            }
        }
        self.on_field(id);
    }

    /// The visitor has typed a text, or has left the field with it.
    pub fn put_text(self, id: &str, text: String, is_left: bool) {
        let Some(typing) = self.typing_state() else { return };
        let field = typing.fields.borrow().iter().position(|(known, _)| known == id);
        if field != typing.field.get() {
            self.enter_typed();
            typing.field.set(field);
            typing.entered.set(None);
        }
        // While the visitor is asked about other answers, a text that is there already is not entered again: that would count as a
        // change, and be saved, when the press on a button about them takes the focus from the field.
        let is_asked = self.now(|session| session.is_erased_elsewhere() || session.elsewhere().is_some());
        if !is_asked || typing.entered.get() != Some(self.now(Session::versions)) || *typing.last.borrow() != text {
            typing.last.replace(text.clone());
            typing.text.set(Some(text));
        }
        self.set_typing(!is_left);
        if is_left {
            self.enter_typed();
            typing.entered.set(None);
            if typing.is_unsaved.take() {
                self.save();
            }
        }
    }

    /// Enters what was typed, if it is not entered yet.
    pub fn enter_typed(self) {
        let Some(typing) = self.typing_state() else { return };
        let Some(text) = typing.text.take() else { return };
        let commit = typing.field.get().and_then(|n| typing.fields.borrow().get(n).map(|field| field.1));
        let versions = || self.now(Session::versions);
        typing.is_entering.set(true);
        if typing.entered.take() == Some(versions()) {
            // Not saved, shown or announced: the text is entered again.
            let _ = self.change(|session| session.apply(Action::Undo));
            typing.is_unsaved.set(true);
        }
        let before = versions();
        let _ = commit.map(|commit| commit.try_with_value(|commit| commit(text)));
        let now = versions();
        if now != before {
            typing.entered.set(Some(now));
            typing.is_unsaved.set(false);
        }
        typing.is_entering.set(false);
    }

    /// Called when the session has changed: fields show what it changed, unless that was what was typed.
    pub(super) fn stop_typing(self) {
        if self.typing_state().is_some_and(|typing| !typing.is_entering.get()) {
            self.set_typing(false);
        }
    }

    fn set_typing(self, is_typing: bool) {
        if self.is_typing() != is_typing {
            self.typing.set(is_typing);
        }
    }

    /// `None` after the element was removed.
    fn typing_state(self) -> Option<Rc<Typing>> {
        self.resources.try_with_value(|s| Rc::clone(&s.typing))
    }
}
