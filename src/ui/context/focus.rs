//! Focus, dialog and printing.

use leptos::prelude::*;

use super::Ui;
use crate::ui::components::Confirmation;

impl Ui {
    pub fn confirm(self, what: Confirmation) {
        self.state.update_value(|state| state.confirmation = Some(what));
        self.signals.dialog.notify();
        self.in_next_frame(move || self.open_dialog());
    }

    pub fn focus_heading(self) {
        self.focus("h3[tabindex]");
    }

    /// Moves the focus once the DOM is up to date.
    pub fn focus(self, selector: impl AsRef<str> + 'static) {
        self.in_next_frame(move || self.focus_now(selector.as_ref()));
    }

    pub fn print(self) {
        if let Some(element) = self.element() {
            element.print();
        }
    }

    /// Prints one section of the result, by the id of its heading.
    pub fn print_section(self, heading: &str) {
        // The element prints a copy, so the mark can be removed right away.
        self.print_only(Some(heading));
        self.print();
        self.print_only(None);
    }
}
