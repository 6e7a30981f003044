//! The settings that only the screens after the questions need. Only the later module calls this ([`crate::ui::later`]).

use std::rc::Rc;

use leptos::prelude::*;

use super::Ui;
#[allow(unused_imports, reason = "natively, the element is a trait object, whose methods need no import")]
use crate::ui::element::HostElement as _;
use config::{Problem, ResultSettings};

/// Reads them, and reports their problems to the site owner.
pub fn read_settings(ui: Ui) {
    let read = ui.resources.try_update_value(|s| {
        let (settings, problems) = ResultSettings::read(&s.rest);
        s.settings = Some(Rc::new(settings));
        problems
    });
    ui.warn(&read.unwrap_or_default());
    let settings = ui.settings();
    if !settings.hidden.is_empty() {
        ui.change(|session| session.hide(|view| settings.hidden.contains(&view.name())));
    }
}

impl Ui {
    #[must_use]
    pub fn settings(self) -> Rc<ResultSettings> {
        let read = self.resources.with_value(|s| s.settings.clone());
        read.and_then(|settings| settings.downcast().ok()).unwrap_or_default()
    }

    /// Reports problems in the settings to the site owner.
    pub fn warn(self, problems: &[Problem]) {
        if let (Some(element), false) = (self.element(), problems.is_empty()) {
            element.warn(problems.iter().map(ToString::to_string).collect());
        }
    }
}
