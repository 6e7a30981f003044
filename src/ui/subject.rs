//! The input of reports.

use super::Ui;
use decision::evaluation::Evaluation;
use report::{Offer, Subject};

/// Calls `then` with the current answers, evaluation and settings.
pub fn with_subject<T>(ui: Ui, evaluation: &Evaluation, then: impl FnOnce(&Subject<'_>) -> T) -> T {
    let settings = ui.settings();
    let offer = Offer { name: settings.provider_name.as_deref(), sells: &settings.provider_sells };
    let (currency, date) = (ui.currency(), ui.today_in_words());
    ui.with_voice(|voice| {
        ui.now(|session| {
            then(&Subject {
                voice,
                responses: session.responses(),
                evaluation,
                date: &date,
                offer,
                worksheet: session.worksheet(),
                currency: &currency,
            })
        })
    })
}
