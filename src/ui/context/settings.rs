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
        let settings = Rc::new(settings);
        s.settings = Some(Rc::<ResultSettings>::clone(&settings));
        (settings, problems)
    });
    // The element may have been removed.
    let Some((settings, problems)) = read else { return };
    ui.warn(&problems);
    if !settings.hidden.is_empty() {
        ui.change(|session| session.hide(|view| settings.hidden.contains(&view.name())));
    }
}

impl Ui {
    /// The defaults after the element was removed.
    #[must_use]
    pub fn settings(self) -> Rc<ResultSettings> {
        let read = self.resources.try_with_value(|s| s.settings.clone()).flatten();
        read.and_then(|settings| settings.downcast().ok()).unwrap_or_default()
    }

    /// Reports problems in the settings to the site owner.
    pub fn warn(self, problems: &[Problem]) {
        if let (Some(element), false) = (self.element(), problems.is_empty()) {
            element.warn(problems.iter().map(ToString::to_string).collect());
        }
    }
}
