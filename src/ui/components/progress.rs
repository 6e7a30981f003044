//! The progress through the questions.

use crate::ui::{Ui, drawing::Fit, page::Page};
use assessment::i18n::key::ui::progress as words;
use decision::response::Progress;

/// Estimated from "about a minute" for seven questions.
const SECONDS_PER_QUESTION: usize = 9;

/// "Question 3 of 7", a thin bar and the time left.
pub fn progress(page: &mut Page, progress: Progress) {
    let Progress { position, total, .. } = progress;
    let [n, of] = [position, total].map(|n| page.ui.number(n));
    page.within("div.progress", |page| {
        page.within("p", |page| {
            page.fill("span", words::QUESTION, &[("n", &n), ("total", &of)]);
            page.text("span.muted", &minutes_left(page.ui, total + 1 - position));
        });
        let done = (position - 1) * 100 / total;
        page.drawing("track", [0, 100, 2], Fit::Stretch, |shapes| shapes.bar("", [0, 0, done as i32, 2]));
    });
}

/// The estimated time for some questions.
pub fn minutes_left(ui: Ui, questions: usize) -> String {
    let seconds = questions * SECONDS_PER_QUESTION;
    if seconds < 45 {
        ui.t(words::SOON).to_owned()
    } else {
        ui.count(words::minutes::ONE, words::minutes::OTHER, (seconds + 30) / 60)
    }
}
