//! Where the focus goes, and the dialog that holds it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement, HtmlInputElement};

use super::Ui;
use crate::{
    browser::{focus_without_jump, in_next_frame},
    ui::components::Confirming,
};

/// Says which part of the result is printed alone.
const ALONE: &str = "data-alone";

impl Ui {
    /// Opens the dialog.
    pub fn ask(self, what: Confirming) {
        self.state.update_value(|state| state.confirming = Some(what));
        self.signals.dialog.notify();
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

    /// Moves the focus to a field once it is on the page, with its text ready to be typed over.
    pub fn focus_text(self, selector: &'static str) {
        in_next_frame(move || {
            if let Some(field) = self.find(selector) {
                focus_without_jump(&field);
                field.unchecked_into::<HtmlInputElement>().select();
            }
        });
    }

    /// Prints what is shown.
    pub fn print(self) {
        if let Some(element) = self.element() {
            element.print();
        }
    }

    /// Prints one part of the result, by the id of its heading.
    pub fn print_alone(self, heading: &str) {
        let root = self.surroundings.with_value(|s| s.root.clone());
        // The attribute has a name that is one, so setting it does not fail. What is printed is a copy.
        let _ = root.set_attribute(ALONE, heading);
        self.print();
        let _ = root.remove_attribute(ALONE);
    }

    pub(super) fn find(self, selector: &str) -> Option<HtmlElement> {
        // The element may have been removed since.
        let found = self.surroundings.try_with_value(|s| s.root.query_selector(selector).ok().flatten());
        found.flatten().map(JsCast::unchecked_into)
    }
}
