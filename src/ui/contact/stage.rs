//! How far the visitor is with the contact, for the page's statistics: what a funnel counts before a message is sent.

use crate::ui::{PublicEvent, Ui};
use assessment::json::Value;

/// The reported stages. They are forgotten with the answers, as another visit may begin then.
#[derive(Default)]
struct Reached(Vec<&'static str>);

/// Reports a stage to the page, once.
pub fn reach(ui: Ui, stage: &'static str) {
    let is_new = ui.section_state(|Reached(stages): &mut Reached| {
        let is_new = !stages.contains(&stage);
        if is_new {
            stages.push(stage);
        }
        is_new
    });
    if is_new == Some(true) {
        ui.emit(PublicEvent::Contact("contact", Value::object([("stage", stage.into())])));
    }
}

/// Reports the stage `shown` once the title of the section is in view, which is below the result.
pub fn report_when_in_view(ui: Ui) {
    ui.spawn(Box::pin(async move {
        if ui.call_contact("inView", Value::Null).await.is_some() {
            reach(ui, "shown");
        }
    }));
}
