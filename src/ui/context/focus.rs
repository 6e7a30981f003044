//! Where the focus goes, and the dialog that holds it.

use leptos::prelude::*;

use super::Ui;
use crate::ui::components::Confirming;

impl Ui {
    /// Opens the dialog.
    pub fn ask(self, what: Confirming) {
        self.state.update_value(|state| state.confirming = Some(what));
        self.signals.dialog.notify();
        self.in_next_frame(move || self.open_dialog());
    }

    /// Moves the focus to the heading once it is on the page.
    pub fn focus_heading(self) {
        self.focus("h3[tabindex]");
    }

    /// Moves the focus to the first element that matches, once it is on the page.
    pub fn focus(self, selector: &'static str) {
        self.in_next_frame(move || self.jump(selector));
    }

    /// Moves the focus to a field once it is on the page, with its text ready to be typed over.
    pub fn focus_text(self, selector: &'static str) {
        self.in_next_frame(move || self.jump_to_text(selector));
    }

    /// Prints what is shown.
    pub fn print(self) {
        if let Some(element) = self.element() {
            element.print();
        }
    }

    /// Prints one part of the result, by the id of its heading.
    pub fn print_alone(self, heading: &str) {
        // What is printed is a copy, so the mark is needed only until it is made.
        self.print_only(Some(heading));
        self.print();
        self.print_only(None);
    }
}
