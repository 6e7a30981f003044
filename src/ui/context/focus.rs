//! Where the focus goes, and the dialog that holds it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement};

use super::Ui;
use crate::{
    browser::{focus_without_jump, in_next_frame},
    ui::components::Confirming,
};

impl Ui {
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

    /// Moves the focus to the heading once it is on the page.
    pub fn focus_heading(self) {
        self.focus("h3[tabindex]");
    }

    /// Moves the focus to a part of this screen.
    pub fn jump(self, selector: &str) {
        if let Some(element) = self.find(selector) {
            focus_without_jump(&element);
        }
    }

    /// Moves the focus to the first element that matches, once it is on the page.
    pub fn focus(self, selector: &'static str) {
        in_next_frame(move || {
            if let Some(element) = self.find(selector) {
                focus_without_jump(&element);
            }
        });
    }

    pub(super) fn find(self, selector: &str) -> Option<HtmlElement> {
        // The element may have been removed since.
        let found = self.surroundings.try_with_value(|s| s.root.query_selector(selector).ok().flatten());
        found.flatten().map(JsCast::unchecked_into)
    }
}
