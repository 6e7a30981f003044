//! The answers that changed between two runs.

use crate::ui::{Ui, components::response_words, page::Page};
use assessment::{
    QuestionId,
    i18n::key::ui::result::{ask::QUESTION, history as words},
};
use decision::response::Response;
use session::{Run, RunDifference};

pub fn changes(page: &mut Page, before: &Run, now: &Run) {
    let ui = page.ui;
    let Some(difference) = RunDifference::of(ui.assessment(), before, now) else {
        return page.t("p.small", words::FOREIGN);
    };
    if difference.answers.is_empty() {
        return page.t("p.small", words::WEIGHING);
    }
    page.within("table.plain stacking small", |page| {
        page.heads("thead", &[QUESTION, words::THEN, words::TODAY]);
        page.within("tbody", |page| {
            for change in difference.answers {
                page.within("tr", |page| {
                    page.t("th", ui.assessment().question(change.question).text);
                    for (when, response) in [(words::THEN, change.before), (words::TODAY, change.after)] {
                        page.within("td", |page| {
                            // Narrow screens have no column headers.
                            page.t("span.whose", when);
                            page.text("span", &response_text(ui, change.question, response));
                        });
                    }
                });
            }
        });
    });
}

fn response_text(ui: Ui, question: QuestionId, response: Option<Response>) -> String {
    match response {
        Some(response) => {
            ui.with_voice(|voice| voice.series(response_words(ui.assessment(), ui.words(), question, response)))
        }
        None => ui.t(words::NOTHING).to_owned(),
    }
}
