//! What changed between two runs: the answers that are not the same.

use assessment::{
    QuestionId,
    i18n::key::ui::result::{ask::QUESTION, history as words},
};

use decision::response::Response;

use session::{Run, RunDifference};

use crate::ui::{Ui, components::response_words, page::Page};

/// A table of the answers, or why there is none.
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
                    for (when, said) in [(words::THEN, change.before), (words::TODAY, change.after)] {
                        page.within("td", |page| {
                            // Where the page is narrow no head of a column says when it was.
                            page.t("span.whose", when);
                            page.text("span", &said_then(ui, change.question, said));
                        });
                    }
                });
            }
        });
    });
}

fn said_then(ui: Ui, question: QuestionId, said: Option<Response>) -> String {
    match said {
        Some(response) => response_words(ui.assessment(), ui.words(), question, response).join(", "),
        None => ui.t(words::NOTHING).to_owned(),
    }
}
