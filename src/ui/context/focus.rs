//! Focus, dialog and printing.

use leptos::prelude::*;

use super::Ui;
use crate::ui::components::Confirmation;
#[allow(unused_imports, reason = "natively, the element is a trait object, whose methods need no import")]
use crate::ui::element::HostElement as _;
use session::Action;

impl Ui {
    pub fn confirm(self, what: Confirmation) {
        self.state.update_value(|state| state.confirmation = Some(what));
        self.signals.dialog.notify();
        self.in_next_frame(move || self.open_dialog());
    }

    /// Asks whether the offered draft may replace the answers here. Another dialog is not replaced: the visitor may be about to
    /// answer it.
    pub(super) fn confirm_opening(self) {
        if self.state.with_value(|state| state.confirmation.is_none()) {
            self.confirm(Confirmation::Open);
        }
    }

    /// Closes the dialog after the visitor agreed.
    pub fn close_agreed(self) {
        self.state.update_value(|state| state.confirmation = None);
        self.close_dialog();
    }

    /// Called when the dialog is closed, whether or not the visitor agreed.
    pub fn dialog_closed(self) {
        let closed = self.state.try_update_value(|state| state.confirmation.take()).flatten();
        if closed == Some(Confirmation::Open) {
            self.act(Action::Decline);
        } else if self.state.try_with_value(|state| state.session.is_asking()) == Some(true) {
            self.confirm(Confirmation::Open);
        }
    }

    pub fn focus_heading(self) {
        self.focus("h3[tabindex]");
    }

    /// Moves the focus once the DOM is up to date.
    pub fn focus(self, selector: impl AsRef<str> + 'static) {
        self.in_next_frame(move || self.focus_now(selector.as_ref()));
    }

    /// Returns false if the browser cannot print.
    pub fn print(self) -> bool {
        self.element().is_some_and(|element| element.print())
    }

    /// Prints one section of the result, by the id of its heading. Returns false if the browser cannot print.
    pub fn print_section(self, heading: &str) -> bool {
        // The element prints a copy, so the mark can be removed right away.
        self.print_only(Some(heading));
        let can_print = self.print();
        self.print_only(None);
        can_print
    }
}
