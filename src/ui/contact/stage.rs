//! How far the visitor is with the contact, for the page's statistics: what a funnel counts before a message is sent.

use crate::ui::{PublicEvent, Ui};
use assessment::json::Value;

/// The reported stages. They are forgotten with the answers, as another visit may begin then.
#[derive(Default)]
struct Reached(Vec<&'static str>);

/// Reports a stage to the page, once.
pub fn reach(ui: Ui, stage: &'static str) {
    if !is_reached(ui, stage) {
        ui.section_state(|Reached(stages): &mut Reached| stages.push(stage));
        ui.emit(PublicEvent::Contact("contact", Value::object([("stage", stage.into())])));
    }
}

#[inline(never)]
fn is_reached(ui: Ui, stage: &'static str) -> bool {
    // After the element was removed, nothing is reported.
    ui.section_state(|Reached(stages): &mut Reached| stages.contains(&stage)) != Some(false)
}

/// Reports the stage `shown` once the title of the section is in view, which is below the result.
pub fn report_when_in_view(ui: Ui) {
    if is_reached(ui, "shown") {
        return;
    }
    let seen = move |is_seen: Option<Value>| {
        if is_seen.is_some() {
            reach(ui, "shown");
        }
    };
    ui.ask_contact("inView", Value::Null, Box::new(seen));
}
