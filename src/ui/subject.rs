//! The input of reports.

use super::Ui;
use config::ResultSettings;
use decision::evaluation::Evaluation;
use report::{Changes, Offer, Subject};

/// Who shows the assessment, what they sell, and what they changed.
pub fn offer(settings: &ResultSettings) -> Offer<'_> {
    Offer { name: settings.provider_name.as_deref(), sells: &settings.provider_sells, changes: changes(settings) }
}

/// What the site owner changed from the published tool.
pub fn changes(settings: &ResultSettings) -> Changes<'_> {
    let ResultSettings { weights, hidden, texts, .. } = settings;
    Changes { weights, hidden, texts }
}

/// Calls `then` with the current answers, evaluation and settings.
pub fn with_subject<T>(ui: Ui, evaluation: &Evaluation, then: impl FnOnce(&Subject<'_>) -> T) -> T {
    let settings = ui.settings();
    let offer = offer(&settings);
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
